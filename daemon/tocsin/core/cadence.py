"""When to poll a feed again, whether it is well, and when to try a channel again.

Strategy: a feed's interval follows the share of its entries that were new: shorter while news
comes in, slowly longer while none does, always within what the user set.  What the other side asks
for (Retry-After, Cache-Control, Expires, ttl, skipHours) is a lower bound.  A failing feed is asked
ever more seldom, but never given up.

Jitter is a number from -1 to 1 that the caller draws, so that all of this is pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

DAY = timedelta(days=1)
JITTER = 0.1
"""The part of an interval by which jitter spreads it, to either side."""

BRISK = 0.2
"""A poll that brings this share of new entries is followed by one in half the time: at ten times
that share entries could roll off unseen between two polls."""

FASTER, SLOWER = 0.5, 1.5

DEAD_AFTER, DEAD_TRIES = DAY, 20
"""A message that could not be delivered for so long, and so often, is laid aside: a clock that was
set on, or a daemon that was down, has not tried for a day."""

PAUSE = timedelta(days=7)
"""A feed that says that it is gone for good (410) is asked so seldom: it may have been a slip."""

MOVED_AFTER = 3
"""So many same answers (301, 308) make a new address the one that is asked."""

DOWN_AFTER = DAY
SILENT_GAPS = 5
SILENT_AT_LEAST = timedelta(hours=6)
"""A feed that brings news every minute is not silent after five: it may be night."""

NEWER_GAP_WEIGHS = 0.2

ARRIVES = timedelta(seconds=3)
"""What may have been taken may still be on its way: so long after that the channel is asked."""

_FIRST_TRY, _LAST_TRY = timedelta(seconds=1), timedelta(minutes=15)


class Why(StrEnum):
    """Why a feed is polled again when it is; logs, metrics and ``feeds show`` print these words."""

    FIXED = "as configured"
    FASTER = "much was new"
    STEADY = "something was new"
    SLOWER = "nothing was new"
    GAP = "no entry was known: some may have been missed"
    FAILED = "it failed"
    ASKED = "the feed asks for it"
    SKIPS = "the feed skips these hours"
    GONE = "it says that it is gone for good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the user set: an interval is within *least* and *most*, or is *every*."""

    least: timedelta = timedelta(minutes=5)
    most: timedelta = DAY
    every: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a poll showed.

    *interval* is the one that led to it (zero at first sight).  *entries* and *new* count what the
    feed held and what of it was unknown; an unchanged feed has no new ones.  *failures* counts the
    polls that failed in a row, this one included.  *asked* is how long the feed asks to be left
    alone by itself or its headers, *retry_after* what the server demanded, *skip_hours* the hours
    of the day in UTC in which the feed never changes.
    """

    interval: timedelta
    entries: int = 0
    new: int = 0
    failures: int = 0
    gone: bool = False
    asked: timedelta | None = None
    retry_after: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPoll:
    """When to poll again, and why then.  *interval* is to be given back with the next `Polled`."""

    at: datetime
    interval: timedelta
    why: Why


def next_poll(now: datetime, polled: Polled, bounds: Bounds, jitter: float) -> NextPoll:
    """When to poll a feed again after *polled*.  Pure."""
    interval, why = _interval(polled, bounds)
    if polled.gone:
        return NextPoll(at=now + _spread(PAUSE, jitter), interval=interval, why=Why.GONE)
    due = now + _spread(_backed_off(interval, polled.failures), jitter)
    allowed = now + _spread(_asked(polled, bounds), abs(jitter))  # never sooner than asked for
    if allowed > due:
        due, why = allowed, Why.ASKED
    at = due if bounds.every else _after_skipped(due, polled.skip_hours)
    return NextPoll(at=at, interval=interval, why=why if at == due else Why.SKIPS)


def _interval(polled: Polled, bounds: Bounds) -> tuple[timedelta, Why]:
    """The feed's own interval after what a poll showed, and why it is so."""
    before = min(max(polled.interval, bounds.least), bounds.most)
    if polled.failures:
        return bounds.every or before, Why.FAILED
    if bounds.every:
        return bounds.every, Why.FIXED
    if not polled.interval:
        return bounds.least, Why.STEADY  # at first sight nothing is known of its habit
    if polled.entries and polled.new == polled.entries:
        return bounds.least, Why.GAP
    if polled.new:
        brisk = polled.new / polled.entries >= BRISK
        return (max(before * FASTER, bounds.least), Why.FASTER) if brisk else (before, Why.STEADY)
    return min(before * SLOWER, bounds.most), Why.SLOWER


