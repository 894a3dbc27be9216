"""The transactional outbox: what is due to whom, and what is being sent.

A row per (story, channel, recipient) commits together with the article that makes it due.  When its
time has come the decision is asked; if it says speak, the message is frozen, alone in its row or
with others in a bulletin, and that commits BEFORE the send.  So a crash between any two steps
leaves a row that is due, or a message whose very bytes are sent again: nothing is lost.

    due ──decide──▶ sending ──accepted──▶ told ──the story grows──▶ due
     └──silent──▶ told      └──refused, or 24 h of trying──▶ dead ──the story grows──▶ due

A row that is told may have a time at which it is asked again: for a reminder, or to be closed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, func, insert, or_, select, update

from tocsin.core.alerting import (
    Address,
    Cover,
    Told,
    Why,
    bulletin,
    compose,
    told_by,
    voice,
)
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.notices import dead_letter
from tocsin.store import bulletins as bulletin_store
from tocsin.store import ledger, notices
from tocsin.store.asking import Asking, OutboxRow, Ripe, next_ripe
from tocsin.store.schema import bulletins, outbox, stories
from tocsin.store.values import dump, load

WAITING = ("due", "sending")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A frozen message that is ours to send until the lease runs out.

    *id* is that of its row, among the bulletins where it is one.  *again* is true where an earlier
    try may have arrived.
    """

    id: int
    message: Alert | Bulletin
    before: Receipt | None
    tries: int
    first_try_at: datetime

    @property
    def again(self) -> bool:
        return self.tries > 1

    @property
    def stories(self) -> tuple[Alert, ...]:
        """The stories that it tells; none where it is a word on the service itself."""
        return (self.message,) if isinstance(self.message, Alert) else self.message.alerts


def make_due(conn: Connection, story_id: int, to: Address, now: datetime) -> None:
    """Ask the decision about this story and recipient; a message under way is not disturbed."""
    mine = and_(
        outbox.c.story_id == story_id,
        outbox.c.channel == to.channel,
        outbox.c.recipient == to.recipient,
    )
    row = conn.execute(select(outbox.c.status, outbox.c.since).where(mine)).first()
    due = {"status": "due", "due_at": now, "bulletin_id": None}
    if row is None:
        place = {"story_id": story_id, "channel": to.channel, "recipient": to.recipient}
        conn.execute(insert(outbox).values(**place, **due, since=now))
    elif row.status != "sending":
        since = row.since if row.status == "due" else now
        conn.execute(update(outbox).where(mine).values(**due, since=since))


def told_nowhere(conn: Connection, story_id: int, now: datetime) -> None:
    """Say once in the ledger that no route leads anywhere from a story that a rule matches."""
    nowhere = {"story_id": story_id, "channel": "", "recipient": ""}
    mine = select(outbox.c.id).where(outbox.c.story_id == story_id)
    if conn.execute(mine.limit(1)).first() is None:
        row = {"status": "told", "since": now, "why": Why.NO_ROUTE}
        key = conn.execute(insert(outbox).values(**nowhere, **row)).inserted_primary_key
        assert key is not None  # noqa: S101  (one row was inserted)
        ledger.note(conn, key[0], now, ledger.SILENT, detail=Why.NO_ROUTE)


def recover(conn: Connection, now: datetime) -> int:
    """Take back what a daemon that is gone was sending; how many messages that were."""
    return sum(
        conn.execute(
            update(table)
            .where(table.c.status == "sending", table.c.leased_until.is_not(None))
            .values(leased_until=None, due_at=now)
        ).rowcount
        for table in (outbox, bulletins)
    )


def hasten(conn: Connection, now: datetime) -> None:
    """Have all that is due at some later time decided, or tried, now."""
    for table in (outbox, bulletins):
        waiting = and_(table.c.status.in_(WAITING), table.c.due_at > now)
        conn.execute(update(table).where(waiting).values(due_at=now))


def ask_again(conn: Connection, now: datetime) -> None:
    """Have the decision asked now about all that it has put off to some later time."""
    waiting = and_(outbox.c.status.in_(("due", "told")), outbox.c.due_at > now)
    conn.execute(update(outbox).where(waiting).values(due_at=now))


def next_due(conn: Connection, channel: str) -> datetime | None:
    """When the channel has something to decide or to send next."""
    times = [
        conn.execute(
            select(func.min(table.c.due_at)).where(
                table.c.channel == channel, table.c.status.in_(WAITING)
            )
        ).scalar()
        for table in (outbox, bulletins)
    ]
    return min((time for time in times if time), default=None)


def stranded(conn: Connection, channels: Collection[str]) -> dict[str, int]:
    """How many alerts wait for each channel that is none of *channels*."""
    waiting = and_(outbox.c.status.in_(WAITING), outbox.c.channel.not_in(channels))
    counted = select(outbox.c.channel, func.count()).where(waiting).group_by(outbox.c.channel)
    return {row[0]: row[1] for row in conn.execute(counted)}


