"""One HTTP exchange with a channel that the user configured, and what its failure means.

The addresses are the user's own, so none is guarded against; but they may be secrets (who knows a
webhook's address may write to it), so no error and no log shows more than the host.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from tocsin.core.errors import DeliveryError, Refused, Unavailable

TRY = timedelta(seconds=10)  # for each connect, write and read
DEADLINE = timedelta(seconds=30)
MAX_ANSWER_BYTES = 4 * 1024 * 1024
MAX_RETRY_AFTER = timedelta(days=1)

# They log every address that they ask, and what the other side answers, which may repeat it.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)

# Nothing has left us yet when these are raised.
_BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_WRONG_ADDRESS = (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back.  *headers* have lower-case names."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace").strip()

    @property
    def retry_after(self) -> timedelta | None:
        """How long it asks us to wait, at most a day (RFC 9110, 10.2.3), or None."""
        value = self.headers.get("retry-after", "").strip()
        seconds = float(value[:9]) if value.isdecimal() else self._until(value)
        return min(timedelta(seconds=seconds), MAX_RETRY_AFTER) if seconds is not None else None

    def _until(self, date: str) -> float | None:
        """Seconds from the answer's own date to *date*: the other side's clock, not ours."""
        try:
            gap = parsedate_to_datetime(date) - parsedate_to_datetime(self.headers.get("date", ""))
        except (TypeError, ValueError):
            return None
        return max(0.0, gap.total_seconds())


class Peer:
    """The other side of a channel, called *whom* in errors; it can be asked until it is closed.

    *deadline* is for a whole exchange.
    """

    def __init__(self, whom: str, deadline: timedelta = DEADLINE) -> None:
        self.whom = whom
        self._deadline = deadline
        # A kept connection that the other side had just closed would look like a message cut short.
        self._client = httpx.AsyncClient(
            timeout=TRY.total_seconds(),
            headers={"user-agent": "tocsin"},
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    async def call(self, method: str, url: str, **request: Any) -> Answer:
        """The answer to one request (arguments as httpx takes them), whatever its status.

        Raises:
            Unavailable: There was none; *uncertain* where the request may have been taken.
            Refused: The address cannot be asked at all.
        """
        try:
            async with asyncio.timeout(self._deadline.total_seconds()):
                return await self._exchange(method, url, request)
        except _WRONG_ADDRESS:
            raise Refused(f"{self.whom} cannot be asked: its address is malformed") from None
        except (httpx.HTTPError, TimeoutError) as error:
            raise self._unavailable(error) from None

    async def aclose(self) -> None:
        await self._client.aclose()

    async def _exchange(self, method: str, url: str, request: dict[str, Any]) -> Answer:
        async with self._client.stream(method, url, **request) as response:
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > MAX_ANSWER_BYTES:
                    break
        return Answer(status=response.status_code, headers=response.headers, body=bytes(body))

    def _unavailable(self, error: Exception) -> Unavailable:
        what = type(error).__name__
        if isinstance(error, _BEFORE_SENDING):
            return Unavailable(f"cannot reach {self.whom} ({what})")
        return Unavailable(f"{self.whom} did not answer ({what})", uncertain=True)


def failure(answer: Answer, whom: str) -> DeliveryError | None:
    """What an answer's status means for a message, by the usual reading of HTTP; None is taken.

    After a server's own error (5xx) nobody knows whether the message was taken.
    """
    status = answer.status
    if 200 <= status < 300:
        return None
    said = f"{whom} answered {status}"
    if status in (408, 425, 429):
        return Unavailable(said, retry_after=answer.retry_after)
    if status >= 500:
        return Unavailable(said, retry_after=answer.retry_after, uncertain=True)
    return Refused(f"{said}; see whether its address and credentials still hold")
