"""What holds whatever happens: nothing is lost, nothing is doubled, a digest comes once.

Random days on a clock that we set, against the real store: stories open and grow, are silenced, the
channel fails, the daemon is killed before or after the channel took a message, or is down.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Row, select

from fakes import SetClock
from sample import AT_ONCE, MINUTE, RULES, article, match, terms
from tocsin.core.alerting import Address, Quiet, Rate, Route, Terms, Timing, Told
from tocsin.core.daytime import next_at
from tocsin.core.errors import Unavailable
from tocsin.core.model import (
    Alert,
    Bulletin,
    Join,
    Placement,
    Receipt,
    Severity,
    Silence,
)
from tocsin.core.ports import Notifier
from tocsin.delivery import Channel, Delivery
from tocsin.store import articles, ledger, matches, outbox, silences, stories
from tocsin.store.schema import outbox as outbox_rows
from tocsin.store.sqlite import SqliteStore, open_sqlite
from tocsin.store.values import load

HOUR = 60 * MINUTE
BERLIN = ZoneInfo("Europe/Berlin")
RULES_AND_FIRE = RULES | {"fire": replace(RULES["roads"], id="fire", severity=Severity.CRITICAL)}
numbers = count(1)


class Killed(BaseException):
    """The process is gone."""


@dataclass
class Bot(Notifier):
    """A channel that can be asked what it has; it may be down, or kill us as it is told."""

    up: bool = True
    kill: str = ""
    taken: list[Alert | Bulletin] = field(default_factory=list)

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        return self._take(alert)

    async def announce(self, bulletin: Bulletin) -> Receipt:
        return self._take(bulletin)

    async def find(self, message: Alert | Bulletin, before: Receipt | None) -> Receipt | None:
        keys = {taken.key for taken in self.taken}
        return Receipt(reference=message.key) if message.key in keys else None

    @property
    def told(self) -> list[Alert]:
        """Every story's message, alone or in a bulletin, in order."""
        return [
            alert
            for taken in self.taken
            for alert in (taken.alerts if isinstance(taken, Bulletin) else (taken,))
        ]

    def _take(self, message: Alert | Bulletin) -> Receipt:
        kill, self.kill = self.kill, ""
        if kill == "before":
            raise Killed
        if not self.up:
            raise Unavailable("503")
        self.taken.append(message)
        if kill == "after":
            raise Killed
        return Receipt(reference=message.key)


@dataclass
class Desk:
    """A channel of its own in a store that many examples share."""

    store: SqliteStore
    terms: Terms
    clock: SetClock
    bot: Bot = field(default_factory=Bot)
    stories: list[int] = field(default_factory=list)

    async def happen(self, what: str, how: int) -> None:
        """One thing of a random day."""
        match what:
            case "story" | "fire":
                self.stories.append(await self.store.write(self.report, None, what))
            case "report" | "copy" if self.stories:
                await self.store.write(self.report, self.stories[how % len(self.stories)], what)
            case "silence" if self.stories:
                until = self.clock.now() + how * MINUTE
                story = self.stories[how % len(self.stories)]
                silence = Silence(story=story, until=until, created=self.clock.now())
                await self.store.write(silences.add, silence)
            case "wait":
                self.clock.tick(how * MINUTE)
            case "down" | "up":
                self.bot.up = what == "up"
            case "before" | "after":
                self.bot.kill = what
        await self.flush()

    async def flush(self) -> None:
        """Send what is due; if that kills us, start again."""
        channel = Channel(notifier=self.bot, terms=self.terms)
        try:
            await Delivery(self.store, self.clock).flush(channel)
        except Killed:
            await self.store.write(outbox.recover, self.clock.now())

    async def end(self) -> None:
        """Let all that waits come to its time, with the channel up."""
        self.bot.up, self.bot.kill = True, ""
        await self.flush()
        for _ in range(500):
            due = await self.store.read(outbox.next_due, self.terms.channel)
            if due is None:
                return
            self.clock.time = max(due, self.clock.time + MINUTE)
            await self.flush()
        raise AssertionError("it never comes to rest")

    def report(self, conn: Connection, story_id: int | None, what: str) -> int:
        """Place an article that matches and is due here; its story's id."""
        now, number = self.clock.now(), next(numbers)
        words = f"Report {number}"
        one = article(url=f"https://o.example/{number}", title=words, text=words, first_seen=now)
        how = Join.SAME_EVENT if story_id else Join.OPENED
        copy_of = 1 if what == "copy" else None
        placed = articles.add(conn, one, Placement(how=how, story_id=story_id, copy_of=copy_of))
        rule = "fire" if what == "fire" else "bridges"
        matches.add(conn, placed, (match(rule_id=rule),), now)
        to = Address(channel=self.terms.channel, recipient="")
        outbox.make_due(conn, placed.story_id, to, now)
        return placed.story_id

    async def rows(self) -> list[Row[*tuple[Any, ...]]]:
        """What the outbox holds for this channel."""
        mine = select(outbox_rows).where(outbox_rows.c.channel == self.terms.channel)
        return await self.store.read(lambda conn: list(conn.execute(mine)))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    store = open_sqlite(Path(tmp_path_factory.mktemp("laws")) / "t.db")
    yield store
    asyncio.run(store.close())


HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "story", "story", "report", "report", "copy", "fire", "silence", "wait", "wait",
                "down", "up", "before", "after",
            )
        ),
        st.integers(0, 200),
    ),
    min_size=12,
    max_size=30,
)  # fmt: skip

ROUTES = st.builds(
    Route,
    quiet=st.sampled_from((None, Quiet(start=time(22), end=time(7)))),
    digest=st.sampled_from(((), (time(8),), (time(2, 30), time(18)))),
    timing=st.sampled_from((AT_ONCE, Timing(), Timing(reminder_every=5 * HOUR))),
)

TERMS = st.builds(
    lambda routes, at_most, edits: terms(
        routes=tuple(routes),
        rules=RULES_AND_FIRE,
        at_most=at_most,
        edits=edits,
        zone=BERLIN,
        channel=f"desk-{next(numbers)}",
    ),
    st.lists(ROUTES, max_size=2),
    st.sampled_from((None, Rate(messages=2, per=HOUR))),
    st.booleans(),
)


async def lived(shared: SqliteStore, told: Terms, day: list[tuple[str, int]]) -> Desk:
    """A desk after such a day, when all that waited has come to its time."""
    desk = Desk(store=shared, terms=told, clock=SetClock())
    for what, how in day:
        await desk.happen(what, how)
    await desk.end()
    return desk


@given(told=TERMS, day=HAPPENINGS)
@settings(max_examples=15)
def test_what_matched_is_told_once_or_the_ledger_says_why_not(
    shared: SqliteStore, told: Terms, day: list[tuple[str, int]]
) -> None:
    async def play() -> None:
        desk = await lived(shared, told, day)

        assert max(Counter(taken.key for taken in desk.bot.taken).values(), default=1) == 1
        for row in await desk.rows():
            lines = await shared.read(ledger.lines, row.story_id)
            view = await shared.read(stories.view, row.story_id)
            reports = {one.article_id for one in view.coverage if one.independent}
            if row.status == "told" and row.told:
                assert reports <= load(Told, row.told).articles
            else:
                assert lines[-1].outcome in (ledger.SILENT, ledger.REFUSED)
                assert lines[-1].detail

    asyncio.run(play())


@given(
    day=st.lists(
        st.tuples(
            st.sampled_from(("story", "story", "wait", "down", "up", "before", "after")),
            st.integers(0, 60),
        ),
        min_size=8,
        max_size=20,
    )
)
@settings(max_examples=8)
def test_stories_are_told_in_the_order_in_which_they_came(
    shared: SqliteStore, day: list[tuple[str, int]]
) -> None:
    async def play() -> None:
        desk = await lived(shared, terms(channel=f"desk-{next(numbers)}"), day)

        assert [alert.id for alert in desk.bot.told] == desk.stories

    asyncio.run(play())


@given(
    start=st.sampled_from((datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC))),
    when=st.sampled_from((time(2, 30), time(8))),
    day=st.lists(
        st.tuples(st.sampled_from(("story", "story", "away")), st.integers(1, 500)),
        min_size=6,
        max_size=12,
    ),
)
@settings(max_examples=6)
def test_a_digest_comes_once_over_changed_clocks_and_downtime(
    shared: SqliteStore, start: datetime, when: time, day: list[tuple[str, int]]
) -> None:
    """Each story is in the digest that was sent first after its time had come."""

    async def play() -> None:
        told = terms(
            channel=f"desk-{next(numbers)}",
            zone=BERLIN,
            routes=(Route(digest=(when,), timing=Timing()),),
        )
        desk, asked = Desk(store=shared, terms=told, clock=SetClock(time=start)), []
        seen: dict[int, datetime] = {}
        for what, minutes in day:
            if what == "story":
                seen[await shared.write(desk.report, None, what)] = desk.clock.now()
            for _ in range(minutes // 90 + 1 if what == "story" else 1):
                desk.clock.tick((90 if what == "story" else minutes * 3) * MINUTE)
                await desk.flush()
                asked.append(desk.clock.now())
        await desk.end()

        expected = {
            story: min(
                (at for at in asked if at >= next_at(when, BERLIN, came + timedelta.resolution)),
                default=None,
            )
            for story, came in seen.items()
        }
        found = {alert.id: alert.frozen_at for alert in desk.bot.told}
        assert len(found) == len(desk.bot.told) == len(seen)
        assert {story: at for story, at in found.items() if expected[story]} == {
            story: at for story, at in expected.items() if at
        }
        assert len({taken.frozen_at for taken in desk.bot.taken}) == len(desk.bot.taken)

    asyncio.run(play())
