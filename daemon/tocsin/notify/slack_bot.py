"""Slack as a bot: one message a story, edited in place; its thread tells what is new.

Each message bears the alert's key in its metadata, so that Slack can be asked whether a message
arrived whose sending was cut short.  An edit is harmless when repeated; a post is not.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from typing import Any

from tocsin.core.errors import Refused
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.slack_api import TOO_MUCH, Said, SlackApi
from tocsin.notify.slack_blocks import (
    message,
    reply,
    roundup,
    short,
    short_roundup,
    standing,
)
from tocsin.notify.slack_elements import Message
from tocsin.notify.wording import round_up, word

METADATA = "tocsin_message"
SKEW = timedelta(minutes=5)  # by which our clock may well be ahead of Slack's
LATEST = 200  # messages looked at however old they are: our clock may be days ahead
PAGE = "50"  # messages asked for at once: each may hold 50 KB

_ID = re.compile(r"[CDG][A-Z0-9]{7,}")
_TS = re.compile(r"\d+\.\d+")  # how Slack names a message: when it was posted, in seconds
_GONE = frozenset({"message_not_found", "edit_window_closed", "cant_update_message"})


class SlackBot(Notifier):
    """Posts to *channel*, a name or an id.

    What is new is shown in the channel too where its last message is older than *broadcast_after*.
    """

    def __init__(
        self, api: SlackApi, channel: str, broadcast_after: timedelta, zone: tzinfo
    ) -> None:
        self._api = api
        self._channel = channel
        self._broadcast_after = broadcast_after
        self._zone = zone

    @property
    def edits(self) -> bool:
        return True

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        """One post; or one edit and, where there is news, one reply in its thread."""
        if before is None or not await self._edit(alert, before):
            told = word(alert, self._zone)
            ts = await self._post(_metadata(alert), message(alert, told), short(alert, told))
            return Receipt(reference=ts, thread=ts)
        if not alert.news:
            return Receipt(reference=before.reference, thread=before.thread, edited=True)
        return await self._reply(alert, before)

    async def announce(self, bulletin: Bulletin) -> Receipt:
        told = round_up(bulletin, self._zone)
        ts = await self._post(_metadata(bulletin), roundup(told), short_roundup(told))
        return Receipt(reference=ts, thread=ts)

    async def find(self, message: Alert | Bulletin, before: Receipt | None) -> Receipt | None:
        """Look for the message's key in the story's thread, then among the channel's messages."""
        if isinstance(message, Alert) and before is not None and _TS.fullmatch(before.thread):
            thread = self._each("conversations.replies", ts=before.thread)
            bearing = [said["ts"] async for said in thread if _key(said) == message.key]
            if replies := [ts for ts in bearing if ts != before.thread]:
                return replace(before, reference=replies[0], edited=True)
            if bearing:  # what was edited was not posted anew: at most the reply is missing
                return None if message.news else replace(before, edited=True)
        return await self._find_post(message)

    async def aclose(self) -> None:
        await self._api.aclose()

    async def greet(self) -> tuple[str, ...]:
        """Whose token it is, and whether the bot is a member of its channel."""
        me = await self._api.who_am_i()
        channel = await self._channel_id()
        said = await self._api.read("conversations.info", "channel", channel=channel)
        name = f"#{said['channel'].get('name', channel)}"
        if not said["channel"].get("is_member", True):
            raise Refused(f"{self._api.whom}: the bot is not in {name}: invite it")
        return (
            f"the token is {me['user']}'s in {me.get('team', 'a team without a name')}",
            f"{name} is {channel}, and the bot is in it",
        )

    async def _reply(self, alert: Alert, before: Receipt) -> Receipt:
        """Tell what is new in the story's thread."""
        told = word(alert, self._zone)
        place = {"thread_ts": before.thread, "reply_broadcast": self._was_quiet(alert, before)}
        ts = await self._post({**_metadata(alert), **place}, reply(alert, told), short(alert, told))
        return Receipt(reference=ts, thread=before.thread, edited=True)

    async def _post(self, place: dict[str, Any], content: Message, shorter: Message) -> str:
        """Post *content*, or *shorter* where Slack finds that invalid; the message's name."""
        arguments = {
            "channel": await self._channel_id(),
            "unfurl_links": False,
            "unfurl_media": False,
            **place,
        }
        said = await self._say("chat.postMessage", {**arguments, **content}, shorter)
        self._api.judge(said, "ts")
        return str(said["ts"])

    async def _say(self, method: str, whole: dict[str, Any], shorter: Message) -> Said:
        """What Slack says to the message, or to *shorter* content where the whole is too much."""
        said = await self._api.write(method, whole)
        if said.get("error") in TOO_MUCH:
            said = await self._api.write(method, {**whole, **shorter})
        return said

    async def _edit(self, alert: Alert, before: Receipt) -> bool:
        """Whether there was a message to change; it now tells the story as it stands."""
        if not _TS.fullmatch(before.thread):
            return False
        told = word(alert, self._zone)
        place = {"channel": await self._channel_id(), "ts": before.thread, **_metadata(alert)}
        whole, shorter = {**place, **standing(alert, told)}, short(alert, told)
        edit = partial(self._say, "chat.update", whole, shorter)
        said = await self._api.insist(edit, "ts", but=_GONE)
        return bool(said["ok"])

    def _was_quiet(self, alert: Alert, before: Receipt) -> bool:
        if alert.frozen_at is None or not _TS.fullmatch(before.reference):
            return False
        last = datetime.fromtimestamp(float(before.reference), UTC)
        return alert.frozen_at - last >= self._broadcast_after

    async def _find_post(self, message: Alert | Bulletin) -> Receipt | None:
        """Look for the message's key among what the channel shows, the newest first."""
        oldest, looked = (_frozen(message) - SKEW).timestamp(), 0
        async for said in self._each("conversations.history"):
            if looked >= LATEST and float(said["ts"]) < oldest:
                return None
            if _key(said) == message.key:
                ts, thread = said["ts"], str(said.get("thread_ts", said["ts"]))
                return Receipt(reference=ts, thread=thread, edited=ts != thread)
            looked += 1
        return None

    async def _each(self, method: str, **where: str) -> AsyncIterator[Said]:
        asked = {"channel": await self._channel_id(), "include_all_metadata": "true", "limit": PAGE}
        async for said in self._api.each(method, "messages", **where, **asked):
            yield said

    async def _channel_id(self) -> str:
        """The channel's id, asked for by its name once."""
        if not _ID.fullmatch(self._channel):
            self._channel = await self._resolve(self._channel)
        return self._channel

    async def _resolve(self, name: str) -> str:
        visible = {"types": "public_channel,private_channel", "exclude_archived": "true"}
        listed = self._api.each("conversations.list", "channels", limit="500", **visible)
        async for channel in listed:
            if channel["name"] == name:
                return str(channel["id"])
        raise Refused(f"{self._api.whom} has no channel #{name} that the bot can see: invite it")


def _frozen(message: Alert | Bulletin) -> datetime:
    """When it was frozen: it was not sent before."""
    if isinstance(message, Bulletin):
        return message.frozen_at
    return message.frozen_at or max(report.first_seen for report in message.coverage)


def _metadata(message: Alert | Bulletin) -> dict[str, Any]:
    payload: dict[str, Any] = {"key": message.key}
    if isinstance(message, Alert):
        payload |= {"story": message.id, "revision": message.revision}
    return {"metadata": {"event_type": METADATA, "event_payload": payload}}


def _key(said: dict[str, Any]) -> object:
    """The key of the alert that a message told, None where it is not ours."""
    metadata = said.get("metadata") or {}
    ours = metadata.get("event_type") == METADATA
    return metadata.get("event_payload", {}).get("key") if ours else None
