"""Is a story due on a channel, and with what: decisions with their reasons.

The first message waits a little so that other outlets can join it; after it only what is new is
worth one more: an independent report or another rule.  A mere copy is no news.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from tocsin.core.grouping import tell
from tocsin.core.model import Alert, Coverage, Join, Match, Placement, Severity, Snippet

SNIPPETS = 3
"""So many passages show why a story matched; more would bury the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long the first message waits for company, and how far apart updates are.

    *edits* where the channel changes its message in place: there copies raise the count, quietly.
    """

    wait_before_first: timedelta = timedelta(seconds=60)
    update_at_most_every: timedelta = timedelta(minutes=10)
    edits: bool = False


AT_ONCE = Timing(wait_before_first=timedelta(0), update_at_most_every=timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An article of a story and how it came in."""

    article_id: int
    placement: Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A watched story as it stands; everything in the order in which the articles came."""

    id: int
    revision: int
    watched_at: datetime
    follows: int | None = None
    coverage: tuple[Coverage, ...]
    matches: tuple[tuple[int, Match], ...]
    joins: tuple[Joined, ...]

    def under(self, rules: frozenset[str]) -> "StoryView":
        """The story as those of its matches leave it whose rules are still in force."""
        return replace(self, matches=tuple(one for one in self.matches if one[1].rule_id in rules))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the last message to somebody said."""

    revision: int
    articles: frozenset[int]
    rules: frozenset[str]
    at: datetime
    title: str = ""


class Why(StrEnum):
    """Why a channel is told, or is not; logs, the ledger and `explain` print these words."""

    FIRST = "first report"
    REPORT = "an independent report is new"
    RULE = "another rule matches"
    WAITING = "waiting for other outlets to join"
    TOO_SOON = "the last update is too recent"
    COPIES = "only copies are new"
    COUNT = "copies are counted in place"
    NOTHING = "nothing is new"
    RULE_GONE = "its rule was taken out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether to speak now, and why; *until* is when to ask again, None for "once it grows"."""

    speak: bool
    why: Why
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Who is told."""

    channel: str
    recipient: str


def channels_for(found: tuple[Match, ...], channels: tuple[str, ...]) -> tuple[str, ...]:
    """The channels that hear of a story with these matches.

    A rule's own `notify` names its channels; without it a rule goes to all of them.
    """
    wanted = {name for match in found for name in (match.notify or channels)}
    return tuple(name for name in channels if name in wanted)


def decide(view: StoryView, told: Told | None, timing: Timing, now: datetime) -> Decision:
    """What a channel that was last told *told* should hear of the story now."""
    if not view.matches:
        return Decision(speak=False, why=Why.RULE_GONE)
    if told is None:
        return _hold(Why.FIRST, Why.WAITING, view.watched_at + timing.wait_before_first, now)
    fresh = [report for report in view.coverage if report.article_id not in told.articles]
    new_rules = {match.rule_id for _, match in view.matches} - told.rules
    next_update = told.at + timing.update_at_most_every
    if any(report.independent for report in fresh):
        return _hold(Why.REPORT, Why.TOO_SOON, next_update, now)
    if new_rules:
        return _hold(Why.RULE, Why.TOO_SOON, next_update, now)
    if fresh and timing.edits:
        return _hold(Why.COUNT, Why.TOO_SOON, next_update, now)
    return Decision(speak=False, why=Why.COPIES if fresh else Why.NOTHING)


def compose(view: StoryView, told: Told | None, to: Address, now: datetime) -> Alert:
    """The message that says how the story stands, and what is new since *told*."""
    fresh = {report.article_id for report in view.coverage} - (told.articles if told else set())
    coverage = sorted(view.coverage, key=lambda report: (report.when, report.article_id))
    return Alert(
        id=view.id,
        revision=view.revision,
        key=f"{view.id}/{to.channel}/{to.recipient}/{view.revision}",
        channel=to.channel,
        recipient=to.recipient,
        severity=max((match.severity for _, match in view.matches), key=_rank),
        rules=tuple(dict.fromkeys(match.rule_id for _, match in view.matches)),
        title=told.title if told and told.title else _title(coverage),
        coverage=tuple(coverage),
        why_matched=_passages(view, fresh),
        why_together=_why_together(view, fresh),
        news=_news(view, told) if told else (),
        follows=view.follows,
        frozen_at=now,
    )


def told_by(alert: Alert, now: datetime) -> Told:
    """What somebody knows who has read *alert*."""
    return Told(
        revision=alert.revision,
        articles=frozenset(report.article_id for report in alert.coverage),
        rules=frozenset(alert.rules),
        at=now,
        title=alert.title,
    )


def _hold(speak: Why, wait: Why, due: datetime, now: datetime) -> Decision:
    if now < due:
        return Decision(speak=False, why=wait, until=due)
    return Decision(speak=True, why=speak)


def _title(coverage: list[Coverage]) -> str:
    """The earliest headline.  It stays as it was first told, since mail threads hang on it."""
    return next((report.title for report in coverage if report.title), "(no headline)")


def _rank(severity: Severity) -> int:
    return severity.rank


def _passages(view: StoryView, fresh: set[int]) -> tuple[Snippet, ...]:
    """Passages of what is new before those told already, each text once."""
    newest_first = sorted(view.matches, key=lambda pair: pair[0] not in fresh)
    return tuple(dict.fromkeys(match.snippet for _, match in newest_first))[:SNIPPETS]


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
    new_rules = {match.rule_id for _, match in view.matches} - told.rules
    if not new_rules and not any(report.independent for report in fresh):
        return ()
    reports = [
        f"{report.outlet}: {report.title or report.url}" + ("" if report.independent else " (copy)")
        for report in fresh
    ]
    rules = {match.rule_id: None for _, match in view.matches if match.rule_id not in told.rules}
    return (*reports, *(f"now also matches {rule}" for rule in rules))
