"""Takes turns at a host: so many requests at a time, with a gap after each."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore
    users: int = 0
    free_at: float = 0.0  # on the loop's clock


class Turns:
    """Who may ask which host now.  A host is forgotten once nobody waits and its gap is over."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    def __len__(self) -> int:
        """How many hosts are remembered."""
        return len(self._hosts)

    @contextlib.asynccontextmanager
    async def turn(self, name: str, gap: timedelta) -> AsyncIterator[None]:
        """One's turn at a host; *gap* is kept after it."""
        loop = asyncio.get_running_loop()
        host = self._hosts.setdefault(name, _Host(asyncio.Semaphore(self._per_host)))
        host.users += 1
        try:
            async with host.slots:
                await asyncio.sleep(host.free_at - loop.time())
                try:
                    yield
                finally:
                    host.free_at = loop.time() + gap.total_seconds()
        finally:
            host.users -= 1
            if not host.users:
                loop.call_later(gap.total_seconds(), self._forget, name)

    def _forget(self, name: str) -> None:
        host = self._hosts.get(name)
        if host and not host.users and host.free_at <= asyncio.get_running_loop().time():
            del self._hosts[name]
