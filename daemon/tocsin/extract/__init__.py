"""Turns the bytes of a page into the article that it holds, in a worker process."""

from datetime import timedelta

from tocsin.core.errors import Overrun, ReadError
from tocsin.core.model import Extraction
from tocsin.core.ports import Response
from tocsin.extract.page import read_page
from tocsin.workers import Workers

__all__ = ["WARM", "WorkerExtractor", "read_page"]

WARM = ("tocsin.extract.page",)
"""What workers that extract should import at their start."""

DEADLINE = timedelta(seconds=10)


class WorkerExtractor:
    """Implements the port `Extractor`."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def extract(self, response: Response) -> Extraction:
        page = (response.body, response.content_type)
        try:
            return await self._workers.run(read_page, *page, deadline=DEADLINE)
        except Overrun:
            raise
        except ReadError as error:
            return Extraction(text="", problem=str(error))
