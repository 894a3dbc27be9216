"""Entries: which ones a feed has shown us, and how far each has come.

An entry is known by any of its guid, its canonical URL and, where it has words enough to tell it
from others, the hash of its words; so a feed that renames or moves its entries brings no news.  A
*new* entry keeps the feed's words until it is read, which it is only once its article is placed.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, or_, select, update

from tocsin.core.grouping import canonical_url, content_hash
from tocsin.core.model import Entry, Feed, ParsedFeed
from tocsin.store.schema import articles, entries
from tocsin.store.values import dump, load

TELLING_WORDS = 12
"""Fewer words than this may well be said twice ("Live: the latest"), so they identify nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many of a poll's entries were new, taken as baseline, and known already."""

    new: int = 0
    baseline: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A new entry that waits to be read; *tries* counts the readings that were begun before."""

    id: int
    feed_id: str
    first_seen: datetime
    tries: int
    entry: Entry


def take_in(
    conn: Connection, feed: Feed, parsed: ParsedFeed, now: datetime, *, first: bool
) -> TakenIn:
    """Remember what a poll held; what was not known is new, or baseline at *first* sight.

    At first sight an entry is new all the same where the feed's `first_sight` takes it in by its
    date.
    """
    counts = {"new": 0, "baseline": 0, "known": parsed.known}
    for entry in parsed.entries:
        row = _row(feed, entry)
        status = "known" if _is_known(conn, row) else _status(feed, entry, now, first=first)
        counts[status] += 1
        if status != "known":
            kept = dump(entry) if status == "new" else None
            conn.execute(insert(entries).values(**row, status=status, first_seen=now, entry=kept))
    return TakenIn(**counts)


def claim_new(
    conn: Connection, now: datetime, *, lease: timedelta, limit: int, among: Collection[str]
) -> list[Unread]:
    """New entries of these feeds that nobody is reading, oldest first, ours for the lease."""
    free = or_(entries.c.leased_until.is_(None), entries.c.leased_until <= now)
    waiting = select(entries).where(entries.c.status == "new", free).order_by(entries.c.id)
    ours = (row for row in conn.execute(waiting) if row.feed_id in among)
    rows = list(islice(ours, limit))
    conn.execute(
        update(entries)
        .where(entries.c.id.in_([row.id for row in rows]))
        .values(leased_until=now + lease, tries=entries.c.tries + 1)
    )
    return [_unread(row) for row in rows]


def _unread(row: Row[*tuple[Any, ...]]) -> Unread:
    return Unread(
        id=row.id,
        feed_id=row.feed_id,
        first_seen=row.first_seen,
        tries=row.tries,
        entry=load(Entry, row.entry),
    )


def recover(conn: Connection) -> None:
    """Take back what a daemon that is gone was reading."""
    conn.execute(update(entries).where(entries.c.status == "new").values(leased_until=None))


def quarantine(conn: Connection, entry_id: int) -> None:
    """Set aside an entry that cannot be read, with its words, for a person to look at."""
    conn.execute(
        update(entries)
        .where(entries.c.id == entry_id)
        .values(status="quarantined", leased_until=None)
    )


def mark_read(conn: Connection, entry_id: int, article_id: int) -> None:
    """The entry's article is placed: there is nothing left to do for it."""
    conn.execute(
        update(entries)
        .where(entries.c.id == entry_id)
        .values(status="read", article_id=article_id, entry=None, leased_until=None)
    )


def _row(feed: Feed, entry: Entry) -> dict[str, str]:
    address = canonical_url(entry.url) if entry.url else ""
    words = f"{entry.title} {entry.text}".split()
    hashed = content_hash(entry.title, entry.text) if len(words) >= TELLING_WORDS else ""
    guid = entry.guid or address or content_hash(entry.title, entry.text)
    return {"feed_id": feed.id, "guid": guid, "address": address, "hash": hashed}


def _is_known(conn: Connection, row: dict[str, str]) -> bool:
    here = entries.c.feed_id == row["feed_id"]
    same = [and_(here, entries.c.guid == row["guid"])]
    if row["address"]:
        same.append(and_(here, entries.c.address == row["address"]))
    if row["hash"]:
        same.append(and_(here, entries.c.hash == row["hash"]))
    if conn.execute(select(entries.c.id).where(or_(*same)).limit(1)).first():
        return True
    elsewhere = select(articles.c.id).where(articles.c.address == row["address"]).limit(1)
    return bool(row["address"]) and conn.execute(elsewhere).first() is not None


def _status(feed: Feed, entry: Entry, now: datetime, *, first: bool) -> str:
    if not first:
        return "new"
    recent = (
        feed.first_sight is not None
        and entry.published is not None
        and entry.published >= now - feed.first_sight
    )
    return "new" if recent else "baseline"
