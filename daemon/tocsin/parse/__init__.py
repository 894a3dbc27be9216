"""Turns the bytes of a feed into its entries, in a worker process."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from tocsin.core.model import ParsedFeed
from tocsin.core.ports import Response
from tocsin.workers import Workers

__all__ = ["WARM", "WorkerFeedParser"]

WARM = ("tocsin.parse.feed",)
"""What workers that parse should import at their start; the daemon itself never does."""

READ_FEED: Final = "tocsin.parse.feed:read_feed"
READ_LINKS: Final = "tocsin.parse.lookalike:feed_links"

DEADLINE = timedelta(seconds=10)
"""Five times what the largest real feed takes (2.5 MB, 1.8 s)."""


class WorkerFeedParser:
    """Implements the port `FeedParser`."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def parse(self, response: Response, known: bytes = b"") -> ParsedFeed:
        answer = (response.body, response.url, response.content_type)
        feed: ParsedFeed = await self._workers.run(
            READ_FEED, *answer, known, deadline=DEADLINE, source=_host(response)
        )
        return feed

    async def linked(self, page: Response) -> tuple[str, ...]:
        """The addresses of what a page names as its feeds, the surest first.

        Raises:
            ReadError: It took too long to read.
        """
        links: tuple[str, ...] = await self._workers.run(
            READ_LINKS, page.body, page.url, deadline=DEADLINE, source=_host(page)
        )
        return links


def _host(response: Response) -> str:
    return urlsplit(response.url).hostname or ""
