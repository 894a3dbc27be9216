"""What is due is sent, whatever the channel does."""

import asyncio
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from fakes import Desk, SetClock
from sample import MINUTE, NOON, article, match, terms
from tocsin.core.alerting import Address
from tocsin.core.errors import Refused, Unavailable
from tocsin.core.model import Alert, Bulletin, Join, Placement, Receipt
from tocsin.delivery import Channel, Delivery
from tocsin.store import articles, bulletins, ledger, matches, notices, outbox
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

HOUR = 60 * MINUTE


def watched(conn: Connection, number: int = 1, channel: str = "desk") -> int:
    """Place an article that matches and is due on *channel*; its story's id."""
    one = article(url=f"https://o.example/{number}", text=f"report {number}")
    placed = articles.add(conn, one, Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(),), NOON)
    outbox.make_due(conn, placed.story_id, Address(channel=channel, recipient=""), NOON)
    return placed.story_id


def channel(desk: Desk, name: str = "desk") -> Channel:
    return Channel(notifier=desk, terms=terms(channel=name))


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def delivery(store: SqliteStore, clock: SetClock) -> Delivery:
    return Delivery(store, clock)


async def test_everything_due_is_sent_once(store: SqliteStore, delivery: Delivery) -> None:
    desk = Desk()
    for number in (1, 2, 3):
        await store.write(watched, number)

    assert await delivery.flush(channel(desk)) == 3
    assert await delivery.flush(channel(desk)) == 0
    assert len(desk.sent) == 3


async def test_an_alert_outlives_a_channel_that_is_down(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("503 Service Unavailable")] * 5)
    await store.write(watched)

    for _ in range(6):
        await delivery.flush(channel(desk))
        clock.tick(HOUR)

    assert len(desk.sent) == 1


async def test_one_refused_alert_stops_no_other(store: SqliteStore, delivery: Delivery) -> None:
    desk = Desk(troubles=[Refused("msg_too_long")])
    first = await store.write(watched, 1)
    await store.write(watched, 2)

    assert await delivery.flush(channel(desk)) == 1
    lines = await store.read(ledger.lines, first)
    assert [(line.outcome, line.detail) for line in lines] == [("refused", "msg_too_long")]


async def test_the_operator_hears_of_an_alert_that_was_refused_but_not_of_his_own_messages(
    store: SqliteStore, delivery: Delivery
) -> None:
    desk = Desk(troubles=[Refused("token_revoked"), Refused("token_revoked")])
    await store.write(watched)
    await delivery.flush(channel(desk))
    word = Bulletin(key="notices/1", channel="desk", recipient="", title="x", frozen_at=NOON)
    await store.write(bulletins.post, word, NOON)
    await delivery.flush(channel(desk))

    (posted,) = await store.read(notices.waiting)

    assert posted.notice.title == "desk does not take alerts: token_revoked"
    assert posted.notice.lines[0].startswith("#1 Old bridge closed")
    assert desk.troubles == []


async def test_a_channel_that_asks_for_quiet_gets_it_and_others_do_not_wait(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    busy, other = Desk(troubles=[Unavailable("429", retry_after=5 * MINUTE)]), Desk()
    desk, mail = channel(busy), channel(other, "mail")
    await store.write(watched, 1)
    await store.write(watched, 2)
    await store.write(watched, 3, "mail")

    await delivery.flush(desk)
    clock.tick(4 * MINUTE)
    assert (await delivery.flush(desk), await delivery.flush(mail)) == (0, 1)
    clock.tick(MINUTE)
    assert await delivery.flush(desk) == 2


async def test_a_ban_does_not_outlast_a_clock_that_is_set_back(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = channel(Desk(troubles=[Unavailable("429", retry_after=5 * MINUTE)]))
    await store.write(watched)
    await delivery.flush(desk)

    clock.tick(-24 * HOUR)
    await store.write(outbox.clock_went_back, clock.now())

    assert await delivery.flush(desk) == 1


async def test_after_a_day_of_trying_an_alert_is_laid_aside(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("503")] * 30)
    story_id = await store.write(watched)

    for _ in range(28):
        await delivery.flush(channel(desk))
        clock.tick(HOUR)

    last = (await store.read(ledger.lines, story_id))[-1]
    assert (last.outcome, last.detail) == ("refused", "tried for 24 h: 503")
    assert len(desk.troubles) == 5


async def test_a_clock_that_is_set_on_by_a_day_is_no_day_of_trying(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("503")] * 2)
    await store.write(watched)

    for length in (24 * HOUR, HOUR, HOUR):
        await delivery.flush(channel(desk))
        clock.tick(length)

    assert len(desk.sent) == 1


