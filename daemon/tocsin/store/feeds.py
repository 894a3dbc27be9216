"""What we know of each feed: its validators, its health, when to ask again.

Which feeds there are stands in the configuration alone; rows of feeds that left it stay, so that a
feed that comes back is no stranger.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from tocsin.core.model import Feed
from tocsin.store.rows import AnyRow
from tocsin.store.schema import feeds


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """A feed's row."""

    id: str
    url: str
    title: str
    etag: str
    last_modified: str
    body_hash: str
    fingerprints: bytes
    next_fetch_at: datetime
    interval: timedelta | None
    baseline_at: datetime | None
    full_get_at: datetime | None
    last_ok_at: datetime | None
    last_new_at: datetime | None
    failing_since: datetime | None
    failures: int
    last_error: str
    moved_to: str
    moved_times: int
    ttl: timedelta | None
    skip_hours: list[int]
    usual_gap: timedelta | None
    gaps: int
    health: str
    health_since: datetime | None
    why: str


def sync(conn: Connection, configured: Sequence[Feed], now: datetime) -> None:
    """Make a row for every feed that has none; one whose address changed is asked anew.

    A feed keeps its history over a changed address, so what stood there is not news.
    """
    known = {row.id: row.url for row in conn.execute(select(feeds.c.id, feeds.c.url))}
    for feed in configured:
        if feed.id not in known:
            conn.execute(insert(feeds).values(id=feed.id, url=feed.url, next_fetch_at=now))
        elif known[feed.id] != feed.url:
            record(
                conn,
                feed.id,
                {
                    "url": feed.url,
                    "etag": "",
                    "last_modified": "",
                    "body_hash": "",
                    "moved_to": "",
                    "moved_times": 0,
                    "fingerprints": b"",
                    "next_fetch_at": now,
                },
            )


def state(conn: Connection, feed_id: str) -> FeedState:
    """The row of a feed that `sync` has seen."""
    return _of(conn.execute(_STATE, {"feed": feed_id}).one())


def states(conn: Connection) -> dict[str, FeedState]:
    """What is known of every feed that was ever watched, by its id."""
    return {row.id: _of(row) for row in conn.execute(_STATES)}


def claim_due(
    conn: Connection, among: Collection[str], now: datetime, *, lease: timedelta, limit: int
) -> list[FeedState]:
    """The feeds whose time has come, longest overdue first, ours until the lease runs out."""
    with conn.execute(_DUE, {"now": now}) as due:
        ours = [_of(row) for row in islice((row for row in due if row.id in among), limit)]
    if ours:
        ids = [feed.id for feed in ours]
        conn.execute(_LEASE, {"feeds": ids, "leased_until": now + lease})
    return ours


def recover(conn: Connection) -> None:
    """Take back what a daemon that is gone was polling."""
    conn.execute(update(feeds).values(leased_until=None))


def give_back(conn: Connection, among: Collection[str]) -> None:
    """Free these feeds before their leases end: their polls came to nothing."""
    conn.execute(update(feeds).where(feeds.c.id.in_(list(among))).values(leased_until=None))


def record(conn: Connection, feed_id: str, values: dict[str, Any]) -> None:
    """Set columns of a feed's row and give its lease back."""
    conn.execute(_RECORD, {"feed": feed_id, "leased_until": None, **values})


def _of(row: AnyRow) -> FeedState:
    return FeedState(**row._mapping)


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_STATES = select(*(feeds.c[name] for name in FeedState.__dataclass_fields__))
_STATE = _STATES.where(feeds.c.id == bindparam("feed"))
_DUE = _STATES.where(
    feeds.c.next_fetch_at <= bindparam("now"),
    or_(feeds.c.leased_until.is_(None), feeds.c.leased_until <= bindparam("now")),
).order_by(feeds.c.next_fetch_at, feeds.c.id)
_LEASE = update(feeds).where(feeds.c.id.in_(bindparam("feeds", expanding=True)))
_RECORD = update(feeds).where(feeds.c.id == bindparam("feed"))
