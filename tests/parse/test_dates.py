"""When an entry was published, however its feed writes it."""

from datetime import UTC, datetime

import pytest

from tocsin.core.model import Entry
from tocsin.parse.feed import read_feed

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
WAYS = [
    "Mon, 05 Jan 2026 12:00:00 GMT",
    "Mon, 05 Jan 2026 13:00:00 CET",
    "Mon, 05 Jan 2026 14:00:00 CEST",
    "Mon, 05 Jan 2026 15:00:00 MSK",
    "Mon, 05 Jan 2026 07:00:00 EST",
    "Mon, 05 Jan 2026 21:00:00 +0900 (JST)",
    "Mon, 05 Jan 2026 21:00:00 JST",
    "05 Jan 2026 12:00:00 +0000",
    "2026-01-05T12:00:00Z",
    "2026-01-05T13:00:00+01:00",
    "1767614400",
    "1767614400000",
]


def entry(date: str) -> Entry:
    body = f"<rss version='2.0'><channel><item><title>a</title>{date}</item></channel></rss>"
    return read_feed(body.encode(), "https://a.example/", "").entries[0]


@pytest.mark.parametrize("way", WAYS)
def test_a_moment_is_the_same_however_it_is_written(way: str) -> None:
    assert entry(f"<pubDate>{way}</pubDate>").published == NOON


@pytest.mark.parametrize(
    "way",
    ["2026-01-05T12:00:00Z", "2026-01-05T12:00:00", "Mon, 05 Jan 2026 12:00:00 GMT", WAYS[-1]],
)
def test_a_moment_in_json_is_read_too(way: str) -> None:
    body = f'{{"items": [{{"id": "1", "date_published": "{way}"}}]}}'.encode()
    assert read_feed(body, "", "").entries[0].published == NOON


@pytest.mark.parametrize("way", ["", "yesterday", "0000-00-00", "12 o'clock"])
def test_what_is_no_date_is_none(way: str) -> None:
    assert entry(f"<pubDate>{way}</pubDate>").published is None


def test_a_date_that_cannot_be_read_gives_way_to_one_that_can() -> None:
    updated = '<a:updated xmlns:a="http://www.w3.org/2005/Atom">2026-01-05T12:00:00Z</a:updated>'
    assert entry(f"<pubDate>soon</pubDate>{updated}").published == NOON
