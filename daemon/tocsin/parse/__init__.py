"""Turns the bytes of a feed into its entries, in a worker process."""

from datetime import timedelta

from tocsin.core.model import ParsedFeed
from tocsin.core.ports import Response
from tocsin.parse.feed import read_feed
from tocsin.parse.lookalike import linked_feeds
from tocsin.workers import Workers

__all__ = ["WARM", "WorkerFeedParser", "linked_feeds", "read_feed"]

WARM = ("tocsin.parse.feed",)
"""What workers that parse should import at their start."""

DEADLINE = timedelta(seconds=10)
"""Five times what the largest real feed takes (2.5 MB, 1.8 s)."""


class WorkerFeedParser:
    """Implements the port `FeedParser`."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def parse(self, response: Response) -> ParsedFeed:
        return await self._workers.run(
            read_feed, response.body, response.url, response.content_type, deadline=DEADLINE
        )
