"""What a site's robots.txt says of its pages is heeded, and cannot hurt us."""

from datetime import UTC, datetime, timedelta

import pytest

from fetch.scripted import Server, asking
from tocsin.core.ports import Fetcher
from tocsin.fetch.robots import Permission, Robots, allows, parse

pytestmark = pytest.mark.anyio


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/news", True),
        ("Disallow:", "/news", True),
        ("Disallow: /", "/news", False),
        ("Disallow: /private", "/news", True),
        ("Disallow: /\nAllow: /news", "/news/1", True),
        ("Allow: /news\nDisallow: /news", "/news/1", True),
        ("Disallow: /*?print", "/news?print=1", False),
        ("Disallow: /*?print", "/news?page=1", True),
        ("Disallow: /*.pdf$", "/a.pdf", False),
        ("Disallow: /*.pdf$", "/a.pdf.html", True),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /*a*a$", "/a", True),
        ("Disallow: /caf%C3%A9", "/café/1", False),
        ("DISALLOW : /x # why not", "/x", False),
    ],
)
def test_the_longest_matching_line_decides(rules: str, path: str, allowed: bool) -> None:
    assert allows(parse(f"User-agent: *\n{rules}", "Tocsin"), path) == allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: tocsin\nDisallow: /\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\nUser-agent: Tocsin\nAllow: /", True),
        ("User-agent: Other\nUser-agent: Tocsin\nDisallow: /", False),
        ("User-agent: Other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Tocsin\nDisallow:", True),
        ("Disallow: /", True),
    ],
)
def test_a_group_that_names_us_goes_before_that_for_all(text: str, allowed: bool) -> None:
    assert allows(parse(text, "Tocsin"), "/news") == allowed


def test_a_pattern_made_to_be_slow_is_not() -> None:
    rules = parse("User-agent: *\nDisallow: /" + "*a" * 50_000 + "b$", "Tocsin")
    assert allows(rules, "/" + "a" * 60_000)


@pytest.mark.parametrize(
    ("answer", "permission"),
    [
        ("404 Not Found", Permission.GIVEN),
        ("403 Forbidden", Permission.GIVEN),
        ("500 Oops", Permission.UNKNOWN),
        ("429 Slow down", Permission.UNKNOWN),
    ],
)
async def test_no_robots_txt_allows_all_and_a_failing_one_nothing(
    server: Server, fetcher: Fetcher, answer: str, permission: Permission
) -> None:
    server.answer("/robots.txt", answer)
    robots = Robots(fetcher, Watch(), "Tocsin/1.0 (+https://tocsin.example)")
    assert await robots.permission(asking(server.url("/news"))) is permission


async def test_a_robots_txt_is_asked_for_once_a_day(server: Server, fetcher: Fetcher) -> None:
    watch = Watch()
    server.answer("/robots.txt", "200 OK", b"User-agent: *\nDisallow: /private")
    robots = Robots(fetcher, watch, "Tocsin/1.0")
    assert await robots.permission(asking(server.url("/news"))) is Permission.GIVEN
    assert await robots.permission(asking(server.url("/private/1"))) is Permission.DENIED
    assert len(server.asked) == 1
    watch.time += timedelta(days=1)
    await robots.permission(asking(server.url("/news")))
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /private",
        b"User-agent: *\nDisallow: /private\n" + b"Disallow: /other\n" * 50_000,
    ],
    ids=["with a byte order mark", "of 800 KB"],
)
async def test_a_robots_txt_is_read_as_far_as_one_must(
    server: Server, fetcher: Fetcher, body: bytes
) -> None:
    server.answer("/robots.txt", "200 OK", body)
    robots = Robots(fetcher, Watch(), "Tocsin/1.0")
    asked = (asking(server.url("/news")), asking(server.url("/private")))
    permissions = [await robots.permission(one) for one in asked]
    assert permissions == [Permission.GIVEN, Permission.DENIED]
