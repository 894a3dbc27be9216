"""Messages that died although an earlier try may have arrived.

Before anything is told anew in place of such a message its channel is asked for the very one: it is
under way again, but only to be looked for.  Found, it was told; else its row is due.
"""

from datetime import datetime

from sqlalchemy import Connection, Table, exists, func, select, update

from tocsin.core.alerting import Why
from tocsin.store.rows import AnyRow
from tocsin.store.schema import bulletins, outbox


def ask_first(conn: Connection, row_id: int, now: datetime) -> bool:
    """Whether the message of a dead row may have arrived; its channel is then asked for it."""
    arrives_by = func.coalesce(outbox.c.arrives_by, bulletins.c.arrives_by)
    died = select(outbox.c.bulletin_id, arrives_by).outerjoin(bulletins)
    bulletin_id, arrived = conn.execute(died.where(outbox.c.id == row_id)).one()
    if arrived is None:
        return False
    asked = {"status": "sending", "due_at": max(now, arrived), "first_try_at": now, "tries": 0}
    mine = update(outbox).where(outbox.c.id == row_id)
    conn.execute(mine.values(**asked, leased_until=None, why=Why.IN_DOUBT))
    common = update(bulletins).where(bulletins.c.id == bulletin_id, bulletins.c.status == "dead")
    conn.execute(common.values(**asked, leased_until=None))
    return True


def in_doubt(conn: Connection, table: Table, row: AnyRow) -> bool:
    """Whether a message that is under way is only looked for."""
    if table is outbox:
        return bool(row.why == Why.IN_DOUBT)
    asked = exists().where(outbox.c.bulletin_id == row.id, outbox.c.why == Why.IN_DOUBT)
    return bool(conn.execute(select(asked)).scalar())
