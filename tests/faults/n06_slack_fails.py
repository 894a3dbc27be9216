"""Fault 6: a Slack that fails three times in ten, while another channel works.

The clock runs true and leaps over the rest of every second, once both channels have been told what
they can be, so that bans and waits cost little.  All delays are of that clock: one channel that
waited for the other would show how long a request hung there, or a message was put off.
"""

import asyncio
import random
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import median

from pydantic import SecretStr
from sqlalchemy import Connection, select

from fakes import Desk
from faults.outcome import Outcome, Scale, below, count, every, none
from sample import NOON, article, match, terms
from tocsin.core.alerting import Address
from tocsin.core.model import Article, Join, Placement
from tocsin.delivery import Channel, Delivery
from tocsin.notify.slack_api import SlackApi
from tocsin.notify.slack_bot import SlackBot
from tocsin.store import articles, matches, outbox
from tocsin.store.schema import outbox as rows
from tocsin.store.sqlite import SqliteStore, open_sqlite
from world.http import Trouble
from world.slack import TOKEN, Slack, slack_world

FAULT = "Slack fails 3 times in 10 (429, 500, hangs, resets, ok:false, garbage) over 2,000 alerts"

BEAT = timedelta(seconds=1)
SLACK_DEADLINE = timedelta(seconds=2.2)
HANGS = 0.01  # of what goes wrong, since each takes that long
MOST_WAITING = 3  # alerts at a time
MOST_DELAY_SECONDS = 2
MOST_BEATS = 100_000


News = Callable[[Connection, int, datetime], None]


async def run(scale: Scale) -> Outcome:
    number, clock = scale.pick(10, 1_000), LeapingClock()
    store, other = open_sqlite(scale.folder / "tocsin.db"), Desk()
    async with slack_world() as slack, bot(slack) as desk:
        upset(slack, clock)
        told = Channel(notifier=desk, terms=terms(channel="desk", edits=True))
        mail = Channel(notifier=other, terms=terms(channel="mail"))
        on_slack, by_mail = Listener(store, clock, told), Listener(store, clock, mail)
        await Scene(store, clock, slack, on_slack, by_mail).play(number, scale.say)
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
            count("told after", median(on_slack.delays), " s (median)"),
            count("at the longest", max(on_slack.delays), " s"),
            every("told on the other channel", len(other.sent), 2 * number),
            below("its longest delay", max(by_mail.delays), MOST_DELAY_SECONDS, " s"),
        )
    )


@asynccontextmanager
async def bot(slack: Slack) -> AsyncIterator[SlackBot]:
    api = SlackApi(SecretStr(TOKEN), slack.api_url, "Slack (desk)", SLACK_DEADLINE)
    bot = SlackBot(api, "alerts", timedelta(hours=6), UTC)
    yield bot
    await bot.aclose()


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


class LeapingClock:
    """A clock that runs true, and can be set on."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        return time.monotonic() - self._began

    def leap(self, length: timedelta) -> None:
        self._began -= length.total_seconds()


class Luck(deque[Trouble | None]):
    """Troubles without end, as the dice fall; the first is given."""

    def __init__(self, dice: random.Random, first: Trouble | None) -> None:
        super().__init__([first])
        self._dice = dice

    def __bool__(self) -> bool:
        return True

    def popleft(self) -> Trouble | None:
        if len(self):
            return super().popleft()
        return trouble(self._dice) if self._dice.random() < 0.3 else None


def trouble(dice: random.Random) -> Trouble:
    """One thing that a Slack can do wrong, the message being taken or not."""
    taken = dice.random() < 0.5
    if dice.random() < HANGS:
        return Trouble(how="hang", taken=taken)
    kinds = [
        Trouble(how="reset", taken=taken),
        Trouble(status=500, body="oops", taken=taken),
        Trouble(status=200, body="<html>", taken=taken),
        Trouble(status=200, body='{"ok": true}', taken=taken),
        Trouble(status=200, body='{"ok": false, "error": "fatal_error"}', taken=taken),
        Trouble(status=200, body='{"ok": false, "error": "internal_error"}', taken=taken),
        Trouble(status=200, body='{"ok": false, "error": "missing_scope"}'),
        Trouble(status=429, headers={"retry-after": str(dice.randrange(5, 60))}),
    ]
    return dice.choice(kinds)


def upset(slack: Slack, clock: LeapingClock) -> None:
    """From now on it fails, at first by hanging; its clock is ours, its pages are ordinary ones."""
    dice, hang = random.Random(6), Trouble(how="hang", taken=True)
    slack.page, slack.troubles, slack.deaf = 50, Luck(dice, hang), Luck(dice, None)
    slack.clock, slack.now = clock.seconds, clock.now().timestamp()


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


def waiting(conn: Connection, channel: str) -> set[int]:
    """The stories of which the channel is not told all yet."""
    due = rows.c.status.in_(("due", "sending"))
    found = select(rows.c.story_id).where(rows.c.channel == channel, due)
    return set(conn.execute(found).scalars())


@dataclass
class Listener:
    """A channel that is told of stories: since when they are due, and how long the others took."""

    store: SqliteStore
    clock: LeapingClock
    channel: Channel
    due: dict[int, float] = field(default_factory=dict)
    delays: list[float] = field(default_factory=list)

    async def hear(self) -> int:
        """Have it told what can be; how many stories it then waits for."""
        await Delivery(self.store, self.clock).flush(self.channel)
        left = await self.store.read(waiting, self.channel.name)
        now = self.clock.seconds()
        self.delays += [now - self.due.pop(story) for story in self.due.keys() - left]
        return len(left)


@dataclass
class Scene:
    """Stories that come and grow, each told on both channels."""

    store: SqliteStore
    clock: LeapingClock
    slack: Slack
    desk: Listener
    mail: Listener

    async def play(self, number: int, say: Callable[[str], None]) -> None:
        """Have so many stories told, each twice."""
        for news in (opened, grown):
            left = 0
            for one in range(number):
                left = await self._beat(news, one)
                await self._until(MOST_WAITING, left)
                if one % 100 == 99:
                    say(f"{one + 1} stories: {news.__name__}")
            await self._until(0, left)

    async def _until(self, most: int, left: int) -> None:
        """Until Slack waits for no more than so many alerts; *left* are so many now."""
        for _ in range(MOST_BEATS):
            if left <= most:
                return
            left = await self._beat()
        raise AssertionError("never told")

    async def _beat(self, news: News | None = None, number: int = 0) -> int:
        """A second of a daemon's; the *news* comes while Slack is being told.  How many alerts that
        then waits for."""
        hearing = asyncio.create_task(self.desk.hear())
        if news is not None:
            await self._bring(news, number)
        await self.mail.hear()
        left = await hearing
        self.clock.leap(BEAT)
        return left

    async def _bring(self, news: News, number: int) -> None:
        now = self.clock.now()
        self.slack.set_time(now)
        await self.store.write(news, number, now)
        for listener in (self.desk, self.mail):
            listener.due[number + 1] = (now - NOON).total_seconds()
