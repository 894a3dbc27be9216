"""The other side of three channels: a Slack with a bot, a program behind a webhook, and mail.

Each keeps what it took, in one ledger, and says so at once to whoever has set *noticed*.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiosmtpd.smtp import SMTP, Envelope, Session

from tocsin.clock import SystemClock
from world.http import serve
from world.slack import TOKEN, Json, Slack
from world.smtp import Postbox, smtp_server
from world.webhook import SECRET, Sink

SLACK, HOOK, MAIL = "slack", "hook", "mail"
HANGS_SECONDS = 60
RECIPIENT = "desk@example.org"
CHANNELS = (SLACK, HOOK, MAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One message that a channel took; *ident* is by what its receiver would know a repetition."""

    channel: str
    ident: str
    text: str
    at: float = field(default_factory=time.monotonic)


@dataclass
class Desk:
    """What all channels took, in order.

    *noticed* is called as each message comes in.  While *hanging*, the webhook answers nobody for
    a minute, and takes only every second call; while *down*, every channel says that it is, but for
    the one called *up*.  *slack* is the Slack itself.
    """

    noticed: Callable[[str], None] = lambda channel: None
    hanging: bool = False
    down: bool = False
    up: str = ""
    slack: Slack = field(default_factory=Slack)
    taken: list[Taken] = field(default_factory=list)
    channels: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, channel: str, ident: str, text: str) -> None:
        self.taken.append(Taken(channel=channel, ident=ident, text=text))

    def is_down(self, channel: str) -> bool:
        return self.down and channel != self.up

    def told(self, channel: str, mark: str) -> bool:
        """Whether any message of the channel tells *mark*."""
        return any(mark in one.text for one in self.taken if one.channel == channel)

    def doubled(self) -> Counter[str]:
        """How many messages each channel took more often than once, counted each time."""
        times = Counter((one.channel, one.ident) for one in self.taken)
        return Counter(channel for (channel, _), count in times.items() for _ in range(count - 1))


@asynccontextmanager
async def open_desk() -> AsyncIterator[Desk]:
    """A desk on loopback; its `channels` are what stands in a configuration."""
    desk = Desk()
    slack, sink, postbox = _Slack(desk), _Sink(desk), _Postbox(desk)
    desk.slack = slack
    async with AsyncExitStack() as stack:
        slack.address = await stack.enter_async_context(serve(slack.answer))
        hook = await stack.enter_async_context(serve(sink.answer))
        await stack.enter_async_context(smtp_server(postbox=postbox))
        desk.channels = _options(slack, f"{hook}/hook", postbox)
        yield desk


def _options(slack: Slack, hook: str, postbox: Postbox) -> dict[str, dict[str, Any]]:
    bot = {"type": "slack", "token": TOKEN, "channel": "#alerts", "api_url": slack.api_url}
    signed = {"type": "webhook", "url": hook, "secret": SECRET}
    mail = {"type": "email", "to": RECIPIENT, "smtp": postbox.url, "starttls": False}
    options: tuple[dict[str, Any], ...] = (bot, signed, mail)
    return {name: {**told, "at_most": "none"} for name, told in zip(CHANNELS, options, strict=True)}


def _unavailable() -> web.Response:
    return web.Response(status=503, text="down for maintenance")


class _Slack(Slack):
    """Notes posts and edits by their keys; an edit that is repeated changes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(page=50, now=SystemClock().now().timestamp())
        self._desk = desk

    async def answer(self, request: web.Request) -> web.StreamResponse:
        return _unavailable() if self._desk.is_down(SLACK) else await super().answer(request)

    async def _post(self, request: web.Request) -> Json:
        self._desk.noticed(SLACK)
        said = await super()._post(request)
        message = self.messages[-1]
        self._desk.take(SLACK, message["metadata"]["event_payload"]["key"], repr(message))
        return said

    async def _update(self, request: web.Request) -> Json:
        self._desk.noticed(SLACK)
        said = await super()._update(request)
        self._desk.take(SLACK, f"edit {len(self.edits)}", repr(self.edits[-1]))
        return said


class _Sink(Sink):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._hung = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if self._desk.is_down(HOOK):
            return _unavailable()
        self._desk.noticed(HOOK)
        self._hung += self._desk.hanging
        if self._desk.hanging and self._hung % 2:
            await asyncio.sleep(HANGS_SECONDS)
            return web.Response(status=503)
        before = len(self.taken)
        answer = await super().answer(request)
        for call in self.taken[before:]:
            self._desk.take(HOOK, call.id, call.raw.decode())
        if self._desk.hanging:
            await asyncio.sleep(HANGS_SECONDS)
        return answer


class _Postbox(Postbox):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    async def handle_DATA(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self._desk.is_down(MAIL):
            return "451 later, please"
        self._desk.noticed(MAIL)
        before = len(self.mails)
        answer = await super().handle_DATA(server, session, envelope)
        for mail in self.mails[before:]:
            plain = mail.message.get_body(("plain",))
            text = plain.get_content() if plain is not None else ""
            self._desk.take(MAIL, f"{mail.message['Message-ID']} {mail.recipient}", text)
        return answer
