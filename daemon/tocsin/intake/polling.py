"""What a poll of a feed leaves in the store: its new entries, its validators, its next time, its
health.
"""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import structlog
import xxhash
from sqlalchemy import Connection

from tocsin.core.cadence import (
    DOWN_AFTER,
    MOVED_AFTER,
    Bounds,
    NextPoll,
    Polled,
    Record,
    Why,
    asked_by_headers,
    next_poll,
    usual_gap,
)
from tocsin.core.errors import BadStatus, FetchError, ReadError
from tocsin.core.model import Feed, ParsedFeed
from tocsin.core.ports import Request, Response
from tocsin.fetch import private_headers
from tocsin.intake.wellness import Checkup, tell
from tocsin.store import feeds, sighting
from tocsin.store.feeds import FeedState
from tocsin.store.sighting import TakenIn

FEED_BYTES = 10 * 2**20
FEED_TYPES = "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"

FULL_GET_EVERY = timedelta(days=1)
"""Some feeds never change their ETag: once a day they are asked without it."""

MOST_LONGER = 2
"""A wait is less than so many times as long as the one before it, with all jitter."""

NOTHING = TakenIn()

GONE_STATUS = 410

log = structlog.get_logger("tocsin.intake")


class Outcome(StrEnum):
    """What came of a poll."""

    OK = "ok"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What one poll of a feed brought.

    *why* says why it failed, or what was wrong with it; *failing_for* how long it has failed.
    """

    feed_id: str
    outcome: Outcome
    entries: TakenIn = NOTHING
    why: str = ""
    failing_for: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A feed that was asked at *now*, and what was known of it then."""

    feed: Feed
    state: FeedState
    bounds: Bounds
    now: datetime

    @property
    def url(self) -> str:
        """The address to ask: the feed's own, or where that has redirected for good.

        What the user gave for the feed's own host alone never goes to another.
        """
        moved, feed = self.state.moved_to, self.feed
        private = feed.access.headers
        may_follow = not private or bool(private_headers(feed, moved))
        return moved if self.state.moved_times >= MOVED_AFTER and may_follow else feed.url

    @property
    def in_full(self) -> bool:
        """Whether it is asked without validators: the first time, and at least once a day, so
        already now where the next time may be too late."""
        last, answered = self.state.full_get_at, self.state.last_ok_at
        if last is None or answered is None:
            return True
        next_at = self.now + MOST_LONGER * (self.now - answered)
        return next_at - last >= FULL_GET_EVERY


def request(asked: Asked) -> Request:
    state, conditional = asked.state, not asked.in_full
    return Request(
        url=asked.url,
        accept=FEED_TYPES,
        max_bytes=FEED_BYTES,
        etag=state.etag if conditional else "",
        last_modified=state.last_modified if conditional else "",
        headers=private_headers(asked.feed, asked.url),
        proxy=asked.feed.access.proxy,
    )


def unchanged(response: Response, state: FeedState) -> bool:
    return response.not_modified or _digest(response) == state.body_hash


def take_in(conn: Connection, asked: Asked, response: Response, parsed: ParsedFeed) -> Poll:
    """Keep the entries of a poll together with the validators, so that neither is without the
    other: what a crash undoes is asked for again."""
    feed, first = asked.feed, asked.state.baseline_at is None
    taken = sighting.take_in(conn, feed, parsed, asked.now, first=first)
    if taken.renamed:
        log.info("the feed renamed its entries: no news", feed=feed.id, entries=taken.renamed)
    said = _said(asked, parsed, new=taken.new > 0)
    counted = (len(parsed.entries) + parsed.known, 0 if first else taken.new)
    read = replace(asked, state=replace(asked.state, **said))
    feeds.record(conn, feed.id, said | _answered(conn, read, response, counted))
    return Poll(feed_id=feed.id, outcome=Outcome.OK, entries=taken, why=parsed.note)


def note_unchanged(conn: Connection, asked: Asked, response: Response) -> Poll:
    """Nothing is new: only ask again later."""
    feeds.record(conn, asked.feed.id, _answered(conn, asked, response, (0, 0)))
    return Poll(feed_id=asked.feed.id, outcome=Outcome.UNCHANGED)


