"""Small facts under a name: when the daemon was last alive."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tocsin.store.schema import facts

ALIVE = "alive"


def put(conn: Connection, name: str, value: Any) -> None:
    """Remember *value*, JSON types, under *name*."""
    conn.execute(delete(facts).where(facts.c.name == name))
    conn.execute(insert(facts).values(name=name, value=value))


def get(conn: Connection, name: str) -> Any:
    """What was put there last, or None."""
    return conn.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def alive(conn: Connection, now: datetime) -> None:
    """Say that the daemon lives: it has reached the store and written to it."""
    put(conn, ALIVE, now.isoformat())


def ended(conn: Connection) -> None:
    """Say that the daemon has ended in order: it lives no more."""
    conn.execute(delete(facts).where(facts.c.name == ALIVE))


def last_alive(conn: Connection) -> datetime | None:
    """When a daemon last said that it lives."""
    said = get(conn, ALIVE)
    return datetime.fromisoformat(said) if said else None
