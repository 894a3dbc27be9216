"""A web site on loopback that gives what it is told to: feeds, pages, anything."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from sample import NOON
from tocsin.core.model import Entry
from tocsin.newsroom import feeds, pages
from tocsin.newsroom.day import FeedKind, Outlet, Report
from world.http import Answer, serve


@dataclass
class Site:
    """*answers* stand under their paths; *asked* counts the requests for each."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def url(self, path: str) -> str:
        return self.address + path

    def put(self, path: str, body: bytes, **headers: str) -> str:
        """Have *path* give these bytes with these headers (``content_type=…``); its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(request: web.Request) -> web.Response:
            return web.Response(body=body, headers=named)

        return self.play(path, answer)

    def play(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.url(path)

    def put_feed(self, path: str, entries: Sequence[Entry], kind: FeedKind = "rss") -> str:
        """Have *path* give a feed of these entries; its address."""
        outlet = Outlet(id=path.strip("/"), name=path, kind=kind, layout="station")
        edition = feeds.Edition(
            outlet=outlet, url=self.url(path), home=self.address, entries=entries
        )
        return self.put(path, feeds.render(edition), content_type=feeds.CONTENT_TYPES[kind])

    def put_report(self, path: str, report: Report) -> str:
        """Have *path* give the page of a report; its address."""
        outlet = Outlet(id=report.outlet, name=report.outlet, kind="rss", layout="broadsheet")
        page = pages.Page(outlet=outlet, report=report, url=self.url(path), published=NOON)
        return self.put(path, pages.render(page), content_type="text/html; charset=utf-8")

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked[request.path] += 1
        answer = self.answers.get(request.path)
        return await answer(request) if answer else web.Response(status=404)


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    """A site that is empty so far."""
    site = Site()
    async with serve(site.answer) as address:
        site.address = address
        yield site