# --- from due to frozen ----------------------------------------------------------------------


def take(conn: Connection, asking: Asking) -> Sending | None:
    """The next message to send on the channel, frozen; None when nothing is due.

    Rows about which the decision says "not now" or "never mind" are settled on the way.
    """
    if (frozen := _resume(conn, asking)) is not None:
        return frozen
    ripe = next_ripe(conn, asking)
    if not ripe:
        return None
    alone = len(ripe) == 1 and ripe[0].decision.together is not Why.DIGEST
    return _freeze(conn, ripe[0], asking) if alone else _freeze_together(conn, ripe, asking)


def _resume(conn: Connection, asking: Asking) -> Sending | None:
    """The message that was frozen first of those whose next try is due."""
    found = [_frozen(conn, table, asking) for table in (outbox, bulletins)]
    rows = [(row.first_try_at, at, row) for at, row in enumerate(found) if row is not None]
    if not rows:
        return None
    _, at, row = min(rows)
    single, table = at == 0, (outbox, bulletins)[at]
    leased = {"leased_until": asking.now + asking.lease, "tries": row.tries + 1}
    conn.execute(update(table).where(table.c.id == row.id).values(**leased))
    return Sending(
        id=row.id,
        message=load(Alert, row.payload) if single else load(Bulletin, row.payload),
        before=load(Receipt, row.receipt) if row.receipt and single else None,
        tries=row.tries + 1,
        first_try_at=row.first_try_at,
    )


def _frozen(conn: Connection, table: Table, asking: Asking) -> OutboxRow | None:
    free = or_(table.c.leased_until.is_(None), table.c.leased_until <= asking.now)
    ready = and_(table.c.status == "sending", table.c.due_at <= asking.now, free)
    rows = select(table).where(table.c.channel == asking.terms.channel, ready)
    if table is outbox:
        rows = rows.where(outbox.c.bulletin_id.is_(None))
    return conn.execute(rows.order_by(table.c.first_try_at, table.c.id).limit(1)).first()


def _freeze(conn: Connection, ripe: Ripe, asking: Asking) -> Sending:
    """Freeze one story's message in its own row."""
    alert, row = _alert(ripe, asking.now), ripe.row
    telling = replace(_telling(ripe, alert), in_place=asking.terms.edits)
    leased = {"leased_until": asking.now + asking.lease, "tries": 1}
    _under_way(conn, ripe, telling, payload=dump(alert), **leased)
    before = load(Receipt, row.receipt) if row.receipt else None
    return Sending(id=row.id, message=alert, before=before, tries=1, first_try_at=asking.now)


def _freeze_together(conn: Connection, ripe: Sequence[Ripe], asking: Asking) -> Sending:
    """Freeze several stories' message in a bulletin that their rows name."""
    row = ripe[0].row
    alerts = [_alert(one, asking.now) for one in ripe]
    cover = Cover(
        why=ripe[0].decision.together or Why.LIMIT,
        to=Address(channel=row.channel, recipient=row.recipient),
        at=ripe[0].decision.at or asking.now,
        now=asking.now,
        zone=asking.terms.zone,
    )
    message = bulletin(alerts, cover)
    posted = bulletin_store.add(conn, message, asking.now, asking.now + asking.lease)
    for one, alert in zip(ripe, alerts, strict=True):
        _under_way(conn, one, _telling(one, alert), bulletin_id=posted)
    return Sending(id=posted, message=message, before=None, tries=1, first_try_at=asking.now)


def _alert(ripe: Ripe, now: datetime) -> Alert:
    to = Address(channel=ripe.row.channel, recipient=ripe.row.recipient)
    return voice(compose(ripe.heard.view, ripe.told, to, now), ripe.decision)


def _telling(ripe: Ripe, alert: Alert) -> Told:
    """What they will know who read *alert*."""
    return told_by(ripe.heard.view, ripe.told, ripe.decision, alert)


def _under_way(conn: Connection, ripe: Ripe, telling: Told, **values: Any) -> None:
    """Its message is frozen: in the row itself, or in a bulletin."""
    under_way = {
        "status": "sending",
        "due_at": telling.at,
        "why": ripe.decision.why,
        "telling": dump(telling),
        "first_try_at": telling.at,
        "bulletin_id": None,
        **values,
    }
    conn.execute(update(outbox).where(outbox.c.id == ripe.row.id).values(**under_way))


# --- from frozen to told ---------------------------------------------------------------------


def mark_told(conn: Connection, sending: Sending, receipt: Receipt, now: datetime) -> None:
    """The other side has it.  What has grown since it was frozen is due again."""
    if sending.again:
        _follow(conn, sending, now)
    kept: dict[str, Any] = {}
    outcome = ledger.TOGETHER
    if isinstance(sending.message, Alert):
        kept = {"receipt": dump(receipt)}
        outcome = ledger.EDITED if receipt.edited else ledger.SENT
    else:
        told = {"status": "told", "told_at": now, "receipt": dump(receipt), "error": ""}
        _settle(conn, sending, **told)
    for row in _rows(conn, sending):
        telling = load(Told, row.telling)
        _row_told(conn, row, replace(telling, at=now), now, **kept)
        said = {"revision": telling.revision, "detail": row.why, "reference": receipt.reference}
        ledger.note(conn, row.id, now, outcome, **said)


