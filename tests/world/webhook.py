"""A receiver of webhooks that checks what the Standard Webhooks convention has it check.

Written from the convention (github.com/standard-webhooks, spec/standard-webhooks.md), apart from
the code that it tests.
"""

import base64
import hashlib
import hmac
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tocsin.clock import SystemClock
from world.http import Trouble, make, serve

SECRET = "whsec_" + base64.b64encode(b"a shared secret of 32 bytes, yes").decode()
TOLERANCE_SECONDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One call that was taken."""

    id: str
    raw: bytes

    @property
    def content(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.raw)
        return content


@dataclass
class Sink:
    """What it took, in order; *troubles* meet the next requests, one each.

    Unless *signed*, it takes whatever comes.
    """

    url: str = ""
    signed: bool = True
    taken: list[Taken] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    troubles: deque[Trouble | None] = field(default_factory=deque)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        trouble = self.troubles.popleft() if self.troubles else None
        if self.signed and (wrong := _wrong(request, raw)):
            self.refused.append(wrong)
            return web.Response(status=401, text=wrong)
        if trouble is None or trouble.taken:
            self.taken.append(Taken(id=request.headers.get("webhook-id", ""), raw=raw))
        return await make(trouble, request) if trouble else web.Response(status=204)


@asynccontextmanager
async def webhook_sink(*, signed: bool = True) -> AsyncIterator[Sink]:
    """A sink that runs on loopback."""
    sink = Sink(signed=signed)
    async with serve(sink.answer) as address:
        sink.url = f"{address}/hook"
        yield sink


def _wrong(request: web.Request, raw: bytes) -> str:
    """Why the call is not to be believed, or ""."""
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    if missing := [name for name in names if name not in request.headers]:
        return f"without {missing}"
    ident, timestamp, signatures = (request.headers[name] for name in names)
    if abs(SystemClock().now().timestamp() - int(timestamp)) > TOLERANCE_SECONDS:
        return "too old"
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    signed = f"{ident}.{timestamp}.".encode() + raw
    right = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return "" if right in signatures.split(" ") and "." not in ident else "wrong signature"
