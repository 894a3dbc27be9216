"""Small facts under a name: when the daemon was last alive."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tocsin.store.schema import facts
from tocsin.store.values import dump, load

ALIVE, ENDED = "alive", "ended"

SET_BACK = timedelta(seconds=5)
"""A clock that went back by less was only kept in step."""


def put(conn: Connection, name: str, value: Any) -> None:
    """Remember *value*, JSON types, under *name*."""
    drop(conn, name)
    conn.execute(insert(facts).values(name=name, value=value))


def drop(conn: Connection, name: str) -> None:
    """Forget what was put there."""
    conn.execute(delete(facts).where(facts.c.name == name))


def get(conn: Connection, name: str) -> Any:
    """What was put there last, or None."""
    return conn.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alive:
    """When a daemon said that it lives, which of its beats stood *still* then, and what else was
    wrong that no new start would mend."""

    at: datetime
    still: tuple[str, ...] = ()
    but: str = ""


def alive(conn: Connection, now: datetime, still: tuple[str, ...] = (), but: str = "") -> None:
    """Say that the daemon lives: it has reached the store and written to it."""
    put(conn, ALIVE, dump(Alive(at=now, still=still, but=but)))


def clock_went_back(conn: Connection, now: datetime) -> bool:
    """Whether the machine's clock was set back since a daemon last said that it lives, or ended."""
    last = up_until(conn)
    return last is not None and last - now > SET_BACK


def ended(conn: Connection, now: datetime) -> None:
    """Say that the daemon has ended in order: it lives no more."""
    drop(conn, ALIVE)
    put(conn, ENDED, now.isoformat())


def last_alive(conn: Connection) -> Alive | None:
    """What a daemon last said of its life; None where it has ended in order."""
    said = get(conn, ALIVE)
    return load(Alive, said) if said else None


def up_until(conn: Connection) -> datetime | None:
    """When a daemon was last there, however it ended; None where there never was one."""
    lived, said = last_alive(conn), get(conn, ENDED)
    times = [lived.at if lived else None, datetime.fromisoformat(said) if said else None]
    return max((time for time in times if time), default=None)
