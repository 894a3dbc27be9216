"""Silences are kept, hold until their time, and can be ended."""

import pytest
from sqlalchemy import Connection

from sample import MINUTE, NOON, article, match
from tocsin.core.alerting import Address
from tocsin.core.errors import TocsinError
from tocsin.core.model import Join, Placement, Silence
from tocsin.store import outbox, silences, stories
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

KNOWN = Silence(rule="bridges", until=NOON + MINUTE, comment="known", by="ada", created=NOON)
DESK = Address(channel="desk", recipient="")


def put_off(conn: Connection) -> None:
    """A story about which the decision is to be asked an hour from now."""
    placed = stories.add_article(conn, article(), Placement(how=Join.OPENED))
    stories.add_matches(conn, placed, (match(),), NOON)
    outbox.make_due(conn, placed.story_id, DESK, NOON + 60 * MINUTE)


async def test_a_silence_holds_until_its_time(store: SqliteStore) -> None:
    kept = await store.write(silences.add, KNOWN)

    (silence,) = await store.read(silences.in_force, NOON)
    assert (silence.id, silence.rule, silence.comment) == (kept, "bridges", "known")
    assert await store.read(silences.in_force, NOON + MINUTE) == ()
    assert await store.read(silences.all_of) == (silence,)


async def test_a_silence_that_is_ended_holds_no_more_and_what_it_held_is_asked_about(
    store: SqliteStore,
) -> None:
    kept = await store.write(silences.add, KNOWN)
    await store.write(put_off)

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
