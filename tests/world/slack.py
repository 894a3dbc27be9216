"""A Slack on loopback: it refuses what Slack refuses and keeps a ledger of what it was asked.

Two ways in: an incoming webhook, and the Web API for a bot that is a member of #alerts but not of
#elsewhere; #old is archived.  A message's ts is its time: `now` moves by a second with each, and
tests may move it.
"""

import json
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from world.http import Trouble, make, serve
from world.slack_rules import MOST_FALLBACK, TooLong, bad_metadata, bad_mrkdwn, wrong_with

WEBHOOK_PATH = "services/T0000/B0000/s3cr3tw3bh00k"
TOKEN = "xoxb-s3cr3t-t0k3n"
CHANNELS = {
    "general": "C0GENERAL",
    "elsewhere": "C0ELSEWHR",
    "old": "C0ARCHIVE",
    "alerts": "C0ALERTS1",
}
MEMBER_OF = ("C0ALERTS1", "C0ARCHIVE")
ARCHIVED = ("C0ARCHIVE",)
SCOPES = frozenset(
    {"chat:write", "channels:read", "groups:read", "channels:history", "groups:history"}
)
NEEDED = {
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.list": ("channels:read", "groups:read"),
    "conversations.info": ("channels:read",),
    "conversations.history": ("channels:history",),
    "conversations.replies": ("channels:history",),
}
START = 1_763_648_000.0

_SENT = {"text", "blocks", "attachments", "unfurl_links", "unfurl_media", "thread_ts", "mrkdwn",
         "link_names", "parse"}  # fmt: skip
_WEBHOOK = _SENT | {"response_type"}
_POST = _SENT | {"channel", "metadata", "reply_broadcast", "username", "icon_emoji"}
_UPDATE = {"channel", "ts", "text", "blocks", "attachments", "metadata", "link_names", "parse",
           "reply_broadcast"}  # fmt: skip

Json = dict[str, Any]


class Refusal(Exception):
    """What Slack says instead of ok; *more* stands beside it in the answer."""

    def __init__(self, error: str, why: str = "", **more: str) -> None:
        self.error, self.why, self.more = error, why, more
        super().__init__(error)


@dataclass(slots=True, kw_only=True)
class Call:
    """A line of the ledger: a method, why it was refused (if so), and what went wrong besides."""

    method: str
    refused: str = ""
    trouble: Trouble | None = None
    banned: bool = False


