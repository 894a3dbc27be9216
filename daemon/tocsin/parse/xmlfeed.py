"""RSS and Atom of every version, as feedparser reads them, made into our values."""

import io
import re
from datetime import datetime, timedelta
from typing import Any

import feedparser

from tocsin.core.model import Entry, ParsedFeed
from tocsin.markup import one_line, paragraphs, sound
from tocsin.parse import dates
from tocsin.parse.address import web_address

Parsed = dict[str, Any]  # feedparser's dictionaries

_DATES = ("published", "updated", "created")
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}
_HOUR = re.compile(rb"<hour>\s*(\d{1,2})\s*<")
_MOST_OF_SKIP_HOURS = 2000

feedparser.registerDateHandler(dates.mended)
# It looks for another XML parser at every feed, in vain; ours is Python's own on every machine.
feedparser.api.PREFERRED_XML_PARSERS.clear()
# An id is a name, not an address (RFC 4287, 4.2.6): resolved against the feed's address, it would
# change, and every entry look new, as soon as the feed moves.
feedparser.mixin._FeedParserMixin.can_be_relative_uri.discard("id")


def read(body: bytes, url: str, content_type: str) -> ParsedFeed | None:
    """The feed that *body* holds, or None where it is not RSS and not Atom.

    Relative links are resolved against ``xml:base``, else against *url*.
    """
    headers = {"content-type": content_type, "content-location": url}
    parsed = feedparser.parse(
        io.BytesIO(body),  # never text or bytes: it would open what looks like a path
        response_headers=headers,
        sanitize_html=False,  # 185 times faster, and we keep no HTML
        resolve_relative_uris=False,
    )
    if not parsed.version and not parsed.entries:
        return None
    return ParsedFeed(
        title=one_line(parsed.feed.get("title", "")),
        entries=tuple(_entry(entry, url) for entry in parsed.entries),
        lang=_lang(parsed.feed.get("language", "")),
        ttl=_ttl(parsed.feed),
        note=_note(parsed),
        skip_hours=_skip_hours(body),
    )


def _entry(entry: Parsed, url: str) -> Entry:
    return Entry(
        guid=sound(str(entry.get("id", ""))).strip(),
        url=web_address(_link(entry), url),
        title=one_line(entry.get("title", "")),
        text=_fullest(entry),
        published=_published(entry),
        author=one_line(entry.get("author", "")),
        lang=_lang(_stated_lang(entry)),
    )


def _link(entry: Parsed) -> str:
    """Its link, or its guid where that is an address: a bare number is none, though by RSS a guid
    leads to the entry unless it says otherwise."""
    of_its_own = any(link.get("rel") == "alternate" for link in entry.get("links", ()))
    is_address = of_its_own or not entry.get("guidislink") or "://" in entry.get("id", "")
    return str(entry.get("link", "")) if is_address else ""


def _fullest(entry: Parsed) -> str:
    """The longest of an entry's texts that says anything."""
    texts = [content.get("value", "") for content in entry.get("content", ())]
    texts.append(entry.get("summary", ""))
    longest_first = sorted(texts, key=len, reverse=True)
    return next((plain for text in longest_first if (plain := paragraphs(text))), "")


def _published(entry: Parsed) -> datetime | None:
    """The first of its dates that can be read; "updated" only where nothing better is stated."""
    moments = (
        dates.from_parts(dict.get(entry, f"{name}_parsed"))
        or dates.from_habit(dict.get(entry, name, ""))
        for name in _DATES
    )
    return next((moment for moment in moments if moment), None)


def _stated_lang(entry: Parsed) -> str:
    details = (entry.get("title_detail"), *entry.get("content", ()), entry.get("summary_detail"))
    return next((d["language"] for d in details if d and d.get("language")), "")


def _lang(tag: str | None) -> str:
    """The primary subtag: "en" of "en-US"."""
    return (tag or "").replace("_", "-").partition("-")[0].strip().lower()


def _ttl(feed: Parsed) -> timedelta | None:
    """RSS's ttl in minutes, or how often the syndication module says that it changes."""
    minutes = feed.get("ttl", "")
    if minutes.strip().isdecimal() and len(minutes) < 8:
        return timedelta(minutes=int(minutes))
    hours = _PERIODS.get(feed.get("sy_updateperiod", "").strip().lower())
    times = feed.get("sy_updatefrequency", "1").strip()
    if hours and times.isdecimal() and int(times):
        return timedelta(hours=hours) / int(times)
    return None


def _skip_hours(body: bytes) -> frozenset[int]:
    """RSS's list of hours, of which feedparser keeps the last only."""
    start = body.find(b"<skipHours")
    end = body.find(b"</skipHours", start)
    if start < 0 or end < 0:
        return frozenset()
    hours = _HOUR.findall(body, start, min(end, start + _MOST_OF_SKIP_HOURS))
    return frozenset(int(hour) % 24 for hour in hours)  # some write 24 for midnight


def _note(parsed: Parsed) -> str:
    """What was wrong with its XML; what the server said of its type concerns nobody."""
    error = parsed.get("bozo_exception")
    if error is None or isinstance(error, feedparser.exceptions.NonXMLContentType):
        return ""
    return f"not well-formed: {error}"
