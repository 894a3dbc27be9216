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


HABITS = [
    "Mon,05 Jan 2026 12:00:00 GMT",
    "Mon, 05-Jan-2026 12:00:00 GMT",
    "Mon, 05 Jan 2026 12:00:00.000 GMT",
    "Mon, 05 Jan 2026 13:00:00 GMT+1",
    "2026-01-05 12:00:00 UTC",
    "2026-01-05 13:00:00 CET",
    "20260105T120000Z",
    "2026/01/05 12:00:00",
    "2026年1月5日 12:00",
    "05.01.2026 12:00",
    "Jan 5, 2026 12:00 PM",
    "January 5th, 2026, 7:00 a.m. EST",
    "lun., 05 janv. 2026 13:00:00 +0100",
    "Mo, 05 Jän 2026 13:00:00 +0100",
    "5 de enero de 2026 13:00 CET",
    "пн, 05 янв 2026 15:00:00 +0300",
]


@pytest.mark.parametrize("way", [*WAYS, *HABITS])
def test_a_moment_is_the_same_however_it_is_written(way: str) -> None:
    assert entry(f"<pubDate>{way}</pubDate>").published == NOON


@pytest.mark.parametrize(
    "way",
    [
        "2026-01-05T12:00:00Z",
        "2026-01-05T12:00:00",
        "Mon, 05 Jan 2026 12:00:00 GMT",
        WAYS[-1],
        HABITS[-1],
    ],
)
def test_a_moment_in_json_is_read_too(way: str) -> None:
    body = f'{{"items": [{{"id": "1", "date_published": "{way}"}}]}}'.encode()
    assert read_feed(body, "", "").entries[0].published == NOON


@pytest.mark.parametrize(
    "way",
    [
        *("", "yesterday", "0000-00-00", "12 o'clock", "5 January", "32.13.2026"),
        "01/05/2026 12:00:00",  # in May or in January, as one is used to
        "5 Brumaire 2026",
        "5 Jan 2026 99:99",
    ],
)
def test_what_is_no_date_is_none(way: str) -> None:
    assert entry(f"<pubDate>{way}</pubDate>").published is None


def test_a_date_that_cannot_be_read_gives_way_to_one_that_can() -> None:
    updated = '<a:updated xmlns:a="http://www.w3.org/2005/Atom">2026-01-05T12:00:00Z</a:updated>'
    assert entry(f"<pubDate>soon</pubDate>{updated}").published == NOON
