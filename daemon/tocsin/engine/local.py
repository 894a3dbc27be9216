"""The stages in this process, as asyncio tasks.

Each beat claims rows whose time has come and starts tasks for them; leases keep two beats from
doing the same thing.  A task that fails names its feed or channel and is over: the row is picked up
again by a later beat.
"""

import asyncio
from collections.abc import Collection, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import Connection

from tocsin.core.errors import StoreError, TocsinError
from tocsin.core.model import Feed
from tocsin.core.ports import Clock
from tocsin.delivery import Channel, Delivery
from tocsin.engine.troubles import Troubles
from tocsin.intake import MOST_TRIES, Intake, Poll, without_text
from tocsin.store import entries, feeds
from tocsin.store.articles import Placed
from tocsin.store.entries import Unread
from tocsin.store.feeds import FeedState
from tocsin.store.sqlite import SqliteStore

MOST_POLLS = 64
"""So many feeds are asked at the same time."""

BATCH = 20
"""So many entries are read and placed together: one short turn."""

_DOUBTFUL = 2
"""After so many tries an entry was in the daemon's hands when that died, maybe of it."""

POLL_LEASE = timedelta(minutes=5)
READ_LEASE = timedelta(minutes=10)

log = structlog.get_logger("tocsin.engine")


@dataclass(slots=True, kw_only=True)
class Stages:
    """What an engine runs, and on what."""

    store: SqliteStore
    clock: Clock
    feeds: Mapping[str, Feed]
    intake: Intake
    delivery: Delivery
    channels: tuple[Channel, ...]


@dataclass(slots=True)
class LocalEngine:
    """Runs `Stages` in tasks of its own; `stop` ends them in order."""

    stages: Stages
    _polling: set[asyncio.Task[None]] = field(default_factory=set)
    _sending: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _troubles: Troubles = field(default_factory=Troubles)

    async def poll_due(self) -> None:
        """Start a poll of every feed whose time has come."""
        stages, room = self.stages, MOST_POLLS - len(self._polling)
        if room <= 0:  # below it where a sweep is under way too
            return
        now = stages.clock.now()
        due = await stages.store.write(
            feeds.claim_due, stages.feeds.keys(), now, lease=POLL_LEASE, limit=room
        )
        for state in due:
            self._start_polling(self._poll(state), {state.id}, f"feed {state.id}")

    async def read_stuck(self) -> None:
        """Read what an earlier process, or a task that failed, left unread."""
        among = self.stages.feeds.keys()
        self._start_polling(read_new(self.stages, among), among, "what was left unread")

    async def deliver_due(self) -> None:
        """Start sending on every channel that is not at it already."""
        for channel in self.stages.channels:
            if channel.name not in self._sending:
                sending = self._named(self._flush(channel), f"channel {channel.name}")
                self._sending[channel.name] = asyncio.create_task(sending)

    @property
    def under_way(self) -> frozenset[asyncio.Task[None]]:
        """All work that has begun; what begins later is done by the stages of then."""
        return frozenset((*self._polling, *self._sending.values()))

    async def stop(self, patience: timedelta) -> None:
        """No new polls; sends end, as far as they do within *patience*.

        What is cut short is done again from its row at the next start.
        """
        self.stages.delivery.end()
        for task in self._polling:
            task.cancel()
        if self._sending:
            await asyncio.wait(self._sending.values(), timeout=patience.total_seconds())
        left = [*self._polling, *self._sending.values()]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _poll(self, state: FeedState) -> None:
        poll = await self.stages.intake.poll(state)
        if poll.entries.new or poll.entries.edited:
            await read_new(self.stages, {state.id})

    async def _flush(self, channel: Channel) -> None:
        try:
            await self.stages.delivery.flush(channel)
        finally:
            del self._sending[channel.name]

    def _start_polling(
        self, work: Coroutine[Any, Any, Any], among: Collection[str], whose: str
    ) -> None:
        task = asyncio.create_task(self._named(self._or_give_back(work, among), whose))
        self._polling.add(task)
        task.add_done_callback(self._polling.discard)

    async def _or_give_back(self, work: Coroutine[Any, Any, Any], among: Collection[str]) -> None:
        """*work*; where the store could not keep it (its disk is full), what it had leased of these
        feeds is free again as soon as the store takes a word, and not only when the leases end."""
        try:
            await work
        except StoreError:
            await self.stages.store.insist(POLL_LEASE, _give_back, among)
            raise

    async def _named(self, work: Coroutine[Any, Any, Any], whose: str) -> None:
        """Do *work*; what goes wrong is said to be *whose*, and ends there."""
        try:
            await work
        except TocsinError as error:
            self._troubles.fails(whose, str(error))
        except Exception:
            log.exception("this is a fault of tocsin's; it will try again", whose=whose)
        else:
            self._troubles.works(whose)


