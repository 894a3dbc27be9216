"""Fault 12: what looks new and is not: a feed seen for the first time, and feeds that were moved.

Every entry matches.  Of each change there are two feeds: one whose entries have words enough to be
known by, and one of bare headlines.  At the end each feed has one entry that is new indeed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from fakes import SetClock
from faults.indoors import Indoors, open_indoors
from faults.outcome import Outcome, Scale, count, every, none
from faults.site import Site, open_site
from faults.wire import wire
from sample import NOON
from tocsin.core.model import Entry
from tocsin.newsroom.day import Report

FAULT = "a new feed of 500 old matches; the GUIDs of 200 entries changed; their links; both"

OLD, MOVED = 500, 200
Change = Callable[[Entry], Entry]


def guid(entry: Entry) -> Entry:
    return replace(entry, guid=f"moved:{entry.guid}")


def link(entry: Entry) -> Entry:
    return replace(entry, url=entry.url.replace("/old/", "/new/"))


def both(entry: Entry) -> Entry:
    return guid(link(entry))


CHANGES: tuple[Change, ...] = (guid, link, both)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """A feed that will be moved by a *change*; of a *bare* one only headlines are known."""

    change: Change
    bare: bool

    @property
    def path(self) -> str:
        return f"/{self.change.__name__}-{'bare' if self.bare else 'full'}"


FEEDS = tuple(_Feed(change=change, bare=bare) for change in CHANGES for bare in (False, True))


async def run(scale: Scale) -> Outcome:
    old, moved = scale.pick(20, OLD), scale.pick(8, MOVED)
    async with open_site() as site:
        reports = wire(max(old, moved + 1), outlets=1).reports()[1:]
        for feed in FEEDS:
            site.put_feed(feed.path, [_entry(site, feed, report) for report in reports[:moved]])
        site.put_feed("/old", [_entry(site, FEEDS[0], report) for report in reports[:old]])
        urls = [{"url": site.url(path)} for path in ("/old", *(feed.path for feed in FEEDS))]
        async with open_indoors(scale.folder, urls, SetClock()) as program:
            first = await _rung(program)
            _move(site, reports[:moved])
            after = await _rung(program) + await _rung(program)
            _move(site, reports[:moved], reports[moved])
            news = await _rung(program)
    return Outcome(
        figures=(
            count("old entries", old),
            none("alerts at first sight", first),
            count("entries moved", moved * len(FEEDS)),
            none("alerts after that", after),
            every("alerts of what is new indeed", news, 1),
        )
    )


def _move(site: Site, reports: Sequence[Report], *fresh: Report) -> None:
    """Every feed under its new names, with what is new indeed on top."""
    for feed in FEEDS:
        known = [feed.change(_entry(site, feed, report)) for report in reports]
        site.put_feed(feed.path, [*(_entry(site, feed, report) for report in fresh), *known])


def _entry(site: Site, feed: _Feed, report: Report) -> Entry:
    return Entry(
        guid=f"{feed.path}:{report.slug}",
        url=site.put_report(f"/old{feed.path}/{report.slug}", report),
        title=report.title,
        text="" if feed.bare else "\n".join(report.paragraphs),
        published=NOON - timedelta(days=1),
        author=report.author,
    )


async def _rung(program: Indoors) -> int:
    """How many alerts a poll of all feeds brings."""
    before = len(program.desk.sent)
    program.clock.tick(timedelta(hours=1))
    await program.tick()
    return len(program.desk.sent) - before
