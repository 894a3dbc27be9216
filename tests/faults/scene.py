"""A newsroom that reports, a desk that is told, and a configuration that joins them."""

import asyncio
import json
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from faults.account import account
from faults.autopsy import Autopsy, examine
from faults.desk import CHANNELS, Desk, open_desk
from faults.lives import Life, begin, begin_hurried
from faults.wire import Wire, tells, wire
from shared_forms import share_forms
from tocsin.clock import SystemClock
from tocsin.newsroom import Newsroom, open_newsroom

POLL = "1s"
LOOK_SECONDS = 0.1
STILL_SECONDS = 20.0
BREATHS = 10
LAST_ROUND_SECONDS = 300


@dataclass
class Scene:
    """The newsroom has published so many of the *wire*'s stories as *stories* says; what the desk
    took is *examined* so far, and *heard* so far for the reports that a channel was *told* of."""

    wire: Wire
    newsroom: Newsroom
    desk: Desk
    folder: Path
    stories: int = 0
    examined: int = 0
    heard: int = 0
    told: set[tuple[str, str]] = field(default_factory=set)

    @property
    def config(self) -> Path:
        return self.folder / "tocsin.yaml"

    @property
    def store(self) -> Path:
        return self.folder / "tocsin.db"

    def publish(self, stories: int) -> None:
        """Let so many more stories begin, and what of earlier ones is due meanwhile."""
        self.stories += stories
        self.newsroom.advance(self.wire.after(self.stories))

    async def start(self, *, step: str = "") -> Life:
        """The daemon, which dies when it comes to *step*."""
        return await begin(self.folder / "log", "run", "--config", self.config, step=step)

    async def start_hurried(self, times: int) -> Life:
        """The daemon, whose clock is so many times as fast as ours."""
        return await begin_hurried(self.folder / "log", self.config, times)

    async def last_life(self) -> int | None:
        """A life that has the time to tell what is left, and is then told to end; its exit code."""
        life = await self.start()
        await self.all_told()
        life.send(signal.SIGTERM)
        code = await life.ended()
        await self.last_round()
        return code

    async def last_round(self) -> None:
        """Have all told that a channel's own spacing still holds back: a round is without waits."""
        last = await begin(self.folder / "log", "run", "--once", "--config", self.config)
        await last.ended(LAST_ROUND_SECONDS)

    def untold(self) -> list[tuple[str, str]]:
        """What a channel has not been told of: the channel, and the report's name."""
        return [(channel, name) for channel in CHANNELS for name in self.untold_by(channel)]

    def untold_by(self, channel: str) -> list[str]:
        """The names of the reports of which one channel has not been told."""
        published = self.wire.published(self.stories)
        for one in self.desk.taken[self.heard :]:  # no message tells what came out after it
            self.told |= {(one.channel, name) for name in published if tells(one.text, name)}
        self.heard = len(self.desk.taken)
        return [name for name in published if (channel, name) not in self.told]

    def accounts(self) -> tuple[str, ...]:
        """What the store knows of each report of which a channel has not been told."""
        return tuple(account(self.store, channel, name) for channel, name in self.untold())

    async def examine(self) -> Autopsy:
        """What the life that is over left behind."""
        for _ in range(BREATHS):  # what it sent with its last breath comes in
            await asyncio.sleep(LOOK_SECONDS / BREATHS)
        since, self.examined = self.examined, len(self.desk.taken)
        return await asyncio.to_thread(examine, self.store, self.desk.taken[since:])

    async def all_told(self) -> None:
        """Wait until every channel has been told of every report, or is told nothing any more."""
        taken, since = len(self.desk.taken), time.monotonic()
        while self.untold() and time.monotonic() < since + STILL_SECONDS:
            await asyncio.sleep(LOOK_SECONDS)
            if taken < len(self.desk.taken):
                taken, since = len(self.desk.taken), time.monotonic()


@asynccontextmanager
async def open_scene(folder: Path, stories: int, **changes: Any) -> AsyncIterator[Scene]:
    """A scene with so many stories in store; *changes* replace sections of the configuration."""
    play = wire(stories)
    async with open_desk() as desk, open_newsroom(play.day, SystemClock()) as newsroom:
        newsroom.hold()
        scene = Scene(wire=play, newsroom=newsroom, desk=desk, folder=folder)
        share_forms(folder)
        (folder / "watchlist.yaml").write_text(newsroom.watchlist)
        scene.config.write_text(json.dumps(_config(newsroom, desk) | changes))
        yield scene


def _config(newsroom: Newsroom, desk: Desk) -> dict[str, Any]:
    return {
        "feeds": [
            {"id": feed.id, "url": feed.url, "outlet": feed.outlet, "every": POLL}
            for feed in newsroom.feeds
        ],
        "watchlist": "watchlist.yaml",
        "channels": desk.channels,
        "alerts": {"wait_before_first": "0s", "update_at_most_every": "0s"},
        "fetch": {"allow": ["127.0.0.1"], "first_sight": "24h"},
    }
