"""Sends alerts once more because a person asks for it.

One alert is frozen here and sent by the daemon, as everything is; no wait, quiet hour or silence
holds it.  Who heard of the story gets an update of what stands there; who did not, because their
message died, gets that message as it would be now under the same key, and a channel that can be
asked is asked first whether it has it after all.

All that died is made due again, as if the channel had only been down: the decision is asked when to
tell it, so that it comes together and not as a flood.  What may have arrived is looked for before.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, update

from tocsin.core.alerting import (
    Address,
    Decision,
    Heard,
    Routing,
    Told,
    Why,
    compose,
    hear,
    told_by,
)
from tocsin.core.errors import TocsinError
from tocsin.core.model import Alert
from tocsin.store import doubts, stories
from tocsin.store.rows import AnyRow
from tocsin.store.schema import outbox
from tocsin.store.values import dump, load

AGAIN = "sent again, as somebody asked"
"""The news of a message that has none."""

_AMONG_OTHERS = """\
its message, which had others too, may have arrived: the channel is asked, and if it has it not it
comes by itself"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """To send something once more: on one *channel* or, if None, wherever it was told or died.

    *reached* is everybody whom the channels of now reach.
    """

    channel: str | None
    routing: Routing
    reached: Collection[Address]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What will be sent to somebody, or else why nothing is."""

    to: Address
    alert: Alert | None = None
    update: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revived:
    """A dead letter that is due again, or *asked* for first, or why it is neither."""

    channel: str
    asked: bool = False
    why_not: str = ""


def resend(conn: Connection, story_id: int, wish: Wish) -> list[Outcome]:
    """Freeze the story for everybody who is to get it once more.

    Raises:
        TocsinError: There is no such story, or nobody there was to be told of it.
    """
    into = stories.story_of(conn, story_id).merged_into
    if into is not None:
        raise TocsinError(f"story #{story_id} was merged into #{into}: resend that one")
    rows = _asked_for(wish).where(outbox.c.story_id == story_id)
    found = conn.execute(rows.order_by(outbox.c.channel, outbox.c.recipient)).all()
    if not found:
        where = f" on {wish.channel}" if wish.channel else ""
        raise TocsinError(f"nobody was to be told of story #{story_id}{where}")
    view = stories.view(conn, story_id)
    return [_resend(conn, row, hear(view, row.channel, wish.routing), wish) for row in found]


def revive(conn: Connection, wish: Wish) -> list[Revived]:
    """Make all that died due again, for whoever would still hear of it."""
    rows = _asked_for(wish).where(outbox.c.status == "dead")
    dead = conn.execute(rows.order_by(outbox.c.channel, outbox.c.id)).all()
    return [_revive(conn, row, wish) for row in dead]


def _revive(conn: Connection, row: AnyRow, wish: Wish) -> Revived:
    heard = hear(stories.view(conn, row.story_id), row.channel, wish.routing)
    why_not = _why_not(row, heard, wish)
    if not why_not and doubts.ask_first(conn, row.id, wish.now):
        return Revived(channel=row.channel, asked=True)
    if not why_not:
        due = {"status": "due", "due_at": wish.now, "bulletin_id": None, "why": Why.DELAYED}
        conn.execute(update(outbox).where(outbox.c.id == row.id).values(**due))
    return Revived(channel=row.channel, why_not=why_not)


def _asked_for(wish: Wish) -> Select[Any]:
    rows = select(outbox)
    return rows if wish.channel is None else rows.where(outbox.c.channel == wish.channel)


def _resend(conn: Connection, row: AnyRow, heard: Heard, wish: Wish) -> Outcome:
    to = Address(channel=row.channel, recipient=row.recipient)
    if why_not := _why_not(row, heard, wish):
        return Outcome(to=to, why_not=why_not)
    if row.status == "dead" and row.bulletin_id and doubts.ask_first(conn, row.id, wish.now):
        return Outcome(to=to, why_not=_AMONG_OTHERS)
    told = load(Told, row.told) if row.told else None
    alert = compose(heard.view, told, to, wish.now)
    if told and not alert.news:
        alert = replace(alert, news=(AGAIN,))
    decision = Decision(speak=True, why=Why.ASKED_FOR)
    frozen = {
        "status": "sending",
        "due_at": wish.now,
        "leased_until": None,
        "bulletin_id": None,
        "why": decision.why,
        "payload": dump(alert),
        "telling": dump(told_by(heard.view, told, decision, alert)),
        "tries": 0,
        "first_try_at": wish.now,
        "arrives_by": wish.now if row.status == "dead" else None,
    }
    conn.execute(update(outbox).where(outbox.c.id == row.id).values(**frozen))
    return Outcome(to=to, alert=alert, update=told is not None)


def _why_not(row: AnyRow, heard: Heard, wish: Wish) -> str:
    if row.channel not in wish.routing.channels:
        return "the channel is not configured any more"
    if Address(channel=row.channel, recipient=row.recipient) not in wish.reached:
        return "they are no recipient of it any more"
    if row.status == "sending":
        return "it is being sent"
    if row.status == "due":
        return f"it waits and will come by itself ({row.why or 'due now'})"
    if heard.view.moved:
        return heard.view.moved
    if not heard.view.matches:
        return str(Why.NO_ROUTE if heard.in_force else Why.RULE_GONE)
    return ""
