"""A daemon on 10,000 feeds that are asked every ten minutes: what it takes while it stands.

    python -m benchmarks.soak [SECONDS] [FEEDS]

A window of so many seconds (120) at true rates, no time is compressed: 10,000 feeds at ten minutes
are 16.7 polls a second, each feed on a host of its own, without TLS.  Before the window the store
is told that it has seen them all, as a day's work would leave it, and their times are spread.  Of
the polls 70 % find a 304, 23 % the same feed whole, and 7 % a new entry, whose page is fetched,
read, matched and grouped.  All along a feed of 2.5 MB changes every ten seconds, and its new entry
leads to a page of 9.5 MB, which is refused.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
import structlog
from sqlalchemy import Connection, bindparam, update

from benchmarks import made_up
from benchmarks.cost import cpu_seconds, held_bytes, workers_bytes
from benchmarks.table import Row, limit, render
from benchmarks.web import FIRST, LARGE_FEED, feed_url, host, served
from tocsin.app import App, open_app
from tocsin.cli.once import notifier_dry
from tocsin.config import read_config
from tocsin.core.model import Entry, ParsedFeed
from tocsin.parse.unseen import read_unseen
from tocsin.service import Service
from tocsin.store import brought
from tocsin.store.brought import Brought
from tocsin.store.schema import feeds

Came = Mapping[str, Brought]
LARGE_ID = "large"
EVERY = timedelta(minutes=10)
RULES, SENTENCES = 100, 3
BEAT_SECONDS, SETTLE_SECONDS = 0.02, 15
MEGABYTE = 1 << 20


@dataclass(slots=True)
class Watch:
    """How late the loop was, and the most memory that was held, alone and with the workers.

    *own_seconds* is what the weighing itself took of a core, which no daemon does.
    """

    lags: list[float] = field(default_factory=list)
    alone_bytes: int = 0
    all_bytes: int = 0
    own_seconds: float = 0.0

    async def look(self) -> None:
        """Look until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + BEAT_SECONDS
            await asyncio.sleep(BEAT_SECONDS)
            self.lags.append(loop.time() - due)
            if len(self.lags) % 50 == 0:
                self._weigh()

    def _weigh(self) -> None:
        began, alone = time.thread_time(), held_bytes()
        self.alone_bytes = max(self.alone_bytes, alone)
        self.all_bytes = max(self.all_bytes, alone + workers_bytes())
        self.own_seconds += time.thread_time() - began


def rows(seconds: float = 120, count: int = 10_000) -> list[Row]:
    """What a window of so many seconds took."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    watched = tuple(made_up.names(RULES))
    with served(watched, SENTENCES) as port, tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_soaked(_config(Path(folder), port, count, watched), port, seconds))


async def _soaked(config: Path, port: int, seconds: float) -> list[Row]:
    async with open_app(read_config(config, {}), make=notifier_dry) as app:
        async with httpx.AsyncClient() as steer:
            await steer.get(f"http://{host(0)}:{port}/answer/living")
        await app.stages.store.write(_seen_before, _states(app, port))
        service = Service(app, {})
        running = asyncio.create_task(service.run())
        await asyncio.sleep(SETTLE_SECONDS)
        watch, before = Watch(), await app.stages.store.read(brought.brought)
        looking, spent = asyncio.create_task(watch.look()), cpu_seconds()
        await asyncio.sleep(seconds)
        spent = cpu_seconds() - spent - watch.own_seconds
        after = await app.stages.store.read(brought.brought)
        looking.cancel()
        service.stop()
        await running
    return [*_told(watch, spent / seconds), *_read(before, after)]


def _read(before: Came, after: Came) -> list[Row]:
    """What was read in the window."""

    def articles(came: Came, *names: str) -> int:
        return sum(came[name].articles for name in names if name in came)

    read = articles(after, *after) - articles(before, *before)
    large = articles(after, LARGE_ID) - articles(before, LARGE_ID)
    in_full = sum(came.in_full for name, came in after.items() if name == LARGE_ID)
    return [
        Row(what="articles read in the window", ours=str(read)),
        Row(what="of them of the feed of 2.5 MB, whose pages were refused", ours=str(large)),
        Row(what="pages of 9.5 MB that were read all the same", ours=str(in_full)),
    ]


def _told(watch: Watch, share: float) -> list[Row]:
    lags = sorted(watch.lags)
    late = 1000 * lags[int(0.99 * len(lags))]
    return [
        limit("CPU, workers included", 100 * share, 10, "% of one core"),
        limit("memory of the daemon's process, at most", watch.alone_bytes / MEGABYTE, 300, "MB"),
        Row(what="memory with its workers, at most", ours=f"{watch.all_bytes / MEGABYTE:.0f} MB"),
        limit("lag of the loop, 99th percentile", late, 50, "ms"),
        Row(what="lag of the loop, worst", ours=f"{1000 * lags[-1]:.0f} ms"),
    ]


def _config(folder: Path, port: int, count: int, watched: tuple[str, ...]) -> Path:
    large = {"id": LARGE_ID, "url": f"http://127.0.0.2:{port}{LARGE_FEED}", "every": "10s"}
    rules = [{"id": f"rule-{at}", "match": f'"{name}"'} for at, name in enumerate(watched)]
    path = folder / "tocsin.yaml"
    named = [{"id": f"feed-{at}", "url": feed_url(at, port)} for at in range(count)]
    every = {"least": "10m", "most": "10m"}
    sections = {
        "feeds": [*named, large],
        "watchlist": {"rules": rules},
        "fetch": {"allow": ["127.0.0.0/8"], "every": every},
    }
    path.write_text(json.dumps(sections))
    return path


def _states(app: App, port: int) -> list[dict[str, object]]:
    """What the store would know of each feed that it has read before."""
    now, known = app.stages.clock.now(), [name for name in app.stages.feeds if name != LARGE_ID]
    return [
        {
            "feed": name,
            "baseline_at": now,
            "full_get_at": now,
            "last_ok_at": now,
            "interval": EVERY,
            "etag": f'"{at}-{FIRST}"',
            "fingerprints": _fingerprints(at, feed_url(at, port)),
            "next_fetch_at": now + EVERY * (at / len(known)),
        }
        for at, name in enumerate(known)
    ]


def _fingerprints(number: int, url: str) -> bytes:
    site = url.partition("/feed/")[0]
    body = made_up.feed(site, number, FIRST, SENTENCES)
    as_read = ParsedFeed(title="", entries=(_ENTRY,) * made_up.ENTRIES)
    feed = read_unseen(body, url, b"", lambda _: as_read)
    assert feed is not None
    return feed.fingerprints


_ENTRY = Entry(guid="", url="", title="")


def _seen_before(conn: Connection, states: list[dict[str, object]]) -> None:
    conn.execute(update(feeds).where(feeds.c.id == bindparam("feed")), states)


if __name__ == "__main__":
    print(render(rows(*(int(number) for number in sys.argv[1:]))))