async def test_a_channel_is_asked_before_an_uncertain_message_is_sent_again(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("no answer", uncertain=True)])
    desk.found = Receipt(reference="it arrived")
    await store.write(watched)

    await delivery.flush(channel(desk))
    clock.tick(MINUTE)

    assert await delivery.flush(channel(desk)) == 1
    assert desk.sent == []


async def test_a_message_that_was_surely_not_taken_is_sent_again_without_a_question(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("429")])
    desk.found = Receipt(reference="nobody asked")
    await store.write(watched)

    await delivery.flush(channel(desk))
    clock.tick(MINUTE)

    assert await delivery.flush(channel(desk)) == 1
    assert len(desk.sent) == 1


async def test_what_may_still_be_on_its_way_is_given_time_to_arrive(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("502", uncertain=True)])
    await store.write(watched)
    await delivery.flush(channel(desk))

    clock.tick(timedelta(seconds=2))
    assert await delivery.flush(channel(desk)) == 0
    clock.tick(timedelta(seconds=2))
    assert await delivery.flush(channel(desk)) == 1


class Stumbling(Desk):
    """A channel whose own code fails over one story."""

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        if alert.id == 1:
            raise TypeError("no such thing")
        return await super().send(alert, before)


async def test_an_alert_over_which_we_stumble_stops_no_other_and_dies_in_the_end(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Stumbling()
    for number in (1, 2):
        await store.write(watched, number)

    for _ in range(30):
        await delivery.flush(channel(desk))
        clock.tick(HOUR)

    assert [alert.id for alert in desk.sent] == [2]
    last = (await store.read(ledger.lines, 1))[-1]
    assert last.detail == "tried for 24 h: a fault of tocsin's, see the log: TypeError"


async def test_tries_come_ever_more_seldom(
    store: SqliteStore, delivery: Delivery, clock: SetClock
) -> None:
    desk = Desk(troubles=[Unavailable("503")] * 99)
    await store.write(watched)
    waits: list[timedelta] = []

    for _ in range(12):
        await delivery.flush(channel(desk))
        due = await store.read(outbox.next_due, "desk")
        assert due is not None
        waits.append(due - clock.now())
        clock.time = due

    assert waits[0] < timedelta(seconds=2)
    assert all(later > earlier for earlier, later in pairwise(waits[:8]))
    assert waits[-1] <= timedelta(minutes=17)


class Timed(Desk):
    """Notes when it was sent something, by the event loop's clock."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[float] = []
        self.told = asyncio.Event()

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        self.at.append(asyncio.get_running_loop().time())
        self.told.set()
        return await super().send(alert, before)


async def test_messages_keep_the_pace_that_a_channel_takes(
    store: SqliteStore, delivery: Delivery
) -> None:
    desk = Timed()
    for number in (1, 2, 3):
        await store.write(watched, number)
    paced = Channel(notifier=desk, terms=terms(), pace=timedelta(milliseconds=50))

    await delivery.flush(paced)

    assert all(later - earlier >= 0.05 for earlier, later in pairwise(desk.at))
    assert len(desk.at) == 3


async def test_what_is_not_sent_when_all_ends_is_sent_by_the_next_daemon(
    store: SqliteStore, clock: SetClock
) -> None:
    desk = Timed()
    for number in (1, 2):
        await store.write(watched, number)
    paced = Channel(notifier=desk, terms=terms(), pace=HOUR)
    ending = Delivery(store, clock)
    sending = asyncio.create_task(ending.flush(paced))
    await desk.told.wait()

    ending.end()

    assert await sending == 1
    assert await Delivery(store, clock).flush(channel(desk)) == 1