@dataclass
class Slack:
    """*posted* came by the webhook; *messages* stand in the bot's channels, in order, and *posts*
    are the keys that they came with.

    *troubles* meet the next requests that would change something, one each; *deaf* makes the same
    of requests that only read.  *ledger* has every request, *edits* every change made to a message.
    After a 429 with `Retry-After` the method is banned so long, by *clock* in seconds.
    """

    address: str = ""
    scopes: frozenset[str] = SCOPES
    clock: Callable[[], float] = time.monotonic
    ledger: list[Call] = field(default_factory=list)
    bans: dict[str, float] = field(default_factory=dict)
    page: int = 2  # so that everything has pages
    now: float = START
    posted: list[Json] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    edits: list[Json] = field(default_factory=list)
    troubles: deque[Trouble | None] = field(default_factory=deque)
    deaf: deque[Trouble | None] = field(default_factory=deque)

    @property
    def webhook_url(self) -> str:
        return f"{self.address}/{WEBHOOK_PATH}"

    @property
    def api_url(self) -> str:
        return f"{self.address}/api"

    def set_time(self, now: datetime) -> None:
        """What comes from now on comes at this time."""
        self.now = max(self.now, now.timestamp())

    @property
    def keys(self) -> list[str]:
        """The alerts' keys in the metadata of all messages that the bot posted."""
        return [message["metadata"]["event_payload"]["key"] for message in self.messages]

    @property
    def calls(self) -> list[str]:
        """Every method that was called, in order."""
        return [call.method for call in self.ledger]

    @property
    def refusals(self) -> list[str]:
        """Why requests were refused."""
        return [call.refused for call in self.ledger if call.refused]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.strip("/")
        if path == WEBHOOK_PATH:
            return await self._webhook(request)
        if not path.startswith("api/"):
            return web.Response(status=404, text="no_service")
        return await self._api(request, path.removeprefix("api/"))

    async def _webhook(self, request: web.Request) -> web.StreamResponse:
        trouble, call = self._log("webhook", self.troubles)
        try:
            message = await _json(request, "invalid_payload")
            _check(message, _WEBHOOK)
        except Refusal as refusal:
            call.refused = f"{refusal.error}: {refusal.why}"
            return web.Response(status=400, text=refusal.error)
        if trouble is None or trouble.taken:
            self.posted.append(message)
        return await make(trouble, request) if trouble else web.Response(text="ok")

    async def _api(self, request: web.Request, method: str) -> web.StreamResponse:
        do, waiting = self._method(method)
        trouble, call = self._log(method, waiting)
        said: Json = {"ok": True}
        try:
            self._authorise(request, method)
            if trouble is None or trouble.taken:
                said |= await do(request)
        except Refusal as refusal:
            call.refused = f"{refusal.error}: {refusal.why}"
            said = {"ok": False, "error": refusal.error, **refusal.more}
        if trouble:
            return await make(trouble, request)
        return web.json_response(said, headers={"x-oauth-scopes": ",".join(sorted(self.scopes))})

    def _log(self, method: str, waiting: deque[Trouble | None]) -> tuple[Trouble | None, Call]:
        """Note a request, with the trouble that it meets: a ban that it disregards, or the next."""
        left = self.bans.get(method, 0.0) - self.clock()
        trouble = waiting.popleft() if waiting else None
        if left > 0:
            trouble = Trouble(status=429, headers={"retry-after": str(math.ceil(left))})
        elif trouble and trouble.status == 429:
            self.bans[method] = self.clock() + float(trouble.headers.get("retry-after", 0))
        self.ledger.append(Call(method=method, trouble=trouble, banned=left > 0))
        return trouble, self.ledger[-1]

    def _authorise(self, request: web.Request, method: str) -> None:
        given = request.headers.get("authorization", "")
        if not given.startswith("Bearer "):
            raise Refusal("not_authed")
        if given != f"Bearer {TOKEN}":
            raise Refusal("invalid_auth")
        if missing := [scope for scope in NEEDED.get(method, ()) if scope not in self.scopes]:
            raise Refusal("missing_scope", needed=missing[0], provided=",".join(self.scopes))

    def _method(self, method: str) -> tuple[Callable[[web.Request], Any], deque[Trouble | None]]:
        writing = {"chat.postMessage": self._post, "chat.update": self._update}
        reading = {
            "auth.test": self._test,
            "conversations.info": self._info,
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
        self.posts.append(message.get("metadata", {}).get("event_payload", {}).get("key", ""))
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

    async def _test(self, request: web.Request) -> Json:
        return {"url": self.address, "team": "Example Inc", "user": "tocsin", "bot_id": "B0TOCSIN"}

    async def _info(self, request: web.Request) -> Json:
        asked = await _form(request, {"channel"})
        for channel in _channels():
            if channel["id"] == asked["channel"]:
                return {"channel": channel}
        raise Refusal("channel_not_found", asked["channel"])

    async def _list(self, request: web.Request) -> Json:
        asked = await _form(request, {"types", "exclude_archived", "limit", "cursor"})
        live = asked.get("exclude_archived") == "true"
        channels = [channel for channel in _channels() if not (live and channel["is_archived"])]
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


async def _json(request: web.Request, error: str) -> Json:
    if request.content_type != "application/json":
        raise Refusal(error, request.content_type)
    try:
        message = json.loads(await request.read())
        json.dumps(message, ensure_ascii=False).encode()  # halves of surrogate pairs are no text
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
    if len(message["text"]) > MOST_FALLBACK:
        raise Refusal("msg_too_long")
    try:
        wrong = bad_mrkdwn(message["text"]) or wrong_with(message.get("blocks", []))
    except TooLong:
        raise Refusal("msg_blocks_too_long") from None
    if wrong:
        raise Refusal("invalid_blocks", wrong)
    if "metadata" in message and (wrong := bad_metadata(message["metadata"])):
        raise Refusal("invalid_metadata_format", wrong)


def _member(channel: str) -> None:
    if channel not in CHANNELS.values():
        raise Refusal("channel_not_found", channel)
    if channel not in MEMBER_OF:
        raise Refusal("not_in_channel", channel)
    if channel in ARCHIVED:
        raise Refusal("is_archived", channel)


def _channels() -> list[Json]:
    return [
        {"id": ident, "name": name, "is_archived": ident in ARCHIVED,
         "is_member": ident in MEMBER_OF}
        for name, ident in CHANNELS.items()
    ]  # fmt: skip


def _seen(messages: list[Json], asked: dict[str, str]) -> list[Json]:
    """Messages as a reader gets them: with metadata only if asked for."""
    if asked.get("include_all_metadata") == "true":
        return messages
    return [{k: v for k, v in message.items() if k != "metadata"} for message in messages]
