"""Asks the decision about what is due on a channel, and settles what is not to be told now.

Rows are asked in the order in which they fell due.  While a message to somebody is put off, nothing
new is frozen for them, so that what waits behind it is told in order, and together if that takes
long; after a few tries one more message shows whether it is the channel or that message.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from tocsin.core.alerting import (
    HOLDS,
    LISTED,
    SOFT,
    SUMMARY,
    Asked,
    Decision,
    Heard,
    Room,
    Terms,
    Told,
    Why,
    decide,
    hear,
    room,
)
from tocsin.core.model import Severity, Silence
from tocsin.store import ledger, silences, stories
from tocsin.store.schema import attempts, bulletins, outbox
from tocsin.store.values import load

OutboxRow = Row[*tuple[Any, ...]]

TRIES_BEFORE_ANOTHER = 3
"""After so many a second message is tried beside one that does not get through, after twice as many
of these a third, and so on: some messages may be such as never will."""

MOST_TOGETHER = 200
"""So many stories at most are asked about for one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A channel that asks what to send, and for how long the message is then its own."""

    terms: Terms
    now: datetime
    lease: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Ripe:
    """A row that is to be told now, and with what."""

    row: OutboxRow
    heard: Heard
    told: Told | None
    decision: Decision

    @property
    def limited(self) -> bool:
        """Whether it counts against the channel's rate and can wait for it."""
        quiet = self.decision.why in SOFT
        return not quiet and self.heard.view.severity is not Severity.CRITICAL


def next_ripe(conn: Connection, asking: Asking) -> list[Ripe]:
    """What is to be told next, in one message: mostly a single story, none where nothing is due."""
    held_up = _held_up(conn, asking)
    quieted = silences.in_force(conn, asking.now)
    mine = {"to": asking.terms.channel, "now": asking.now, "held_up": list(held_up)}
    while (row := conn.execute(_FIRST_DUE, mine).first()) is not None:
        ripe = _ask(conn, row, asking, quieted)
        if ripe is None:
            continue
        free = _room(conn, row, asking) if ripe.limited else None
        if free and not free.left:
            settle(conn, row, Decision(speak=False, why=Why.LIMIT, until=free.opens), asking.now)
            continue
        last = free is not None and free.left == 1
        return _with_others(conn, ripe, asking, quieted, last=last)
    return []


def settle(conn: Connection, row: OutboxRow, decision: Decision, now: datetime) -> None:
    """Nothing is told of *row* now; the ledger says why, once for each reason."""
    holds = decision.why in HOLDS
    status = "due" if holds else "told"
    values = {"status": status, "due_at": decision.until, "why": decision.why, "leased_until": None}
    conn.execute(_SETTLED, {"row": row.id, **values})
    if holds and row.why != decision.why:
        ledger.note(conn, row.id, now, ledger.HELD, detail=decision.why)
    elif not holds and row.status == "due":
        ledger.note(conn, row.id, now, ledger.SILENT, detail=decision.why)


def _held_up(conn: Connection, asking: Asking) -> set[str]:
    """Who cannot be reached just now: their messages are put off."""
    tries: defaultdict[str, list[int]] = defaultdict(list)
    for under_way in _UNDER_WAY:
        for row in conn.execute(under_way, {"to": asking.terms.channel}):
            tries[row.recipient].append(row.tries)
    return {
        recipient
        for recipient, counts in tries.items()
        if min(counts) < TRIES_BEFORE_ANOTHER * 2 ** (len(counts) - 1)
    }


def _ask(
    conn: Connection, row: OutboxRow, asking: Asking, quieted: tuple[Silence, ...]
) -> Ripe | None:
    """*row*, if it is to be told now; else it is settled."""
    told = load(Told, row.told) if row.told else None
    view = stories.view(conn, row.story_id, told)
    heard = Heard(view=view)
    if not view.moved:
        heard = hear(view, asking.terms.channel, asking.terms.routing, quieted)
    asked = Asked(
        now=asking.now,
        since=row.since,
        in_place=told is not None and told.in_place,
        thinned=told is not None and not told.articles <= {one.article_id for one in view.joins},
        held=Why(row.why) if row.why else None,
    )
    decision = decide(heard, told, asking.terms, asked)
    if decision.speak:
        return Ripe(row=row, heard=heard, told=told, decision=decision)
    settle(conn, row, decision, asking.now)
    return None


def _with_others(
    conn: Connection,
    ripe: Ripe,
    asking: Asking,
    quieted: tuple[Silence, ...],
    *,
    last: bool,
) -> list[Ripe]:
    """*ripe* and what is told in one message with it: as much as that can name, or all that waits
    where it is the *last* message that there is room for."""
    together = ripe.decision.together
    if together is None and not last:
        return [ripe]
    found = [ripe]
    others = _DUE.where(outbox.c.recipient == ripe.row.recipient, outbox.c.id != ripe.row.id)
    due = {"to": asking.terms.channel, "now": asking.now}
    for row in conn.execute(others.limit(MOST_TOGETHER), due).all():
        if len(found) == LISTED and not last:
            break  # the rest is told in the next message: only for a rate is one longer
        other = _ask(conn, row, asking, quieted)
        if other and (_alike(ripe, other) or (last and other.limited)):
            found.append(other)
    return found


def _alike(one: Ripe, other: Ripe) -> bool:
    """Whether both are told in the same message."""
    why, also = one.decision.together, other.decision.together
    return why == also or (why in SUMMARY and also in SUMMARY)


def _room(conn: Connection, row: OutboxRow, asking: Asking) -> Room | None:
    """None where the channel takes any number."""
    rate = asking.terms.at_most
    return room(rate, _sent(conn, row, asking.now - rate.per), asking.now) if rate else None


def _sent(conn: Connection, row: OutboxRow, since: datetime) -> Iterator[datetime]:
    """When the same recipient was sent a message, since a time."""
    singly = (
        select(attempts.c.at)
        .join(outbox, outbox.c.id == attempts.c.outbox_id)
        .where(attempts.c.at > since, attempts.c.outcome == ledger.SENT)
        .where(outbox.c.channel == row.channel, outbox.c.recipient == row.recipient)
    )
    together = select(bulletins.c.told_at).where(
        bulletins.c.told_at > since,
        bulletins.c.channel == row.channel,
        bulletins.c.recipient == row.recipient,
    )
    for rows in (singly, together):
        yield from conn.execute(rows).scalars()


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_DUE = (
    select(outbox)
    .where(
        outbox.c.channel == bindparam("to"),
        outbox.c.status.in_(("due", "told")),
        outbox.c.due_at <= bindparam("now"),
    )
    .order_by(outbox.c.due_at, outbox.c.id)
)
_FIRST_DUE = _DUE.where(outbox.c.recipient.not_in(bindparam("held_up", expanding=True))).limit(1)
_SETTLED = update(outbox).where(outbox.c.id == bindparam("row"))
_UNDER_WAY = tuple(
    select(table.c.recipient, table.c.tries).where(
        table.c.channel == bindparam("to"), table.c.status == "sending", *alone
    )
    for table, alone in ((outbox, (outbox.c.bulletin_id.is_(None),)), (bulletins, ()))
)
