"""Fault 5: thirteen bombs among two hundred good feeds.

Every good feed reports some times over, by turns while all is quiet and while the bombs lie there
and each is asked for again and again, so that whatever else keeps the machine busy falls on both.
Reports come one after the other, since two hundred at once would wait for each other and not for
the bombs.  How long it takes from when a feed first tells of a report until its alert stands on the
console is measured each time; the difference is what the bombs cost.  Memory is what the daemon and
all its processes hold together (each page shared by several counted in parts), at its highest.
"""

import asyncio
import itertools
import json
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

from aiohttp import web

from faults import bombs
from faults.lives import Life, begin
from faults.outcome import Outcome, Scale, below, count, every, none
from faults.site import Site, open_site
from faults.wire import WATCHLIST, wire
from shared_forms import share_forms
from tocsin.clock import SystemClock
from tocsin.core.model import Entry
from tocsin.newsroom.day import Report
from world.http import Answer

FAULT = "13 bombs (parser, compression, HTML) among 200 good feeds"

MOST_SECONDS, MOST_MB = 2.0, 512
PATIENCE_SECONDS = 120.0
LOOK_SECONDS = 0.05
LULL_SECONDS = 5
A_SECOND = 10
"""So many good feeds report: about half of what the daemon can read on a machine of two cores."""


async def run(scale: Scale) -> Outcome:
    good, rounds = scale.pick(8, 200), scale.pick(1, 3)
    reports = iter(wire((2 * rounds + 1) * good, outlets=1).reports()[1:])
    async with open_site() as site:
        town = _Town(site=site, folder=scale.folder, good=good)
        config = town.build(list(islice(reports, good)))
        life = await begin(scale.folder / "log", "run", "--config", config)
        watching = asyncio.create_task(town.watch_memory(life))
        await town.all_asked()
        quiet, bombed = list[float](), list[float]()
        for number in range(1, rounds + 1):
            scale.say(f"round {number} of {rounds}")
            quiet += await town.delays(list(islice(reports, good)))
            town.bombs_lie = True
            await asyncio.sleep(LULL_SECONDS)
            bombed += await town.delays(list(islice(reports, good)))
            town.bombs_lie = False
            await asyncio.sleep(LULL_SECONDS)
        life.send(signal.SIGTERM)
        code = await life.ended()
        watching.cancel()
    return Outcome(
        figures=(
            count("bombs", len(bombs.FEEDS) + len(bombs.PAGES)),
            count("times that they were asked for", town.exploded),
            every("good alerts", len(quiet) + len(bombed), 2 * rounds * good),
            count("quiet: median", median(quiet), " s"),
            count("worst", max(quiet), " s"),
            count("with bombs: median", median(bombed), " s"),
            count("worst", max(bombed), " s"),
            below("good alerts delayed by", max(bombed) - max(quiet), MOST_SECONDS, " s"),
            below("memory", town.most_bytes / 1e6, MOST_MB, " MB"),
            none("crashes", (scale.folder / "log").read_text().count("fault of tocsin's")),
            every("exit 0", code == 0, 1),
        )
    )


