"""Words on the service itself, for who runs it: a feed is down, a token was revoked.

Whoever sees something wrong posts a notice in the transaction in which it is seen, once per key.
What is posted waits a little, is gathered into one message to the operator's channel, and is then
settled; see :mod:`tocsin.core.notices` for when and in which words.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from tocsin.core.notices import Notice
from tocsin.store.schema import notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A notice that the operator has not been told yet."""

    id: int
    notice: Notice
    at: datetime


def post(conn: Connection, notice: Notice, now: datetime) -> bool:
    """Have the operator told, once per key; whether it was new.

    A notice that ends one which nobody was told yet settles with it: neither is worth a word.
    """
    if conn.execute(select(notices.c.id).where(notices.c.key == notice.key)).first():
        return False
    forgotten = bool(notice.ends) and _forget(conn, notice.ends, now)
    conn.execute(
        insert(notices).values(
            key=notice.key,
            title=notice.title,
            lines=list(notice.lines),
            posted_at=now,
            settled_at=now if forgotten else None,
        )
    )
    return True


def waiting(conn: Connection) -> list[Posted]:
    """What the operator has not been told, in the order in which it was posted."""
    untold = select(notices).where(notices.c.settled_at.is_(None)).order_by(notices.c.id)
    return [
        Posted(
            id=row.id,
            notice=Notice(key=row.key, title=row.title, lines=tuple(row.lines)),
            at=row.posted_at,
        )
        for row in conn.execute(untold)
    ]


def settle(conn: Connection, told: Collection[int], now: datetime) -> None:
    """These are on their way to the operator, or need not be."""
    conn.execute(update(notices).where(notices.c.id.in_(told)).values(settled_at=now))


def _forget(conn: Connection, key: str, now: datetime) -> bool:
    """Settle the notice of that key if it is untold; whether it was."""
    untold = update(notices).where(notices.c.key == key, notices.c.settled_at.is_(None))
    return conn.execute(untold.values(settled_at=now)).rowcount > 0
