"""A Slack on loopback: it refuses what Slack refuses and keeps a ledger of what it took."""

import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from world.http import Trouble, make, serve
from world.slack_rules import MOST_FALLBACK, wrong_with

WEBHOOK_PATH = "services/T0000/B0000/s3cr3tw3bh00k"
_WEBHOOK_FIELDS = {
    "text", "blocks", "attachments", "unfurl_links", "unfurl_media", "thread_ts",
    "response_type", "mrkdwn", "link_names", "parse",
}  # fmt: skip


@dataclass
class Slack:
    """*posted* are the messages that stand in its channel by webhook, in order.

    *troubles* meet the next requests, one each; *refusals* says why requests were refused.
    """

    webhook_url: str = ""
    posted: list[dict[str, Any]] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    troubles: deque[Trouble] = field(default_factory=deque)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.path.lstrip("/") != WEBHOOK_PATH:
            return web.Response(status=404, text="no_service")
        return await self._webhook(request)

    async def _webhook(self, request: web.Request) -> web.StreamResponse:
        trouble = self.troubles.popleft() if self.troubles else None
        try:
            message = json.loads(await request.read())
        except ValueError:
            return self._refuse("invalid_payload", "not JSON")
        if trouble is None or trouble.taken:
            if wrong := _wrong_post(message):
                return self._refuse("invalid_blocks", wrong)
            self.posted.append(message)
        return await make(trouble, request) if trouble else web.Response(text="ok")

    def _refuse(self, error: str, why: str) -> web.Response:
        self.refusals.append(f"{error}: {why}")
        return web.Response(status=400, text=error)


@asynccontextmanager
async def slack_world() -> AsyncIterator[Slack]:
    """A Slack that runs on loopback."""
    slack = Slack()
    async with serve(slack.answer) as address:
        slack.webhook_url = f"{address}/{WEBHOOK_PATH}"
        yield slack


def _wrong_post(message: dict[str, Any]) -> str:
    if unknown := set(message) - _WEBHOOK_FIELDS:
        return f"unknown fields {unknown}"
    if not message.get("text") or len(message["text"]) > MOST_FALLBACK:
        return "no text, or too long a one"
    return wrong_with(message["blocks"]) if "blocks" in message else ""
