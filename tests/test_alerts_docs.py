"""What docs/alerts.md says of alerts is what the program decides and what its commands take."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from typer.main import get_command

from sample import MINUTE, NOON, match, terms
from telling import asked, report, story, told
from test_docs import BLOCK, ROOT
from tocsin.cli import app
from tocsin.core.alerting import (
    SOFT,
    Decision,
    Fact,
    Quiet,
    Route,
    StoryView,
    Terms,
    Timing,
    Told,
    Why,
)
from tocsin.core.model import Severity, Silence

PAGE = (ROOT / "docs" / "alerts.md").read_text("utf-8")
TIMING = Timing(wait_before_first=MINUTE, update_at_most_every=10 * MINUTE)
FIRST = story(report(1))
LATER = NOON + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A row of the decision table."""

    new: str
    told: bool
    in_place: bool
    wait: str
    hour: str
    critical: bool
    besides: str
    then: str
    because: str


def cases() -> list[Case]:
    table = PAGE.partition("## The decision table")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [case(*(cell.strip() for cell in row.strip("|").split("|"))) for row in rows]


def case(*cells: str) -> Case:
    new, heard, in_place, wait, hour, severity, besides, then, because = cells
    return Case(
        new=new,
        told=heard == "yes",
        in_place=in_place == "yes",
        wait=wait,
        hour=hour,
        critical=severity == "critical",
        besides=besides,
        then=then,
        because=because,
    )


def copied(*facts: str) -> StoryView:
    """The story with a copy that states facts."""
    stated = tuple((2, Fact(text=fact, key=fact)) for fact in facts)
    grown = story(report(1), report(2, independent=False))
    return replace(grown, matches=(*grown.matches, (2, match())), facts=stated)


STORIES = {
    "first report": FIRST,
    "independent report": story(report(1), report(2)),
    "another rule": story(report(1), rules=("bridges", "roads")),
    "figure, name or quote": copied("15 dead"),
    "copy": copied(),
    "nothing": FIRST,
    "reports taken out by a split": FIRST,
    "merged by a person": replace(FIRST, merged_into=3),
    "all that matched split off": replace(FIRST, split_into=8),
}

SILENCES = {
    "rule silenced": {"rule": "bridges"},
    "feed silenced": {"feed": "feed-1"},
    "other feed silenced": {"feed": "feed-9"},
    "its feed silenced": {"feed": "feed-2"},
    "story silenced": {"story": FIRST.id},
}


def now_of(case: Case) -> datetime:
    """When the decision is asked: the wait is over, or half of it is."""
    wait = TIMING.update_at_most_every if case.told else TIMING.wait_before_first
    if case.besides in ("story ended", "silence ended after the story"):
        return FIRST.ends
    if case.besides in ("reminder due", "channel was down"):
        return NOON + timedelta(hours=1)
    return NOON + (wait / 2 if case.wait == "not over" else wait)


def terms_of(case: Case) -> Terms:
    rules = {} if case.besides == "rule taken out" else terms().routing.rules
    if case.critical:
        rules = {name: replace(rule, severity=Severity.CRITICAL) for name, rule in rules.items()}
    remind = timedelta(hours=1) if case.besides == "reminder due" else None
    route = Route(
        rules=frozenset({"roads"} if case.besides == "no route" else ()),
        timing=replace(TIMING, reminder_every=remind),
        quiet=Quiet(start=time(11), end=time(14)) if case.hour == "quiet" else None,
        digest=(time(18),) if case.hour == "digest" else (),
    )
    missed = now_of(case) + MINUTE if case.besides == "daemon was down" else None
    return terms(rules=rules, routes=(route,), edits=True, missed_until=missed)


def told_of(case: Case) -> Told | None:
    """What they know who were told of the first report."""
    if not case.told:
        return None
    before = told(FIRST)
    thinned = case.new == "reports taken out by a split"
    return replace(before, articles=before.articles | {9}) if thinned else before


def decision_on(case: Case) -> Decision:
    now = now_of(case)
    late = case.besides in ("channel was down", "silence ended after the story")
    about: dict[str, Any] = {
        "in_place": case.in_place,
        "thinned": case.new == "reports taken out by a split",
        "since": NOON if late else now,
        "held": Why.SILENCED if case.besides == "silence ended after the story" else None,
    }
    subject = SILENCES.get(case.besides)
    quiet = (Silence(until=LATER, created=NOON, **subject),) if subject else ()  # type: ignore[arg-type]
    view = STORIES[case.new]
    return asked(view, told_of(case), terms=terms_of(case), silences=quiet, now=now, **about)


def outcome(decision: Decision) -> str:
    if decision.speak:
        if decision.why in SOFT:
            return "changed in place"
        return "told together" if decision.together else "told"
    silent = decision.until is None or decision.why in (Why.NOTHING, Why.COPIES)
    return "not told" if silent else "waits"


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.new}-{case.then}-{case.besides}")
def test_a_row_of_the_decision_table_is_what_is_decided(case: Case) -> None:
    decision = decision_on(case)

    assert (outcome(decision), str(decision.why)) == (case.then, case.because)


def test_every_reason_stands_on_the_page() -> None:
    in_table = {case.because for case in cases()}
    apart = {Why.LIMIT, Why.ASKED_FOR, Why.IN_DOUBT, Why.DELAYED, Why.SILENCED}

    assert {str(why) for why in Why} - in_table <= {str(why) for why in apart}
    assert all(f'"{why}"' in PAGE for why in (Why.LIMIT, Why.ASKED_FOR, Why.IN_DOUBT))


def commands() -> list[str]:
    written = [text for found, text in BLOCK.findall(PAGE) if not found]
    return [line for text in written for line in text.splitlines() if line.startswith("tocsin ")]


@pytest.mark.parametrize("line", commands())
def test_a_command_on_the_page_is_one_that_can_be_typed(line: str) -> None:
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)][1:]
    command: Any = get_command(app)

    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]

    command.make_context("tocsin", words)
