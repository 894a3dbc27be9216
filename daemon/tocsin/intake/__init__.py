"""fetch → parse → extract → match → group, for one feed.

`Intake.poll` brings a feed's new entries into the store (see `polling`); `Intake.read` reads each
in full, matches it, and places it in its story (see `placing`).  Both end in one transaction, so
that either may die at any point and be done again.  One bad feed, page or entry never stops
another.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import structlog

from tocsin.core.cadence import Bounds
from tocsin.core.errors import FetchError, ReadError
from tocsin.core.model import Article, Extraction, Feed, Match
from tocsin.core.ports import Clock, Extractor, FeedParser, Fetcher, Request
from tocsin.intake import polling
from tocsin.intake.placing import Addressed, Desk, LiveStories, Reading, place
from tocsin.intake.polling import Asked, Outcome, Poll
from tocsin.store import feeds
from tocsin.store.entries import Unread
from tocsin.store.sqlite import SqliteStore
from tocsin.store.stories import Placed

__all__ = [
    "MOST_TRIES",
    "PAGE_BYTES",
    "PAGE_TYPES",
    "Intake",
    "Outcome",
    "Poll",
    "World",
    "believed",
]

PAGE_BYTES = 3 * 2**20
PAGE_TYPES = "text/html, */*;q=0.5"

MOST_TRIES = 3
"""A page that has brought the daemon down so often is not opened again."""

OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(minutes=15)
"""A feed's dates are believed from `OLDEST` until so far after now."""

log = structlog.get_logger("tocsin.intake")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What intake needs from the world; *live* is shared by all that place articles."""

    store: SqliteStore
    clock: Clock
    fetcher: Fetcher
    parser: FeedParser
    extractor: Extractor
    pace: Bounds
    live: LiveStories


class Intake:
    """The way in, for the feeds and the rules of one configuration."""

    def __init__(
        self,
        world: World,
        known: Mapping[str, Feed],
        match: Callable[[Article], tuple[Match, ...]],
        addressed: Addressed,
    ) -> None:
        self._world = world
        self._feeds = known
        self._match = match
        self._addressed = addressed

    async def poll(self, feed_id: str) -> Poll:
        """Ask a feed what is new; its new entries wait in the store to be read."""
        feed, now = self._feeds[feed_id], self._world.clock.now()
        bounds = replace(self._world.pace, every=feed.every)
        state = await self._world.store.read(feeds.state, feed_id)
        asked = Asked(feed=feed, state=state, bounds=bounds, now=now)
        try:
            response = await self._world.fetcher.fetch(polling.request(asked))
            if polling.unchanged(response, state):
                return await self._world.store.write(polling.note_unchanged, asked, response)
            parsed = await self._world.parser.parse(response, state.fingerprints)
        except (FetchError, ReadError) as error:
            log.warning("feed failed", feed=feed_id, why=str(error), failures=state.failures + 1)
            return await self._world.store.write(polling.note_failure, asked, error)
        return await self._world.store.write(polling.take_in, asked, response, parsed)

    async def read(self, unread: Sequence[Unread]) -> list[Placed]:
        """Read entries in full and place them; where each one now stands, known ones left out."""
        readings = await asyncio.gather(*(self._reading(one) for one in unread))
        now = self._world.clock.now()
        return await self._world.store.turn(
            place, self._world.live, readings, Desk(addressed=self._addressed, now=now)
        )

    async def _reading(self, unread: Unread) -> Reading:
        extraction = await self._page(unread)
        article = _article(self._feeds[unread.feed_id], unread, extraction)
        if article.summary_only:
            log.info("summary only", url=article.url, why=article.summary_only)
        return Reading(entry_id=unread.id, article=article, matches=self._match(article))

    async def _page(self, unread: Unread) -> Extraction:
        """The page's text, or why there is none."""
        if not unread.entry.url:
            return Extraction(text="", problem="the entry has no link")
        if unread.tries >= MOST_TRIES:
            return Extraction(text="", problem=f"set aside after {MOST_TRIES} tries")
        request = Request(url=unread.entry.url, accept=PAGE_TYPES, max_bytes=PAGE_BYTES)
        try:
            return await self._world.extractor.extract(await self._world.fetcher.fetch(request))
        except (FetchError, ReadError) as error:
            return Extraction(text="", problem=str(error))


def _article(feed: Feed, unread: Unread, extraction: Extraction) -> Article:
    """The fuller of the page's text and the feed's own."""
    entry = unread.entry
    own = len(entry.text) >= len(extraction.text)
    return Article(
        feed_id=feed.id,
        outlet=feed.outlet,
        url=entry.url,
        title=entry.title,
        text=entry.text if own else extraction.text,
        first_seen=unread.first_seen,
        published=believed(entry.published, unread.first_seen),
        lang=extraction.lang or entry.lang or feed.lang,
        author=entry.author,
        tags=feed.tags,
        summary_only=extraction.problem,
    )


def believed(published: datetime | None, seen: datetime) -> datetime | None:
    """A feed's date, unless it cannot be true: feeds were seen to say 1770 and 2099."""
    if published is None or not OLDEST <= published <= seen + AHEAD:
        return None
    return published
