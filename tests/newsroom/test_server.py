"""The newsroom over real HTTP: feeds that grow, honest validators, pages, and broken outlets."""

import asyncio
import io
import json
from calendar import timegm
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
import feedparser
import pytest

from tocsin.clock import SystemClock
from tocsin.core.model import Entry, Feed
from tocsin.newsroom import DAY, Newsroom, open_newsroom
from tocsin.newsroom.script.meanwhile import ENTITY_ALONE, FOG
from tocsin.newsroom.script.strike import LOOK_ALIKE, PRESSURE, RULING, WALKOUT

pytestmark = pytest.mark.anyio
PLAYING = timedelta(seconds=25)


class SetClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


@dataclass(frozen=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
async def newsroom(clock: SetClock) -> AsyncIterator[Newsroom]:
    async with open_newsroom(DAY, clock, playing=PLAYING) as opened:
        yield opened


async def get(url: str, **headers: str) -> Answer:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    async with aiohttp.ClientSession() as session, session.get(url, headers=names) as response:
        return Answer(status=response.status, headers=response.headers, body=await response.read())


async def entries(feed: Feed) -> list[Entry]:
    """What stands in the feed: addresses, titles and dates."""
    answer = await get(feed.url)
    if "json" in answer.headers["Content-Type"]:
        return [
            Entry(
                guid=entry["id"],
                url=entry["url"],
                title=entry["title"],
                published=datetime.fromisoformat(entry["date_published"]),
            )
            for entry in json.loads(answer.body)["items"]
        ]
    return [
        Entry(
            guid=entry.id,
            url=entry.link,
            title=entry.title,
            published=datetime.fromtimestamp(timegm(entry.published_parsed), UTC),
        )
        for entry in feedparser.parse(io.BytesIO(answer.body)).entries
    ]


async def titles(newsroom: Newsroom) -> set[str]:
    return {entry.title for feed in newsroom.feeds for entry in await entries(feed)}


def feed_of(newsroom: Newsroom, outlet: str) -> Feed:
    (feed,) = (feed for feed in newsroom.feeds if feed.id == outlet)
    return feed


async def test_the_day_does_not_begin_before_every_feed_has_been_read(
    clock: SetClock, newsroom: Newsroom
) -> None:
    for feed in newsroom.feeds[:-1]:
        await get(feed.url)
    clock.time += 2 * PLAYING
    assert not newsroom.over
    await get(newsroom.feeds[-1].url)
    assert WALKOUT.title not in await titles(newsroom)


async def test_the_day_plays_by_the_clock_once_every_feed_has_been_read(
    clock: SetClock, newsroom: Newsroom
) -> None:
    await titles(newsroom)
    clock.time += PLAYING * (FOG.at / DAY.length) + timedelta(milliseconds=1)
    seen = await titles(newsroom)
    assert FOG.title in seen
    assert ENTITY_ALONE.title not in seen


async def test_the_day_waits_for_a_page_that_nobody_has_read(
    clock: SetClock, newsroom: Newsroom
) -> None:
    await titles(newsroom)
    clock.time += PLAYING
    assert WALKOUT.title not in await titles(newsroom)
    for outlet, report in (("courier", FOG), ("ledger", ENTITY_ALONE)):
        await get(feed_of(newsroom, outlet).url.replace("feed", report.slug))
    clock.time += PLAYING / 2
    assert WALKOUT.title in await titles(newsroom)


async def test_the_day_is_over_in_the_end_even_if_nobody_reads_its_pages(
    clock: SetClock, newsroom: Newsroom
) -> None:
    await titles(newsroom)
    clock.time += 2 * PLAYING
    assert newsroom.over
    assert await titles(newsroom) == {report.title for report in DAY.reports}


async def test_a_day_played_by_hand_shows_what_it_was_advanced_to(newsroom: Newsroom) -> None:
    newsroom.hold()
    newsroom.advance(PRESSURE.at)
    assert {WALKOUT.title, PRESSURE.title} <= await titles(newsroom)
    assert RULING.title not in await titles(newsroom)
    assert not newsroom.over


async def test_no_date_is_ever_in_the_future() -> None:
    async with open_newsroom(DAY, SystemClock()) as newsroom:
        newsroom.advance(DAY.length)
        dates = [entry.published for feed in newsroom.feeds for entry in await entries(feed)]
        assert all(date is not None and date <= SystemClock().now() for date in dates)
        assert len(dates) == len(DAY.reports)


@pytest.mark.parametrize("outlet", ["courier", "ledger", "coastline"])
async def test_an_unchanged_feed_answers_304_to_its_own_etag(
    newsroom: Newsroom, outlet: str
) -> None:
    url = feed_of(newsroom, outlet).url
    first = await get(url)
    again = await get(url, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


async def test_an_unchanged_feed_answers_304_to_its_own_date(newsroom: Newsroom) -> None:
    url = feed_of(newsroom, "courier").url
    first = await get(url)
    again = await get(url, If_Modified_Since=first.headers["Last-Modified"])
    assert again.status == 304


async def test_a_feed_that_has_grown_answers_in_full_to_either_validator(
    newsroom: Newsroom,
) -> None:
    url = feed_of(newsroom, "courier").url
    first = await get(url)
    newsroom.advance(WALKOUT.at)
    by_etag = await get(url, If_None_Match=first.headers["ETag"])
    by_date = await get(url, If_Modified_Since=first.headers["Last-Modified"])
    assert (by_etag.status, by_date.status) == (200, 200)
    assert by_etag.headers["ETag"] != first.headers["ETag"]


async def test_a_changed_etag_outweighs_an_unchanged_date(newsroom: Newsroom) -> None:
    url = feed_of(newsroom, "courier").url
    first = await get(url)
    answer = await get(
        url, If_None_Match='"another"', If_Modified_Since=first.headers["Last-Modified"]
    )
    assert answer.status == 200


async def test_every_entry_leads_to_its_page(newsroom: Newsroom) -> None:
    newsroom.advance(DAY.length)
    for feed in newsroom.feeds:
        for entry in await entries(feed):
            page = await get(entry.url)
            assert page.status == 200
            assert f">{entry.title}</h1>" in page.body.decode()


async def test_a_page_is_not_there_before_its_time(newsroom: Newsroom) -> None:
    newsroom.hold()
    url = feed_of(newsroom, "herald").url.replace("feed", LOOK_ALIKE.slug)
    assert (await get(url)).status == 404
    newsroom.advance(LOOK_ALIKE.at)
    assert (await get(url)).status == 200


async def test_an_unknown_outlet_is_not_found(newsroom: Newsroom) -> None:
    assert (await get(newsroom.feeds[0].url.replace("courier", "nobody"))).status == 404


async def test_broken_outlets_are_broken_each_in_its_way(newsroom: Newsroom) -> None:
    html, missing = await get(newsroom.broken["html"]), await get(newsroom.broken["missing"])
    assert html.headers["Content-Type"].startswith("text/html")
    assert missing.status == 404
    malformed = feedparser.parse(io.BytesIO((await get(newsroom.broken["malformed"])).body))
    page = await get(malformed.entries[0].link)
    assert page.status == 200
    assert b"\x00" in page.body


async def test_the_silent_outlet_answers_only_when_the_newsroom_closes(clock: SetClock) -> None:
    async with open_newsroom(DAY, clock) as newsroom:
        asking = asyncio.create_task(get(newsroom.broken["silent"]))
        answered, _ = await asyncio.wait({asking}, timeout=0.3)
        assert not answered
    assert (await asking).status == 503
