"""Pings an address while the service is well, so that silence rings a dead-man's switch elsewhere.

The address is the user's own, as a channel's is, and may be a secret: no error and no log shows it.
"""

import time
from collections.abc import Callable
from datetime import timedelta

from pydantic import SecretStr

from tocsin.notify.http import Peer, failure

EVERY = timedelta(minutes=5)


class Heartbeat:
    """Pings at most once in `EVERY`; one that failed may be repeated at once."""

    def __init__(self, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._peer = Peer("the heartbeat's address")
        self._last: float | None = None

    async def ping(self, address: SecretStr) -> None:
        """Ask *address* with a GET, if it is time.

        Raises:
            DeliveryError: It did not take it.
        """
        now = self._tick()
        if self._last is not None and now - self._last < EVERY.total_seconds():
            return
        answer = await self._peer.call("GET", address.get_secret_value())
        if wrong := failure(answer, "the heartbeat's address"):
            raise wrong
        self._last = now

    async def aclose(self) -> None:
        await self._peer.aclose()
