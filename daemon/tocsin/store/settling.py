"""Settles what came of a message: it was told, put off, or given up.

Messages to one recipient keep their order: one that is put off holds back those that were frozen
later, and one that gets through brings the others at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select, update

from tocsin.core.alerting import Told, Why
from tocsin.core.cadence import ARRIVES
from tocsin.core.errors import DeliveryError, Unavailable
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.notices import dead_letter
from tocsin.store import doubts, ledger, notices
from tocsin.store.asking import OutboxRow
from tocsin.store.freezing import Sending
from tocsin.store.schema import bulletins, outbox, stories
from tocsin.store.values import dump, load

_UNTOLD = ("sending", "dead")


def mark_told(conn: Connection, sending: Sending, receipt: Receipt, now: datetime) -> None:
    """The other side has it.  What has grown since it was frozen is due again."""
    if sending.tries > 1:
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
        telling, why = load(Told, row.telling), "it had arrived" if sending.in_doubt else row.why
        _row_told(conn, row, replace(telling, at=now), now, **kept)
        said = {"revision": telling.revision, "detail": why, "reference": receipt.reference}
        ledger.note(conn, row.id, now, outcome, **said)


def put_off(
    conn: Connection, sending: Sending, until: datetime, error: Unavailable, now: datetime
) -> None:
    """It did not work, but may later: the same message is tried again then, though not before one
    to the same recipient that was frozen earlier, nor before it has arrived if it was taken."""
    until = max(until, _earlier(conn, sending))
    if error.uncertain:
        until = max(until, now + ARRIVES)
        _settle(conn, sending, arrives_by=now + ARRIVES)
    _settle(conn, sending, due_at=until)
    _hold_later(conn, sending, until, now)
    _note(conn, sending, ledger.PUT_OFF, str(error), now)


def not_arrived(conn: Connection, sending: Sending, now: datetime) -> None:
    """What died and was looked for is not there: who asked for it is told anew, with all that could
    not be told in time."""
    late = {"status": "due", "due_at": now, "bulletin_id": None, "why": Why.DELAYED}
    for row in _rows(conn, sending):
        if row.status == "sending":
            over = {**late, "arrives_by": None, "tries": 0, "first_try_at": None}
            conn.execute(update(outbox).where(outbox.c.id == row.id).values(**over))
            ledger.note(conn, row.id, now, ledger.HELD, detail="it had not arrived")
    if isinstance(sending.message, Bulletin):
        _settle(conn, sending, status="dead", due_at=None, arrives_by=None)
    else:
        _settle(conn, sending)


def give_up(conn: Connection, sending: Sending, error: DeliveryError, now: datetime) -> None:
    """It will never work like this; it is dead until the story grows or someone resends.  One that
    has grown meanwhile is due at once.

    The operator hears of it.
    """
    rows = _rows(conn, sending)
    dead = {"status": "dead", "due_at": None}
    _settle(conn, sending, **dead)
    if isinstance(error, Unavailable) and error.uncertain:
        _settle(conn, sending, arrives_by=now + ARRIVES)
    for row in rows:
        mine = update(outbox).where(outbox.c.id == row.id)
        conn.execute(mine.values(**dead, tries=0, first_try_at=None, since=now))
        grown = row.revision > row.telling["revision"] and not sending.in_doubt
        if grown and not doubts.ask_first(conn, row.id, now):
            conn.execute(mine.values(status="due", due_at=now))
    _note(conn, sending, ledger.REFUSED, str(error), now)
    if sending.stories:
        notices.post(conn, dead_letter(sending.message, sending.stories, str(error)), now)


def _rows(conn: Connection, sending: Sending) -> Sequence[OutboxRow]:
    """The rows of the outbox that the message tells, each with its story's revision; one that
    died and arrived all the same tells those too that it left dead."""
    single = isinstance(sending.message, Alert)
    mine = outbox.c.id == sending.id if single else outbox.c.bulletin_id == sending.id
    rows = select(outbox, stories.c.revision).join(stories, stories.c.id == outbox.c.story_id)
    return conn.execute(rows.where(mine, outbox.c.status.in_(_UNTOLD)).order_by(outbox.c.id)).all()


def _row_told(conn: Connection, row: OutboxRow, told: Told, now: datetime, **kept: Any) -> None:
    """The row is told; it is asked at once what is next, and due where its story has grown."""
    values = {
        "status": "due" if row.revision > told.revision else "told",
        "due_at": now,
        "since": row.first_try_at or now,
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
            _under_way(table, sending.message), table.c.first_try_at < sending.first_try_at
        )
        times += [time for time in conn.execute(before).scalars() if time]
    return max(times)


def _follow(conn: Connection, sending: Sending, now: datetime) -> None:
    """Have what waits for the same recipient tried at once, since they can be reached again, and
    before anything newer; or once all of it has arrived that may have been taken."""
    then = max(now, *_arrivals(conn, sending))
    for table in (outbox, bulletins):
        waiting = update(table).where(
            _under_way(table, sending.message),
            table.c.due_at > then,
            table.c.leased_until.is_(None),
        )
        conn.execute(waiting.values(due_at=then))


def _arrivals(conn: Connection, sending: Sending) -> Iterator[datetime]:
    """When what may have been taken by the same recipient has arrived there."""
    yield sending.first_try_at
    for table in (outbox, bulletins):
        arrivals = select(table.c.arrives_by).where(_under_way(table, sending.message))
        yield from (time for time in conn.execute(arrivals).scalars() if time)


def _hold_later(conn: Connection, sending: Sending, until: datetime, now: datetime) -> None:
    """Have what was frozen later for the same recipient follow this one, and not overtake it; what
    is due now is tried all the same, for it may be this message that does not get through."""
    for table in (outbox, bulletins):
        overtaking = update(table).where(
            _under_way(table, sending.message),
            table.c.first_try_at > sending.first_try_at,
            table.c.due_at > now,
            table.c.due_at < until,
        )
        conn.execute(overtaking.values(due_at=until))


def _under_way(table: Table, message: Alert | Bulletin) -> ColumnElement[bool]:
    """The rows of *table* that are under way to the same recipient as *message*."""
    same = (table.c.channel == message.channel, table.c.recipient == message.recipient)
    return and_(*same, table.c.status == "sending")


def _settle(conn: Connection, sending: Sending, **values: Any) -> None:
    settled = update(sending.table).where(sending.table.c.id == sending.id)
    conn.execute(settled.values(leased_until=None, **values))


def _note(conn: Connection, sending: Sending, outcome: str, why: str, now: datetime) -> None:
    """Say in the ledger of each story that the message tells what came of a try."""
    if isinstance(sending.message, Bulletin):
        _settle(conn, sending, error=why)
    mine = outbox.c.id if isinstance(sending.message, Alert) else outbox.c.bulletin_id
    rows = select(outbox.c.id, outbox.c.telling).where(mine == sending.id)
    for row in conn.execute(rows).all():
        ledger.note(conn, row.id, now, outcome, revision=row.telling["revision"], detail=why)
