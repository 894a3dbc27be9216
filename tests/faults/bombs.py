"""Thirteen answers that are made to take all the time, or all the memory, of who reads them."""

import asyncio
import zlib
from collections.abc import Callable

from aiohttp import web

from world.http import Answer

HUGE_BYTES = 10 << 30
RSS, HTML = "application/rss+xml", "text/html"

_HEAD = b"<?xml version='1.0'?><rss version='2.0'><channel><title>t</title>"
_TAIL = b"</channel></rss>"


def feed(middle: bytes, head: bytes = b"") -> Answer:
    """A feed that holds *middle*, after *head*."""
    return _plain(head + _HEAD + middle + _TAIL, RSS)


def page(body: bytes) -> Answer:
    return _plain(
        b"<!doctype html><html><body><article>" + body + b"</article></body></html>", HTML
    )


def _plain(body: bytes, kind: str) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, headers={"content-type": kind})

    return answer


def _streamed(piece: bytes, kind: str, *, encoding: str = "", pause: float = 0) -> Answer:
    """*piece* again and again, until the other side has enough."""

    async def answer(request: web.Request) -> web.StreamResponse:
        headers = {"content-type": kind} | ({"content-encoding": encoding} if encoding else {})
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        for _ in range(HUGE_BYTES // (1 << 20)):
            await response.write(piece)
            await asyncio.sleep(pause)
        return response

    return answer


def _zeros() -> bytes:
    """A mebibyte of nothing as a piece of a gzip stream that can follow itself."""
    packer = zlib.compressobj(wbits=31)
    return packer.compress(bytes(1 << 20)) + packer.flush()


def _laughs() -> bytes:
    lines = [b"<!ENTITY a0 'ha'>"]
    lines += [b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)]
    return b"<!DOCTYPE rss [" + b"".join(lines) + b"]>"


FEEDS: dict[str, Callable[[], Answer]] = {
    "10 GiB of zeros in gzip": lambda: _streamed(_zeros(), RSS, encoding="gzip"),
    "two encodings, one in the other": lambda: _streamed(_zeros(), RSS, encoding="gzip, gzip"),
    "a feed without end": lambda: _streamed(_HEAD + bytes(1 << 18), RSS),
    "a byte a second": lambda: _streamed(b" ", RSS, pause=1),
    "blank lines before the root": lambda: feed(b"", head=b"\n" * (1 << 20)),
    "document types": lambda: feed(b"", head=b"<!DOCTYPE " * 10_000),
    "an author of 40 KB": lambda: feed(b"<item><author>" + b"(" * 40_000 + b"</author></item>"),
    "a billion laughs": lambda: feed(b"<item><title>&a9;</title></item>", head=_laughs()),
    "elements in elements": lambda: feed(b"<item>" + b"<category>" * 100_000),
}
PAGES: dict[str, Callable[[], Answer]] = {
    "1 GiB page in gzip": lambda: _streamed(_zeros(), HTML, encoding="gzip"),
    "a million links": lambda: page(b"<a href=/>x</a>" * 200_000),
    "20,000 rows across columns": lambda: page(
        b"<table>" + b"<tr><td colspan=1000>x</td></tr>" * 20_000 + b"</table>"
    ),
    "divisions in divisions": lambda: page(b"<div>" * 100_000),
}
