"""Fault 6: a Slack that fails three times in ten, while another channel works.

The clock runs `SPEED` times as fast as the real one, so that bans and waits are short; the other
channel's delay is taken in real time.
"""

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr
from sqlalchemy import Connection, func, select

from fakes import Desk
from faults.outcome import Outcome, Scale, below, count, every, none
from sample import NOON, article, match, terms
from tocsin.core.alerting import Address
from tocsin.core.model import Alert, Article, Join, Placement, Receipt
from tocsin.delivery import Channel, Delivery
from tocsin.notify.slack_api import SlackApi
from tocsin.notify.slack_bot import SlackBot
from tocsin.store import articles, matches, outbox
from tocsin.store.schema import outbox as rows
from tocsin.store.sqlite import SqliteStore, open_sqlite
from world.http import Trouble
from world.slack import TOKEN, Slack, slack_world

FAULT = "Slack fails 3 times in 10 (429, 500, hangs, resets, ok:false, garbage) over 2,000 alerts"

SPEED = 600  # ten minutes a second
BEAT_SECONDS = 0.02
SLACK_DEADLINE = timedelta(seconds=0.2)
MOST_WAITING = 3  # alerts at a time
MOST_DELAY_SECONDS = 2


async def run(scale: Scale) -> Outcome:
    number, clock = scale.pick(10, 1_000), FastClock()
    store = open_sqlite(scale.folder / "tocsin.db")
    async with slack_world() as slack:
        upset(slack, clock)
        run = Run(store=store, clock=clock, slack=slack, scale=scale)
        await run.tell(number)
    await store.close()
    return Outcome(
        figures=(
            count("alerts", 2 * number),
            count("requests", len(slack.ledger)),
            count("of which failed", failed(slack), " %"),
            none("lost", lost(slack, number)),
            none("doubled", len(slack.posts) - len(set(slack.posts))),
            none("requests during a ban", sum(call.banned for call in slack.ledger)),
            none("refused for what was in them", len(slack.refusals)),
            every("told on the other channel", len(run.other.sent), 2 * number),
            below("its longest delay", run.other.slowest, MOST_DELAY_SECONDS, " s"),
        ),
        notes=(f"the clock ran {SPEED:,} times as fast",),
    )


def failed(slack: Slack) -> float:
    """How many of a hundred requests failed."""
    return 100 * sum(call.trouble is not None for call in slack.ledger) / len(slack.ledger)


def lost(slack: Slack, number: int) -> int:
    """How many reports no message tells."""
    told = "".join(str(message["blocks"]) for message in slack.messages)
    marks = [mark(outlet, one) for outlet in ("a", "b") for one in range(number)]
    return sum(words not in told for words in marks)


def mark(outlet: str, number: int) -> str:
    """The headline of a report, which no other has."""
    return f"Bridge {number} is closed, says {outlet}."


class FastClock:
    """A clock that is in a hurry."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        return (time.monotonic() - self._began) * SPEED


class Luck(deque[Trouble | None]):
    """Troubles without end, as the dice fall."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self._dice = dice

    def __bool__(self) -> bool:
        return True

    def popleft(self) -> Trouble | None:
        return trouble(self._dice) if self._dice.random() < 0.3 else None


def trouble(dice: random.Random) -> Trouble:
    """One thing that a Slack can do wrong, the message being taken or not."""
    taken = dice.random() < 0.5
    kinds = [
        Trouble(how="reset", taken=taken),
        Trouble(how="hang", taken=taken),
        Trouble(status=500, body="oops", taken=taken),
        Trouble(status=200, body="<html>", taken=taken),
        Trouble(status=200, body='{"ok": true}', taken=taken),
        Trouble(status=200, body='{"ok": false, "error": "fatal_error"}', taken=taken),
        Trouble(status=200, body='{"ok": false, "error": "internal_error"}', taken=taken),
        Trouble(status=200, body='{"ok": false, "error": "missing_scope"}'),
        Trouble(status=429, headers={"retry-after": str(dice.randrange(5, 60))}),
    ]
    return dice.choice(kinds)


