"""The words of an alert, and of several in one message: what somebody is to read.

Pure; a headline stays as it was first told, since mail threads hang on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from tocsin.core.alerting.decision import SOFT, Decision, Why
from tocsin.core.alerting.view import Address, StoryView, Told
from tocsin.core.grouping import tell
from tocsin.core.model import Alert, Bulletin, Coverage, Join, Snippet, Span
from tocsin.core.wording import count

FACTS = 3
"""So many new facts are named in an update."""

SNIPPETS = 3
"""So many passages show why a story matched; more would bury the headline."""

LISTED = 25
"""So many stories a message tells, where the rest can wait for the next one."""


def compose(view: StoryView, told: Told | None, to: Address, now: datetime) -> Alert:
    """The message that says how the story stands, and what is new since *told*."""
    fresh = {report.article_id for report in view.coverage} - (told.articles if told else set())
    coverage = sorted(view.coverage, key=lambda report: (report.when, report.article_id))
    return Alert(
        id=view.id,
        revision=view.revision,
        key=_key(view, told, to),
        channel=to.channel,
        recipient=to.recipient,
        severity=view.severity,
        rules=view.rules,
        title=told.title if told and told.title else _title(coverage),
        coverage=tuple(coverage),
        why_matched=_passages(view, fresh),
        why_together=_why_together(view, fresh),
        news=_news(view, told) if told else (),
        follows=view.follows,
        split_from=view.split_from,
        frozen_at=now,
        state=view.moved,
    )


def voice(alert: Alert, decision: Decision) -> Alert:
    """*alert* with what the reason for telling it adds."""
    if decision.why is Why.CLOSED:
        return replace(alert, state="closed")
    if decision.why is Why.REMINDER:
        return replace(alert, news=("a reminder: nothing is new, the story is still open",))
    return replace(alert, mention=" ".join(sorted(decision.mentions)))


def told_by(view: StoryView, told: Told | None, decision: Decision, alert: Alert) -> Told:
    """What somebody who was *told* something before knows after *alert*, which tells *view*."""
    now = alert.frozen_at or view.watched_at
    rang = now if decision.why not in SOFT or told is None else told.rang
    return Told(
        revision=alert.revision,
        articles=frozenset(report.article_id for report in alert.coverage),
        rules=frozenset(alert.rules),
        at=now,
        facts=frozenset(fact.key for _, fact in view.facts) | (told.facts if told else frozenset()),
        title=alert.title,
        messages=1 + (told.messages if told else 0),
        rang=rang,
        mentioned=decision.mentions | (told.mentioned if told else frozenset()),
        closed=decision.why in (Why.CLOSED, Why.MERGED, Why.SPLIT),
        in_place=told is not None and told.in_place,
    )


def _key(view: StoryView, told: Told | None, to: Address) -> str:
    """Not the revision alone: a reminder and a close tell the same one again."""
    again = f".{told.messages}" if told else ""
    return f"{view.id}/{to.channel}/{to.recipient}/{view.revision}{again}"


def _title(coverage: list[Coverage]) -> str:
    """The earliest headline.  It stays as it was first told, since mail threads hang on it."""
    return next((report.title for report in coverage if report.title), "(no headline)")


def _passages(view: StoryView, fresh: set[int]) -> tuple[Snippet, ...]:
    """Passages of what is new before those told already, each once with all that hit it; a copy's,
    which says the same again, only where no report of its own matches that rule."""
    copies = {report.article_id for report in view.coverage if not report.independent}
    reported = {match.rule_id for article_id, match in view.matches if article_id not in copies}
    telling = (
        (article_id in fresh, match)
        for article_id, match in view.matches
        if article_id not in copies or match.rule_id not in reported
    )
    marks: dict[str, set[Span]] = {}
    for _, match in sorted(telling, key=lambda pair: not pair[0]):
        marks.setdefault(match.snippet.text, set()).update(match.snippet.marks)
    passages = (Snippet(text=text, marks=tuple(sorted(found))) for text, found in marks.items())
    return tuple(passages)[:SNIPPETS]


def _why_together(view: StoryView, fresh: set[int]) -> str:
    """The reason of the surest link that is new; a copy's only where there is no better one."""
    links = [join for join in view.joins if join.placement.how is not Join.OPENED]
    links = [join for join in links if join.article_id in fresh] or links
    if not links:
        return ""
    best = max(links, key=lambda join: (join.placement.how is not Join.COPY, join.placement.score))
    return tell(best.placement)


def _news(view: StoryView, told: Told) -> tuple[str, ...]:
    """What is worth a word; nothing where only copies are new."""
    fresh = [report for report in view.coverage if report.article_id not in told.articles]
    new_rules = [name for rule_id, name in view.rules.items() if rule_id not in told.rules]
    facts = view.new_facts(told)
    if not (new_rules or facts or any(report.independent for report in fresh)):
        return ()
    new = (f"not told yet: {'; '.join(fact.text for fact in facts[:FACTS])}",) if facts else ()
    return (
        *(report.named for report in fresh),
        *(f"now also matches {rule}" for rule in new_rules),
        *new,
    )


# --- several in one message -------------------------------------------------------------------

_TITLES = {
    Why.DIGEST: "Digest of {at}: {stories}",
    Why.QUIET: "{stories} from the quiet hours",
    Why.LIMIT: "{stories} more than this channel takes one by one",
    Why.MISSED: "{stories} missed while Tocsin was down",
    Why.SILENCED: "{stories} from under a silence that has ended",
    Why.DELAYED: "{stories} that could not be told in time",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a bulletin says of itself: why it comes, to whom, and *at* what time it was to come, by
    the clocks of *zone*."""

    why: Why
    to: Address
    at: datetime
    now: datetime
    zone: tzinfo


def bulletin(alerts: Sequence[Alert], cover: Cover) -> Bulletin:
    """The one message that tells all of *alerts*; one that is made anew is another message."""
    at = cover.at.astimezone(cover.zone)
    stories = count(len(alerts), "story")
    return Bulletin(
        key=f"{cover.why.name.lower()}/{alerts[0].key}/{cover.now:%Y%m%dT%H%M%S.%f}",
        channel=cover.to.channel,
        recipient=cover.to.recipient,
        title=_TITLES[cover.why].format(at=f"{at:%d %b %H:%M}", stories=stories),
        alerts=tuple(alerts),
        frozen_at=cover.now,
    )
