"""Silences: what a person wants to hear nothing of, and until when.

They stand in the store alone, so that one made beside a running daemon holds from the next decision
on; what they hold back is decided by :mod:`tocsin.core.alerting`.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, update

from tocsin.core.alerting import Why
from tocsin.core.errors import TocsinError
from tocsin.core.model import Silence
from tocsin.store import ledger
from tocsin.store.rows import AnyRow, add_row
from tocsin.store.schema import articles, attempts, matches, outbox, silences


def add(conn: Connection, silence: Silence) -> int:
    """Keep a silence, which holds from now on; its id."""
    names = set(Silence.__dataclass_fields__) - {"id"}
    return add_row(conn, silences, {name: getattr(silence, name) for name in names})


def in_force(conn: Connection, now: datetime) -> tuple[Silence, ...]:
    """The silences that hold at *now*, in the order in which they were made."""
    return tuple(_silence(row) for row in conn.execute(_IN_FORCE, {"now": now}))


def all_of(conn: Connection) -> tuple[Silence, ...]:
    """Every silence that was made, whether it still holds or not, in order."""
    rows = conn.execute(select(silences).order_by(silences.c.id))
    return tuple(_silence(row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Of how many stories a silence has kept somebody from hearing: in all, and still now."""

    so_far: int
    now: int


def held(conn: Connection, silence: Silence) -> Held:
    """What a silence holds back; where two overlap, each counts it."""
    stories_of = select(func.count(func.distinct(outbox.c.story_id))).where(_covered(silence))
    kept = stories_of.join(attempts, attempts.c.outbox_id == outbox.c.id).where(
        attempts.c.outcome == ledger.HELD,
        attempts.c.detail == Why.SILENCED,
        attempts.c.at.between(silence.created, silence.until),
    )
    waits = stories_of.where(outbox.c.status == "due", outbox.c.why == Why.SILENCED)
    return Held(
        so_far=conn.execute(kept).scalar_one(),
        now=conn.execute(waits).scalar_one(),
    )


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


def _covered(silence: Silence) -> ColumnElement[bool]:
    """The rows of the outbox whose story the silence is about."""
    if silence.story is not None:
        return outbox.c.story_id == silence.story
    if silence.feed:
        of_feed = select(articles.c.story_id).where(articles.c.feed_id == silence.feed)
        return outbox.c.story_id.in_(of_feed)
    matched = select(articles.c.story_id).join(matches, matches.c.article_id == articles.c.id)
    return outbox.c.story_id.in_(matched.where(matches.c.rule_id == silence.rule))


def _silence(row: AnyRow) -> Silence:
    return Silence(**row._mapping)


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_IN_FORCE = select(silences).where(silences.c.until > bindparam("now")).order_by(silences.c.id)
