"""What may be dialled, and that nothing else is."""

import asyncio
import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from fetch.scripted import Server, asking
from tocsin.core.errors import Blocked, FetchError
from tocsin.core.ports import Fetcher
from tocsin.fetch import Allowed, FetchOptions, open_fetcher
from tocsin.fetch.guard import Verdict, judge

pytestmark = pytest.mark.anyio
CORPUS = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data"))


NOT_PUBLIC = """
    0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.255.0.1 168.63.129.16
    169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1
    198.18.0.1 198.51.100.1 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::7f00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1
    2001:db8::1 2002:7f00:1::1 3fff::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert judge(address, 80, "a.example", Allowed()) is Verdict.NOT_PUBLIC


@pytest.mark.parametrize("address", ["1.1.1.1", "172.32.0.1", "192.0.1.1", "2a00:1450::1"])
def test_a_public_address_passes_on_the_ports_of_the_web(address: str) -> None:
    verdicts = [judge(address, port, "a.example", Allowed()) for port in (80, 443, 22, 8080)]
    assert verdicts == [Verdict.PUBLIC, Verdict.PUBLIC, Verdict.OTHER_PORT, Verdict.OTHER_PORT]


def test_an_allowed_network_may_be_reached_on_every_port() -> None:
    allowed = Allowed.parse(("10.0.0.0/8", "fd00::/8"))
    assert judge("10.1.2.3", 8080, "a.example", allowed) is Verdict.ALLOWED
    assert judge("fd00::1", 22, "a.example", allowed) is Verdict.ALLOWED
    assert judge("192.168.0.1", 80, "a.example", allowed) is Verdict.NOT_PUBLIC


def test_an_allowed_host_may_be_reached_wherever_it_is_and_no_other_there() -> None:
    allowed = Allowed.parse(("Intranet.Example",))
    assert judge("10.1.2.3", 8080, "intranet.example", allowed) is Verdict.ALLOWED
    assert judge("10.1.2.3", 8080, "evil.example", allowed) is Verdict.NOT_PUBLIC


def test_a_network_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.0/99"):
        Allowed.parse(("10.0.0.0/99",))


async def test_a_name_is_judged_by_the_address_that_it_resolves_to(
    server: Server, public_fetcher: Fetcher
) -> None:
    server.answer("/", "200 OK")
    with pytest.raises(Blocked, match=r"127\.0\.0\.1 is not a public address"):
        await public_fetcher.fetch(asking(server.url("/", host="localhost")))
    assert server.asked == []


async def test_an_allowed_name_may_lead_to_loopback(server: Server) -> None:
    server.answer("/", "200 OK", b"x")
    async with open_fetcher(FetchOptions(user_agent="t", allow=("localhost",))) as fetcher:
        assert (await fetcher.fetch(asking(server.url("/", host="localhost")))).body == b"x"
        with pytest.raises(Blocked):
            await fetcher.fetch(asking(server.url("/")))


async def test_a_name_that_resolves_differently_the_second_time_is_refused_then(
    server: Server, resolving: list[str]
) -> None:
    options = FetchOptions(user_agent="t", allow=("192.0.2.1", "127.0.0.1"))
    server.answer("/", "200 OK")
    async with open_fetcher(options) as fetcher:
        resolving[:] = ["127.0.0.1"]
        assert (await fetcher.fetch(asking(server.url("/", "rebinds.test")))).status == 200
        resolving[:] = ["127.0.0.9"]
    async with open_fetcher(options) as fetcher:
        with pytest.raises(Blocked, match=r"127\.0\.0\.9"):
            await fetcher.fetch(asking(server.url("/", "rebinds.test")))


async def test_of_a_hosts_addresses_only_the_allowed_ones_are_dialled(
    server: Server, resolving: list[str], dialled: list[str]
) -> None:
    server.answer("/", "200 OK")
    resolving[:] = ["10.0.0.1", "127.0.0.1"]
    async with open_fetcher(FetchOptions(user_agent="t", allow=("127.0.0.1",))) as fetcher:
        assert (await fetcher.fetch(asking(server.url("/", "both.test")))).status == 200
    assert dialled == ["127.0.0.1"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "[::]", "0"]
)
async def test_no_spelling_of_an_address_gets_past(
    public_fetcher: Fetcher, dialled: list[str], host: str
) -> None:
    with pytest.raises(FetchError):
        await public_fetcher.fetch(asking(f"http://{host}/"))
    assert dialled == []


async def test_behind_a_proxy_addresses_that_are_literal_are_refused_all_the_same(
    server: Server,
) -> None:
    options = FetchOptions(user_agent="t", proxy=server.url(""))
    server.answer("http://news.example/", "200 OK", b"x")
    async with open_fetcher(options) as fetcher:
        assert (await fetcher.fetch(asking("http://news.example/"))).body == b"x"
        for url in ("http://169.254.169.254/", "http://news.example:22/"):
            with pytest.raises(Blocked):
                await fetcher.fetch(asking(url))
    assert len(server.asked) == 1


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus that TOCSIN_CORPUS names")
async def test_no_known_trick_reaches_what_is_not_public(
    public_fetcher: Fetcher, dialled: list[str]
) -> None:
    tricks = json.loads((CORPUS / "feeds/strings/ssrf_urls.json").read_text())["items"]
    answers = await asyncio.gather(
        *(public_fetcher.fetch(asking(trick)) for trick in tricks), return_exceptions=True
    )
    unexpected = [answer for answer in answers if not isinstance(answer, FetchError)]
    assert (unexpected, [a for a in dialled if not _is_public(a)]) == ([], [])


def _is_public(address: str) -> bool:
    return judge(address, 80, "", Allowed()).passes


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that a socket of the event loop's is connected to."""
    seen: list[str] = []
    real = asyncio.SelectorEventLoop.sock_connect

    async def connect(loop: Any, sock: socket.socket, address: Any) -> None:
        seen.append(address[0])
        await real(loop, sock, address)

    monkeypatch.setattr(asyncio.SelectorEventLoop, "sock_connect", connect)
    return seen


@pytest.fixture
def resolving(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What names ending in .test resolve to, at each look-up."""
    addresses: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        if not str(host).endswith(".test"):
            return real(host, port, *rest, **named)
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return addresses
