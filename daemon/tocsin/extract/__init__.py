"""Turns the bytes of a page into the article that it holds, in a worker process."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from cssselect import HTMLTranslator

from tocsin.core.errors import Overrun, ReadError
from tocsin.core.model import Extraction
from tocsin.core.ports import Response
from tocsin.workers import Workers

__all__ = ["WARM", "Selectors", "WorkerExtractor"]

WARM = ("tocsin.extract.page",)
"""What workers that extract should import at their start; the daemon itself never does."""

READ_PAGE: Final = "tocsin.extract.page:read_page"

DEADLINE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectors:
    """Where a *site* (a host and those below it) has its articles, as CSS selectors.

    What *remove* selects is left out; *body* is the article, or empty for "find it yourself".
    """

    site: str
    body: str = ""
    remove: tuple[str, ...] = ()


class WorkerExtractor:
    """Implements the port `Extractor`; where several selectors fit a host, the first counts."""

    def __init__(self, workers: Workers, selectors: Iterable[Selectors] = ()) -> None:
        self._workers = workers
        self._paths = [(one.site, _as_xpath(one)) for one in selectors]

    async def extract(self, response: Response) -> Extraction:
        host = urlsplit(response.url).hostname or ""
        where = next((paths for site, paths in self._paths if _is_of(host, site)), ("", ()))
        page = (response.body, response.content_type, response.url)
        try:
            extraction: Extraction = await self._workers.run(
                READ_PAGE, *page, where, deadline=DEADLINE, source=host
            )
        except Overrun:
            raise
        except ReadError as error:
            return Extraction(text="", problem=str(error))
        return extraction


def _as_xpath(selectors: Selectors) -> tuple[str, tuple[str, ...]]:
    translate = HTMLTranslator().css_to_xpath
    body = translate(selectors.body) if selectors.body else ""
    return body, tuple(translate(one) for one in selectors.remove)


def _is_of(host: str, site: str) -> bool:
    return f".{host}".endswith(f".{site}")