def upset(slack: Slack, clock: FastClock) -> None:
    """From now on it fails, its clock runs as fast as ours, and its pages are ordinary ones."""
    dice = random.Random(6)
    slack.page, slack.troubles, slack.deaf = 50, Luck(dice), Luck(dice)
    slack.clock, slack.now = clock.seconds, clock.now().timestamp()


@dataclass
class Other(Desk):
    """A channel that works; *slowest* is the longest that it waited for an alert, in seconds."""

    due: dict[int, float] = field(default_factory=dict)
    slowest: float = 0.0

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        self.slowest = max(self.slowest, time.monotonic() - self.due[alert.id])
        return await super().send(alert, before)


def opened(conn: Connection, number: int, now: datetime) -> None:
    """A story of one report, due on both channels."""
    placed = articles.add(conn, _report("a", number, now), Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(),), now)
    _make_due(conn, placed.story_id, now)


def grown(conn: Connection, number: int, now: datetime) -> None:
    """A second outlet has the story, too."""
    story_id = number + 1
    joined = Placement(how=Join.SAME_EVENT, story_id=story_id)
    articles.add(conn, _report("b", number, now), joined)
    _make_due(conn, story_id, now)


def _report(outlet: str, number: int, now: datetime) -> Article:
    title, url = mark(outlet, number), f"https://{outlet}.example/{number}"
    return article(title=title, url=url, text=title, outlet=f"Outlet {outlet}", first_seen=now)


def _make_due(conn: Connection, story_id: int, now: datetime) -> None:
    for channel in ("desk", "mail"):
        outbox.make_due(conn, story_id, Address(channel=channel, recipient=""), now)


def waiting(conn: Connection) -> int:
    """How many alerts are not told yet."""
    due = rows.c.status.in_(("due", "sending"))
    return conn.execute(select(func.count()).select_from(rows).where(due)).scalar_one()


@dataclass
class Run:
    """Stories that come, grow, and are told on both channels."""

    store: SqliteStore
    clock: FastClock
    slack: Slack
    scale: Scale
    other: Other = field(default_factory=Other)

    async def tell(self, number: int) -> None:
        """Have so many stories told, each twice."""
        api = SlackApi(SecretStr(TOKEN), self.slack.api_url, "Slack (desk)", SLACK_DEADLINE)
        bot = SlackBot(api, "alerts", timedelta(hours=6), UTC)
        desk = Channel(notifier=bot, terms=terms(channel="desk", edits=True))
        mail = Channel(notifier=self.other, terms=terms(channel="mail"))
        beats = [asyncio.create_task(self._beat(channel)) for channel in (desk, mail)]
        for news in (opened, grown):
            for one in range(number):
                await self._due(news, one)
            await self._at_most(0)
        for beat in beats:
            beat.cancel()
        await asyncio.gather(*beats, return_exceptions=True)
        await bot.aclose()

    async def _beat(self, channel: Channel) -> None:
        delivery = Delivery(self.store, self.clock)
        while True:
            await delivery.flush(channel)
            await asyncio.sleep(BEAT_SECONDS)

    async def _due(self, news: Callable[[Connection, int, datetime], None], number: int) -> None:
        """Place the *news*, which makes a story due, once few others wait."""
        await self._at_most(MOST_WAITING)
        now = self.clock.now()
        self.slack.set_time(now)
        self.other.due[number + 1] = time.monotonic()
        await self.store.write(news, number, now)
        if number % 100 == 99:
            self.scale.say(f"{number + 1} stories: {news.__name__}")

    async def _at_most(self, most: int) -> None:
        """Until no more than so many alerts wait to be told."""
        for _ in range(100_000):
            if await self.store.read(waiting) <= most:
                return
            await asyncio.sleep(BEAT_SECONDS)
        raise AssertionError("never told")
