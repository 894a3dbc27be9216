"""An outlet's feed, written in the outlet's own kind: RSS 2.0, Atom or JSON Feed 1.1.  Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from tocsin.core.model import Entry
from tocsin.newsroom.day import FeedKind, Outlet

CONTENT_TYPES: dict[FeedKind, str] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A feed at one time: its own address, the outlet's front page, its entries.

    There is at least one entry, and the newest stands first.
    """

    outlet: Outlet
    url: str
    home: str
    entries: Sequence[Entry]


def render(edition: Edition) -> bytes:
    """The feed in the outlet's kind, in UTF-8."""
    return {"rss": _rss, "atom": _atom, "json": _json}[edition.outlet.kind](edition)


def _rss(edition: Edition) -> bytes:
    root = ET.Element("rss", {"version": "2.0", "xmlns:dc": _DC})
    channel = ET.SubElement(root, "channel")
    _put(channel, "title", edition.outlet.name)
    _put(channel, "link", edition.home)
    _put(channel, "description", f"The latest from {edition.outlet.name}")
    _put(channel, "language", "en")
    for entry in edition.entries:
        node = ET.SubElement(channel, "item")
        _put(node, "title", entry.title)
        _put(node, "link", entry.url)
        _put(node, "guid", entry.guid, isPermaLink="false")
        _put(node, "pubDate", format_datetime(_published(entry), usegmt=True))
        _put(node, "dc:creator", entry.author)
        _put(node, "description", entry.text)
    return _xml(root)


def _atom(edition: Edition) -> bytes:
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _put(root, "title", edition.outlet.name)
    _put(root, "id", edition.home)
    _put(root, "updated", _published(edition.entries[0]).isoformat())
    ET.SubElement(root, "link", rel="self", href=edition.url)
    for entry in edition.entries:
        _atom_entry(ET.SubElement(root, "entry"), entry)
    return _xml(root)


def _atom_entry(node: ET.Element, entry: Entry) -> None:
    _put(node, "title", entry.title)
    _put(node, "id", entry.guid)
    ET.SubElement(node, "link", href=entry.url)
    _put(node, "published", _published(entry).isoformat())
    _put(node, "updated", _published(entry).isoformat())
    _put(ET.SubElement(node, "author"), "name", entry.author)
    _put(node, "summary", entry.text)


def _json(edition: Edition) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": edition.outlet.name,
        "home_page_url": edition.home,
        "feed_url": edition.url,
        "language": "en",
        "items": [_json_entry(entry) for entry in edition.entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _json_entry(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.guid,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": _published(entry).isoformat(),
        "authors": [{"name": entry.author}],
    }


def _put(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text


def _xml(root: ET.Element) -> bytes:
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _published(entry: Entry) -> datetime:
    if entry.published is None:
        raise ValueError(f"a report has a date: {entry.url}")
    return entry.published
