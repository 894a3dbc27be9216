"""What goes to the operator's channel: notices gathered into one message, and the daily line.

A message is a bulletin that commits together with what it tells, so a crash neither doubles nor
loses one.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from sqlalchemy import Connection, and_, func, or_, select, update

from tocsin.core.alerting import Address, Why
from tocsin.core.daytime import last_at
from tocsin.core.model import Bulletin
from tocsin.core.notices import (
    FEED_DOWN,
    Answers,
    Notice,
    gather,
    is_due,
    outage,
    outage_over,
    suspect,
)
from tocsin.core.wording import count
from tocsin.store import bulletins, facts, ledger, notices
from tocsin.store.notices import Posted
from tocsin.store.schema import articles, attempts, feeds
from tocsin.store.schema import bulletins as bulletins_rows
from tocsin.store.schema import outbox as outbox_rows
from tocsin.store.values import load

TOLD, OUTAGE, DAILY_LINE = "operator-told", "outage", "daily-line"
"""Facts: when the operator was told last, since when no feed answers, the last day that was told
of."""

NOTICES, DAILY = "notices", "daily"
"""What the keys of messages to the operator begin with."""

UNHEARD_AFTER = timedelta(hours=1)
"""A message that was not taken for so long may never be."""

AFTER_OUTAGE = timedelta(minutes=15)
"""So long after an outage nothing is said of single feeds: they are only being asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who is told, by which clock, and of which feeds; *to* is empty where only the log hears."""

    to: Sequence[Address]
    zone: tzinfo
    feeds: Collection[str]


def tell_notices(
    conn: Connection, desk: Desk, now: datetime, *, waits: bool = True
) -> list[Notice]:
    """Send what there is in one message, if it is time or nothing *waits*; what was told."""
    waiting = _tellable(conn, now)
    if not waiting or (waits and not is_due(waiting[0].at, _time(conn, TOLD), now)):
        return []
    told = [posted.notice for posted in waiting]
    title, lines = gather(told)
    _send(conn, desk, Notice(key=f"{NOTICES}/{waiting[0].id}", title=title, lines=lines), now)
    notices.settle(conn, [posted.id for posted in waiting], now)
    facts.put(conn, TOLD, now.isoformat())
    return told


def watch_feeds(conn: Connection, desk: Desk, started: datetime, now: datetime) -> Notice | None:
    """Post a notice when no feed answers any more, and when one does again; gives it.

    Feeds that failed meanwhile are then asked again at once.
    """
    notice = None
    answers, since = _answers(conn, desk.feeds, started), _time(conn, OUTAGE)
    if since is None:
        if found := suspect(answers, started, now):
            facts.put(conn, OUTAGE, found.isoformat())
            notice = outage(answers, found, desk.zone)
    elif answers.last and answers.last > since:
        facts.drop(conn, OUTAGE)
        facts.put(conn, f"{OUTAGE}-over", now.isoformat())
        again = and_(feeds.c.failing_since >= since, feeds.c.next_fetch_at > now)
        conn.execute(update(feeds).where(again).values(next_fetch_at=now))
        notice = outage_over(since, answers.last)
    if notice:
        notices.post(conn, notice, now)
    return notice


def tell_daily(conn: Connection, desk: Desk, when: time, now: datetime) -> str:
    """Send the daily line if it was not sent since clocks last read *when*; what was said, if so.

    A line that fell due while the daemon was down is sent late; of several missed only one.
    """
    due, last = last_at(when, desk.zone, now), _time(conn, DAILY_LINE)
    if last is None:
        facts.put(conn, DAILY_LINE, due.isoformat())
    if last is None or due.astimezone(desk.zone).date() <= last.astimezone(desk.zone).date():
        return ""
    said = _daily_line(conn, desk, last, due)
    _send(conn, desk, Notice(key=f"{DAILY}/{due.astimezone(desk.zone).date()}", title=said), now)
    facts.put(conn, DAILY_LINE, due.isoformat())
    return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheard:
    """A message to the operator that did not reach him, tried first at a time, and why not."""

    channel: str
    title: str
    why: str
    since: datetime

    def __str__(self) -> str:
        return f"the operator is not reached on {self.channel}: {self.why}"


def unheard(conn: Connection, channel: str | None, now: datetime) -> Unheard | None:
    """The last message that *channel*, the operator's, refused or has not taken for an hour; None
    where it has taken another since."""
    rows = bulletins_rows.c
    late = and_(rows.status == "sending", rows.first_try_at <= now - UNHEARD_AFTER)
    stuck = select(bulletins_rows).where(
        or_(*(rows.key.startswith(f"{kind}/") for kind in (NOTICES, DAILY))),
        or_(rows.status == "dead", late),
        rows.channel == channel,
        rows.error != Why.NO_ROUTE,
    )
    row = conn.execute(stuck.order_by(bulletins_rows.c.id.desc()).limit(1)).first()
    if row is None or _taken_since(conn, row.channel, row.recipient, row.first_try_at):
        return None
    title = load(Bulletin, row.payload).title
    return Unheard(channel=row.channel, title=title, why=row.error, since=row.first_try_at)


def _taken_since(conn: Connection, channel: str, recipient: str, since: datetime) -> bool:
    """Whether somebody was told anything there since."""
    posted = select(bulletins_rows.c.id).where(
        bulletins_rows.c.channel == channel,
        bulletins_rows.c.recipient == recipient,
        bulletins_rows.c.told_at > since,
    )
    told = (
        select(attempts.c.id)
        .join(outbox_rows, outbox_rows.c.id == attempts.c.outbox_id)
        .where(outbox_rows.c.channel == channel, outbox_rows.c.recipient == recipient)
        .where(attempts.c.outcome.in_(ledger.TOLD), attempts.c.at > since)
    )
    return any(conn.execute(rows.limit(1)).first() for rows in (posted, told))


def _tellable(conn: Connection, now: datetime) -> list[Posted]:
    """What waits; nothing on single feeds during an outage, nor just after it."""
    over = _time(conn, f"{OUTAGE}-over")
    unsure = _time(conn, OUTAGE) is not None or (over is not None and now < over + AFTER_OUTAGE)
    return [
        posted
        for posted in notices.waiting(conn)
        if not (unsure and posted.notice.kind == FEED_DOWN)
    ]


def _send(conn: Connection, desk: Desk, notice: Notice, now: datetime) -> None:
    for to in desk.to:
        bulletin = Bulletin(
            key=f"{notice.key}/{to.channel}/{to.recipient}",
            channel=to.channel,
            recipient=to.recipient,
            title=notice.title,
            lines=notice.lines,
            frozen_at=now,
        )
        bulletins.post(conn, bulletin, now)


def _answers(conn: Connection, watched: Collection[str], started: datetime) -> Answers:
    """How the *watched* feeds have answered since one did last, or since we *started*."""
    answered = select(feeds.c.id, feeds.c.last_ok_at).where(feeds.c.last_ok_at.is_not(None))
    with conn.execute(answered.order_by(feeds.c.last_ok_at.desc())) as rows:
        last = next((row.last_ok_at for row in rows if row.id in watched), None)
    since = max(last or started, started)
    failing = select(feeds.c.id, feeds.c.last_error).where(feeds.c.failing_since >= since)
    failed = [
        (row.id, row.last_error)
        for row in conn.execute(failing.order_by(feeds.c.id))
        if row.id in watched
    ]
    return Answers(last=last, failed=tuple(failed))


def _daily_line(conn: Connection, desk: Desk, since: datetime, until: datetime) -> str:
    """``watching 312 feeds, 2 down; 87 new articles and 3 alerts since Mon 09:00``."""
    failing = select(feeds.c.id).where(feeds.c.failing_since.is_not(None))
    down = sum(row.id in desk.feeds for row in conn.execute(failing))
    seen = and_(articles.c.first_seen > since, articles.c.first_seen <= until)
    new = conn.execute(select(func.count()).select_from(articles).where(seen)).scalar_one()
    told = (
        select(func.count(func.distinct(outbox_rows.c.story_id)))
        .join(attempts, attempts.c.outbox_id == outbox_rows.c.id)
        .where(attempts.c.outcome.in_(ledger.TOLD))
        .where(attempts.c.at > since, attempts.c.at <= until)
    )
    alerts = conn.execute(told).scalar_one()
    return (
        f"watching {count(len(desk.feeds), 'feed')}, {down:,} down; {count(new, 'new article')}"
        f" and {count(alerts, 'alert')} since {since.astimezone(desk.zone):%a %H:%M}"
    )


def _time(conn: Connection, fact: str) -> datetime | None:
    said = facts.get(conn, fact)
    return datetime.fromisoformat(said) if said else None
