"""Feeds are what they claim to be: readers of each kind get back what was put in."""

import io
import json
from calendar import timegm
from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from tocsin.core.model import Entry
from tocsin.newsroom import feeds
from tocsin.newsroom.day import FeedKind, Outlet

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ENTRIES = tuple(
    Entry(
        guid=f"tag:x.example,2020:{number}",
        url=f"http://127.0.0.1:1/x/{number}?a=1&b=2",
        title=f"Fish & <chips> no. {number}",
        text="Ünïcode & “quotes”.",
        published=NOON - timedelta(hours=number),
        author="Ann O’Nym",
    )
    for number in range(3)
)


def rendered(kind: FeedKind) -> bytes:
    outlet = Outlet(id="x", name="X & Sons", kind=kind, layout="station")
    return feeds.render(
        feeds.Edition(outlet=outlet, url="http://h/x/feed", home="http://h/x", entries=ENTRIES)
    )


@pytest.mark.parametrize(("kind", "version"), [("rss", "rss20"), ("atom", "atom10")])
def test_an_xml_feed_reads_back_as_its_entries(kind: FeedKind, version: str) -> None:
    read = feedparser.parse(io.BytesIO(rendered(kind)), sanitize_html=False)
    assert (read.version, read.bozo, read.feed.title) == (version, False, "X & Sons")
    assert [
        Entry(
            guid=entry.id,
            url=entry.link,
            title=entry.title,
            text=entry.summary,
            published=datetime.fromtimestamp(timegm(entry.published_parsed), UTC),
            author=entry.author,
        )
        for entry in read.entries
    ] == list(ENTRIES)


def test_a_json_feed_reads_back_as_its_entries() -> None:
    read = json.loads(rendered("json"))
    assert (read["version"], read["title"]) == ("https://jsonfeed.org/version/1.1", "X & Sons")
    assert [
        Entry(
            guid=entry["id"],
            url=entry["url"],
            title=entry["title"],
            text=entry["content_text"],
            published=datetime.fromisoformat(entry["date_published"]),
            author=entry["authors"][0]["name"],
        )
        for entry in read["items"]
    ] == list(ENTRIES)
