"""The transactional outbox: what is due to whom, what is being sent, and the ledger.

A row per (story, channel, recipient) commits together with the article that makes it due.  When its
time has come the decision is asked; if it says speak, the message is frozen in the row, which
becomes *sending*, and that commits BEFORE the send.  So a crash between any two steps leaves a row
that is due, or one whose very bytes are sent again: nothing is lost.

    due ──decide──▶ sending ──accepted──▶ told ──the story grows──▶ due
     └──silent──▶ told      └──refused, or 24 h of trying──▶ dead ──the story grows──▶ due
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, or_, select, update

from tocsin.core.alerting import (
    Address,
    Decision,
    StoryView,
    Timing,
    Told,
    compose,
    decide,
    told_by,
)
from tocsin.core.model import Alert, Receipt
from tocsin.store import stories
from tocsin.store.schema import attempts, outbox
from tocsin.store.schema import stories as story_rows
from tocsin.store.values import dump, load

SENT, EDITED, PUT_OFF, REFUSED, SILENT = "sent", "edited", "put off", "refused", "silent"
"""What may have come of it: the words of the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A frozen message that is ours to send until the lease runs out.

    *again* is true where an earlier try may have arrived.
    """

    id: int
    alert: Alert
    before: Receipt | None
    tries: int
    first_try_at: datetime
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A channel that asks what to send: its *timing*, the *rules* in force, and for how long the
    message is then its own."""

    channel: str
    timing: Timing
    rules: frozenset[str]
    now: datetime
    lease: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One line of the ledger."""

    at: datetime
    channel: str
    recipient: str
    outcome: str
    revision: int
    detail: str


def make_due(conn: Connection, story_id: int, to: Address, now: datetime) -> None:
    """Ask the decision about this story and recipient; a message under way is not disturbed."""
    mine = and_(
        outbox.c.story_id == story_id,
        outbox.c.channel == to.channel,
        outbox.c.recipient == to.recipient,
    )
    row = conn.execute(select(outbox.c.id, outbox.c.status).where(mine)).first()
    if row is None:
        conn.execute(
            insert(outbox).values(
                story_id=story_id,
                channel=to.channel,
                recipient=to.recipient,
                status="due",
                due_at=now,
            )
        )
    elif row.status != "sending":
        conn.execute(update(outbox).where(mine).values(status="due", due_at=now))


def recover(conn: Connection, now: datetime) -> int:
    """Take back what a daemon that is gone was sending; how many messages that were."""
    stuck = update(outbox).where(outbox.c.status == "sending", outbox.c.leased_until.is_not(None))
    return conn.execute(stuck.values(leased_until=None, due_at=now)).rowcount


def hasten(conn: Connection, now: datetime) -> None:
    """Treat every wait as over: what is due at some later time is due now."""
    waiting = and_(outbox.c.status.in_(("due", "sending")), outbox.c.due_at > now)
    conn.execute(update(outbox).where(waiting).values(due_at=now))


def ask_again(conn: Connection, now: datetime) -> None:
    """Have the decision asked now about all that it has put off to some later time."""
    waiting = and_(outbox.c.status == "due", outbox.c.due_at > now)
    conn.execute(update(outbox).where(waiting).values(due_at=now))


def next_due(conn: Connection, channel: str) -> datetime | None:
    """When the channel has something to decide or to send next."""
    waiting = and_(outbox.c.channel == channel, outbox.c.status.in_(("due", "sending")))
    found: datetime | None = conn.execute(select(func.min(outbox.c.due_at)).where(waiting)).scalar()
    return found


def take(conn: Connection, asking: Asking) -> Sending | None:
    """The next message to send on the channel, frozen; None when nothing is due.

    Rows about which the decision says "not now" or "never mind" are settled on the way.
    """
    while (row := _due(conn, asking)) is not None:
        if row.status == "sending":
            return _resume(conn, row, asking)
        view = stories.view(conn, row.story_id).under(asking.rules)
        told = load(Told, row.told) if row.told else None
        decision = decide(view, told, asking.timing, asking.now)
        if decision.speak:
            return _freeze(conn, row, (view, told), asking)
        _stay_silent(conn, row, decision, asking.now)
    return None


def mark_told(conn: Connection, sending: Sending, receipt: Receipt, now: datetime) -> None:
    """The other side has it.  If the story has grown since it was frozen, it is due again."""
    row = _row(conn, sending)
    grown = row.revision > sending.alert.revision
    _settle(
        conn,
        sending.id,
        status="due" if grown else "told",
        due_at=now if grown else None,
        payload=None,
        told=dump(told_by(sending.alert, now)),
        receipt=dump(receipt),
        tries=0,
        first_try_at=None,
    )
    outcome = EDITED if receipt.edited else SENT
    _note(conn, sending, outcome, now, reference=receipt.reference)


def put_off(conn: Connection, sending: Sending, until: datetime, why: str, now: datetime) -> None:
    """It did not work, but may later: the same message is tried again then."""
    _settle(conn, sending.id, due_at=until)
    _note(conn, sending, PUT_OFF, now, detail=why)


def give_up(conn: Connection, sending: Sending, why: str, now: datetime) -> None:
    """It will never work like this; the row is dead until the story grows or someone resends."""
    _settle(conn, sending.id, status="dead", due_at=None, tries=0, first_try_at=None)
    _note(conn, sending, REFUSED, now, detail=why)


def ledger(conn: Connection, story_id: int) -> list[Attempt]:
    """All that was tried or decided about a story, in order."""
    rows = conn.execute(
        select(attempts, outbox.c.channel, outbox.c.recipient)
        .join(outbox, outbox.c.id == attempts.c.outbox_id)
        .where(outbox.c.story_id == story_id)
        .order_by(attempts.c.id)
    )
    names = Attempt.__dataclass_fields__
    return [Attempt(**{name: row._mapping[name] for name in names}) for row in rows]


def _due(conn: Connection, asking: Asking) -> Row[*tuple[Any, ...]] | None:
    free = or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= asking.now)
    due = and_(outbox.c.status.in_(("due", "sending")), outbox.c.due_at <= asking.now, free)
    return conn.execute(
        select(outbox)
        .where(outbox.c.channel == asking.channel, due)
        .order_by(outbox.c.due_at, outbox.c.id)
        .limit(1)
    ).first()


def _resume(conn: Connection, row: Row[*tuple[Any, ...]], asking: Asking) -> Sending:
    _settle(conn, row.id, leased_until=asking.now + asking.lease, tries=row.tries + 1)
    return _sending(row, load(Alert, row.payload), row.tries + 1, row.first_try_at)


def _freeze(
    conn: Connection,
    row: Row[*tuple[Any, ...]],
    known: tuple[StoryView, Told | None],
    asking: Asking,
) -> Sending:
    to = Address(channel=row.channel, recipient=row.recipient)
    alert = compose(*known, to, asking.now)
    _settle(
        conn,
        row.id,
        status="sending",
        payload=dump(alert),
        leased_until=asking.now + asking.lease,
        tries=1,
        first_try_at=asking.now,
    )
    return _sending(row, alert, 1, asking.now)


def _sending(
    row: Row[*tuple[Any, ...]], alert: Alert, tries: int, first_try_at: datetime
) -> Sending:
    return Sending(
        id=row.id,
        alert=alert,
        before=load(Receipt, row.receipt) if row.receipt else None,
        tries=tries,
        first_try_at=first_try_at,
        again=tries > 1,
    )


def _stay_silent(
    conn: Connection, row: Row[*tuple[Any, ...]], decision: Decision, now: datetime
) -> None:
    if decision.until:
        _settle(conn, row.id, due_at=decision.until)
        return
    _settle(conn, row.id, status="told", due_at=None)
    silent = {"outcome": SILENT, "revision": 0, "detail": decision.why}
    conn.execute(insert(attempts).values(outbox_id=row.id, at=now, **silent))


def _settle(conn: Connection, row_id: int, **values: Any) -> None:
    settled = {"leased_until": None, **values}
    conn.execute(update(outbox).where(outbox.c.id == row_id).values(**settled))


def _row(conn: Connection, sending: Sending) -> Row[*tuple[Any, ...]]:
    return conn.execute(
        select(outbox.c.id, story_rows.c.revision)
        .join(story_rows, story_rows.c.id == outbox.c.story_id)
        .where(outbox.c.id == sending.id)
    ).one()


def _note(conn: Connection, sending: Sending, outcome: str, now: datetime, **said: str) -> None:
    row = {"outbox_id": sending.id, "revision": sending.alert.revision, "at": now}
    conn.execute(insert(attempts).values(**row, outcome=outcome, **said))
