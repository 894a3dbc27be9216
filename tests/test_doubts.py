"""What died although it may have arrived, on a Slack by bot: told once, however it is revived."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from fakes import SetClock
from sample import MINUTE, NOON, article, match, terms
from tocsin.core.alerting import Address
from tocsin.core.errors import Unavailable
from tocsin.core.model import Join, Placement
from tocsin.delivery import Channel, Delivery
from tocsin.store import articles, freezing, ledger, matches, outbox, resending, settling
from tocsin.store.asking import Asking
from tocsin.store.resending import Wish
from tocsin.store.sqlite import SqliteStore
from world.http import Trouble
from world.slack import SCOPES, TOKEN, Slack, slack_world
from world.stages import notifier

pytestmark = pytest.mark.anyio

DESK = Address(channel="desk", recipient="")
TERMS = terms()
HOUR = 60 * MINUTE
TAKEN, LOST = Trouble(status=500, taken=True), Trouble(status=500)


@dataclass
class Night:
    """A desk on Slack whose answers get lost, and which then is not to be asked."""

    store: SqliteStore
    slack: Slack
    channel: Channel
    clock: SetClock

    async def flush(self, after: timedelta = MINUTE) -> None:
        self.clock.tick(after)
        self.slack.set_time(self.clock.now())
        await Delivery(self.store, self.clock).flush(self.channel)

    async def dies(self, *troubles: Trouble) -> None:
        """What is due is sent, with these troubles; for a day the bot may not ask what came."""
        self.slack.troubles.extend(troubles)
        self.slack.scopes = SCOPES - {"channels:history"}
        for _ in range(50):
            await self.flush(after=HOUR)
        self.slack.scopes = SCOPES

    async def revive(self) -> list[resending.Revived]:
        return await self.store.write(resending.revive, self.wish)

    @property
    def wish(self) -> Wish:
        reached, now = [DESK], self.clock.now()
        return Wish(channel=None, routing=TERMS.routing, reached=reached, now=now)


@pytest.fixture
async def night(store: SqliteStore) -> AsyncIterator[Night]:
    async with slack_world() as slack:
        options = {"token": TOKEN, "channel": "#alerts", "api_url": slack.api_url}
        bot = notifier("slack", **options)
        yield Night(store, slack, Channel(notifier=bot, terms=TERMS), SetClock())
        await bot.aclose()


def watched(conn: Connection, number: int, story_id: int | None = None) -> int:
    """Place a report that matches and is due on the desk; its story's id."""
    how = Join.OPENED if story_id is None else Join.SAME_EVENT
    one = article(url=f"https://o.example/{number}", outlet=f"Outlet {number}", text=f"t{number}")
    placed = articles.add(conn, one, Placement(how=how, story_id=story_id))
    matches.add(conn, placed, (match(),), NOON)
    outbox.make_due(conn, placed.story_id, DESK, NOON)
    return placed.story_id


async def outcomes(night: Night, story_id: int) -> list[str]:
    return [line.outcome for line in await night.store.read(ledger.lines, story_id)]


@pytest.mark.parametrize(
    ("first", "told"),
    [(TAKEN, [["1"], ["2", "3"]]), (LOST, [["1", "2", "3"]])],
)
async def test_of_dead_letters_only_those_that_never_arrived_are_told_in_one_message(
    night: Night, first: Trouble, told: list[list[str]]
) -> None:
    await night.store.write(watched, 1)
    night.slack.troubles.append(first)
    await night.flush()
    for number in (2, 3):
        await night.store.write(watched, number)
    await night.dies(LOST)

    revived = await night.revive()
    await night.flush()

    assert [one.asked for one in revived] == [True] * 3
    letters = [re.findall(r"Outlet (\d)", str(one["blocks"])) for one in night.slack.messages]
    assert letters == told


async def test_a_dead_letter_that_arrived_is_edited_when_its_story_grows(night: Night) -> None:
    story_id = await night.store.write(watched, 1)
    await night.dies(TAKEN)

    await night.store.write(watched, 2, story_id)
    await night.flush()

    root, reply = night.slack.messages
    assert "Outlet 2" in str(root["blocks"])
    assert reply["thread_ts"] == root["ts"]


async def test_a_story_that_grew_while_its_letter_died_is_told_once(night: Night) -> None:
    story_id = await night.store.write(watched, 1)
    night.slack.troubles.append(TAKEN)
    await night.flush()
    await night.store.write(watched, 2, story_id)

    await night.dies()
    await night.revive()
    await night.flush()

    root, reply = night.slack.messages
    assert reply["thread_ts"] == root["ts"]


@pytest.mark.parametrize("by", ["revive", "resend"])
async def test_a_common_message_that_arrived_before_it_died_is_not_told_again(
    night: Night, by: str
) -> None:
    stories = [await night.store.write(watched, number) for number in (1, 2)]
    await night.dies(TAKEN)

    if by == "revive":
        assert [one.asked for one in await night.revive()] == [True] * 2
    else:
        (outcome,) = await night.store.write(resending.resend, stories[0], night.wish)
        assert "may have arrived" in outcome.why_not
    await night.flush()

    assert len(night.slack.messages) == 1
    assert [(await outcomes(night, one))[-1] for one in stories] == ["told together"] * 2


async def test_a_common_message_that_never_arrived_tells_only_who_asked_again(
    night: Night,
) -> None:
    first, second = [await night.store.write(watched, number) for number in (1, 2)]
    await night.dies(LOST)

    await night.store.write(watched, 3, first)
    await night.flush()

    (said,) = night.slack.messages
    assert "Outlet 3" in str(said)
    assert "Outlet 2" not in str(said)
    assert (await outcomes(night, second))[-1] == "refused"
    assert [one.asked for one in await night.revive()] == [False]


async def test_while_a_channel_cannot_be_asked_its_dead_letter_waits_and_dies_again(
    night: Night,
) -> None:
    await night.store.write(watched, 1)
    await night.dies(TAKEN)
    await night.revive()

    await night.dies()

    assert len(night.slack.messages) == 1
    assert [one.asked for one in await night.revive()] == [True]


async def test_a_letter_whose_last_try_may_have_arrived_is_asked_for(night: Night) -> None:
    await night.store.write(watched, 1)
    asking = Asking(terms=TERMS, now=NOON, lease=2 * MINUTE)
    sending = await night.store.write(freezing.take, asking)
    assert sending is not None
    last = Unavailable("no answer", uncertain=True)
    await night.store.write(settling.give_up, sending, last, NOON)

    assert [one.asked for one in await night.revive()] == [True]
