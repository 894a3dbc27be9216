"""Fault 5: thirteen bombs among two hundred good feeds.

Every good feed reports twice: before the bombs are laid, and while each of them is asked for again
and again.  How long it takes from when a feed first tells of a report until its alert stands on the
console is measured both times; the difference is what the bombs cost.  Memory is what the daemon
and all its processes hold together (each page shared by several counted in parts), at its highest.
"""

import asyncio
import json
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from faults import bombs
from faults.lives import Life, begin
from faults.outcome import Figure, Outcome, Scale, below, count, every, none
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


async def run(scale: Scale) -> Outcome:
    good = scale.pick(8, 200)
    reports = wire(3 * good, outlets=1).reports()
    async with open_site() as site:
        town = _Town(site=site, folder=scale.folder, good=good)
        config = town.build(reports[1 : good + 1])
        life = await begin(scale.folder / "log", "run", "--config", config)
        watching = asyncio.create_task(town.watch_memory(life))
        await town.all_asked()
        before = await town.delays(reports[good + 1 : 2 * good + 1])
        scale.say("laying the bombs")
        town.lay()
        await asyncio.sleep(scale.pick(3, 20))
        after = await town.delays(reports[2 * good + 1 : 3 * good + 1])
        life.send(signal.SIGTERM)
        code = await life.ended()
        watching.cancel()
    return Outcome(
        figures=(
            count("bombs", len(bombs.FEEDS) + len(bombs.PAGES)),
            count("times that they were asked for", town.exploded),
            every("good alerts", len(before) + len(after), 2 * good),
            _delayed(_worst(after) - _worst(before), full=scale.full),
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
    most_bytes: int = 0
    served: dict[str, float] = field(default_factory=dict)

    def build(self, reports: Sequence[Report]) -> Path:
        """Every feed with a first entry, and the configuration that names them."""
        for number, report in enumerate(reports):
            self._report(number, report)
        quiet = [self.site.put_feed(f"/bomb/{n}", [self._entry(reports[0])]) for n in range(13)]
        feeds = [
            {"id": f"good-{number}", "url": self.site.url(f"/good/{number}"), "every": "5s"}
            for number in range(self.good)
        ]
        feeds += [{"id": f"bomb-{n}", "url": url, "every": "2s"} for n, url in enumerate(quiet)]
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

    def lay(self) -> None:
        """Put a bomb where each quiet feed was: as the feed, or as the page of its next entry."""
        for number, make in enumerate(bombs.FEEDS.values()):
            self.site.play(f"/bomb/{number}", self._counted(make()))
        for number, make in enumerate(bombs.PAGES.values(), start=len(bombs.FEEDS)):
            self.site.play(f"/page/{number}", self._counted(make()))
            url = self.site.url(f"/page/{number}")
            bait = Entry(guid=url, url=url, title="Bait", published=SystemClock().now(), author="N")
            self.site.put_feed(f"/bomb/{number}", [bait])

    async def all_asked(self) -> None:
        """Wait until every feed has been asked once."""
        for _ in range(int(PATIENCE_SECONDS / LOOK_SECONDS)):
            if all(self.site.asked[f"/good/{number}"] for number in range(self.good)):
                return
            await asyncio.sleep(LOOK_SECONDS)

    async def delays(self, reports: Sequence[Report]) -> list[float]:
        """Have each good feed report; how long each alert takes from then on."""
        self.served.clear()
        for number, report in enumerate(reports):
            self._report(number, report)
        told: dict[str, float] = {}
        started = time.monotonic()
        while len(told) < len(reports) and time.monotonic() - started < PATIENCE_SECONDS:
            await asyncio.sleep(LOOK_SECONDS)
            said = (self.folder / "log").read_text()
            now = time.monotonic()
            told |= {r.slug: now for r in reports if r.slug not in told and f"/{r.slug}" in said}
        return [told[slug] - self.served[slug] for slug in told]

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

    def _counted(self, answer: Answer) -> Answer:
        async def counted(request: web.Request) -> web.StreamResponse:
            self.exploded += 1
            return await answer(request)

        return counted


def _delayed(seconds: float, *, full: bool) -> Figure:
    """In the short form, among other tests, it says more of them than of the bombs."""
    name = "good alerts delayed by"
    return below(name, seconds, MOST_SECONDS, " s") if full else count(name, seconds, " s")


def _worst(delays: Sequence[float]) -> float:
    return max(delays, default=PATIENCE_SECONDS)


def _held(pid: int) -> int:
    """The proportional set size of a process and all that it started, in bytes."""
    total = 0
    for one in (pid, *_children(pid)):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue  # it has just ended
        total += next(int(ln.split()[1]) for ln in rollup.splitlines() if ln.startswith("Pss:"))
    return total * 1024


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]
    except OSError:
        return []
