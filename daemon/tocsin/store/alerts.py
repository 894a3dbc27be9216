"""Alerts as a person looks at them: how each stands with everybody who is to hear of it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, select

from tocsin.core.alerting import Told
from tocsin.core.model import Coverage, Match, Severity
from tocsin.store import ledger, stories
from tocsin.store.ledger import Attempt
from tocsin.store.rows import AnyRow
from tocsin.store.schema import articles, attempts, bulletins, matches, outbox
from tocsin.store.values import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one alert stands with one recipient.

    *status* is due, sending, told or dead; *why* is the last decision's reason, *until* when it is
    asked or tried again; *told_at* is None for who never heard of it.  *outcome*,
    *detail* and *at* are what the ledger says last.
    """

    story_id: int
    channel: str
    recipient: str
    status: str
    why: str
    until: datetime | None
    tries: int
    told_at: datetime | None
    outcome: str
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLine:
    """A story of which somebody is told, and how it stands with each of them.

    *moved* says where a person moved what was told; *rules* may then be empty.
    """

    story_id: int
    title: str
    severity: Severity
    rules: tuple[str, ...]
    moved: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which alerts to list: on one *channel*, only what is *dead*, only what stirred *since*."""

    channel: str | None = None
    dead: bool = False
    since: datetime | None = None
    limit: int = 50


def listed(conn: Connection, wanted: Wanted) -> list[AlertLine]:
    """The alerts that are wanted, those of the newest stories first."""
    ids = [row.story_id for row in conn.execute(_story_ids(wanted))]
    by_story, titles = defaultdict(list), dict[int, str]()
    for row in conn.execute(_standings(ids, wanted)):
        by_story[row.story_id].append(_standing(row))
        if row.told:
            titles[row.story_id] = load(Told, row.told).title
    titles |= stories.titles(conn, ids)
    found = _matches(conn, ids)
    return [
        AlertLine(
            story_id=story_id,
            title=titles.get(story_id, ""),
            severity=max((one.severity for one in found[story_id]), key=_rank, default=_LEAST),
            rules=tuple(dict.fromkeys(one.rule_id for one in found[story_id])),
            moved="" if found[story_id] else stories.view(conn, story_id).moved,
            standings=tuple(by_story[story_id]),
        )
        for story_id in ids
    ]


def standings(conn: Connection, story_id: int) -> list[Standing]:
    """How one alert stands with everybody."""
    return [_standing(row) for row in conn.execute(_standings((story_id,), Wanted()))]


def waits(lines: Sequence[Attempt], coverage: Sequence[Coverage]) -> list[timedelta | None]:
    """For each line of one recipient's ledger that told them something: how long after we saw the
    first article of which they had not heard; None for the others."""
    before, found = datetime.min.replace(tzinfo=UTC), list[timedelta | None]()
    for line in lines:
        tells = line.outcome in ledger.TOLD
        fresh = [one.first_seen for one in coverage if before < one.first_seen <= line.at]
        found.append(line.at - min(fresh) if tells and fresh else None)
        before = line.at if tells else before
    return found


_LEAST = Severity.LOW

_last = (
    select(attempts.c.outbox_id, func.max(attempts.c.id).label("id"))
    .group_by(attempts.c.outbox_id)
    .subquery()
)


def _story_ids(wanted: Wanted) -> Select[tuple[int]]:
    rows = _wanted(select(outbox.c.story_id), wanted).group_by(outbox.c.story_id)
    return rows.order_by(outbox.c.story_id.desc()).limit(wanted.limit)


def _standings(ids: Collection[int], wanted: Wanted) -> Select[tuple[Any, ...]]:
    columns = select(
        outbox,
        attempts.c.at,
        attempts.c.outcome,
        attempts.c.detail,
        bulletins.c.due_at.label("together_at"),
        bulletins.c.tries.label("together_tries"),
    )
    rows = _wanted(columns, wanted).outerjoin(bulletins, bulletins.c.id == outbox.c.bulletin_id)
    order = (outbox.c.story_id, outbox.c.channel, outbox.c.recipient)
    return rows.where(outbox.c.story_id.in_(ids)).order_by(*order)


def _wanted(rows: Select[Any], wanted: Wanted) -> Select[Any]:
    """*rows* of the outbox, each with its last line of the ledger, as far as they are wanted."""
    rows = rows.outerjoin(_last, _last.c.outbox_id == outbox.c.id)
    rows = rows.outerjoin(attempts, attempts.c.id == _last.c.id)
    if wanted.channel is not None:
        rows = rows.where(outbox.c.channel == wanted.channel)
    if wanted.dead:
        rows = rows.where(outbox.c.status == "dead")
    if wanted.since is not None:
        rows = rows.where(func.coalesce(attempts.c.at, outbox.c.since) >= wanted.since)
    return rows


def _standing(row: AnyRow) -> Standing:
    together = row.status == "sending" and row.bulletin_id is not None
    return Standing(
        story_id=row.story_id,
        channel=row.channel,
        recipient=row.recipient,
        status=row.status,
        why=row.why,
        until=row.together_at if together else row.due_at,
        tries=row.together_tries if together else row.tries,
        told_at=load(Told, row.told).at if row.told else None,
        outcome=row.outcome or "",
        detail=row.detail or "",
        at=row.at or row.since,
    )


def _matches(conn: Connection, ids: Collection[int]) -> dict[int, list[Match]]:
    found: defaultdict[int, list[Match]] = defaultdict(list)
    rows = (
        select(articles.c.story_id, matches.c.match)
        .join(articles, articles.c.id == matches.c.article_id)
        .where(articles.c.story_id.in_(ids))
        .order_by(matches.c.article_id, matches.c.rule_id)
    )
    for row in conn.execute(rows):
        found[row.story_id].append(load(Match, row.match))
    return found


def _rank(severity: Severity) -> int:
    return severity.rank
