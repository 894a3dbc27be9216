"""Fault 19: one article stands in two feeds, which are polled in the same tick."""

from dataclasses import replace
from datetime import timedelta

from fakes import SetClock
from faults.indoors import open_indoors
from faults.outcome import Outcome, Scale, count, every
from faults.site import Site, open_site
from faults.wire import wire
from sample import NOON
from tocsin.core.model import Entry
from tocsin.newsroom.day import Report

FAULT = "one article from two feeds in one tick"

AS_LINKED = ("{}", "{}?utm_source=rss", "{}#top", "{}?fbclid=1a")
"""How the second feed writes the first one's address, by turns."""


async def run(scale: Scale) -> Outcome:
    rounds, clock = scale.pick(8, 200), SetClock()
    reports = wire(rounds, outlets=1).reports()
    async with open_site() as site:
        _publish(site, reports[0], 0)
        feeds = [{"id": name, "url": site.url(f"/{name}")} for name in ("world", "business")]
        async with open_indoors(scale.folder, feeds, clock) as program:
            await program.tick()
            for number in range(1, rounds + 1):
                _publish(site, reports[number], number)
                clock.tick(timedelta(minutes=5))
                # By turns: both hold it before either is read, or however it comes.
                await (program.poll_then_read if number % 2 else program.poll_and_read)()
                await program.deliver()
            return Outcome(
                figures=(
                    count("rounds", rounds),
                    every("articles", await program.articles(), rounds),
                    every("alerts", len(program.desk.sent), rounds),
                )
            )


def _publish(site: Site, report: Report, number: int) -> None:
    """The same article in both feeds, each of which calls it by a name of its own."""
    path = f"/{report.slug}"
    entry = Entry(
        guid=f"a-{number}",
        url=site.put_report(path, report),
        title=report.title,
        text=report.summary,
        published=NOON + timedelta(minutes=5 * number),
        author=report.author,
    )
    linked = AS_LINKED[number % len(AS_LINKED)].format(entry.url)
    site.put_feed("/world", [entry])
    site.put_feed("/business", [replace(entry, guid=f"b-{number}", url=linked)])
