"""The newsroom over HTTP on 127.0.0.1: feeds that grow as the day plays, and their articles' pages.

Nothing runs in the background: every answer is made from how far the day has been played when it
is asked for.  The day begins once every feed has been read once, so that what stood in the feeds
before is a baseline, and it waits for a reader that has fallen behind, so that the slowest machine
is told the same in the same order.  It is dated to end when the newsroom opens, so no date that it
gives is ever in the future.
"""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from types import MappingProxyType

from aiohttp import ETag, web

from tocsin.core.model import Entry, Feed
from tocsin.core.ports import Clock
from tocsin.newsroom import broken, feeds, pages
from tocsin.newsroom.day import Day, Outlet, Report
from tocsin.newsroom.playback import Playback

_POLL_EVERY = timedelta(seconds=1)  # an hour or so of the day, at the usual speed

_AHEAD = timedelta(hours=3)  # of the day: how far it may run ahead of a page that nobody has read


@asynccontextmanager
async def open_newsroom(
    day: Day, clock: Clock, playing: timedelta = timedelta(seconds=25)
) -> AsyncIterator["Newsroom"]:
    """A newsroom that answers while the context is open, and plays *day* within *playing*."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site = f"http://127.0.0.1:{listener.getsockname()[1]}"
        newsroom = Newsroom(day, site, clock.now(), Playback(day.length, playing, clock))
        runner = web.AppRunner(newsroom.application(), access_log=None)
        await runner.setup()
        try:
            await web.SockSite(runner, listener).start()
            yield newsroom
        finally:
            newsroom.close()
            await runner.cleanup()


class Newsroom:
    """A day as it is being played, and where to read it.

    *feeds* are the day's outlets, *watchlist* (YAML) is what to read them by.  *broken* gives
    the address of a feed that does not work by its kind (see :mod:`tocsin.newsroom.broken`).
    """

    def __init__(self, day: Day, site: str, ends: datetime, playback: Playback) -> None:
        self._day = day
        self._site = site
        self._ends = ends
        self._playback = playback
        self._outlets = {outlet.id: outlet for outlet in day.outlets}
        self._feeds_unread = set(self._outlets)
        self._pages_unread = {report for report in day.reports if report.at > timedelta()}
        self._closing = asyncio.Event()
        self.watchlist = day.watchlist
        self.feeds = tuple(self._feed(outlet) for outlet in day.outlets)
        self.broken = MappingProxyType({kind: f"{site}/broken/{kind}" for kind in broken.KINDS})

    @property
    def over(self) -> bool:
        """Whether everything that the day brings has appeared."""
        return self._played() >= self._day.length

    def pause(self, paused: bool) -> None:
        """Have the day stand still, while its readers are busy, until called with False."""
        self._playback.pause(paused)

    def hold(self) -> None:
        """Stop the day where it is: from now on it moves by :meth:`advance` alone."""
        self._played()
        self._playback.hold()

    def advance(self, to: timedelta) -> None:
        """Play on by hand, up to *to* from the day's beginning; see :meth:`Playback.advance`."""
        self._playback.advance(to)

    def close(self) -> None:
        """Let go of whoever still waits for the feed that never answers."""
        self._closing.set()

    def application(self) -> web.Application:
        """The routes: ``/OUTLET/feed``, ``/OUTLET/SLUG``, ``/broken/…`` and ``/robots.txt``."""
        application = web.Application()
        application.add_routes(
            [
                web.get("/robots.txt", _robots),
                web.get("/broken/html", _web_page),
                web.get("/broken/silent", self._silent),
                web.get("/broken/malformed", self._malformed_feed),
                web.get("/broken/page", _malformed_page),
                web.get("/{outlet}/feed", self._read_feed),
                web.get("/{outlet}/{slug}", self._read_page),
            ]
        )
        return application

    def _played(self) -> timedelta:
        behind = min((report.at for report in self._pages_unread), default=self._day.length)
        return self._playback.play(until=behind + _AHEAD)

    def _feed(self, outlet: Outlet) -> Feed:
        url = f"{self._site}/{outlet.id}/feed"
        return Feed(id=outlet.id, url=url, outlet=outlet.name, lang="en", every=_POLL_EVERY)

    def _entry(self, report: Report) -> Entry:
        return Entry(
            guid=f"tag:{report.outlet}.example,2020:{report.slug}",
            url=f"{self._site}/{report.outlet}/{report.slug}",
            title=report.title,
            text=report.summary,
            published=self._day.published(report, self._ends),
            author=report.author,
        )

    async def _read_feed(self, request: web.Request) -> web.StreamResponse:
        outlet = self._outlet(request)
        reports = self._day.standing(outlet, self._played())
        self._note_read(outlet)
        edition = feeds.Edition(
            outlet=outlet,
            url=f"{self._site}{request.path}",
            home=f"{self._site}/{outlet.id}",
            entries=tuple(self._entry(report) for report in reports),
        )
        changed = self._day.published(reports[0], self._ends)
        content_type = feeds.CONTENT_TYPES[outlet.kind]
        return _fresh(request, feeds.render(edition), changed, content_type)

    async def _read_page(self, request: web.Request) -> web.StreamResponse:
        outlet = self._outlet(request)
        for report in self._day.standing(outlet, self._played()):
            if report.slug == request.match_info["slug"]:
                self._pages_unread.discard(report)
                published = self._day.published(report, self._ends)
                url = f"{self._site}{request.path}"
                page = pages.Page(outlet=outlet, report=report, url=url, published=published)
                return _html(pages.render(page))
        raise web.HTTPNotFound

    async def _malformed_feed(self, _: web.Request) -> web.Response:
        body = broken.malformed_feed(self._site, self._ends)
        return web.Response(body=body, content_type=feeds.CONTENT_TYPES["rss"])

    async def _silent(self, _: web.Request) -> web.Response:
        await self._closing.wait()
        raise web.HTTPServiceUnavailable

    def _outlet(self, request: web.Request) -> Outlet:
        try:
            return self._outlets[request.match_info["outlet"]]
        except KeyError:
            raise web.HTTPNotFound from None

    def _note_read(self, outlet: Outlet) -> None:
        self._feeds_unread.discard(outlet.id)
        if not self._feeds_unread:
            self._playback.begin()


async def _robots(_: web.Request) -> web.Response:
    return web.Response(text="User-agent: *\nAllow: /\n")


async def _web_page(_: web.Request) -> web.Response:
    return _html(broken.WEB_PAGE)


async def _malformed_page(_: web.Request) -> web.Response:
    return _html(broken.MALFORMED_PAGE)


def _html(body: bytes) -> web.Response:
    return web.Response(body=body, content_type="text/html", charset="utf-8")


def _fresh(
    request: web.Request, body: bytes, changed: datetime, content_type: str
) -> web.StreamResponse:
    """*body* with its validators, or 304 where the reader's copy still holds (RFC 9110, 13.2.2)."""
    etag = ETag(value=sha256(body).hexdigest()[:16])
    validators = {
        "ETag": f'"{etag.value}"',
        "Last-Modified": format_datetime(changed, usegmt=True),
        "Cache-Control": "no-cache",
    }
    known, since = request.if_none_match, request.if_modified_since
    if known is not None:
        unchanged = etag.value in {tag.value for tag in known}
    else:
        unchanged = since is not None and changed <= since
    if unchanged:
        return web.Response(status=304, headers=validators)
    return web.Response(body=body, content_type=content_type, headers=validators)
