"""Silences: what a person wants to hear nothing of, and until when.

They stand in the store alone, so that one made beside a running daemon holds from the next decision
on; what they hold back is decided by :mod:`tocsin.core.alerting`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from tocsin.core.errors import TocsinError
from tocsin.core.model import Silence
from tocsin.store.schema import silences


def add(conn: Connection, silence: Silence) -> int:
    """Keep a silence, which holds from now on; its id."""
    values = {column.name: getattr(silence, column.name) for column in silences.columns}
    key = conn.execute(insert(silences).values(**values | {"id": None})).inserted_primary_key
    assert key is not None  # noqa: S101  (one row was inserted)
    new_id: int = key[0]
    return new_id


def in_force(conn: Connection, now: datetime) -> tuple[Silence, ...]:
    """The silences that hold at *now*, in the order in which they were made."""
    holding = select(silences).where(silences.c.until > now).order_by(silences.c.id)
    return tuple(_silence(row) for row in conn.execute(holding))


def all_of(conn: Connection) -> tuple[Silence, ...]:
    """Every silence that was made, whether it still holds or not, in order."""
    rows = conn.execute(select(silences).order_by(silences.c.id))
    return tuple(_silence(row) for row in rows)


def expire(conn: Connection, silence_id: int, now: datetime) -> Silence:
    """End a silence; `outbox.ask_again` has what it held back decided anew.

    Raises:
        TocsinError: There is no such silence, or it has ended already.
    """
    row = conn.execute(select(silences).where(silences.c.id == silence_id)).first()
    if row is None:
        raise TocsinError(f"there is no silence {silence_id}; see `tocsin silence list`")
    if row.until <= now:
        raise TocsinError(f"silence {silence_id} has ended already")
    conn.execute(update(silences).where(silences.c.id == silence_id).values(until=now))
    return _silence(row)


def _silence(row: Row[*tuple[Any, ...]]) -> Silence:
    return Silence(**row._mapping)
