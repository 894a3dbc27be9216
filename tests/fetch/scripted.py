"""A server on loopback that answers with exactly the bytes a test tells it to."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from tocsin.core.ports import Request
from tocsin.fetch import FetchOptions

Script = Callable[[asyncio.StreamWriter], Awaitable[None]]
LOOPBACK = FetchOptions(user_agent="Tocsin test", allow=("127.0.0.0/8", "localhost"))


@dataclass(slots=True)
class Server:
    """Answers each path as scripted, once a connection; *asked* holds the heads of the requests."""

    port: int = 0
    scheme: str = "http"
    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    most_at_once: int = 0
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    _now: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def answer(self, path: str, head: str, body: bytes = b"") -> str:
        """Answer *path* with a status line and headers, and *body* as it is; gives its address."""

        async def script(writer: asyncio.StreamWriter) -> None:
            writer.write(f"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n".encode() + body)

        return self.play(path, script)

    def play(self, path: str, script: Script) -> str:
        self.scripts[path] = script
        return self.url(path)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head)
            self.was_asked.set()
            await self.scripts[head.split()[1]](writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._now -= 1
            writer.close()


def asking(url: str, **changes: Any) -> Request:
    """A request as a test means it: small, with all the time that a busy machine may need."""
    plain = Request(url=url, max_bytes=1 << 20, deadline=timedelta(seconds=30))
    return replace(plain, **changes)
