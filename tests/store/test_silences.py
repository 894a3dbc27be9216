"""Silences are kept, hold until their time, and can be ended."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Connection

from sample import MINUTE, NOON, TERMS, article, match
from tocsin.core.alerting import Address
from tocsin.core.errors import TocsinError
from tocsin.core.model import Join, Placement, Silence
from tocsin.store import articles, freezing, matches, outbox, silences
from tocsin.store.asking import Asking
from tocsin.store.silences import Held
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

KNOWN = Silence(rule="bridges", until=NOON + MINUTE, comment="known", by="ada", created=NOON)
DESK = Address(channel="desk", recipient="")


def due(conn: Connection, number: int, at: datetime) -> None:
    """A story about which the decision is to be asked *at* a time."""
    one = article(url=f"https://o.example/{number}", text=f"t{number}")
    placed = articles.add(conn, one, Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(),), NOON)
    outbox.make_due(conn, placed.story_id, DESK, at)


async def test_a_silence_holds_until_its_time(store: SqliteStore) -> None:
    kept = await store.write(silences.add, KNOWN)

    (silence,) = await store.read(silences.in_force, NOON)
    assert (silence.id, silence.rule, silence.comment) == (kept, "bridges", "known")
    assert await store.read(silences.in_force, NOON + MINUTE) == ()
    assert await store.read(silences.all_of) == (silence,)


async def test_a_silence_says_what_it_has_held_back_and_still_does(store: SqliteStore) -> None:
    asking = Asking(terms=TERMS, now=NOON, lease=MINUTE)
    kept = replace(KNOWN, id=await store.write(silences.add, KNOWN))
    other = replace(KNOWN, rule="roads")
    for number in (1, 2):
        await store.write(due, number, NOON)
    assert await store.write(freezing.take, asking) is None

    assert await store.read(silences.held, kept) == Held(so_far=2, now=2)
    assert await store.read(silences.held, other) == Held(so_far=0, now=0)
    for feed, count in (("courier", 2), ("ledger", 0)):
        of_feed = replace(KNOWN, rule="", feed=feed)
        assert await store.read(silences.held, of_feed) == Held(so_far=count, now=count)

    await store.write(silences.expire, kept.id, NOON)
    await store.write(outbox.ask_again, NOON)
    assert await store.write(freezing.take, asking) is not None
    assert (await store.read(silences.held, kept)).now < 2


async def test_a_silence_that_is_ended_holds_no_more_and_what_it_held_is_asked_about(
    store: SqliteStore,
) -> None:
    kept = await store.write(silences.add, KNOWN)
    await store.write(due, 1, NOON + 60 * MINUTE)

    await store.write(silences.expire, kept, NOON)
    await store.write(outbox.ask_again, NOON)

    assert await store.read(silences.in_force, NOON) == ()
    assert await store.read(outbox.next_due, "desk") == NOON


async def test_a_silence_that_is_not_there_or_over_cannot_be_ended(store: SqliteStore) -> None:
    kept = await store.write(silences.add, KNOWN)

    with pytest.raises(TocsinError, match="there is no silence 9"):
        await store.write(silences.expire, 9, NOON)
    with pytest.raises(TocsinError, match="has ended already"):
        await store.write(silences.expire, kept, NOON + MINUTE)
