"""What comes of an exchange over real HTTP, well-behaved or not."""

import asyncio
import gzip
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from fetch.scripted import LOOPBACK, Server, asking
from tocsin.core.errors import BadStatus, FetchError, TimedOut, TooLarge
from tocsin.core.ports import Fetcher
from tocsin.fetch import open_fetcher

pytestmark = pytest.mark.anyio


async def test_an_answer_comes_with_its_body_and_its_headers(
    server: Server, fetcher: Fetcher
) -> None:
    url = server.answer("/", '200 OK\r\nETag: "a"\r\nContent-Type: text/xml', b"news")
    response = await fetcher.fetch(asking(url))
    assert (response.body, response.etag, response.content_type) == (b"news", '"a"', "text/xml")
    assert (response.url, response.moved_to) == (url, "")


async def test_what_was_seen_before_is_asked_for_conditionally(
    server: Server, fetcher: Fetcher
) -> None:
    url = server.answer("/", "304 Not Modified")
    response = await fetcher.fetch(asking(url, etag='"a"', last_modified="yesterday"))
    assert response.not_modified
    assert 'if-none-match: "a"' in server.asked[0].lower()
    assert "if-modified-since: yesterday" in server.asked[0].lower()


async def test_a_304_that_nobody_asked_for_is_no_answer(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(BadStatus, match="304"):
        await fetcher.fetch(asking(server.answer("/", "304 Not Modified")))


async def test_a_bad_status_is_named_and_tells_how_long_to_wait(
    server: Server, fetcher: Fetcher
) -> None:
    url = server.answer("/", "429 Too Many Requests\r\nRetry-After: 120")
    with pytest.raises(BadStatus, match="429 Too Many Requests") as caught:
        await fetcher.fetch(asking(url))
    assert caught.value.retry_after == timedelta(minutes=2)


async def test_a_date_to_wait_for_is_measured_by_the_servers_own_clock(
    server: Server, fetcher: Fetcher
) -> None:
    dates = "Date: Mon, 01 Jan 2001 10:00:00 GMT\r\nRetry-After: Mon, 01 Jan 2001 10:05:00 GMT"
    url = server.answer("/", f"503 Busy\r\n{dates}")
    with pytest.raises(BadStatus, match="503 Busy") as caught:
        await fetcher.fetch(asking(url))
    assert caught.value.retry_after == timedelta(minutes=5)


async def test_a_server_that_drips_is_given_up_at_the_deadline(
    server: Server, fetcher: Fetcher
) -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not writer.is_closing():
            writer.write(b".")
            await asyncio.sleep(0.01)

    with pytest.raises(TimedOut, match=r"gave up after 0\.2 s"):
        await fetcher.fetch(asking(server.play("/", drip), deadline=timedelta(seconds=0.2)))


async def test_a_body_without_end_is_cut_off_at_its_cap(server: Server, fetcher: Fetcher) -> None:
    async def pour(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"." * 1000)
            await writer.drain()

    with pytest.raises(TooLarge, match="larger than"):
        await fetcher.fetch(asking(server.play("/", pour), max_bytes=1 << 20))


async def test_a_body_that_says_it_is_too_large_is_not_read(
    server: Server, fetcher: Fetcher
) -> None:
    url = server.answer("/", "200 OK\r\nContent-Length: 99999999")
    with pytest.raises(TooLarge):
        await fetcher.fetch(asking(url))


async def test_a_compressed_bomb_is_stopped_at_its_cap(server: Server, fetcher: Fetcher) -> None:
    bomb = gzip.compress(bytes(100 << 20))
    url = server.answer("/", "200 OK\r\nContent-Encoding: gzip", bomb)
    with pytest.raises(TooLarge):
        await fetcher.fetch(asking(url))


async def test_layers_of_compression_are_refused(server: Server, fetcher: Fetcher) -> None:
    url = server.answer("/", "200 OK\r\nContent-Encoding: gzip, gzip", b"")
    with pytest.raises(FetchError, match="2 times over"):
        await fetcher.fetch(asking(url))


async def test_a_body_shorter_than_it_says_is_no_answer(server: Server, fetcher: Fetcher) -> None:
    url = server.answer("/", "200 OK\r\nContent-Length: 100", b"short")
    with pytest.raises(FetchError, match="broke off"):
        await fetcher.fetch(asking(url))


async def test_a_body_longer_than_it_says_is_no_answer(server: Server, fetcher: Fetcher) -> None:
    url = server.answer("/", "200 OK\r\nContent-Length: 4", b"news and more")
    with pytest.raises(FetchError, match="not proper HTTP"):
        await fetcher.fetch(asking(url))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"", "closed the connection without an answer"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\n\r\n", ""),
    ],
)
async def test_what_is_no_http_is_said_to_be_none(
    server: Server, fetcher: Fetcher, answer: bytes, words: str
) -> None:
    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(answer)

    url = server.play("/", script)
    if words:
        with pytest.raises(FetchError, match=words):
            await fetcher.fetch(asking(url))
    else:
        assert (await fetcher.fetch(asking(url))).body == b""


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://nowhere.invalid/", "no such host: nowhere.invalid"),
        ("http://127.0.0.1:1/", "connection refused"),
        ("ftp://127.0.0.1/", "ftp is not http or https"),
        ("http://", "not an address"),
        ("example.org/feed", "no scheme"),
        ("http://[::1", "not an address"),
    ],
)
async def test_an_address_that_leads_nowhere_is_named(
    fetcher: Fetcher, url: str, words: str
) -> None:
    with pytest.raises(FetchError, match=words):
        await fetcher.fetch(asking(url))


