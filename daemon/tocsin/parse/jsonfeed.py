"""JSON Feed 1.0 and 1.1 (jsonfeed.org), which feedparser does not read."""

import json
from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Any

from tocsin.core.model import Entry, ParsedFeed
from tocsin.markup import lines, one_line, paragraphs, sound
from tocsin.parse import dates
from tocsin.parse.address import web_address
from tocsin.parse.prechecks import refuse_many

Object = Mapping[str, Any]


def read(body: bytes, url: str) -> ParsedFeed | None:
    """The feed that *body* holds, or None where it is no JSON Feed."""
    try:
        feed = json.loads(body.removeprefix(BOM_UTF8), strict=False)  # bare line breaks in texts
    except (ValueError, RecursionError):
        return None
    if not _is_feed(feed):
        return None
    refuse_many(len(feed.get("items", ())))
    lang = _text(feed, "language")
    entries = tuple(_entry(entry, url, lang) for entry in feed.get("items") or () if _is(entry))
    return ParsedFeed(title=one_line(_text(feed, "title")), entries=entries, lang=_primary(lang))


def _is(value: object) -> bool:
    return isinstance(value, dict)


def _is_feed(feed: object) -> bool:
    if not isinstance(feed, dict) or not isinstance(feed.get("items", []), list):
        return False
    return "jsonfeed.org/version/" in _text(feed, "version") or "items" in feed


def _entry(entry: Object, base: str, feed_lang: str) -> Entry:
    stated = _text(entry, "date_published") or _text(entry, "date_modified")
    texts = (
        paragraphs(_text(entry, "content_html")),
        lines(_text(entry, "content_text")),
        paragraphs(_text(entry, "summary")),
    )
    return Entry(
        guid=_text(entry, "id").strip(),
        url=web_address(_text(entry, "url") or _text(entry, "external_url"), base),
        title=one_line(_text(entry, "title")),
        text=max(texts, key=len),
        published=dates.from_text(stated),
        author=_author(entry),
        lang=_primary(_text(entry, "language") or feed_lang),
    )


def _author(entry: Object) -> str:
    """Of 1.1's list or 1.0's one."""
    authors = entry.get("authors")
    known = authors if isinstance(authors, list) else [entry.get("author")]
    return ", ".join(one_line(_text(a, "name")) for a in known if isinstance(a, dict))


def _text(holder: Object, key: str) -> str:
    """A value as text: some feeds number their entries."""
    value = holder.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return sound(str(value))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].strip().lower()
