"""What a request costs: our fetcher against stock httpx, on loopback.

    python -m benchmarks.fetch [REQUESTS [MINUTES]]

The server is a process of its own.  CPU seconds are this process's alone, a request: a 304, a 200
of 20 KB, a 304 over a new TLS connection, and a 304 while 500 requests to slow hosts are in flight.
Then a thousand requests are cancelled at every stage of their life, or fifty a second for MINUTES,
at a client of ten slots: how many slots are left?  One JSON object a line on standard output.
"""

import asyncio
import json
import os
import resource
import ssl
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from itertools import count
from multiprocessing import Process, Queue
from pathlib import Path

import httpx
import trustme
from aiohttp import web

from tocsin.core.ports import Request
from tocsin.fetch import FetchOptions, open_fetcher

Get = Callable[[str], Awaitable[object]]
BODY = b"<rss>" + b"x" * 20_000 + b"</rss>"
SLOW_HOSTS = 500
SLOTS, STAGES, PACE = 10, 1000, 0.02
MANY = 10**6


def serve(ports: "Queue[tuple[int, int]]", authority: Path) -> None:
    """A server that answers at once, ``/pause`` after a second, ``/slow`` after a minute; and one
    over TLS, certified by an *authority* whose certificate it writes, that keeps no connection."""

    async def answer(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep({"/slow": 60, "/pause": 1}.get(request.path, 0))
        is_known = "if-none-match" in request.headers
        response = web.Response(status=304) if is_known else web.Response(body=BODY)
        if request.secure:
            response.force_close()
        return response

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/{path:.*}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "0.0.0.0", 0, backlog=2048).start()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=_certified(authority)).start()
        plain, secure = (address[1] for address in runner.addresses)
        ports.put((plain, secure))
        await asyncio.Event().wait()

    asyncio.run(run())


def _certified(authority: Path) -> ssl.SSLContext:
    signing, tls = trustme.CA(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    signing.issue_cert("localhost").configure_cert(tls)
    signing.cert_pem.write_to_path(str(authority))
    return tls


@asynccontextmanager
async def ours(slots: int) -> AsyncIterator[Get]:
    options = FetchOptions(user_agent="b", allow=("127.0.0.0/8",), per_host=MANY, in_flight=slots)
    async with open_fetcher(options) as fetcher:

        async def get(url: str) -> object:
            etag = '"a"' if url.endswith("/304") else ""
            minute = timedelta(minutes=1)
            return await fetcher.fetch(
                Request(url=url, etag=etag, max_bytes=1 << 20, deadline=minute)
            )

        yield get


@asynccontextmanager
async def stock(slots: int) -> AsyncIterator[Get]:
    limits = httpx.Limits(max_connections=slots)
    tls = ssl.create_default_context()
    async with httpx.AsyncClient(limits=limits, timeout=60, trust_env=False, verify=tls) as client:

        async def get(url: str) -> object:
            headers = {"if-none-match": '"a"'} if url.endswith("/304") else {}
            return await client.get(url, headers=headers)

        yield get


async def measure(name: str, get: Get, ports: tuple[int, int], requests: int) -> None:
    port, secure = ports
    near = f"http://127.0.0.1:{port}"
    await get(f"{near}/304")
    for case in ("304", "200"):
        _say(name, case, await _cpu_ms(get, [f"{near}/{case}"] * requests))
    anew = await _cpu_ms(get, [f"https://localhost:{secure}/304"] * requests)
    _say(name, "304 over a new TLS connection", anew)
    slow = [
        asyncio.create_task(_ignored(get(f"http://127.0.{n // 250}.{n % 250 + 1}:{port}/slow")))
        for n in range(SLOW_HOSTS)
    ]
    await asyncio.sleep(3)
    _say(name, f"304 beside {SLOW_HOSTS} slow", await _cpu_ms(get, [f"{near}/304"] * requests))
    for task in slow:
        task.cancel()
    await asyncio.gather(*slow, return_exceptions=True)


async def leaks(name: str, get: Get, port: int, minutes: float) -> None:
    """Cancel a thousand requests, or go on for so many *minutes*; then see what is left."""
    until, cancelled = time.monotonic() + minutes * 60, 0
    for n in count():
        if n >= STAGES and time.monotonic() > until:
            break
        try:
            async with asyncio.timeout(n % STAGES * 1e-5):
                await get(f"http://127.0.0.1:{port}/{n}")
        except TimeoutError:
            cancelled += 1
        await asyncio.sleep(PACE if minutes else 0)
    url = f"http://127.0.0.1:{port}/pause"
    pauses = [asyncio.create_task(_ignored(get(url))) for _ in range(SLOTS)]
    done, waiting = await asyncio.wait(pauses, timeout=1.7)  # those that found a slot at once
    print(f"{name}: {cancelled:,} of {n:,} requests were cut off", file=sys.stderr)
    _say(name, f"slots of {SLOTS} left after 1,000 cancelled", len(done), "slots")
    await asyncio.gather(*waiting)


async def _ignored(request: Awaitable[object]) -> None:
    with suppress(Exception):
        await request


async def _cpu_ms(get: Get, urls: list[str]) -> float:
    started = _cpu()
    for start in range(0, len(urls), 20):
        await asyncio.gather(*(get(url) for url in urls[start : start + 20]))
    return (_cpu() - started) * 1000 / len(urls)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _say(name: str, case: str, value: float, unit: str = "cpu_ms") -> None:
    print(json.dumps({"client": name, "case": case, unit: round(value, 3)}), flush=True)


async def main(ports: tuple[int, int], requests: int, minutes: float) -> None:
    for name, client in (("tocsin", ours), ("httpx", stock)):
        print(f"{name} …", file=sys.stderr)
        async with client(MANY) as get:
            await measure(name, get, ports, requests)
        async with client(SLOTS) as get:
            await leaks(name, get, ports[0], minutes)


if __name__ == "__main__":
    started = time.perf_counter()
    told: "Queue[tuple[int, int]]" = Queue()
    with tempfile.TemporaryDirectory() as folder:
        authority = Path(folder) / "authority.pem"
        server = Process(target=serve, args=(told, authority), daemon=True)
        server.start()
        ports = told.get()
        os.environ["SSL_CERT_FILE"] = str(authority)
        given = sys.argv[1:]
        requests, minutes = [*given, *("1000", "0")[len(given) :]]
        asyncio.run(main(ports, int(requests), float(minutes)))
        server.kill()
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr)
