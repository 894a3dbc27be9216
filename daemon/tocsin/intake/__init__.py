"""fetch → parse → extract → match → group, for one feed.

`Intake.poll` brings a feed's new entries into the store (see `polling`); `Intake.read` reads each
in full, matches it, and places it in its story (see `reading` and `placing`).  Both end in one
transaction, so that either may die at any point and be done again.  One bad feed, page or entry
never stops another.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import structlog

from tocsin.core.cadence import Bounds
from tocsin.core.errors import FetchError, ReadError
from tocsin.core.model import Article, Feed, Match
from tocsin.core.ports import FeedParser
from tocsin.intake import polling
from tocsin.intake.placing import Addressed, Desk, LiveStories, place
from tocsin.intake.polling import Asked, Outcome, Poll
from tocsin.intake.reading import (
    MOST_TRIES,
    PAGE_BYTES,
    PAGE_TYPES,
    Reader,
    Sources,
    without_text,
)
from tocsin.store.articles import Placed
from tocsin.store.entries import Unread
from tocsin.store.feeds import FeedState

__all__ = [
    "MOST_TRIES",
    "PAGE_BYTES",
    "PAGE_TYPES",
    "Intake",
    "Outcome",
    "Poll",
    "Sources",
    "World",
    "without_text",
]

log = structlog.get_logger("tocsin.intake")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What intake needs from the world; *live* is shared by all that place articles."""

    sources: Sources
    parser: FeedParser
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
        self._sources = world.sources
        self._feeds = known
        self._reader = Reader(world.sources, known, match)
        self._addressed = addressed

    async def poll(self, state: FeedState) -> Poll:
        """Ask a feed what is new; its new entries wait in the store to be read."""
        feed, now = self._feeds[state.id], self._sources.clock.now()
        bounds, write = replace(self._world.pace, every=feed.every), self._sources.store.write
        asked = Asked(feed=feed, state=state, bounds=bounds, now=now)
        try:
            response = await self._sources.fetcher.fetch(polling.request(asked))
            if polling.unchanged(response, state):
                return await write(polling.note_unchanged, asked, response)
            parsed = await self._world.parser.parse(response, state.fingerprints)
        except (FetchError, ReadError) as error:
            log.warning("feed failed", feed=feed.id, why=str(error), failures=state.failures + 1)
            return await write(polling.note_failure, asked, error)
        return await write(polling.take_in, asked, response, parsed)

    async def read(self, unread: Sequence[Unread]) -> list[Placed]:
        """Read entries in full and place them; where each one now stands, known ones left out."""
        readings = await asyncio.gather(*(self._reader.read(one) for one in unread))
        desk = Desk(addressed=self._addressed, now=self._sources.clock.now())
        return await self._sources.store.turn(place, self._world.live, readings, desk)