def put_off(conn: Connection, sending: Sending, until: datetime, why: str, now: datetime) -> None:
    """It did not work, but may later: the same message is tried again then, though not before one
    to the same recipient that was frozen earlier."""
    until = max(until, _earlier(conn, sending))
    _settle(conn, sending, due_at=until)
    _hold_later(conn, sending, until, now)
    _note(conn, sending, ledger.PUT_OFF, why, now)


def give_up(conn: Connection, sending: Sending, why: str, now: datetime) -> None:
    """It will never work like this; it is dead until the story grows or someone resends.

    The operator hears of it.
    """
    _settle(conn, sending, status="dead", due_at=None)
    dead = {"status": "dead", "due_at": None, "tries": 0, "first_try_at": None}
    for row in _rows(conn, sending):
        conn.execute(update(outbox).where(outbox.c.id == row.id).values(**dead))
    _note(conn, sending, ledger.REFUSED, why, now)
    if sending.stories:
        notices.post(conn, dead_letter(sending.message, sending.stories, why), now)


def _table(sending: Sending) -> Table:
    return outbox if isinstance(sending.message, Alert) else bulletins


def _rows(conn: Connection, sending: Sending) -> Sequence[OutboxRow]:
    """The rows of the outbox that the message tells, each with its story's revision."""
    single = isinstance(sending.message, Alert)
    mine = outbox.c.id == sending.id if single else outbox.c.bulletin_id == sending.id
    rows = select(outbox, stories.c.revision).join(stories, stories.c.id == outbox.c.story_id)
    return conn.execute(rows.where(mine, outbox.c.status == "sending").order_by(outbox.c.id)).all()


def _row_told(conn: Connection, row: OutboxRow, told: Told, now: datetime, **kept: Any) -> None:
    """The row is told; it is asked at once what is next, and due where its story has grown."""
    values = {
        "status": "due" if row.revision > told.revision else "told",
        "due_at": now,
        "since": row.first_try_at,
        "leased_until": None,
        "payload": None,
        "telling": None,
        "told": dump(told),
        "tries": 0,
        "first_try_at": None,
    }
    conn.execute(update(outbox).where(outbox.c.id == row.id).values(**values, **kept))


def _earlier(conn: Connection, sending: Sending) -> datetime:
    """When the last of the messages is tried again that are under way to the same recipient and
    were frozen before this one; else when this one was."""
    times = [sending.first_try_at]
    for table in (outbox, bulletins):
        before = select(func.max(table.c.due_at)).where(
            table.c.channel == sending.message.channel,
            table.c.recipient == sending.message.recipient,
            table.c.status == "sending",
            table.c.first_try_at < sending.first_try_at,
        )
        times += [time for time in conn.execute(before).scalars() if time]
    return max(times)


def _follow(conn: Connection, sending: Sending, now: datetime) -> None:
    """Have what waits for the same recipient tried at once, since they can be reached again, and
    before anything newer."""
    for table in (outbox, bulletins):
        waiting = and_(
            table.c.channel == sending.message.channel,
            table.c.recipient == sending.message.recipient,
            table.c.status == "sending",
            table.c.due_at > now,
            table.c.leased_until.is_(None),
        )
        conn.execute(update(table).where(waiting).values(due_at=now))


def _hold_later(conn: Connection, sending: Sending, until: datetime, now: datetime) -> None:
    """Have what was frozen later for the same recipient follow this one, and not overtake it; what
    is due now is tried all the same, for it may be this message that does not get through."""
    for table in (outbox, bulletins):
        overtaking = and_(
            table.c.channel == sending.message.channel,
            table.c.recipient == sending.message.recipient,
            table.c.status == "sending",
            table.c.first_try_at > sending.first_try_at,
            table.c.due_at > now,
            table.c.due_at < until,
        )
        conn.execute(update(table).where(overtaking).values(due_at=until))


def _settle(conn: Connection, sending: Sending, **values: Any) -> None:
    table = _table(sending)
    settled = update(table).where(table.c.id == sending.id)
    conn.execute(settled.values(leased_until=None, **values))


def _note(conn: Connection, sending: Sending, outcome: str, why: str, now: datetime) -> None:
    """Say in the ledger of each story that the message tells what came of a try."""
    if isinstance(sending.message, Bulletin):
        _settle(conn, sending, error=why)
    mine = outbox.c.id if isinstance(sending.message, Alert) else outbox.c.bulletin_id
    rows = select(outbox.c.id, outbox.c.telling).where(mine == sending.id)
    for row in conn.execute(rows).all():
        ledger.note(conn, row.id, now, outcome, revision=row.telling["revision"], detail=why)
