"""From a site's address to its feeds."""

from collections.abc import AsyncIterator, Mapping

import pytest

from fakes import Web
from tocsin.core.errors import BadStatus, FetchError, NotAFeed, TimedOut
from tocsin.core.ports import Response
from tocsin.intake.discovery import Discovery
from tocsin.parse import WorkerFeedParser
from tocsin.workers import Workers

pytestmark = pytest.mark.anyio

ROOT = "https://courier.example/"
RSS = "<rss version='2.0'><channel><title>{}</title>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>{}</title>{}</feed>"
MISSING = BadStatus(404, "404 Not Found")


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def parser(anyio_backend: str) -> AsyncIterator[WorkerFeedParser]:
    async with Workers(1) as workers:
        yield WorkerFeedParser(workers)


def rss(title: str, *links: str) -> str:
    return RSS.format(title, "".join(f"<item><link>{link}</link></item>" for link in links))


def atom(title: str, *links: str) -> str:
    return ATOM.format(title, "".join(f"<entry><link href='{link}'/></entry>" for link in links))


def page(*links: str, body: str = "") -> str:
    named = "".join(f"<link rel='alternate' type='application/{link}'>" for link in links)
    return f"<html><head>{named}</head><body>{body}</body></html>"


async def found(
    parser: WorkerFeedParser, answers: Mapping[str, str | FetchError]
) -> list[tuple[str, str]]:
    """Address and title of what is found at the site whose paths answer so, the others nothing."""
    web = Web({ROOT + path: _answer(ROOT + path, what) for path, what in answers.items()})
    feeds = await Discovery(web, parser, lambda _: None).feeds_of(f"{ROOT}news/")
    return [(one.url.removeprefix(ROOT), one.feed.title) for one in feeds]


def _answer(url: str, what: str | FetchError) -> Response | FetchError:
    return Response(url=url, status=200, body=what.encode()) if isinstance(what, str) else what


async def test_an_address_may_be_a_feed_itself(parser: WorkerFeedParser) -> None:
    assert await found(parser, {"news/": rss("Courier")}) == [("news/", "Courier")]


async def test_a_page_names_its_feeds(parser: WorkerFeedParser) -> None:
    site = page("rss+xml' href='/world.rss", "feed+json' href='sport.json", "json' href='/api")
    sport = '{"version": "https://jsonfeed.org/version/1.1", "title": "Sport", "items": []}'

    feeds = await found(
        parser, {"news/": site, "world.rss": rss("World", "/1"), "news/sport.json": sport}
    )

    assert feeds == [("world.rss", "World"), ("news/sport.json", "Sport")]


async def test_what_a_page_names_is_read_before_it_is_offered(parser: WorkerFeedParser) -> None:
    site = page("rss+xml' href='/gone", "rss+xml' href='/world")

    assert await found(parser, {"news/": site, "gone": MISSING, "world": rss("World")}) == [
        ("world", "World")
    ]


async def test_one_feed_in_two_formats_and_the_readers_comments_are_one_feed(
    parser: WorkerFeedParser,
) -> None:
    site = page("rss+xml' href='/feed", "atom+xml' href='/atom", "rss+xml' href='/comments/feed")
    news, again = rss("News", f"{ROOT}1"), atom("News", f"{ROOT}1")

    feeds = await found(
        parser, {"news/": site, "feed": news, "atom": again, "comments/feed": rss("Said", "/2")}
    )

    assert feeds == [("feed", "News")]


async def test_a_link_that_looks_like_a_feed_is_tried(parser: WorkerFeedParser) -> None:
    site = page(body="<a href='/about'>us</a> <a href='/service/rss?all'>RSS</a>")

    assert await found(parser, {"news/": site, "service/rss?all": rss("All")}) == [
        ("service/rss?all", "All")
    ]


@pytest.mark.parametrize("place", ["rss.xml", "news/feed"])
async def test_a_feed_is_looked_for_where_most_sites_have_it(
    parser: WorkerFeedParser, place: str
) -> None:
    assert await found(parser, {"news/": page(), place: rss("News")}) == [(place, "News")]


async def test_a_site_that_refuses_its_page_may_still_have_a_feed(
    parser: WorkerFeedParser,
) -> None:
    assert await found(parser, {"news/": MISSING, "feed": rss("News")}) == [("feed", "News")]


async def test_where_there_is_none_that_is_told(parser: WorkerFeedParser) -> None:
    with pytest.raises(NotAFeed, match="no feed was found there: this is an HTML page"):
        await found(parser, {"news/": page()})
    with pytest.raises(BadStatus, match="404"):
        await found(parser, {"news/": MISSING})
    with pytest.raises(TimedOut):
        await found(parser, {"news/": TimedOut("gave up")})