def note_failure(conn: Connection, asked: Asked, error: FetchError | ReadError) -> Poll:
    """Remember since when and why it fails, and ask again ever more seldom."""
    state, now, feed = asked.state, asked.now, asked.feed
    since = state.failing_since or now
    gone = isinstance(error, BadStatus) and error.status == GONE_STATUS
    polled = Polled(
        interval=state.interval or timedelta(),
        failures=state.failures + 1,
        gone=gone,
        retry_after=error.retry_after if isinstance(error, BadStatus) else None,
    )
    again = next_poll(now, polled, asked.bounds, _jitter())
    record = Record(failing_since=since, gone=gone)
    checkup = Checkup(feed=feed, before=state, record=record, now=now, error=str(error))
    values = {
        "failures": polled.failures,
        "failing_since": since,
        "last_error": str(error),
        "next_fetch_at": _in_time_to_tell(again, since, now),
        "why": again.why,
        "moved_times": 0,  # where it had moved to may be what fails
    }
    feeds.record(conn, feed.id, values | tell(conn, checkup))
    failing_for = now - since
    return Poll(feed_id=feed.id, outcome=Outcome.FAILED, why=str(error), failing_for=failing_for)


def _in_time_to_tell(again: NextPoll, since: datetime, now: datetime) -> datetime:
    """Not later than when a feed that still fails is down, so that this is told in time."""
    down_at = since + DOWN_AFTER
    return down_at if again.why is Why.FAILED and now < down_at < again.at else again.at


def _said(asked: Asked, parsed: ParsedFeed, *, new: bool) -> dict[str, Any]:
    """What is known of a feed by what it held; *new* where some of that was."""
    state, now = asked.state, asked.now
    values: dict[str, Any] = {
        "title": parsed.title,
        "baseline_at": state.baseline_at or now,
        "fingerprints": parsed.fingerprints,
        "ttl": parsed.ttl,
        "skip_hours": sorted(parsed.skip_hours),
    }
    if new:
        gap = usual_gap(state.usual_gap, now - state.last_new_at) if state.last_new_at else None
        values |= {"last_new_at": now, "usual_gap": gap}
    return values


def _answered(
    conn: Connection, asked: Asked, response: Response, counted: tuple[int, int]
) -> dict[str, Any]:
    """What to note of a feed that has answered; *counted* are the entries that it held, and those
    of them that are new."""
    state, now = asked.state, asked.now
    held, new = counted
    polled = Polled(
        interval=state.interval or timedelta(),
        entries=held,
        new=new,
        asked=_longest(state.ttl, asked_by_headers(response.headers)),
        skip_hours=frozenset(state.skip_hours),
    )
    again = next_poll(now, polled, asked.bounds, _jitter())
    record = Record(brought=state.last_new_at, usual_gap=state.usual_gap)
    values: dict[str, Any] = {
        "next_fetch_at": again.at,
        "interval": again.interval,
        "why": again.why,
        "last_ok_at": now,
        "failures": 0,
        "failing_since": None,
        "last_error": "",
        "gaps": state.gaps + _gap(asked, held, new),
    }
    values |= tell(conn, Checkup(feed=asked.feed, before=state, record=record, now=now))
    values |= _moved(asked, response)
    if not response.not_modified:
        values |= {"etag": response.etag, "last_modified": response.last_modified}
        values |= {"body_hash": _digest(response), "full_get_at": now}
    return values


def _gap(asked: Asked, held: int, new: int) -> int:
    """1 where no entry of a poll was known, so that some may have come and gone unseen."""
    if not held or new < held:
        return 0
    log.info(
        "no entry was known: some may have been missed, so it is asked sooner",
        feed=asked.feed.id,
        entries=held,
    )
    return 1


def _moved(asked: Asked, response: Response) -> dict[str, Any]:
    """Where the feed has redirected us for good, and how often in a row."""
    state, to = asked.state, response.moved_to
    if asked.url != asked.feed.url and not to:
        return {}  # it is asked at its new address, and there it is
    times = state.moved_times + 1 if to and to == state.moved_to else int(bool(to))
    if times == MOVED_AFTER:
        line = asked.feed.place or "your feeds"
        log.warning(
            "the feed has moved for good: change its address",
            feed=asked.feed.id,
            line=line,
            to=to,
        )
    return {"moved_to": to, "moved_times": times}


def _digest(response: Response) -> str:
    return xxhash.xxh3_128_hexdigest(response.body)


def _jitter() -> float:
    return random.uniform(-1, 1)  # noqa: S311  (spreads polls; nothing secret)


def _longest(*lengths: timedelta | None) -> timedelta | None:
    return max((length for length in lengths if length), default=None)
