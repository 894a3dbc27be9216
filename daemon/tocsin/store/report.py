"""What a person asks of the store: which stories were told, to whom, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from tocsin.core.alerting import Address, compose
from tocsin.core.model import Alert
from tocsin.store import outbox, stories
from tocsin.store.outbox import Attempt
from tocsin.store.schema import articles, attempts, entries
from tocsin.store.schema import outbox as outbox_rows
from tocsin.store.schema import stories as story_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """An alert as it stands now, and its ledger."""

    alert: Alert
    ledger: tuple[Attempt, ...]


def newest_attempt(conn: Connection) -> int:
    """The id of the ledger's last line, or 0."""
    return conn.execute(select(func.max(attempts.c.id))).scalar() or 0


def rung_since(conn: Connection, attempt_id: int, now: datetime) -> list[Rung]:
    """The alerts that were sent, or could not be, since a line of the ledger, in order."""
    spoken = attempts.c.outcome != outbox.SILENT
    rows = conn.execute(
        select(outbox_rows.c.story_id)
        .join(attempts, attempts.c.outbox_id == outbox_rows.c.id)
        .where(attempts.c.id > attempt_id, spoken)
        .group_by(outbox_rows.c.story_id)
        .order_by(outbox_rows.c.story_id)
    )
    found = [_rung(conn, row.story_id, now) for row in rows.all()]
    return [rung for rung in found if rung]


def _rung(conn: Connection, story_id: int, now: datetime) -> Rung | None:
    view = stories.view(conn, story_id)
    if view is None:
        return None
    alert = compose(view, None, Address(channel="", recipient=""), now)
    return Rung(alert=alert, ledger=tuple(outbox.ledger(conn, story_id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much of everything the store holds."""

    baseline: int
    articles: int
    in_full: int
    stories: int


def totals(conn: Connection) -> Totals:
    """Count everything."""
    return Totals(
        baseline=_count(conn, entries.c.id, entries.c.status == "baseline"),
        articles=_count(conn, articles.c.id),
        in_full=_count(conn, articles.c.id, articles.c.summary_only == ""),
        stories=_count(conn, story_rows.c.id),
    )


def _count(conn: Connection, column: ColumnElement[int], *where: ColumnElement[bool]) -> int:
    return conn.execute(select(func.count(column)).where(*where)).scalar_one()
