"""A Slack on loopback: it refuses what Slack refuses and keeps a ledger of what it took.

Two ways in: an incoming webhook, and the Web API for a bot that is a member of #alerts but not of
#elsewhere.  A message's ts is its time: `now` moves by a second with each, and tests may move it.
"""

import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from world.http import Trouble, make, serve
from world.slack_rules import wrong_with

WEBHOOK_PATH = "services/T0000/B0000/s3cr3tw3bh00k"
TOKEN = "xoxb-s3cr3t-t0k3n"
CHANNELS = {"general": "C0GENERAL", "elsewhere": "C0ELSEWHR", "alerts": "C0ALERTS1"}
MEMBER_OF = ("C0ALERTS1",)
START = 1_763_648_000.0

_SENT = {"text", "blocks", "attachments", "unfurl_links", "unfurl_media", "thread_ts", "mrkdwn",
         "link_names", "parse"}  # fmt: skip
_WEBHOOK = _SENT | {"response_type"}
_POST = _SENT | {"channel", "metadata", "reply_broadcast", "username", "icon_emoji"}
_UPDATE = {"channel", "ts", "text", "blocks", "attachments", "metadata", "link_names", "parse",
           "reply_broadcast"}  # fmt: skip

Json = dict[str, Any]


class Refusal(Exception):
    """What Slack says instead of ok."""

    def __init__(self, error: str, why: str = "") -> None:
        self.error, self.why = error, why
        super().__init__(error)


@dataclass
class Slack:
    """*posted* came by the webhook; *messages* stand in the bot's channels, in order.

    *troubles* meet the next requests that would change something, one each; *deaf* makes the same
    of requests that only read.  *calls* is every method called, *edits* every change made to a
    message, *refusals* why requests were refused.
    """

    address: str = ""
    page: int = 2  # so that everything has pages
    now: float = START
    posted: list[Json] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    edits: list[Json] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    troubles: deque[Trouble | None] = field(default_factory=deque)
    deaf: deque[Trouble | None] = field(default_factory=deque)

    @property
    def webhook_url(self) -> str:
        return f"{self.address}/{WEBHOOK_PATH}"

    @property
    def api_url(self) -> str:
        return f"{self.address}/api"

    @property
    def keys(self) -> list[str]:
        """The alerts' keys in the metadata of all messages that the bot posted."""
        return [message["metadata"]["event_payload"]["key"] for message in self.messages]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.strip("/")
        if path == WEBHOOK_PATH:
            return await self._webhook(request)
        if not path.startswith("api/"):
            return web.Response(status=404, text="no_service")
        return await self._api(request, path.removeprefix("api/"))

    async def _webhook(self, request: web.Request) -> web.StreamResponse:
        trouble = self.troubles.popleft() if self.troubles else None
        try:
            message = await _json(request, "invalid_payload")
            _check(message, _WEBHOOK)
        except Refusal as refusal:
            self.refusals.append(f"{refusal.error}: {refusal.why}")
            return web.Response(status=400, text=refusal.error)
        if trouble is None or trouble.taken:
            self.posted.append(message)
        return await make(trouble, request) if trouble else web.Response(text="ok")

    async def _api(self, request: web.Request, method: str) -> web.StreamResponse:
        self.calls.append(method)
        do, waiting = self._method(method)
        trouble = waiting.popleft() if waiting else None
        said: Json = {"ok": True}
        try:
            _authorise(request)
            if trouble is None or trouble.taken:
                said |= await do(request)
        except Refusal as refusal:
            self.refusals.append(f"{refusal.error}: {refusal.why}")
            said = {"ok": False, "error": refusal.error}
        return await make(trouble, request) if trouble else web.json_response(said)

    def _method(self, method: str) -> tuple[Callable[[web.Request], Any], deque[Trouble | None]]:
        writing = {"chat.postMessage": self._post, "chat.update": self._update}
        reading = {
            "conversations.list": self._list,
            "conversations.history": self._history,
            "conversations.replies": self._replies,
        }
        if method in reading:
            return reading[method], self.deaf
        return writing.get(method, _unknown_method), self.troubles

    async def _post(self, request: web.Request) -> Json:
        message = await _json(request, "invalid_json")
        _check(message, _POST)
        _member(message["channel"])
        thread = message.get("thread_ts")
        if thread and not self._find(thread):
            raise Refusal("thread_not_found")
        self.now += 1
        self.messages.append({**message, "ts": f"{self.now:.6f}"})
        return {"channel": message["channel"], "ts": self.messages[-1]["ts"]}

    async def _update(self, request: web.Request) -> Json:
        change = await _json(request, "invalid_json")
        _check(change, _UPDATE)
        _member(change["channel"])
        message = self._find(change["ts"])
        if message is None:
            raise Refusal("message_not_found")
        message.update(change)
        self.edits.append(change)
        return {"channel": change["channel"], "ts": change["ts"]}

    async def _list(self, request: web.Request) -> Json:
        asked = await _form(request, {"types", "exclude_archived", "limit", "cursor"})
        channels = [{"id": ident, "name": name} for name, ident in CHANNELS.items()]
        return self._page("channels", channels, asked)

    async def _history(self, request: web.Request) -> Json:
        asked = await _form(request, {"channel", "oldest", "limit", "cursor",
                                      "include_all_metadata"})  # fmt: skip
        _member(asked["channel"])
        found = [
            message
            for message in reversed(self.messages)
            if float(message["ts"]) >= float(asked.get("oldest", 0))
            and (not message.get("thread_ts") or message.get("reply_broadcast"))
        ]
        return self._page("messages", _seen(found, asked), asked)

    async def _replies(self, request: web.Request) -> Json:
        asked = await _form(request, {"channel", "ts", "limit", "cursor", "include_all_metadata"})
        _member(asked["channel"])
        if self._find(asked["ts"]) is None:
            raise Refusal("thread_not_found")
        found = [m for m in self.messages if asked["ts"] in (m["ts"], m.get("thread_ts"))]
        return self._page("messages", _seen(found, asked), asked)

    def _page(self, name: str, found: list[Json], asked: dict[str, str]) -> Json:
        start = int(asked.get("cursor", "0"))
        end = start + min(self.page, int(asked["limit"]))
        more = str(end) if end < len(found) else ""
        return {name: found[start:end], "response_metadata": {"next_cursor": more}}

    def _find(self, ts: str) -> Json | None:
        return next((message for message in self.messages if message["ts"] == ts), None)


