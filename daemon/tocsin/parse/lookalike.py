"""What bytes are that should have been a feed, in words that help the operator on."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable

import lxml.etree
import lxml.html

from tocsin.parse.address import web_address

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_MOST_FEEDS = 3
_HTML = re.compile(rb"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]*)")
_LIKE_A_FEED = re.compile(
    r"[/.?=](?:rss|atom|feeds?|rdf)(?:[/.?#]|$)|\.(?:rss|atom|rdf|xml)$|feed\.json$", re.IGNORECASE
)
_KNOWN_ROOTS = {
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "opml": "a list of feeds (OPML); put it under opml",
    "svg": "a picture",
}


def describe(body: bytes, url: str) -> str:
    """What *body* is instead of a feed, and what to do."""
    start = body[:65536].removeprefix(BOM_UTF8).lstrip()
    if not start:
        return "the answer is empty, not a feed"
    if start[:1] in b"{[":
        return _json(body)
    root = _ROOT.search(start)
    name = root[1].decode("ascii", "replace") if root else ""
    if name.lower() in _KNOWN_ROOTS:
        return f"this is XML ({_KNOWN_ROOTS[name.lower()]}), not a feed"
    if _HTML.search(start):
        return _html(body, url)
    if name:
        return f"this is XML (<{name}>), not a feed"
    return "this is neither a feed nor a page"


def _json(body: bytes) -> str:
    try:
        json.loads(body, strict=False)
    except (ValueError, RecursionError) as error:
        return f"this is JSON that is damaged: {error}"
    return "this is JSON, but no JSON Feed"


def _html(body: bytes, url: str) -> str:
    feeds = linked_feeds(body, url)
    hint = f"try {' or '.join(feeds[:_MOST_FEEDS])}" if feeds else "try its feed address"
    return f"this is an HTML page, not a feed; {hint}"


def linked_feeds(page: bytes, url: str) -> tuple[str, ...]:
    """The feeds that a page names in its head, in its order, made absolute."""
    named = (
        link.get("href")
        for link in _found(page, "//link[@href and @type and contains(@rel, 'alternate')]")
        if link.get("type").partition(";")[0].strip().lower() in _FEED_TYPES
    )
    return _absolute(named, url)


def feed_links(page: bytes, url: str) -> tuple[str, ...]:
    """The feeds that a page names, then what its links lead to that looks like one."""
    links = (link.get("href") for link in _found(page, "//a[@href]"))
    likely = _absolute(filter(_LIKE_A_FEED.search, links), url)
    return tuple(dict.fromkeys((*linked_feeds(page, url), *likely)))


def _found(page: bytes, path: str) -> list[lxml.html.HtmlElement]:
    try:
        found: list[lxml.html.HtmlElement] = lxml.html.document_fromstring(page).xpath(path)
    except (lxml.etree.LxmlError, ValueError):
        return []
    return found


def _absolute(links: Iterable[str], url: str) -> tuple[str, ...]:
    found = (web_address(link, url) for link in links)
    return tuple(dict.fromkeys(address for address in found if address))
