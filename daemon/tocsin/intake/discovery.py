"""Finds the feeds of a site from its address.

Strategy: the address may be a feed itself; else the page there names its feeds, in its head or in
its links; else they stand where they stand at most sites.  Nothing is offered that was not read.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import urljoin

from tocsin.core.errors import BadStatus, FetchError, NotAFeed, ReadError
from tocsin.core.model import ParsedFeed
from tocsin.core.ports import FeedParser, Fetcher, Request, Response
from tocsin.intake.polling import FEED_BYTES, FEED_TYPES

USUAL_PLACES = (
    "feed",
    "rss",
    "rss.xml",
    "feed.xml",
    "atom.xml",
    "index.xml",
    "feed.json",
    "feeds/posts/default",
)
MOST_TRIED = 2 * len(USUAL_PLACES)

_COMMENTS = re.compile(r"\bcomments?\b", re.IGNORECASE)


class SiteParser(FeedParser, Protocol):
    """A `FeedParser` that also reads a page's links."""

    async def linked(self, page: Response) -> tuple[str, ...]:
        """The addresses of what a page names as its feeds, the surest first.

        Raises:
            ReadError: It took too long to read.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovered:
    """A feed that was found, and what it held."""

    url: str
    feed: ParsedFeed

    @property
    def newest(self) -> datetime | None:
        """The date of its newest entry, as it claims."""
        return max((e.published for e in self.feed.entries if e.published), default=None)

    @property
    def of_comments(self) -> bool:
        """Whether it brings what readers say, by its name or its address."""
        return bool(_COMMENTS.search(f"{self.feed.title} {self.url}"))


@dataclass(frozen=True, slots=True)
class Discovery:
    """Looks for feeds by means of *fetcher* and *parser*; *asking* is told each address before."""

    fetcher: Fetcher
    parser: SiteParser
    asking: Callable[[str], None]

    async def feeds_of(self, site: str) -> tuple[Discovered, ...]:
        """The feeds of *site*, an address of the web, without those of comments beside others.

        Raises:
            FetchError: It cannot be asked.
            ReadError: It has none that could be found.
        """
        try:
            page = await self._fetch(site)
        except BadStatus as error:  # a site may refuse its pages, but not its feeds
            return await self._in_the_usual_places(site, error)
        try:
            return (await self._parsed(site, page),)
        except ReadError as error:
            missing = NotAFeed(f"no feed was found there: {error}")
            named = [found async for found in self._among(await self.parser.linked(page))]
        return _distinct(named) or await self._in_the_usual_places(page.url, missing)

    async def _in_the_usual_places(
        self, page: str, missing: FetchError | ReadError
    ) -> tuple[Discovered, ...]:
        """The first feed there; *missing* is raised where there is none."""
        roots = dict.fromkeys((urljoin(page, "/"), urljoin(page, ".")))
        async for found in self._among(
            urljoin(root, place) for root in roots for place in USUAL_PLACES
        ):
            return (found,)
        raise missing

    async def _among(self, addresses: Iterable[str]) -> AsyncIterator[Discovered]:
        """Those of *addresses* that are feeds."""
        for address in list(addresses)[:MOST_TRIED]:
            try:
                found = await self._parsed(address, await self._fetch(address))
            except (FetchError, ReadError):
                continue
            yield found

    async def _fetch(self, address: str) -> Response:
        self.asking(address)
        request = Request(url=address, accept=FEED_TYPES, max_bytes=FEED_BYTES)
        return await self.fetcher.fetch(request)

    async def _parsed(self, asked: str, answer: Response) -> Discovered:
        """The feed, under the address that holds for good."""
        return Discovered(url=answer.moved_to or asked, feed=await self.parser.parse(answer))


def _distinct(found: list[Discovered]) -> tuple[Discovered, ...]:
    """Each feed once, though a site offers it as RSS and as Atom; no comments beside others."""
    once: dict[frozenset[str], Discovered] = {}
    for one in found:
        links = frozenset(entry.url for entry in one.feed.entries)
        once.setdefault(links or frozenset({one.url}), one)
    news = [one for one in once.values() if not one.of_comments]
    return tuple(news or once.values())