@dataclass
class _Town:
    """Good feeds, and places where bombs will be laid."""

    site: Site
    folder: Path
    good: int
    exploded: int = 0
    bombs_lie: bool = False
    most_bytes: int = 0
    served: dict[str, float] = field(default_factory=dict)

    def build(self, reports: Sequence[Report]) -> Path:
        """Every feed with a first entry, and the configuration that names them."""
        for number, report in enumerate(reports):
            self._report(number, report)
        self._lay(reports[0])
        feeds = [
            {"id": f"good-{number}", "url": self.site.url(f"/good/{number}"), "every": "5s"}
            for number in range(self.good)
        ]
        feeds += [
            {"id": f"bomb-{number}", "url": self.site.url(f"/bomb/{number}"), "every": "2s"}
            for number in range(len(bombs.FEEDS) + len(bombs.PAGES))
        ]
        share_forms(self.folder)
        (self.folder / "watchlist.yaml").write_text(WATCHLIST)
        config = {
            "feeds": feeds,
            "watchlist": "watchlist.yaml",
            "channels": {"desk": {"type": "console", "at_most": "none"}},
            "alerts": {"wait_before_first": "0s"},
            "fetch": {"allow": ["127.0.0.1"], "per_host": 16},
        }
        path = self.folder / "tocsin.yaml"
        path.write_text(json.dumps(config))
        return path

    def _lay(self, report: Report) -> None:
        """Feeds that are bombs every other time, so that none is left alone for its failures; and
        feeds that lead to a page that is one, at another address each time."""
        harmless = self._feed_answer(self._entry(report))
        for number, make in enumerate(bombs.FEEDS.values()):
            self.site.play(f"/bomb/{number}", self._by_turns(make(), harmless))
        for number, make in enumerate(bombs.PAGES.values(), start=len(bombs.FEEDS)):
            self.site.play(f"/bomb/{number}", self._baited(number, make(), harmless))

    async def all_asked(self) -> None:
        """Wait until every feed has been asked once."""
        for _ in range(int(PATIENCE_SECONDS / LOOK_SECONDS)):
            if all(self.site.asked[f"/good/{number}"] for number in range(self.good)):
                return
            await asyncio.sleep(LOOK_SECONDS)

    async def delays(self, reports: Sequence[Report]) -> list[float]:
        """Have each good feed report; how long each alert takes from then on."""
        self.served.clear()
        told: dict[str, float] = {}
        started = time.monotonic()
        reporting = asyncio.create_task(self._report_all(reports))
        while len(told) < len(reports) and time.monotonic() - started < PATIENCE_SECONDS:
            await asyncio.sleep(LOOK_SECONDS)
            said = (self.folder / "log").read_text()
            now = time.monotonic()
            told |= {r.slug: now for r in reports if r.slug not in told and f"/{r.slug}" in said}
        await reporting
        return [told[slug] - self.served[slug] for slug in told]

    async def _report_all(self, reports: Sequence[Report]) -> None:
        for number, report in enumerate(reports):
            self._report(number, report)
            await asyncio.sleep(1 / A_SECOND)

    async def watch_memory(self, life: Life) -> None:
        """Look, until cancelled, at what the daemon and its processes hold together."""
        while True:
            self.most_bytes = max(self.most_bytes, await asyncio.to_thread(_held, life.pid))
            await asyncio.sleep(0.2)

    def _report(self, number: int, report: Report) -> None:
        path = f"/good/{number}"
        self.site.put_report(f"/{report.slug}", report)
        self.site.put_feed(path, [self._entry(report)])
        answer = self.site.answers[path]

        async def noted(request: web.Request) -> web.StreamResponse:
            self.served.setdefault(report.slug, time.monotonic())
            return await answer(request)

        self.site.play(path, noted)

    def _entry(self, report: Report) -> Entry:
        return Entry(
            guid=report.slug,
            url=self.site.url(f"/{report.slug}"),
            title=report.title,
            text=report.summary,
            published=SystemClock().now(),
            author=report.author,
        )

    def _feed_answer(self, *entries: Entry) -> Answer:
        self.site.put_feed("/harmless", entries)
        return self.site.answers["/harmless"]

    def _by_turns(self, bomb: Answer, harmless: Answer) -> Answer:
        times = itertools.count()

        async def answer(request: web.Request) -> web.StreamResponse:
            if not self.bombs_lie or next(times) % 2:
                return await harmless(request)
            self.exploded += 1
            return await bomb(request)

        return answer

    def _baited(self, number: int, bomb: Answer, harmless: Answer) -> Answer:
        times = itertools.count()

        async def explode(request: web.Request) -> web.StreamResponse:
            self.exploded += 1
            return await bomb(request)

        async def answer(request: web.Request) -> web.StreamResponse:
            if not self.bombs_lie:
                return await harmless(request)
            url = self.site.play(f"/page/{number}/{next(times)}", explode)
            now = SystemClock().now()
            bait = Entry(guid=url, url=url, title=f"Bait {url}", published=now, author="N")
            return await self._feed_answer(bait)(request)

        return answer


def _held(pid: int) -> int:
    """The proportional set size of a process and all that came of it, in bytes."""
    total = 0
    for one in (pid, *_descendants(pid)):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue  # it has just ended
        total += next(int(ln.split()[1]) for ln in rollup.splitlines() if ln.startswith("Pss:"))
    return total * 1024


def _descendants(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [one for child in map(int, children) for one in (child, *_descendants(child))]