async def read_new(stages: Stages, among: Collection[str]) -> list[Placed]:
    """Read every new entry of these feeds; the articles that were placed."""
    placed: list[Placed] = []
    while unread := await _claim(stages, among):
        if sound := [one for one in unread if one.tries < _DOUBTFUL]:
            placed += await _read(stages, sound)
        for one in unread:
            if one.tries >= _DOUBTFUL:
                placed += await _read_doubtful(stages, one)
    return placed


async def poll_all(stages: Stages) -> list[Poll]:
    """Poll every feed once, whatever its time."""
    return list(await asyncio.gather(*await polls_of_all(stages)))


async def polls_of_all(stages: Stages) -> list[Coroutine[Any, Any, Poll]]:
    """A poll of every feed, whatever its time; of those begun a bounded number runs together."""
    states, gate = await stages.store.read(feeds.states), asyncio.Semaphore(MOST_POLLS)

    async def poll(state: FeedState) -> Poll:
        async with gate:
            return await stages.intake.poll(state)

    return [poll(states[feed_id]) for feed_id in stages.feeds]


async def _read_doubtful(stages: Stages, entry: Unread) -> list[Placed]:
    """Read alone an entry that may have brought the daemon down, so that it takes no other with it:
    whole, in the end by its headline alone, and if even that brings it down, never again."""
    if entry.tries <= MOST_TRIES:
        return await _read(stages, [entry])
    if entry.tries == MOST_TRIES + 1:
        return await _read_headline(stages, entry)
    log.error("set aside: it brings the daemon down", feed=entry.feed_id, entry=entry.entry.url)
    await stages.store.write(entries.quarantine, entry.id)
    return []


async def _read(stages: Stages, unread: list[Unread]) -> list[Placed]:
    """Read entries together; if that fails by a fault of ours, one by one, so that the one that
    cannot be read stops no other.  After some tries it is set aside."""
    try:
        return await stages.intake.read(unread)
    except TocsinError:
        raise
    except Exception:
        if len(unread) > 1:
            return [placed for one in unread for placed in await _read(stages, [one])]
        entry = unread[0]
        log.exception("this is a fault of tocsin's", feed=entry.feed_id, entry=entry.entry.url)
        await stages.store.write(entries.tried, entry)
        return await _read_headline(stages, entry) if entry.tries >= MOST_TRIES else []


async def _read_headline(stages: Stages, entry: Unread) -> list[Placed]:
    """Read an entry that has failed so often by its headline alone, so that what it says of itself
    still rings; if even that fails it is set aside."""
    try:
        return await stages.intake.read([without_text(entry)])
    except TocsinError:
        raise
    except Exception:
        log.exception("set aside", feed=entry.feed_id, entry=entry.entry.url)
        await stages.store.write(entries.quarantine, entry.id)
        return []


async def _claim(stages: Stages, among: Collection[str]) -> list[Unread]:
    return await stages.store.write(
        entries.claim_new, stages.clock.now(), lease=READ_LEASE, limit=BATCH, among=among
    )


def _give_back(conn: Connection, among: Collection[str]) -> None:
    feeds.give_back(conn, among)
    entries.give_back(conn, among)
