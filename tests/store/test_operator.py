"""One message to the operator for what comes together, and a line a day, committed with their
rows."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, select

from sample import MINUTE, NOON, article, terms
from tocsin.core.alerting import Address
from tocsin.core.errors import Refused
from tocsin.core.model import Bulletin, Feed, Join, Placement, Receipt
from tocsin.core.notices import Notice
from tocsin.store import articles, feeds, freezing, notices, operator, settling
from tocsin.store.asking import Asking
from tocsin.store.operator import AFTER_OUTAGE, Desk
from tocsin.store.schema import bulletins
from tocsin.store.sqlite import SqliteStore
from tocsin.store.values import load

pytestmark = pytest.mark.anyio

HOUR = 60 * MINUTE
BERLIN = ZoneInfo("Europe/Berlin")
NAMES = [f"f{number}" for number in range(200)]
DESK = Desk(to=[Address(channel="desk", recipient="")], zone=BERLIN, feeds=NAMES)


def sent(conn: Connection) -> list[Bulletin]:
    rows = conn.execute(select(bulletins.c.payload).order_by(bulletins.c.id))
    return [load(Bulletin, payload) for payload in rows.scalars()]


async def titles(store: SqliteStore) -> list[str]:
    return [bulletin.title for bulletin in await store.read(sent)]


def down(feed: str) -> Notice:
    return Notice(key=f"feed-down/{feed}/1", title=f"{feed} is down: timed out")


def post(conn: Connection, *posted: Notice, at: datetime = NOON) -> None:
    for notice in posted:
        notices.post(conn, notice, at)


def watched(conn: Connection) -> None:
    feeds.sync(
        conn, [Feed(id=name, url=f"http://{name}.example/", outlet="") for name in NAMES], NOON
    )


def answered(conn: Connection, name: str, at: datetime) -> None:
    values = {"last_ok_at": at, "failing_since": None, "last_error": ""}
    feeds.record(conn, name, values)


def all_fail(conn: Connection, at: datetime) -> None:
    for name in NAMES:
        later = at + HOUR
        values = {"failing_since": at, "last_error": "no route to host", "next_fetch_at": later}
        feeds.record(conn, name, values)


async def test_it_is_known_that_the_operator_is_not_reached_until_he_is(store: SqliteStore) -> None:
    asked = [await store.read(operator.unheard, "desk", NOON)]
    for number, dies in enumerate((True, False)):
        await store.write(post, down(f"f{number}"))
        now = NOON + (1 + number) * HOUR
        await store.write(operator.tell_notices, DESK, now)
        asking = Asking(terms=terms(), now=now, lease=HOUR)
        sending = await store.write(freezing.take, asking)
        assert sending is not None
        if dies:
            await store.write(settling.give_up, sending, Refused("token_revoked"), now)
        else:
            await store.write(settling.mark_told, sending, Receipt(reference="m"), now)
        asked.append(await store.read(operator.unheard, "desk", now))

    assert [str(one) for one in asked if one] == [
        "the operator is not reached on desk: token_revoked"
    ]
    assert asked[1] is not None
    assert await store.read(operator.unheard, "mail", NOON) is None


async def test_notices_that_come_together_are_one_message_to_each_recipient(
    store: SqliteStore,
) -> None:
    two = Desk(
        to=[Address(channel="mail", recipient=name) for name in ("a@x.example", "b@x.example")],
        zone=BERLIN,
        feeds=NAMES,
    )
    await store.write(post, down("f1"), down("f2"))

    assert await store.write(operator.tell_notices, two, NOON) == []
    told = await store.write(operator.tell_notices, two, NOON + MINUTE)

    assert told == [down("f1"), down("f2")]
    assert await titles(store) == ["2 feeds are down"] * 2
    assert {bulletin.recipient for bulletin in await store.read(sent)} == {
        "a@x.example",
        "b@x.example",
    }
    assert await store.write(operator.tell_notices, two, NOON + HOUR) == []


async def test_messages_to_the_operator_keep_a_distance(store: SqliteStore) -> None:
    await store.write(post, down("f1"))
    await store.write(operator.tell_notices, DESK, NOON + MINUTE)
    await store.write(post, down("f2"), down("f3"), at=NOON + MINUTE)

    for minute in range(2, 11):
        assert await store.write(operator.tell_notices, DESK, NOON + minute * MINUTE) == []
    await store.write(operator.tell_notices, DESK, NOON + 11 * MINUTE)

    assert await titles(store) == ["f1 is down: timed out", "2 feeds are down"]


async def test_without_an_operator_notices_are_settled_for_the_log_alone(
    store: SqliteStore,
) -> None:
    nobody = Desk(to=[], zone=BERLIN, feeds=NAMES)
    await store.write(post, down("f1"))

    assert await store.write(operator.tell_notices, nobody, NOON + MINUTE) == [down("f1")]
    assert await titles(store) == []


async def test_a_network_that_is_down_is_one_message_and_its_end_another(
    store: SqliteStore,
) -> None:
    await store.write(watched)
    await store.write(answered, "f0", NOON)
    await store.write(all_fail, NOON + MINUTE)
    await store.write(post, *(down(name) for name in NAMES), at=NOON + MINUTE)
    for minute in range(30):
        now = NOON + minute * MINUTE
        await store.write(operator.watch_feeds, DESK, NOON - HOUR, now)
        if minute >= 11:
            await store.write(operator.tell_notices, DESK, now)

    assert await titles(store) == ["all feeds fail since 13:00: is the network up?"]

    await store.write(answered, "f7", NOON + HOUR)
    await store.write(operator.watch_feeds, DESK, NOON - HOUR, NOON + HOUR)
    for name in NAMES[1:]:
        up = Notice(key=f"feed-up/{name}/1", title="", ends=down(name).key)
        await store.write(post, up, at=NOON + HOUR + MINUTE)
    await store.write(operator.tell_notices, DESK, NOON + HOUR + MINUTE)
    await store.write(operator.tell_notices, DESK, NOON + HOUR + AFTER_OUTAGE)

    assert (await titles(store))[1:] == [
        "feeds answer again: none did for 60 minutes",
        "f0 is down: timed out",
    ]


async def test_after_an_outage_the_feeds_that_it_failed_are_asked_at_once(
    store: SqliteStore,
) -> None:
    await store.write(watched)
    await store.write(all_fail, NOON)
    await store.write(operator.watch_feeds, DESK, NOON, NOON + 10 * MINUTE)
    await store.write(answered, "f7", NOON + 20 * MINUTE)

    await store.write(operator.watch_feeds, DESK, NOON, NOON + 20 * MINUTE)

    assert (await store.read(feeds.state, "f3")).next_fetch_at == NOON + 20 * MINUTE


# --- the daily line ---------------------------------------------------------------------------

NINE = time(9)
MORNING = datetime(2026, 3, 28, 8, tzinfo=UTC)
"""Nine in Berlin, the day before clocks go forward there."""


async def daily(store: SqliteStore, now: datetime) -> str:
    return await store.write(operator.tell_daily, DESK, NINE, now)


async def test_a_daily_line_says_what_was_seen_since_the_last(store: SqliteStore) -> None:
    await store.write(watched)
    await store.write(all_fail, NOON)
    await store.write(answered, "f0", NOON)
    await daily(store, MORNING)
    seen = article(first_seen=MORNING + HOUR)
    await store.write(articles.add, seen, Placement(how=Join.OPENED))

    said = await daily(store, MORNING + 23 * HOUR)

    assert said == ("watching 200 feeds, 199 down; 1 new article and 0 alerts since Sat 09:00")
    assert await titles(store) == [said]


async def test_a_daily_line_comes_once_a_day_over_restarts_and_changed_clocks(
    store: SqliteStore,
) -> None:
    told = []
    for quarter in range(4 * 24 * 4):
        now = MORNING + quarter * 15 * MINUTE
        if await daily(store, now):
            told.append(now.astimezone(BERLIN).strftime("%d %H:%M"))

    assert told == ["29 09:00", "30 09:00", "31 09:00", "01 09:00"]


async def test_a_daily_line_that_was_missed_comes_late_and_once(store: SqliteStore) -> None:
    await daily(store, MORNING)

    late = MORNING + timedelta(days=3, hours=5)

    assert (await daily(store, late)).endswith("since Sat 09:00")
    assert await daily(store, late) == ""
    assert await daily(store, late - HOUR) == "", "the clock was set back"
    assert (await daily(store, late + 20 * HOUR)).endswith("since Tue 09:00")


async def test_another_time_of_the_day_makes_no_second_line(store: SqliteStore) -> None:
    await daily(store, MORNING)
    await daily(store, MORNING + timedelta(days=1))

    ten = await store.write(operator.tell_daily, DESK, time(10), MORNING + timedelta(hours=25))

    assert ten == ""
