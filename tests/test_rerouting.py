"""Routes, channels and recipients that come and go while stories are open."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from fakes import Desk, SetClock
from faults.n15_broken_configuration import GOOD, open_good, reload
from sample import MINUTE, NOON, article, match
from tocsin.app import App
from tocsin.core.alerting import Address, Why
from tocsin.core.model import Join, Placement
from tocsin.delivery import Channel
from tocsin.store import articles, freezing, ledger, matches, outbox
from tocsin.store.asking import Asking

pytestmark = pytest.mark.anyio

DESK = Address(channel="desk", recipient="")
ADA, BEN = (Address(channel="mail", recipient=f"{name}@example.org") for name in ("ada", "ben"))
MAIL = "  mail: {type: email, smtp: smtp://127.0.0.1:1, to: [ada@example.org, ben@example.org]}\n"
TO_BOTH = GOOD.replace("alerts:", f"{MAIL}alerts:")
TO_ADA = TO_BOTH.replace(", ben@example.org", "")


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_good(tmp_path) as opened:
        yield opened


def watched(conn: Connection, number: int, *to: Address) -> int:
    """A story that a rule matches and that is due to some; its id."""
    one = article(url=f"https://o.example/{number}", text=f"report {number}")
    placed = articles.add(conn, one, Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(),), NOON)
    for address in to:
        outbox.make_due(conn, placed.story_id, address, NOON)
    return placed.story_id


async def tell(app: App) -> list[str]:
    """What the desk is told now."""
    desk, clock = Desk(), app.stages.clock
    assert isinstance(clock, SetClock)
    clock.tick(2 * MINUTE)
    channel = Channel(notifier=desk, terms=app.stages.channels[0].terms)
    await app.stages.delivery.flush(channel)
    return [alert.title for alert in desk.sent]


async def test_a_new_channel_is_told_what_nobody_has_heard_and_of_the_rest_the_next_news(
    app: App,
) -> None:
    store = app.stages.store
    heard = await store.write(watched, 1, DESK)
    assert len(await tell(app)) == 1
    waits, nowhere = [
        await store.write(watched, number, *to) for number, to in ((2, [DESK]), (3, []))
    ]

    logged = await reload(app, TO_BOTH)

    assert await store.read(outbox.standing, heard) == {DESK: True}
    for story in (waits, nowhere):
        assert await store.read(outbox.standing, story) == dict.fromkeys((DESK, ADA, BEN), False)
    assert logged[0]["changed"].startswith("+1 channel")
    assert [line.get("stories") for line in logged[1:3]] == [2, 1]


async def test_who_is_taken_out_hears_nothing_more(app: App) -> None:
    store = app.stages.store
    await reload(app, TO_BOTH)
    story = await store.write(watched, 1, ADA, BEN)

    await reload(app, TO_ADA)

    (line,) = await store.read(ledger.lines, story)
    assert (line.recipient, line.detail) == (BEN.recipient, Why.NO_ROUTE)
    assert await store.read(outbox.next_due, "mail") == NOON


async def test_a_message_that_waits_to_be_tried_again_is_not_sent_to_who_was_taken_out(
    app: App,
) -> None:
    """A channel of another type under the same name has other recipients, too."""
    store = app.stages.store
    await reload(app, TO_BOTH)
    await store.write(watched, 1, ADA, BEN)
    mail = app.stages.channels[1]
    clock = app.stages.clock
    assert isinstance(clock, SetClock)
    clock.tick(2 * MINUTE)
    await app.stages.delivery.flush(mail)

    await reload(app, TO_ADA)

    clock.tick(30 * MINUTE)
    asking = Asking(terms=app.stages.channels[1].terms, now=clock.now(), lease=MINUTE)
    left = [await store.write(freezing.take, asking) for _ in range(2)]
    assert [sending.message.recipient for sending in left if sending] == [ADA.recipient]
