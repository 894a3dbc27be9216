"""An intake on fakes, and rules for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from fakes import Extractor, Parser, SetClock, Web
from sample import FEED, match
from tocsin.core.alerting import Address
from tocsin.core.cadence import Bounds
from tocsin.core.model import Article, Entry, Feed, Match, ParsedFeed
from tocsin.core.ports import Response
from tocsin.fetch import Robots
from tocsin.intake import Intake, Outcome, Poll, Sources, World
from tocsin.intake.placing import LiveStories
from tocsin.store import entries, feeds
from tocsin.store.articles import Placed
from tocsin.store.entries import Unread
from tocsin.store.feeds import FeedState
from tocsin.store.sqlite import SqliteStore

Matching = Callable[[Article], tuple[Match, ...]]
LEASE = timedelta(minutes=10)
RULES = {"arches": "bridges", "ferry": "ferries"}
"""A word and the rule that it meets."""


@dataclass
class Bench:
    """An intake on fakes, of one *feed*."""

    store: SqliteStore
    feed: Feed = FEED
    clock: SetClock = field(default_factory=SetClock)
    web: Web = field(default_factory=Web)
    parser: Parser = field(default_factory=Parser)
    extractor: Extractor = field(default_factory=Extractor)
    match: Matching | None = None

    def __post_init__(self) -> None:
        sources = Sources(
            store=self.store,
            clock=self.clock,
            fetcher=self.web,
            extractor=self.extractor,
            robots=Robots(self.web, self.clock, "Tocsin"),
        )
        world = World(sources=sources, parser=self.parser, pace=Bounds(), live=LiveStories())
        self.intake = Intake(world, {self.feed.id: self.feed}, self.match or by_words, everybody)

    def answer(self, body: bytes, *found: Entry, moved_to: str = "", **headers: str) -> None:
        """From now on the feed is *body*, which holds *found*."""
        url = self.feed.url
        response = Response(url=url, status=200, body=body, headers=headers, moved_to=moved_to)
        self.web.answers[url] = response
        self.parser.found = ParsedFeed(title="Courier", entries=found)

    async def poll(self) -> Poll:
        return await self.intake.poll(await self.state())

    async def unread(self) -> list[Unread]:
        now = self.clock.now()
        return await self.store.write(
            entries.claim_new, now, lease=LEASE, limit=9, among={self.feed.id}
        )

    async def read(self) -> list[Placed]:
        return await self.intake.read(await self.unread())

    async def state(self) -> FeedState:
        return await self.store.read(feeds.state, self.feed.id)

    def asked(self, url: str) -> int:
        """How often an address was asked for."""
        return sum(request.url == url for request in self.web.asked)


async def known(bench: Bench) -> Bench:
    """*bench*, whose feed has been seen before, empty."""
    await bench.store.write(feeds.sync, [bench.feed], bench.clock.now())
    bench.answer(b"empty")
    assert (await bench.poll()).outcome is Outcome.OK
    return bench


def by_words(article: Article) -> tuple[Match, ...]:
    said = f"{article.title} {article.text}"
    return tuple(match(rule_id=rule) for word, rule in RULES.items() if word in said)


def everybody(found: Iterable[tuple[Match, frozenset[str]]]) -> list[Address]:
    return [Address(channel="desk", recipient="")] if list(found) else []
