"""A new entry, read in full: its page fetched, its text extracted, its rules matched.

Strategy: robots.txt is asked first; what holds no article but says where it is (an aggregator's
page, a meta refresh) is followed a few hops, each guarded and polite like the first.  Whatever goes
wrong, the entry is an article all the same, of the feed's own words, and says so: *summary only*.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlsplit

import structlog

from tocsin.core.errors import BadStatus, Blocked, Crowded, FetchError, ReadError, TooLarge
from tocsin.core.grouping import canonical_url
from tocsin.core.identity import believed
from tocsin.core.model import Article, Extraction, Feed, Match
from tocsin.core.ports import Clock, Extractor, Fetcher, Request
from tocsin.fetch import Permission, Robots, private_headers
from tocsin.intake.placing import Reading
from tocsin.store import articles, entries
from tocsin.store.entries import Unread
from tocsin.store.sqlite import SqliteStore

PAGE_BYTES = 3 * 2**20
PAGE_TYPES = "text/html, */*;q=0.5"

MOST_TRIES = 3
"""A page that has brought the daemon down so often is not opened again.

That counts from when the page's words are in the daemon's own hands.  Whoever kills it while it
waits for a page, or for the worker that reads it, says nothing about the page.
"""

MOST_HOPS = 3
"""So many pages are opened on the way to an article."""

AGAIN_AFTER = timedelta(minutes=30)
"""An article that matched is read once more then, and one whose page could not be read."""

_FOR_NOW = frozenset({408, 425, 429})

log = structlog.get_logger("tocsin.intake")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a reader reads with."""

    store: SqliteStore
    clock: Clock
    fetcher: Fetcher
    extractor: Extractor
    robots: Robots


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What a page gave: at which address in the end, and whether another try may give more."""

    extraction: Extraction
    url: str = ""
    may_pass: bool = False


class Reader:
    """Reads entries of *known* feeds, and says which rules *match* them."""

    def __init__(
        self,
        sources: Sources,
        known: Mapping[str, Feed],
        match: Callable[[Article], tuple[Match, ...]],
    ) -> None:
        self._sources = sources
        self._feeds = known
        self._match = match

    async def read(self, unread: Unread) -> Reading:
        """The entry's article, ready to be placed; never fails for what the world has sent."""
        feed = self._feeds[unread.feed_id]
        page = await self._page(feed, unread)
        if unread.tries:
            await self._sources.store.write(entries.tried, unread)
        article = _article(feed, unread, page)
        if article.summary_only:
            log.info("summary only", url=article.url, why=article.summary_only)
        if unread.article_id is not None:
            article = await self._revised(unread.article_id, article)
        found = self._match(article)
        once_more = unread.article_id is None and (bool(found) or page.may_pass)
        return Reading(
            entry_id=unread.id,
            article=article,
            matches=found,
            own_page=unread.own_page,
            again_at=self._sources.clock.now() + AGAIN_AFTER if once_more else None,
        )

    async def _revised(self, article_id: int, article: Article) -> Article:
        """The stored article as it reads now; a text is not given up for a poorer one."""
        placed = await self._sources.store.read(articles.placed, article_id)
        if placed is None:
            return article
        before = placed.article
        revised = replace(before, title=article.title or before.title)
        if article.summary_only and not before.summary_only:
            return revised
        text, lang = article.text, article.lang
        return replace(revised, text=text, lang=lang, summary_only=article.summary_only)

    async def _page(self, feed: Feed, unread: Unread) -> _Page:
        """What the entry's page gives, or why it gives nothing."""
        if why_not := _not_opened(unread):
            return _Page(extraction=Extraction(text="", problem=why_not))
        url, seen = unread.entry.url, set[str]()
        while True:
            seen.add(canonical_url(url))
            page = await self._open(feed, url)
            url = page.extraction.leads_to
            if not url or canonical_url(url) in seen or len(seen) >= MOST_HOPS:
                return page

    async def _open(self, feed: Feed, url: str) -> _Page:
        """What stands at one address, if robots.txt lets us read it."""
        request = Request(
            url=url,
            accept=PAGE_TYPES,
            max_bytes=PAGE_BYTES,
            headers=private_headers(feed, url),
            proxy=feed.access.proxy,
        )
        permission = await self._sources.robots.permission(request)
        if permission is not Permission.GIVEN:
            problem = Extraction(text="", problem=permission.value)
            return _Page(extraction=problem, may_pass=permission is Permission.UNKNOWN)
        try:
            response = await self._sources.fetcher.fetch(request)
            extraction = await self._sources.extractor.extract(response)
        except (FetchError, ReadError) as error:
            problem = Extraction(text="", problem=str(error))
            return _Page(extraction=problem, may_pass=_may_pass(error))
        return _Page(extraction=extraction, url=response.url)


def without_text(unread: Unread) -> Unread:
    """The entry by its headline alone, for when its words cannot be read."""
    return replace(
        unread, tries=max(unread.tries, MOST_TRIES), entry=replace(unread.entry, text="")
    )


def _not_opened(unread: Unread) -> str:
    """Why an entry's page is not opened, if so."""
    if not unread.entry.url:
        return "the entry has no link"
    if unread.tries >= MOST_TRIES:
        return f"set aside after {MOST_TRIES} tries"
    return "" if unread.own_page else "its link is that of other entries too"


def _may_pass(error: FetchError | ReadError) -> bool:
    """Whether it may well be better in half an hour."""
    if isinstance(error, BadStatus):
        return error.status >= 500 or error.status in _FOR_NOW
    if isinstance(error, ReadError):
        return isinstance(error, Crowded)
    return not isinstance(error, Blocked | TooLarge)


def _article(feed: Feed, unread: Unread, page: _Page) -> Article:
    """The fuller of the page's text and the feed's own."""
    entry, extraction = unread.entry, page.extraction
    own = len(entry.text) >= len(extraction.text)
    return Article(
        feed_id=feed.id,
        outlet=feed.outlet,
        url=_address(entry.url, page),
        title=entry.title,
        text=entry.text if own else extraction.text,
        first_seen=unread.first_seen,
        published=believed(entry.published, unread.first_seen),
        lang=extraction.lang or entry.lang or feed.lang,
        author=entry.author,
        tags=feed.tags,
        summary_only=extraction.problem,
    )


def _address(link: str, page: _Page) -> str:
    """Where a person can read it: the outlet's own page, where an aggregator led us there."""
    elsewhere = urlsplit(page.url).hostname != urlsplit(link).hostname
    return page.url if page.url and elsewhere and not page.extraction.problem else link
