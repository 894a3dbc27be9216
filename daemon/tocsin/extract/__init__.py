"""Turns the bytes of a page into the article that it holds, in a worker process."""

from datetime import timedelta
from typing import Final

from tocsin.core.errors import Overrun, ReadError
from tocsin.core.model import Extraction
from tocsin.core.ports import Response
from tocsin.workers import Workers

__all__ = ["WARM", "WorkerExtractor"]

WARM = ("tocsin.extract.page",)
"""What workers that extract should import at their start; the daemon itself never does."""

READ_PAGE: Final = "tocsin.extract.page:read_page"

DEADLINE = timedelta(seconds=10)


class WorkerExtractor:
    """Implements the port `Extractor`."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def extract(self, response: Response) -> Extraction:
        page = (response.body, response.content_type)
        try:
            extraction: Extraction = await self._workers.run(READ_PAGE, *page, deadline=DEADLINE)
        except Overrun:
            raise
        except ReadError as error:
            return Extraction(text="", problem=str(error))
        return extraction
