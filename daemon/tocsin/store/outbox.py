"""The transactional outbox: what is due to whom, and what is being sent.

A row per (story, channel, recipient) commits together with the article that makes it due.  When its
time has come the decision is asked (:mod:`tocsin.store.asking`); if it says speak, the message is
frozen (:mod:`tocsin.store.freezing`), alone in its row or with others in a bulletin, and that
commits BEFORE the send; what came of it is settled after (:mod:`tocsin.store.settling`).  So a
crash between any two steps leaves a row that is due, or a message whose very bytes are sent again:
nothing is lost.

    due ──decide──▶ sending ──accepted──▶ told ──the story grows──▶ due
     └──silent──▶ told      └──refused, or 24 h of trying──▶ dead ──the story grows──▶ due

Where a message died that may have arrived, that is found out before its row is due again: see
:mod:`tocsin.store.doubts`.  A row that is told may have a time at which it is asked again: for a
reminder, or to be closed.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, insert, or_, select, true, update

from tocsin.core.alerting import Address, Why
from tocsin.core.cadence import ARRIVES
from tocsin.store import doubts, ledger
from tocsin.store.rows import add_row
from tocsin.store.schema import bulletins, outbox

WAITING = ("due", "sending")


def make_due(conn: Connection, story_id: int, to: Address, now: datetime) -> None:
    """Ask the decision about this story and recipient; a message under way is not disturbed."""
    place = {"story_id": story_id, "channel": to.channel, "recipient": to.recipient}
    row = conn.execute(_AT, place).first()
    due = {"status": "due", "due_at": now, "bulletin_id": None, "since": now}
    if row is None:
        conn.execute(_ADD, {**place, **due})
    elif row.status == "dead" and doubts.ask_first(conn, row.id, now):
        return
    elif row.status != "sending":
        since = row.since if row.status == "due" else now
        conn.execute(_DUE, {**due, "row": row.id, "since": since})


def standing(conn: Connection, story_id: int) -> dict[Address, bool]:
    """Who is to hear of the story, and whether they have or are just being told."""
    columns = (outbox.c.channel, outbox.c.recipient, outbox.c.status, outbox.c.told)
    rows = conn.execute(select(*columns).where(outbox.c.story_id == story_id))
    return {
        Address(channel=row.channel, recipient=row.recipient): (
            row.status == "sending" or row.told is not None
        )
        for row in rows
    }


def only_to(conn: Connection, channel: str, recipients: Collection[str], now: datetime) -> None:
    """Tell nothing more on *channel* to who is none of its *recipients* any more."""
    left = [
        and_(
            table.c.channel == channel,
            table.c.recipient.not_in(recipients),
            table.c.status != "dead",
            table.c.due_at.is_not(None),
            table.c.leased_until.is_(None),
        )
        for table in (outbox, bulletins)
    ]
    for row in conn.execute(select(outbox.c.id).where(left[0], outbox.c.status != "told")).all():
        ledger.note(conn, row.id, now, ledger.SILENT, detail=Why.NO_ROUTE)
    silent = {"status": "told", "due_at": None, "why": Why.NO_ROUTE}
    conn.execute(update(outbox).where(left[0]).values(**silent))
    conn.execute(update(bulletins).where(left[1]).values(status="dead", error=Why.NO_ROUTE))


def told_nowhere(conn: Connection, story_id: int, now: datetime) -> None:
    """Say once in the ledger that no route leads anywhere from a story that a rule matches."""
    nowhere = {"story_id": story_id, "channel": "", "recipient": ""}
    mine = select(outbox.c.id).where(outbox.c.story_id == story_id)
    if conn.execute(mine.limit(1)).first() is None:
        told = {"status": "told", "since": now, "why": Why.NO_ROUTE}
        row_id = add_row(conn, outbox, nowhere | told)
        ledger.note(conn, row_id, now, ledger.SILENT, detail=Why.NO_ROUTE)


def recover(conn: Connection, now: datetime) -> None:
    """Take back what a daemon that is gone was sending.

    That may have died a moment ago, with a message on its way; once a lease has run out none is.
    """
    for table in (outbox, bulletins):
        leased = (table.c.status == "sending", table.c.leased_until.is_not(None))
        for arrives, held in ((now + ARRIVES, table.c.leased_until > now), (now, true())):
            free = {"leased_until": None, "due_at": arrives, "arrives_by": arrives}
            conn.execute(update(table).where(*leased, held).values(**free))


def hasten(conn: Connection, now: datetime) -> None:
    """Have all that is due later decided, or tried, now; but not what may be on its way."""
    for table in (outbox, bulletins):
        arrived = or_(table.c.arrives_by.is_(None), table.c.arrives_by <= now)
        waiting = and_(table.c.status.in_(WAITING), table.c.due_at > now, arrived)
        conn.execute(update(table).where(waiting).values(due_at=now))


def ask_again(conn: Connection, now: datetime) -> None:
    """Have the decision asked now about all that it has put off to some later time."""
    waiting = and_(outbox.c.status.in_(("due", "told")), outbox.c.due_at > now)
    conn.execute(update(outbox).where(waiting).values(due_at=now))


def clock_went_back(conn: Connection, now: datetime) -> None:
    """Have nothing wait for a time that a clock noted that was ahead: all is decided, or tried,
    anew."""
    ask_again(conn, now)
    ahead = update(outbox).where(outbox.c.since > now)
    conn.execute(ahead.values(since=now))
    for table in (outbox, bulletins):
        sending = update(table).where(table.c.status == "sending")
        conn.execute(sending.where(table.c.due_at > now).values(due_at=now))
        conn.execute(sending.where(table.c.first_try_at > now).values(first_try_at=now))


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


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_AT = select(outbox.c.id, outbox.c.status, outbox.c.since).where(
    *(outbox.c[name] == bindparam(name) for name in ("story_id", "channel", "recipient"))
)
_ADD = insert(outbox)
_DUE = update(outbox).where(outbox.c.id == bindparam("row"))