async def test_a_host_is_asked_one_thing_at_a_time(server: Server, fetcher: Fetcher) -> None:
    async def slowly(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")

    url = server.play("/", slowly)
    await asyncio.gather(*(fetcher.fetch(asking(url)) for _ in range(5)))
    assert (len(server.asked), server.most_at_once) == (5, 1)


async def test_waiting_for_a_turn_does_not_count_against_the_deadline(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, go_on = asyncio.get_running_loop(), asyncio.Event()

    async def slowly(writer: asyncio.StreamWriter) -> None:
        await go_on.wait()
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")

    first = asyncio.create_task(fetcher.fetch(asking(server.play("/", slowly))))
    await server.was_asked.wait()
    short = asking(server.answer("/next", "200 OK", b"x"), deadline=timedelta(seconds=10))
    second = asyncio.create_task(fetcher.fetch(short))
    await asyncio.sleep(0.05)
    monkeypatch.setattr(loop, "time", lambda: time.monotonic() + 15)
    await asyncio.sleep(0.05)
    go_on.set()

    assert (await first).body == b""
    assert (await second).body == b"x"


async def test_the_users_timeout_bounds_every_deadline(server: Server) -> None:
    async def never(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    options = replace(LOOPBACK, timeout=timedelta(seconds=0.1))
    async with open_fetcher(options) as fetcher:
        with pytest.raises(TimedOut, match=r"0\.1 s"):
            await fetcher.fetch(asking(server.play("/", never)))


async def test_the_environment_changes_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with open_fetcher(LOOPBACK) as fetcher:
        assert (await fetcher.fetch(asking(server.answer("/", "200 OK", b"x")))).body == b"x"


async def test_a_cancelled_exchange_leaves_its_host_free(server: Server, fetcher: Fetcher) -> None:
    async def never(_: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    stuck = asyncio.create_task(fetcher.fetch(asking(server.play("/stuck", never))))
    await server.was_asked.wait()
    stuck.cancel()
    assert (await fetcher.fetch(asking(server.answer("/", "200 OK", b"x")))).body == b"x"


async def test_a_tag_that_no_header_may_hold_is_not_sent_back(
    server: Server, fetcher: Fetcher
) -> None:
    url = server.answer("/", '200 OK\r\nETag: "café"', b"news")
    first = await fetcher.fetch(asking(url))
    again = await fetcher.fetch(asking(url, etag=first.etag))
    assert (first.etag, again.body) == ('"café"', b"news")


async def test_a_status_line_that_is_no_text_is_told_as_that(
    server: Server, fetcher: Fetcher
) -> None:
    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write("HTTP/1.1 404 Non trouvé\r\nContent-Length: 0\r\n\r\n".encode("latin-1"))

    with pytest.raises(FetchError, match="neither ASCII nor UTF-8"):
        await fetcher.fetch(asking(server.play("/", answer)))
