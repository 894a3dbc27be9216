"""The whole program in this process, on a real store and with a clock of our own.

For faults in which no process dies: time, feeds and channels do as a fault says, and a tick is
what the daemon does in a second.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from fakes import Desk, SetClock
from faults.wire import WATCHLIST
from shared_forms import share_forms
from tocsin.app import App, make_notifier, open_app
from tocsin.config import ChannelSettings, Settings, read_config
from tocsin.core.ports import Notifier
from tocsin.engine.local import poll_all, read_new
from tocsin.intake import Poll
from tocsin.store import feeds
from tocsin.store.schema import articles

AT_ONCE = {"wait_before_first": "0s", "update_at_most_every": "0s"}


@dataclass
class Indoors:
    """The program; *desk* is told all alerts where no channel is configured."""

    app: App
    clock: SetClock
    desk: Desk = field(default_factory=Desk)

    async def tick(self) -> list[Poll]:
        """Every feed is polled, every new entry read, and what is due is sent."""
        polls = await self.poll_and_read()
        await self.deliver()
        return polls

    async def poll_and_read(self) -> list[Poll]:
        """Each feed on its own, side by side, as in the daemon."""
        return list(await asyncio.gather(*map(self._poll, self.app.stages.feeds)))

    async def poll_then_read(self) -> list[Poll]:
        """No entry is read before every feed has been polled."""
        polls = await poll_all(self.app.stages)
        feeds = self.app.stages.feeds
        await asyncio.gather(*(read_new(self.app.stages, {feed}) for feed in feeds))
        return polls

    async def deliver(self) -> None:
        stages = self.app.stages
        await asyncio.gather(*(stages.delivery.flush(channel) for channel in stages.channels))

    async def articles(self) -> int:
        return await self.app.stages.store.read(_count_articles)

    async def _poll(self, feed: str) -> Poll:
        state = await self.app.stages.store.read(feeds.state, feed)
        poll = await self.app.stages.intake.poll(state)
        if poll.entries.new:
            await read_new(self.app.stages, {feed})
        return poll


@asynccontextmanager
async def open_indoors(
    folder: Path, feeds: Sequence[Mapping[str, Any]], clock: SetClock, **sections: Any
) -> AsyncIterator[Indoors]:
    """The program on the store in *folder*; *sections* replace those of the configuration."""
    desk = Desk()

    def make(channel: ChannelSettings, settings: Settings) -> Notifier:
        return desk if channel.kind == "console" else make_notifier(channel, settings)

    async with open_app(_settings(folder, feeds, sections), clock=clock, make=make) as app:
        yield Indoors(app=app, clock=clock, desk=desk)


def _settings(
    folder: Path, feeds: Sequence[Mapping[str, Any]], sections: Mapping[str, Any]
) -> Settings:
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(WATCHLIST)
    config: dict[str, Any] = {
        "feeds": list(feeds),
        "watchlist": "watchlist.yaml",
        "alerts": AT_ONCE,
        "fetch": {"allow": ["127.0.0.1"], "per_host": 16},
    }
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps({**config, **sections}))
    return read_config(path, {})


def _count_articles(conn: Connection) -> int:
    return conn.execute(select(func.count()).select_from(articles)).scalar_one()
