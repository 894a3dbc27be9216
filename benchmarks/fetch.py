"""What a request costs: our fetcher against stock httpx, on loopback.

    python -m benchmarks.fetch [REQUESTS]

The server is a process of its own.  CPU seconds are this process's alone, a request: a 304, a 200
of 20 KB, and a 304 while 500 requests to slow hosts are in flight.  Then a thousand requests are
cancelled at every stage of their life, at a client of ten slots: how many slots are left?  One
JSON object a line on standard output.
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from multiprocessing import Process, Queue

import httpx
from aiohttp import web

from tocsin.core.ports import Request
from tocsin.fetch import FetchOptions, open_fetcher

Get = Callable[[str], Awaitable[object]]
BODY = b"<rss>" + b"x" * 20_000 + b"</rss>"
SLOW_HOSTS = 500
SLOTS = 10
MANY = 10**6


def serve(ports: "Queue[int]") -> None:
    """A server that answers at once, ``/pause`` after a second, ``/slow`` after a minute."""

    async def answer(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep({"/slow": 60, "/pause": 1}.get(request.path, 0))
        is_known = "if-none-match" in request.headers
        return web.Response(status=304) if is_known else web.Response(body=BODY)

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/{path:.*}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "0.0.0.0", 0, backlog=2048).start()
        ports.put(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


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
    async with httpx.AsyncClient(limits=limits, timeout=60, trust_env=False) as client:

        async def get(url: str) -> object:
            headers = {"if-none-match": '"a"'} if url.endswith("/304") else {}
            return await client.get(url, headers=headers)

        yield get


async def measure(name: str, get: Get, port: int, requests: int) -> None:
    near = f"http://127.0.0.1:{port}"
    await get(f"{near}/304")
    for case in ("304", "200"):
        _say(name, case, await _cpu_ms(get, [f"{near}/{case}"] * requests))
    slow = [
        asyncio.create_task(_ignored(get(f"http://127.0.{n // 250}.{n % 250 + 1}:{port}/slow")))
        for n in range(SLOW_HOSTS)
    ]
    await asyncio.sleep(3)
    _say(name, f"304 beside {SLOW_HOSTS} slow", await _cpu_ms(get, [f"{near}/304"] * requests))
    for task in slow:
        task.cancel()
    await asyncio.gather(*slow, return_exceptions=True)


async def leaks(name: str, get: Get, port: int) -> None:
    for n in range(1000):
        with suppress(TimeoutError):
            async with asyncio.timeout(n * 1e-5):
                await get(f"http://127.0.0.1:{port}/{n}")
    url = f"http://127.0.0.1:{port}/pause"
    pauses = [asyncio.create_task(_ignored(get(url))) for _ in range(SLOTS)]
    done, waiting = await asyncio.wait(pauses, timeout=1.7)  # those that found a slot at once
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


async def main(port: int, requests: int) -> None:
    for name, client in (("tocsin", ours), ("httpx", stock)):
        print(f"{name} …", file=sys.stderr)
        async with client(MANY) as get:
            await measure(name, get, port, requests)
        async with client(SLOTS) as get:
            await leaks(name, get, port)


if __name__ == "__main__":
    ports: "Queue[int]" = Queue()
    server = Process(target=serve, args=(ports,), daemon=True)
    server.start()
    started = time.perf_counter()
    asyncio.run(main(ports.get(), int(sys.argv[1]) if sys.argv[1:] else 1000))
    print(f"{time.perf_counter() - started:.0f} s", file=sys.stderr)
    server.kill()
