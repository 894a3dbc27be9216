"""What a poll of a feed leaves in the store: its new entries, its validators, its next time."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import xxhash
from sqlalchemy import Connection

from tocsin.core.cadence import Bounds, Polled, asked_by_headers, next_poll
from tocsin.core.errors import BadStatus, FetchError, ReadError
from tocsin.core.model import Feed, ParsedFeed
from tocsin.core.ports import Request, Response
from tocsin.store import entries, feeds
from tocsin.store.entries import TakenIn
from tocsin.store.feeds import FeedState

FEED_BYTES = 10 * 2**20
FEED_TYPES = "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"

FULL_GET_EVERY = timedelta(days=1)
"""Some feeds never change their ETag: once a day they are asked without it."""

NOTHING = TakenIn()


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
    def in_full(self) -> bool:
        """Whether it is asked without validators: the first time, and once a day."""
        last = self.state.full_get_at
        return last is None or self.now - last >= FULL_GET_EVERY


def request(asked: Asked) -> Request:
    state, conditional = asked.state, not asked.in_full
    return Request(
        url=asked.feed.url,
        accept=FEED_TYPES,
        max_bytes=FEED_BYTES,
        etag=state.etag if conditional else "",
        last_modified=state.last_modified if conditional else "",
    )


def unchanged(response: Response, state: FeedState) -> bool:
    return response.not_modified or _digest(response) == state.body_hash


def take_in(conn: Connection, asked: Asked, response: Response, parsed: ParsedFeed) -> Poll:
    """Keep the entries of a poll together with the validators, so that neither is without the
    other: what a crash undoes is asked for again."""
    feed, now, first = asked.feed, asked.now, asked.state.baseline_at is None
    taken = entries.take_in(conn, feed, parsed, now, first=first)
    wish = _longest(parsed.ttl, asked_by_headers(response.headers))
    polled = Polled(
        interval=asked.state.interval or timedelta(),
        entries=len(parsed.entries) + parsed.known,
        new=0 if first else taken.new,
        asked=wish,
        skip_hours=parsed.skip_hours,
    )
    values = {
        "title": parsed.title,
        "baseline_at": asked.state.baseline_at or now,
        "fingerprints": parsed.fingerprints,
    }
    values |= {"last_new_at": now} if taken.new else {}
    feeds.record(conn, feed.id, values | _answered(asked, response, polled))
    return Poll(feed_id=feed.id, outcome=Outcome.OK, entries=taken, why=parsed.note)


def note_unchanged(conn: Connection, asked: Asked, response: Response) -> Poll:
    """Nothing is new: only ask again later."""
    polled = Polled(
        interval=asked.state.interval or timedelta(), asked=asked_by_headers(response.headers)
    )
    feeds.record(conn, asked.feed.id, _answered(asked, response, polled))
    return Poll(feed_id=asked.feed.id, outcome=Outcome.UNCHANGED)


def note_failure(conn: Connection, asked: Asked, error: FetchError | ReadError) -> Poll:
    """Remember since when and why it fails, and ask again ever more seldom."""
    state = asked.state
    polled = Polled(
        interval=state.interval or timedelta(),
        failures=state.failures + 1,
        retry_after=error.retry_after if isinstance(error, BadStatus) else None,
    )
    again = next_poll(asked.now, polled, asked.bounds, _jitter())
    since = state.failing_since or asked.now
    values = {
        "failures": polled.failures,
        "failing_since": since,
        "last_error": str(error),
        "next_fetch_at": again.at,
    }
    feeds.record(conn, asked.feed.id, values)
    return Poll(
        feed_id=asked.feed.id,
        outcome=Outcome.FAILED,
        why=str(error),
        failing_for=asked.now - since,
    )


def _answered(asked: Asked, response: Response, polled: Polled) -> dict[str, Any]:
    """The columns of a feed that has answered."""
    again = next_poll(asked.now, polled, asked.bounds, _jitter())
    values: dict[str, Any] = {
        "next_fetch_at": again.at,
        "interval": again.interval,
        "last_ok_at": asked.now,
        "failures": 0,
        "failing_since": None,
        "last_error": "",
    }
    if response.not_modified:
        return values
    values |= {"etag": response.etag, "last_modified": response.last_modified}
    return values | {"body_hash": _digest(response), "full_get_at": asked.now}


def _digest(response: Response) -> str:
    return xxhash.xxh3_128_hexdigest(response.body)


def _jitter() -> float:
    return random.uniform(-1, 1)  # noqa: S311  (spreads polls; nothing secret)


def _longest(*lengths: timedelta | None) -> timedelta | None:
    return max((length for length in lengths if length), default=None)
