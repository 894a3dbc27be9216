"""Where redirects lead, and what they may take along."""

import asyncio
import base64

import httpx
import pytest

from fetch.scripted import Server, asking
from tocsin.core.errors import Blocked, FetchError
from tocsin.core.ports import Fetcher
from tocsin.fetch.hops import first_hop, next_hop

pytestmark = pytest.mark.anyio


def redirect(server: Server, path: str, to: str, status: str = "302 Found") -> str:
    return server.answer(path, f"{status}\r\nLocation: {to}\r\nContent-Length: 0")


async def test_redirects_are_followed_to_their_end(server: Server, fetcher: Fetcher) -> None:
    redirect(server, "/a", "/b")
    redirect(server, "/b", server.answer("/c", "200 OK", b"there"))
    response = await fetcher.fetch(asking(server.url("/a")))
    assert (response.body, response.url, response.moved_to) == (b"there", server.url("/c"), "")


async def test_an_address_has_moved_where_every_redirect_is_permanent(
    server: Server, fetcher: Fetcher
) -> None:
    redirect(server, "/a", "/b", "301 Moved")
    redirect(server, "/b", server.answer("/c", "200 OK"), "308 Moved")
    assert (await fetcher.fetch(asking(server.url("/a")))).moved_to == server.url("/c")


@pytest.mark.parametrize("kinds", [("301 Moved", "307 Elsewhere"), ("302 Found", "308 Moved")])
async def test_one_passing_redirect_means_that_it_has_not_moved(
    server: Server, fetcher: Fetcher, kinds: tuple[str, str]
) -> None:
    redirect(server, "/a", "/b", kinds[0])
    redirect(server, "/b", server.answer("/c", "200 OK"), kinds[1])
    assert (await fetcher.fetch(asking(server.url("/a")))).moved_to == ""


async def test_a_loop_ends_after_five_redirects(server: Server, fetcher: Fetcher) -> None:
    url = redirect(server, "/loop", "/loop")
    with pytest.raises(FetchError, match="more than 5"):
        await fetcher.fetch(asking(url))
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "//169.254.169.254/",
        "http://10.0.0.1/",
        "http://[fd00:ec2::254]/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
    ],
)
async def test_no_redirect_leads_out_of_the_public_web(
    server: Server, fetcher: Fetcher, target: str
) -> None:
    with pytest.raises(Blocked, match=r"redirected to .*: refused"):
        await fetcher.fetch(asking(redirect(server, "/", target)))


async def test_a_redirect_without_a_target_is_no_answer(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="302 Found"):
        await fetcher.fetch(asking(server.answer("/", "302 Found\r\nContent-Length: 0")))


async def test_name_and_password_go_to_their_own_host_only(
    server: Server, fetcher: Fetcher
) -> None:
    server.answer("/end", "200 OK")
    redirect(server, "/same", "/other")
    redirect(server, "/other", server.url("/end", host="localhost"))
    url = server.url("/same").replace("//", "//me:s3cret@")
    response = await fetcher.fetch(asking(url))
    basic = base64.b64encode(b"me:s3cret").decode()
    assert [basic in head for head in server.asked] == [True, True, False]
    assert "s3cret" not in response.url


async def test_headers_of_ones_own_go_to_their_own_host_only(
    server: Server, fetcher: Fetcher
) -> None:
    server.answer("/end", "200 OK")
    url = redirect(server, "/", server.url("/end", host="localhost"))
    await fetcher.fetch(asking(url, headers={"x-token": "t0ken"}))
    assert ["t0ken" in head for head in server.asked] == [True, False]


async def test_a_cookie_set_on_the_way_is_given_back_and_then_forgotten(
    server: Server, fetcher: Fetcher
) -> None:
    async def once_known(writer: asyncio.StreamWriter) -> None:
        known = "seen=yes" in server.asked[-1]
        again = "302 Found\r\nSet-Cookie: seen=yes\r\nLocation: /\r\nContent-Length: 0"
        head = "200 OK\r\nContent-Length: 0" if known else again
        writer.write(f"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n".encode())

    server.play("/", once_known)
    for _ in range(2):
        url = server.url("/", host="localhost")  # some cookie jars leave bare addresses alone
        assert (await fetcher.fetch(asking(url))).status == 200
    assert ["seen=yes" in head for head in server.asked] == [False, True, False, True]


@pytest.mark.parametrize(
    ("start", "location", "follows"),
    [
        ("http://a.example/", "https://a.example/x", True),
        ("https://a.example/", "http://a.example/x", False),
        ("https://a.example/", "https://a.example:8443/", False),
        ("https://a.example/", "https://b.a.example/", False),
        ("https://a.example/", "https://a.example./", False),
    ],
)
def test_private_headers_stay_with_their_origin_or_its_secure_one(
    start: str, location: str, follows: bool
) -> None:
    hop = first_hop(asking(start, headers={"authorization": "secret"}))
    answer = httpx.Response(302, headers={"location": location})
    assert bool(next_hop(hop, answer).private) == follows
