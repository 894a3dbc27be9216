"""Is a story due on a channel: decisions with their reasons.

What is new is worth a message: the first report, then an independent one or another rule.  When it
is told is worked out from when it came, so that asking again gives the same: the waits of the
route, then its digest or its quiet hours; of several routes the earliest wins.  What comes out of
hours, or late, is told together with all that did.

A time that lies ahead was noted by a clock that has been set back since: nothing waits for it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from tocsin.core.alerting.rate import Rate
from tocsin.core.alerting.routing import Heard, Quiet, Route, Routing
from tocsin.core.alerting.view import StoryView, Told
from tocsin.core.daytime import last_at, next_at
from tocsin.core.model import Severity

LATE = timedelta(minutes=5)
"""What could not be told for so long, whatever the cause, is told together."""

DOWNTIME = timedelta(minutes=5)
"""Who was away for so long is told in one summary what was missed."""

CATCH_UP = timedelta(minutes=2)
"""So long after a start it takes to fetch what was missed."""


class Why(StrEnum):
    """Why a channel is told, or is not; logs, the ledger and `explain` print these words."""

    FIRST = "first report"
    REPORT = "an independent report is new"
    RULE = "another rule matches"
    FACT = "a number, a name or a quote is new"
    COUNT = "copies are counted in place"
    ASKED_FOR = "somebody asked for it"
    IN_DOUBT = "what died may have arrived: the channel is asked first"
    TAKEN_OUT = "reports were taken out of it"
    MERGED = "merged into another story"
    SPLIT = "all that matched was split off into another story"
    REMINDER = "a reminder: it is still open"
    CLOSED = "the story has ended"

    WAITING = "waiting for other outlets to join"
    TOO_SOON = "the last update is too recent"
    QUIET = "quiet hours"
    DIGEST = "the next digest"
    SILENCED = "silenced"
    LIMIT = "more messages than the channel takes"
    MISSED = "missed while tocsin was down"
    DELAYED = "the channel could not be reached in time"

    COPIES = "only copies are new"
    NOTHING = "nothing is new"
    RULE_GONE = "its rule was taken out"
    NO_ROUTE = "no route leads here"
    OVER = "the story had ended before its silence did"


HOLDS = frozenset(
    (
        Why.WAITING, Why.TOO_SOON, Why.QUIET, Why.DIGEST, Why.SILENCED, Why.LIMIT, Why.MISSED,
        Why.DELAYED,
    )
)  # fmt: skip
"""Reasons to tell it later; after the others there is nothing to tell."""

SUMMARY = HOLDS - {Why.WAITING, Why.TOO_SOON, Why.DIGEST}
"""What was held for one of these is told in one summary; a digest is told for itself."""

SOFT = frozenset((Why.COUNT, Why.TAKEN_OUT, Why.MERGED, Why.SPLIT, Why.CLOSED))
"""Only a message that stands there is changed: that disturbs nobody, at any hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a channel is told.

    *edits* where it changes its messages in place, *spacing* how far apart those on one story are
    at least (see `Notifier.spacing`), *waits* is false where waits are treated as over.  What fell
    due before *missed_until* is what a daemon that was down missed.
    """

    channel: str
    routing: Routing
    zone: tzinfo
    edits: bool = False
    spacing: tuple[timedelta, ...] = ()
    at_most: Rate | None = None
    waits: bool = True
    missed_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """When the decision is asked, and since when there has been something to tell.

    *in_place* where a message on the story stands there, *thinned* where that names reports that
    are no more in it, *held* why it was not told the last time.
    """

    now: datetime
    since: datetime
    in_place: bool = False
    thinned: bool = False
    held: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether to speak now, and why; *until* is when to ask again, None for "once it grows".

    *at* is when it was to be told.  *together* says with what else it is told in one message: with
    all that was held for the same reason.  *mentions* are whom to call.
    """

    speak: bool
    why: Why
    until: datetime | None = None
    at: datetime | None = None
    together: Why | None = None
    mentions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Case:
    """What is decided on: a story as the channel hears it, what was *told* of it, the channel's
    terms, and the moment."""

    heard: Heard
    told: Told | None
    terms: Terms
    asked: Asked

    @property
    def view(self) -> StoryView:
        return self.heard.view

    @property
    def in_place(self) -> bool:
        """Whether a message stands there that can be changed."""
        return self.terms.edits and self.asked.in_place

    @property
    def critical(self) -> bool:
        return self.view.severity is Severity.CRITICAL


@dataclass(frozen=True, slots=True)
class _Release:
    """When a route lets a story be told, and why not before; *together* as in `Decision`."""

    at: datetime
    why: Why
    together: Why | None = None


def decide(heard: Heard, told: Told | None, terms: Terms, asked: Asked) -> Decision:
    """What a channel that was last told *told* should hear of the story now."""
    case, view = _Case(heard, told, terms, asked), heard.view
    if view.moved:
        standing = told is not None and not told.closed and case.in_place
        return Decision(speak=standing, why=Why.MERGED if view.merged_into else Why.SPLIT)
    if not view.matches:
        return _nothing_to_hear(heard)
    why = _news(case)
    if why is None:
        return _nothing_new(case)
    releases = (_release(route, why, case) for route in heard.routes)
    held = min(releases, key=lambda release: release.at)
    held = held if why in SOFT else _after_downtime(held, case)
    if asked.now < held.at:
        return Decision(speak=False, why=held.why, until=held.at)
    if told is None and asked.held is Why.SILENCED and asked.now >= view.ends:
        return Decision(speak=False, why=Why.OVER)
    if why in SOFT:
        return Decision(speak=True, why=why, at=held.at)
    together, mentions = held.together or _late(held, case), _mentions(heard, told)
    return Decision(speak=True, why=why, at=held.at, together=together, mentions=mentions)