def _backed_off(interval: timedelta, failures: int) -> timedelta:
    """Twice as long after each failure but the first, up to a day."""
    return max(interval, min(interval * _doubled(failures), DAY))


def _doubled(times: int) -> float:
    """1 the first time, then 2, 4, 8 …"""
    return 2.0 ** min(max(times - 1, 0), 16)


def _asked(polled: Polled, bounds: Bounds) -> timedelta:
    """How long we were asked to stay away, at most a day.  Who configured an interval knows better
    than the feed's own habits, but not than a server that refuses us."""
    wish = polled.asked if polled.asked and not bounds.every else timedelta()
    return min(max(wish, polled.retry_after or timedelta()), DAY)


def _spread(wait: timedelta, jitter: float) -> timedelta:
    return wait * (1 + JITTER * jitter)


def _after_skipped(at: datetime, skipped: frozenset[int]) -> datetime:
    """The first moment from *at* on that is in no skipped hour; *at* where all are skipped."""
    if len(skipped) > 23:
        return at
    while at.astimezone(UTC).hour in skipped:
        at = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return at


def asked_by_headers(headers: Mapping[str, str]) -> timedelta | None:
    """How long an answer is good for by its Cache-Control or, without one, its Expires; None where
    it does not say.  *headers* have lower-case names.  Pure: measured by the server's own clock."""
    control = headers.get("cache-control", "").lower().replace(" ", "").split(",")
    ages = [part.partition("=")[2].strip('"') for part in control if part.startswith("max-age=")]
    if ages:
        lasts, so_far = _seconds(ages[0]), _seconds(headers.get("age", "")) or timedelta()
        return None if lasts is None else max(lasts - so_far, timedelta())
    if "expires" not in headers:
        return None
    expires, date = _http_date(headers["expires"]), _http_date(headers.get("date"))
    return max(expires - date, timedelta()) if expires and date else None


def _seconds(value: str) -> timedelta | None:
    return timedelta(seconds=int(value)) if value.isdecimal() and len(value) < 10 else None


def _http_date(value: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(value or "").replace(tzinfo=UTC)  # HTTP dates are GMT
    except (ValueError, OverflowError):
        return None


# --- whether a feed is well ------------------------------------------------------------------


class Health(StrEnum):
    """How a feed is; the operator is told once whenever this changes."""

    FINE = "fine"
    DOWN = "down: no poll has succeeded for a day"
    SILENT = "silent: nothing new for five times its usual gap"
    GONE = "paused: it says that it is gone for good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a feed's past, at a poll.

    *failing_since* is when the first of the polls failed that have failed ever since, *gone* where
    the last did for good; *brought* is when it last brought a new entry.  *usual_gap* is how far
    apart new entries usually are, None while nobody knows.
    """

    failing_since: datetime | None = None
    gone: bool = False
    brought: datetime | None = None
    usual_gap: timedelta | None = None


def health(now: datetime, record: Record) -> Health:
    """How a feed is.  Pure."""
    if record.failing_since:
        down = now - record.failing_since >= DOWN_AFTER
        return Health.GONE if record.gone else Health.DOWN if down else Health.FINE
    if record.brought is None or record.usual_gap is None:
        return Health.FINE
    quiet = max(record.usual_gap * SILENT_GAPS, SILENT_AT_LEAST)
    return Health.SILENT if now - record.brought >= quiet else Health.FINE


def usual_gap(before: timedelta | None, latest: timedelta) -> timedelta:
    """The usual gap between new entries after one more, *latest*: it follows slowly, so that one
    quiet week-end is not taken for a habit.  Pure."""
    return latest if before is None else before + (latest - before) * NEWER_GAP_WEIGHS


# --- when to try a channel again -------------------------------------------------------------


def next_try(tries: int, jitter: float, retry_after: timedelta | None = None) -> timedelta:
    """How long to wait after the *tries*-th failed try of a message: 1 s, 2 s, 4 s … 15 min, or
    what the channel demands where that is longer.  Pure."""
    backoff = min(_FIRST_TRY * _doubled(tries), _LAST_TRY)
    wait = _spread(backoff, jitter)
    return max(wait, retry_after) if retry_after else wait
