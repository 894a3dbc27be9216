"""A proxy on loopback, such as offices have: it asks for plain addresses, and tunnels to others."""

import asyncio
import base64
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

REFUSED = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
TUNNEL = b"HTTP/1.1 200 Connection established\r\n\r\n"


@dataclass(slots=True)
class Proxy:
    """Lets in who shows *user* (``name:password``; empty: anybody); *asked* holds the heads of what
    it was asked.  *hosts* says at which port of loopback each host listens that it knows."""

    hosts: Mapping[str, int] = field(default_factory=dict)
    user: str = ""
    port: int = 0
    asked: list[str] = field(default_factory=list)

    def address(self, user: str = "") -> str:
        return f"http://{user}{'@' if user else ''}127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head)
            await self._answer(head, reader, writer)
        writer.close()

    async def _answer(
        self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if base64.b64encode(self.user.encode()).decode() not in head:
            writer.write(REFUSED)
            return
        method, target = head.split()[:2]
        is_tunnel = method == "CONNECT"
        url = urlsplit(f"//{target}" if is_tunnel else target)
        port = self.hosts[url.hostname or ""]
        there, to_there = await asyncio.open_connection("127.0.0.1", port)
        if is_tunnel:
            writer.write(TUNNEL)
        else:
            to_there.write(_for_the_host(head).replace(target, url.path, 1).encode())
        await asyncio.gather(_pass_on(reader, to_there), _pass_on(there, writer))


def _for_the_host(head: str) -> str:
    """A request without what was meant for the proxy."""
    lines = head.splitlines(keepends=True)
    return "".join(line for line in lines if not line.lower().startswith("proxy-"))


async def _pass_on(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while chunk := await source.read(65536):
            to.write(chunk)
            await to.drain()
    to.close()


@asynccontextmanager
async def open_proxy(proxy: Proxy) -> AsyncIterator[Proxy]:
    """*proxy*, listening."""
    listening = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = listening.sockets[0].getsockname()[1]
    yield proxy
    listening.close()
