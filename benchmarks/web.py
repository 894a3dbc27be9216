"""The made-up web, served on loopback by a process of its own.

``/feed/N`` and ``/page/N/NUMBER`` are what `made_up` says; ``/robots.txt`` allows everything.  How
feeds answer is steered by ``/answer/MODE``: ``same`` (a 304 to who shows the validator), ``again``
(the whole, whatever is shown), ``more`` (as ``same``, with one entry more than before).  In
``living`` mode each request draws: most find nothing new.
"""

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Process, Queue

from aiohttp import web

from benchmarks import made_up

FIRST = made_up.ENTRIES
NEW, WHOLE = 0.07, 0.23
"""Of the polls of a living web, so many find a new entry (17 a day from a feed that is asked every
ten minutes is 10), and so many get the whole feed though nothing is new."""

LARGE, LARGE_SENTENCES, LARGE_PAGE_BYTES = -1, 600, 9_500_000

LARGE_FEED = "/large/feed"


class Outlets:
    """The feeds as they stand, and how they answer."""

    def __init__(self, watched: tuple[str, ...], sentences: int) -> None:
        self._watched = watched
        self._sentences = sentences
        self._newest: dict[int, int] = {}
        self._mode = "same"
        self._chance = random.Random(1)

    def application(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [
                web.get("/answer/{mode}", self._answer),
                web.get("/feed/{number}", self._feed),
                web.get("/page/{feed}/{number}", self._page),
                web.get(LARGE_FEED, self._large_feed),
                web.get("/large/page/{feed}/{number}", self._large_page),
            ]
        )
        return app

    async def _answer(self, request: web.Request) -> web.Response:
        self._mode = request.match_info["mode"]
        if self._mode == "more":
            self._newest = {number: newest + 1 for number, newest in self._newest.items()}
        return web.Response()

    async def _feed(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        newest = self._newest.setdefault(number, FIRST)
        whole = self._mode == "again"
        if self._mode == "living":
            drawn = self._chance.random()
            self._newest[number] = newest = newest + (drawn < NEW)
            whole = drawn < NEW + WHOLE
        etag = f'"{number}-{newest}"'
        if not whole and request.headers.get("if-none-match") == etag:
            return web.Response(status=304, headers={"etag": etag})
        site = f"http://{request.host}"
        body = made_up.feed(site, number, newest, self._sentences)
        return web.Response(body=body, content_type="application/rss+xml", headers={"etag": etag})

    async def _page(self, request: web.Request) -> web.Response:
        feed, number = (int(request.match_info[name]) for name in ("feed", "number"))
        return web.Response(
            body=made_up.page(feed, number, self._watched), content_type="text/html"
        )

    async def _large_feed(self, request: web.Request) -> web.Response:
        """2.5 MB of entries, the newest of which is new each time and leads to the large page."""
        self._newest[LARGE] = newest = self._newest.get(LARGE, FIRST) + 1
        body = made_up.feed(f"http://{request.host}/large", LARGE, newest, LARGE_SENTENCES)
        return web.Response(body=body, content_type="application/rss+xml")

    async def _large_page(self, _: web.Request) -> web.Response:
        body = b"<p>" + b"x" * LARGE_PAGE_BYTES
        return web.Response(body=body, content_type="text/html")


@contextmanager
def served(watched: tuple[str, ...] = (), sentences: int = 21) -> Iterator[int]:
    """The web while the context is open; gives its port."""
    ports: Queue[int] = Queue()
    server = Process(target=_serve, args=(ports, watched, sentences), daemon=True)
    server.start()
    try:
        yield ports.get()
    finally:
        server.kill()
        server.join()


def feed_url(number: int, port: int) -> str:
    """A feed's address: each has a host of its own, as on the real web."""
    return f"http://{host(number)}:{port}/feed/{number}"


def host(number: int) -> str:
    return f"127.{1 + number // 62500}.{number // 250 % 250}.{number % 250 + 1}"


def _serve(ports: "Queue[int]", watched: tuple[str, ...], sentences: int) -> None:
    async def run() -> None:
        runner = web.AppRunner(Outlets(watched, sentences).application(), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "0.0.0.0", 0, backlog=2048).start()
        ports.put(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())
