"""The ledger: a line for every try, and for every decision to tell a story later or not at all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from tocsin.store.rows import add_row
from tocsin.store.schema import attempts, outbox

SENT, EDITED, TOGETHER, PUT_OFF, REFUSED = "sent", "edited", "told together", "put off", "refused"
HELD, SILENT = "held", "silent"
"""What may have come of it.  *detail* says why; of what was sent, too."""

TOLD = (SENT, EDITED, TOGETHER)
"""Somebody was told."""

KEPT = (HELD, SILENT)
"""Nobody was told, nor was it tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One line of the ledger; *reference* is what the other side calls the message."""

    at: datetime
    channel: str
    recipient: str
    outcome: str
    revision: int
    detail: str
    reference: str


def note(conn: Connection, row_id: int, at: datetime, outcome: str, **said: Any) -> None:
    """Add a line on a row of the outbox; *said* may be revision, detail and reference."""
    line = {"revision": 0, **said}
    add_row(conn, attempts, {"outbox_id": row_id, "at": at, "outcome": outcome, **line})


def lines(conn: Connection, story_id: int) -> list[Attempt]:
    """All that was tried or decided about a story, in order."""
    rows = conn.execute(
        select(attempts, outbox.c.channel, outbox.c.recipient)
        .join(outbox, outbox.c.id == attempts.c.outbox_id)
        .where(outbox.c.story_id == story_id)
        .order_by(attempts.c.id)
    )
    names = Attempt.__dataclass_fields__
    return [Attempt(**{name: row._mapping[name] for name in names}) for row in rows]