@asynccontextmanager
async def slack_world() -> AsyncIterator[Slack]:
    """A Slack that runs on loopback."""
    slack = Slack()
    async with serve(slack.answer) as address:
        slack.address = address
        yield slack


async def _unknown_method(request: web.Request) -> Json:
    raise Refusal("unknown_method", request.path)


def _authorise(request: web.Request) -> None:
    given = request.headers.get("authorization", "")
    if not given.startswith("Bearer "):
        raise Refusal("not_authed")
    if given != f"Bearer {TOKEN}":
        raise Refusal("invalid_auth")


async def _json(request: web.Request, error: str) -> Json:
    if request.content_type != "application/json":
        raise Refusal(error, request.content_type)
    try:
        message = json.loads(await request.read())
    except ValueError:
        raise Refusal(error) from None
    assert isinstance(message, dict)
    return message


async def _form(request: web.Request, known: set[str]) -> dict[str, str]:
    """Methods that read take no JSON: Slack would see no arguments at all."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise Refusal("invalid_arguments", request.content_type)
    asked = {name: str(value) for name, value in (await request.post()).items()}
    if unknown := set(asked) - known:
        raise Refusal("invalid_arguments", str(unknown))
    return asked


def _check(message: Json, known: set[str]) -> None:
    if unknown := set(message) - known:
        raise Refusal("invalid_arguments", str(unknown))
    if not message.get("text"):
        raise Refusal("no_text")
    if len(message["text"]) > 40_000:
        raise Refusal("msg_too_long")
    if wrong := wrong_with(message.get("blocks", [])):
        raise Refusal("invalid_blocks", wrong)
    metadata = message.get("metadata", {"event_type": "", "event_payload": {}})
    if set(metadata) != {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_format")


def _member(channel: str) -> None:
    if channel not in CHANNELS.values():
        raise Refusal("channel_not_found", channel)
    if channel not in MEMBER_OF:
        raise Refusal("not_in_channel", channel)


def _seen(messages: list[Json], asked: dict[str, str]) -> list[Json]:
    """Messages as a reader gets them: with metadata only if asked for."""
    if asked.get("include_all_metadata") == "true":
        return messages
    return [{k: v for k, v in message.items() if k != "metadata"} for message in messages]
