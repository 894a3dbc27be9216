"""Freezes messages: what somebody is to read is settled, and kept, before it is sent.

A frozen message is never made anew: whoever takes it up after a crash sends the same bytes under
the same key.  It is leased to who sends it; a lease that ran out, or a daemon that is gone, leaves
it to the next (:func:`tocsin.store.outbox.recover`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, exists, or_, select, update

from tocsin.core.alerting import Address, Cover, Told, Why, bulletin, compose, told_by, voice
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.store import bulletins as bulletin_store
from tocsin.store import doubts
from tocsin.store.asking import Asking, Ripe, next_ripe
from tocsin.store.schema import bulletins, outbox
from tocsin.store.values import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A frozen message that is ours to send until the lease runs out.

    *id* is that of its row, among the bulletins where it is one.  *uncertain* is true where an
    earlier try may have arrived; *in_doubt* where it died so, and is looked for but not sent.
    """

    id: int
    message: Alert | Bulletin
    before: Receipt | None
    tries: int
    first_try_at: datetime
    uncertain: bool = False
    in_doubt: bool = False

    @property
    def table(self) -> Table:
        """Where its row is."""
        return outbox if isinstance(self.message, Alert) else bulletins

    @property
    def stories(self) -> tuple[Alert, ...]:
        """The stories that it tells; none where it is a word on the service itself."""
        return (self.message,) if isinstance(self.message, Alert) else self.message.alerts


def take(conn: Connection, asking: Asking) -> Sending | None:
    """The next message to send on the channel, frozen; None when nothing is due.

    Rows about which the decision says "not now" or "never mind" are settled on the way.
    """
    if not conn.execute(_IS_DUE, {"to": asking.terms.channel, "now": asking.now}).scalar():
        return None  # as at nearly every beat, so it costs one statement and not six
    if (frozen := _resume(conn, asking)) is not None:
        return frozen
    ripe = next_ripe(conn, asking)
    if not ripe:
        return None
    alone = len(ripe) == 1 and ripe[0].decision.together is not Why.DIGEST
    return _freeze(conn, ripe[0], asking) if alone else _freeze_together(conn, ripe, asking)


def give_back(conn: Connection, sending: Sending, now: datetime) -> None:
    """It was not even tried, and waits for who takes it next."""
    free = {"leased_until": None, "tries": sending.tries - 1, "due_at": now}
    table = sending.table
    conn.execute(update(table).where(table.c.id == sending.id).values(**free))


def _resume(conn: Connection, asking: Asking) -> Sending | None:
    """The message that was frozen first of those whose next try is due."""
    mine = {"to": asking.terms.channel, "now": asking.now}
    found = [conn.execute(frozen, mine).first() for frozen in _FROZEN]
    rows = [(row.first_try_at, at, row) for at, row in enumerate(found) if row is not None]
    if not rows:
        return None
    _, at, row = min(rows)
    single, table = at == 0, (outbox, bulletins)[at]
    leased = {"leased_until": asking.now + asking.lease, "tries": row.tries + 1}
    if row.leased_until is not None:
        leased["arrives_by"] = asking.now  # who had it may have sent it
    conn.execute(update(table).where(table.c.id == row.id).values(**leased))
    return Sending(
        id=row.id,
        message=load(Alert, row.payload) if single else load(Bulletin, row.payload),
        before=load(Receipt, row.receipt) if row.receipt and single else None,
        tries=row.tries + 1,
        first_try_at=row.first_try_at,
        uncertain=row.arrives_by is not None or row.leased_until is not None,
        in_doubt=doubts.in_doubt(conn, table, row),
    )


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
        "arrives_by": None,
        "bulletin_id": None,
        **values,
    }
    conn.execute(update(outbox).where(outbox.c.id == ripe.row.id).values(**under_way))


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_ASKED = ((outbox, ("due", "sending", "told")), (bulletins, ("sending",)))
_IS_DUE = select(
    or_(
        *(
            exists().where(
                table.c.channel == bindparam("to"),
                table.c.status.in_(statuses),
                table.c.due_at <= bindparam("now"),
            )
            for table, statuses in _ASKED
        )
    )
)
_FROZEN = tuple(
    select(table)
    .where(
        table.c.channel == bindparam("to"),
        table.c.status == "sending",
        table.c.due_at <= bindparam("now"),
        or_(table.c.leased_until.is_(None), table.c.leased_until <= bindparam("now")),
        *alone,
    )
    .order_by(table.c.first_try_at, table.c.id)
    .limit(1)
    for table, alone in ((outbox, (outbox.c.bulletin_id.is_(None),)), (bulletins, ()))
)
