"""What a person asks of the store: which stories were told, to whom, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from tocsin.core.alerting import Address, StoryView, compose
from tocsin.core.model import Alert
from tocsin.store import ledger, stories
from tocsin.store.ledger import Attempt
from tocsin.store.schema import articles, attempts, entries, matches
from tocsin.store.schema import outbox as outbox_rows
from tocsin.store.schema import stories as story_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """An alert as it stands now, and its ledger."""

    alert: Alert
    ledger: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """So many alerts wait for one reason, the first of them *until* then."""

    why: str
    alerts: int
    until: datetime


def held(conn: Connection) -> list[Held]:
    """What waits, and for what."""
    rows = conn.execute(
        select(outbox_rows.c.why, func.count(), func.min(outbox_rows.c.due_at))
        .where(outbox_rows.c.status == "due", outbox_rows.c.why != "")
        .group_by(outbox_rows.c.why)
        .order_by(outbox_rows.c.why)
    )
    return [Held(why=why, alerts=number, until=until) for why, number, until in rows]


def newest_attempt(conn: Connection) -> int:
    """The id of the ledger's last line, or 0."""
    return conn.execute(select(func.max(attempts.c.id))).scalar() or 0


def rung_since(conn: Connection, attempt_id: int, now: datetime) -> list[Rung]:
    """The alerts that were sent, or could not be, since a line of the ledger, in order; not that of
    a story which a person put into another."""
    spoken = attempts.c.outcome.not_in(ledger.KEPT)
    rows = conn.execute(
        select(outbox_rows.c.story_id)
        .join(attempts, attempts.c.outbox_id == outbox_rows.c.id)
        .where(attempts.c.id > attempt_id, spoken)
        .group_by(outbox_rows.c.story_id)
        .order_by(outbox_rows.c.story_id)
    )
    views = (stories.view(conn, row.story_id) for row in rows.all())
    return [_rung(conn, view, now) for view in views if not view.moved]


def _rung(conn: Connection, view: StoryView, now: datetime) -> Rung:
    alert = compose(view, None, Address(channel="", recipient=""), now)
    return Rung(alert=alert, ledger=tuple(ledger.lines(conn, view.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How much a rule has matched."""

    articles: int = 0
    stories: int = 0


def hits(conn: Connection) -> dict[str, Hits]:
    """What each rule has matched, by its id."""
    rows = conn.execute(
        select(
            matches.c.rule_id,
            func.count(),
            func.count(func.distinct(articles.c.story_id)),
        )
        .join(articles, articles.c.id == matches.c.article_id)
        .group_by(matches.c.rule_id)
    )
    return {rule: Hits(articles=count, stories=told) for rule, count, told in rows}


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
