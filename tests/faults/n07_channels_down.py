"""Fault 7: every channel is down for six hours while news comes in; then all are back.

The six hours are of a clock of our own.  How far apart messages are is counted in true time, as the
daemon does.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from fakes import SetClock
from faults.desk import CHANNELS, Desk, Taken, open_desk
from faults.indoors import Indoors, open_indoors
from faults.outcome import Figure, Outcome, Scale, below, count, none
from faults.site import Site, open_site
from faults.wire import wire
from sample import NOON
from tocsin.core.model import Entry
from tocsin.newsroom.day import Report

FAULT = "every channel down for 6 h (virtual clock)"

DOWN = timedelta(hours=6)
FEW = 8
AT_LEAST_APART = 0.95
"""Seconds; a twentieth for how late the other side may see a message."""


async def run(scale: Scale) -> Outcome:
    stories, clock = scale.pick(6, 72), SetClock()
    reports = wire(stories, outlets=1).reports()
    async with open_site() as site, open_desk() as desk:
        _publish(site, reports[:1])
        feeds = [{"url": site.url("/feed")}]
        async with open_indoors(scale.folder, feeds, clock, channels=desk.channels) as program:
            await program.tick()
            desk.down = True
            for number in range(2, stories + 2):
                clock.tick(DOWN / stories)
                _publish(site, reports[:number])
                await program.tick()
            desk.down = False
            await _until_told(program)
    marks = [report.slug for report in reports[1:]]
    figures = (figure for channel in CHANNELS for figure in _figures(desk, channel, marks))
    return Outcome(figures=(count("stories", stories), *figures))


async def _until_told(program: Indoors) -> None:
    """An hour in which everything is tried again that waits for its next try."""
    for _ in range(12):
        program.clock.tick(timedelta(minutes=5))
        await program.deliver()


def _publish(site: Site, reports: Sequence[Report]) -> None:
    site.put_feed("/feed", [_entry(site, report) for report in reversed(reports)])


def _entry(site: Site, report: Report) -> Entry:
    return Entry(
        guid=report.slug,
        url=site.put_report(f"/{report.slug}", report),
        title=report.title,
        text=report.summary,
        published=NOON,
        author=report.author,
    )


def _figures(desk: Desk, channel: str, marks: Sequence[str]) -> tuple[Figure, ...]:
    taken = [one for one in desk.taken if one.channel == channel]
    told = _order(taken, marks)
    gaps = [later.at - earlier.at for earlier, later in pairwise(taken)]
    return (
        none(f"{channel}: lost", len(set(marks) - set(told))),
        none("out of order", sum(one > other for one, other in pairwise(map(marks.index, told)))),
        none("doubled", desk.doubled()[channel]),
        below("messages", len(taken), FEW),
        none("closer than 1 s", sum(gap < AT_LEAST_APART for gap in gaps)),
    )


def _order(taken: Sequence[Taken], marks: Sequence[str]) -> list[str]:
    """The stories in the order in which the messages tell them, each once."""
    told: dict[str, None] = {}
    for one in taken:
        here = [(one.text.find(mark), mark) for mark in marks if mark in one.text]
        told |= dict.fromkeys(mark for _, mark in sorted(here))
    return list(told)