def missed_until(up_until: datetime | None, now: datetime) -> datetime | None:
    """Until when what comes was missed, if the daemon now starts and was up *until* a time."""
    away = up_until is not None and now - up_until >= DOWNTIME
    return now + CATCH_UP if away else None


def _nothing_to_hear(heard: Heard) -> Decision:
    if heard.silent_until:
        return Decision(speak=False, why=Why.SILENCED, until=heard.silent_until)
    return Decision(speak=False, why=Why.NO_ROUTE if heard.in_force else Why.RULE_GONE)


def _news(case: _Case) -> Why | None:
    """What of the story is worth a message, or a change of the one that stands there."""
    view, told = case.view, case.told
    if told is None:
        return Why.FIRST
    fresh = [report for report in view.coverage if report.article_id not in told.articles]
    if any(report.independent for report in fresh):
        return Why.REPORT
    if view.rules.keys() - told.rules:
        return Why.RULE
    if view.new_facts(told):
        return Why.FACT
    if case.in_place and case.asked.thinned:
        return Why.TAKEN_OUT
    return Why.COUNT if fresh and case.in_place else None


def _nothing_new(case: _Case) -> Decision:
    """Nothing is to be told now; but the story may be closed, or be told once more."""
    view, told, now = case.view, case.told, case.asked.now
    looks = [case.heard.silent_until]
    if told and case.in_place and not told.closed:
        if now >= view.ends:
            return Decision(speak=True, why=Why.CLOSED)
        looks.append(view.ends)
    if told and now < view.ends and (every := _reminder(case.heard.routes)):
        due = (told.rang or told.at) + every
        if now >= due:
            return _remind(case)
        looks.append(due)
    fresh = told and {report.article_id for report in view.coverage} - told.articles
    until = min((look for look in looks if look), default=None)
    return Decision(speak=False, why=Why.COPIES if fresh else Why.NOTHING, until=until)


def _reminder(routes: tuple[Route, ...]) -> timedelta | None:
    """The shortest time after which a route reminds; a digest has nothing to remind of."""
    times = (route.timing.reminder_every for route in routes if not route.digest)
    return min((every for every in times if every), default=None)


def _remind(case: _Case) -> Decision:
    routes, zone = case.heard.routes, case.terms.zone
    ends = [_quiet_end(route.quiet, zone, case.asked.now) for route in routes]
    if all(ends) and not case.critical:
        return Decision(speak=False, why=Why.NOTHING, until=min(end for end in ends if end))
    return Decision(speak=True, why=Why.REMINDER)


def _release(route: Route, why: Why, case: _Case) -> _Release:
    """When *route* lets it be told."""
    told, terms, asked = case.told, case.terms, case.asked
    ripe = asked.since
    if terms.waits and (began := told.at if told else case.view.watched_at) <= asked.now:
        ripe = max(ripe, began + _wait(route, told, terms))
    release = _Release(ripe, Why.TOO_SOON if told else Why.WAITING)
    if why in SOFT:
        return release
    if route.digest:
        after = asked.since + timedelta.resolution  # what comes at its time is for the next one
        at = min(next_at(daytime, terms.zone, after) for daytime in route.digest)
        release = _Release(at, Why.DIGEST, Why.DIGEST)
    if case.critical:
        return release
    end = _quiet_end(route.quiet, terms.zone, max(release.at, asked.now))
    return _Release(end, Why.QUIET, release.together or Why.QUIET) if end else release


def _wait(route: Route, told: Told | None, terms: Terms) -> timedelta:
    """How long *route*, and the channel itself, wait since the last message or the first match."""
    if told is None:
        return route.timing.wait_before_first
    own = terms.spacing[: told.messages][-1:]
    return max((route.timing.update_at_most_every, *own))


def _quiet_end(quiet: Quiet | None, zone: tzinfo, at: datetime) -> datetime | None:
    """When the quiet hours end that *at* lies in; None where it lies in none."""
    if quiet is None:
        return None
    end = next_at(quiet.end, zone, last_at(quiet.start, zone, at))
    return end if at < end else None


def _after_downtime(held: _Release, case: _Case) -> _Release:
    """*held*, or later where it is of what we missed while we were down: that is told together."""
    until, asked = case.terms.missed_until, case.asked
    if until is None or asked.since >= until or held.together or case.critical:
        return held
    if until > asked.now + CATCH_UP:
        return held
    return _Release(max(held.at, until), Why.MISSED, Why.MISSED)


def _late(held: _Release, case: _Case) -> Why | None:
    """With what else it is told where it was held or comes late; what is critical is told alone."""
    if case.critical:
        return None
    if case.asked.held in SUMMARY:
        return case.asked.held
    return Why.DELAYED if case.asked.now - held.at > LATE else None


def _mentions(heard: Heard, told: Told | None) -> frozenset[str]:
    """Whom the routes call, each once a story."""
    named = {route.mention for route in heard.routes if route.mention}
    return frozenset(named - (told.mentioned if told else frozenset()))
