"""A feed that is asked by way of a proxy, over real sockets."""

from collections.abc import AsyncIterator

import pytest

from fetch.scripted import Server, asking
from tocsin.core.errors import FetchError
from tocsin.core.ports import Fetcher
from world.proxy import Proxy, open_proxy

pytestmark = pytest.mark.anyio

FAR = "far.example"  # a host that only the proxy can find
USER = "reader:pr0xy"


@pytest.fixture
async def proxy(server: Server) -> AsyncIterator[Proxy]:
    """One that knows the way to the server."""
    async with open_proxy(Proxy(hosts={FAR: server.port}, user=USER)) as proxy:
        yield proxy


@pytest.fixture
async def tunnel(secure: Server) -> AsyncIterator[Proxy]:
    """One that knows the way to the secure server."""
    async with open_proxy(Proxy(hosts={FAR: secure.port}, user=USER)) as proxy:
        yield proxy


async def test_the_proxy_looks_up_the_host_and_asks_it(
    server: Server, fetcher: Fetcher, proxy: Proxy
) -> None:
    server.answer("/feed", "200 OK", b"news")

    response = await fetcher.fetch(asking(f"http://{FAR}/feed", proxy=proxy.address(USER)))

    assert (response.body, response.url) == (b"news", f"http://{FAR}/feed")
    assert proxy.asked[0].startswith(f"GET http://{FAR}/feed ")


async def test_a_proxy_is_asked_for_those_feeds_alone_that_name_it(
    server: Server, fetcher: Fetcher, proxy: Proxy
) -> None:
    url = server.answer("/feed", "200 OK")
    await fetcher.fetch(asking(f"http://{FAR}/feed", proxy=proxy.address(USER)))

    await fetcher.fetch(asking(url))

    assert (len(proxy.asked), len(server.asked)) == (1, 2)


async def test_a_proxy_learns_nothing_of_what_it_tunnels_but_the_host(
    secure: Server, secure_fetcher: Fetcher, tunnel: Proxy
) -> None:
    secure.answer("/feed", "200 OK", b"news")
    request = asking(
        f"https://{FAR}/feed", proxy=tunnel.address(USER), headers={"x-token": "t0ken"}
    )

    assert (await secure_fetcher.fetch(request)).body == b"news"

    assert "t0ken" in secure.asked[0]
    assert "t0ken" not in tunnel.asked[0]
    assert "/feed" not in tunnel.asked[0]


async def test_what_opens_the_proxy_is_shown_to_no_host(
    secure: Server, secure_fetcher: Fetcher, tunnel: Proxy
) -> None:
    secure.answer("/feed", "200 OK")

    await secure_fetcher.fetch(asking(f"https://{FAR}/feed", proxy=tunnel.address(USER)))

    assert "proxy-authorization: basic" in tunnel.asked[0].lower()
    assert "authorization" not in secure.asked[0].lower()


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_refuses_us_is_said_to(
    fetcher: Fetcher, proxy: Proxy, scheme: str
) -> None:
    request = asking(f"{scheme}://{FAR}/feed", proxy=proxy.address("reader:wr0ng"))
    with pytest.raises(FetchError, match="407 Proxy Authentication Required") as caught:
        await fetcher.fetch(request)
    assert "wr0ng" not in str(caught.value)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("127.0.0.1:1", "cannot connect to the proxy 127.0.0.1 port 1"),
        ("nowhere.invalid:1", "no such host: nowhere.invalid"),
    ],
)
async def test_a_proxy_that_cannot_be_reached_is_named_without_its_password(
    fetcher: Fetcher, where: str, words: str
) -> None:
    request = asking(f"http://{FAR}/", proxy=f"http://{USER}@{where}")
    with pytest.raises(FetchError, match=words) as caught:
        await fetcher.fetch(request)
    assert "pr0xy" not in str(caught.value)


async def test_a_proxy_that_refuses_without_a_word_is_told_by_its_status(
    server: Server, fetcher: Fetcher
) -> None:
    server.answer(f"{FAR}:443", "407 ")
    with pytest.raises(FetchError, match=r"the proxy refuses: 407$"):
        await fetcher.fetch(asking(f"https://{FAR}/", proxy=server.url("")))
