"""Bulletins: several stories, or a word on the service itself, in one message.

A bulletin is frozen when it is made and has the life of a message of the outbox: tried until it is
told, or dead.  The rows of the outbox that it tells name it and become told with it, in the same
transaction, so a crash neither doubles nor loses one of them.
"""

from datetime import datetime

from sqlalchemy import Connection, select

from tocsin.core.model import Bulletin
from tocsin.store.rows import add_row
from tocsin.store.schema import bulletins
from tocsin.store.values import dump


def post(conn: Connection, bulletin: Bulletin, now: datetime) -> bool:
    """Have *bulletin* sent, once per key; whether it was new."""
    if conn.execute(select(bulletins.c.id).where(bulletins.c.key == bulletin.key)).first():
        return False
    add(conn, bulletin, now)
    return True


def add(
    conn: Connection, bulletin: Bulletin, now: datetime, leased_until: datetime | None = None
) -> int:
    """Keep a new bulletin, to be sent now by whoever asks, or by who has leased it; its id."""
    row = {
        "key": bulletin.key,
        "channel": bulletin.channel,
        "recipient": bulletin.recipient,
        "status": "sending",
        "due_at": now,
        "leased_until": leased_until,
        "payload": dump(bulletin),
        "tries": 1 if leased_until else 0,
        "first_try_at": now,
    }
    return add_row(conn, bulletins, row)
