"""A real HTTP server on loopback, and the troubles that one can be told to make."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What goes wrong with one request.  *taken*: the message counts all the same.

    *how* is "answer" (with *status*, *body* and *headers*), "reset" the connection, or "hang".
    """

    how: str = "answer"
    status: int = 500
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    taken: bool = False


@asynccontextmanager
async def serve(answer: Answer) -> AsyncIterator[str]:
    """Serve every path with *answer*; gives the address, without a slash at its end."""
    app = web.Application(client_max_size=32 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


async def make(trouble: Trouble, request: web.Request) -> web.StreamResponse:
    """Do to *request* what *trouble* says."""
    if trouble.how == "hang":
        await asyncio.Event().wait()
    if trouble.how == "reset" and request.transport is not None:
        request.transport.abort()
    return web.Response(status=trouble.status, text=trouble.body, headers=trouble.headers)
