"""Entries that wait to be read: claimed, read, given back, set aside.

A *new* entry keeps the feed's words until it is read, which it is only once its article is placed;
one that is to be read again keeps them until that is done.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select, update

from tocsin.core.model import Entry
from tocsin.store.columns import Instant
from tocsin.store.rows import AnyRow
from tocsin.store.schema import entries
from tocsin.store.values import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An entry that waits to be read, or to be read again where it has an article.

    *tries* counts the readings that came to nothing: of the first one that it was begun, later only
    what `tried` was told.  *own_page* unless its link is other entries' link too.
    """

    id: int
    feed_id: str
    first_seen: datetime
    tries: int
    entry: Entry
    article_id: int | None = None
    own_page: bool = True


def claim_new(
    conn: Connection, now: datetime, *, lease: timedelta, limit: int, among: Collection[str]
) -> list[Unread]:
    """New entries of these feeds that nobody is reading, oldest first, then those to be read again
    now, ours for the lease."""
    with conn.execute(_WAITING, {"now": now}) as waiting:
        rows = list(islice((row for row in waiting if row.feed_id in among), limit))
    if rows:
        conn.execute(_LEASE, {"ours": [row.id for row in rows], "until": now + lease})
    return [_unread(row) for row in rows]


def _unread(row: AnyRow) -> Unread:
    return Unread(
        id=row.id,
        feed_id=row.feed_id,
        first_seen=row.first_seen,
        tries=row.tries,
        entry=load(Entry, row.entry),
        article_id=row.article_id,
        own_page=bool(row.own_page),
    )


def tried(conn: Connection, unread: Unread) -> None:
    """A reading of an entry that was begun before now is in our own hands, or has failed there: if
    nothing comes of it, that was one more try."""
    unedited = and_(entries.c.id == unread.id, entries.c.tries > 0)
    conn.execute(update(entries).where(unedited).values(tries=unread.tries + 1))


def recover(conn: Connection) -> None:
    """Take back what a daemon that is gone was reading."""
    conn.execute(
        update(entries).where(entries.c.leased_until.is_not(None)).values(leased_until=None)
    )


def give_back(conn: Connection, among: Collection[str]) -> None:
    """Free what was being read of these feeds before its lease ends; that was no try."""
    being_read = and_(entries.c.status == "new", entries.c.leased_until.is_not(None))
    conn.execute(
        update(entries)
        .where(being_read, entries.c.feed_id.in_(list(among)))
        .values(leased_until=None, tries=entries.c.tries - 1)
    )


def quarantine(conn: Connection, entry_id: int) -> None:
    """Set aside an entry that cannot be read, with its words, for a person to look at."""
    conn.execute(
        update(entries)
        .where(entries.c.id == entry_id)
        .values(status="quarantined", leased_until=None, reread_at=None)
    )


def mark_read(
    conn: Connection, entry_id: int, article_id: int, again_at: datetime | None = None
) -> None:
    """The entry's article is placed: there is nothing left to do for it, or to read it *again_at*.

    Where it was edited while it was being read, it is to be read again at once.
    """
    conn.execute(_READ, {"entry_id": entry_id, "article": article_id, "again": again_at})


def mark_reread(conn: Connection, entry_id: int) -> None:
    """The entry was read again; where it was edited meanwhile, it is to be read once more."""
    mine = update(entries).where(entries.c.id == entry_id)
    conn.execute(mine.values(leased_until=None, rereads=entries.c.rereads + 1))
    is_done = entries.c.tries > 0  # an edit begins the count anew
    conn.execute(mine.where(is_done).values(reread_at=None, tries=0, entry=None))


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_REREAD_AT = func.coalesce(entries.c.reread_at, bindparam("again", type_=Instant))
_READ = (
    update(entries)
    .where(entries.c.id == bindparam("entry_id"))
    .values(
        status="read",
        article_id=bindparam("article"),
        leased_until=None,
        reread_at=_REREAD_AT,
        tries=case((entries.c.reread_at.is_(None), 0), else_=entries.c.tries),
        entry=case((_REREAD_AT.is_not(None), entries.c.entry)),
    )
)
_FREE = or_(entries.c.leased_until.is_(None), entries.c.leased_until <= bindparam("now"))
_WANTED = or_(entries.c.status == "new", entries.c.reread_at <= bindparam("now"))
_WAITING = select(entries).where(_WANTED, _FREE).order_by(entries.c.status != "new", entries.c.id)
_LEASE = (
    update(entries)
    .where(entries.c.id.in_(bindparam("ours", expanding=True)))
    .values(
        leased_until=bindparam("until"),
        tries=case((entries.c.tries == 0, 1), else_=entries.c.tries),
    )
)
