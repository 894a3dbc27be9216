"""Slack by an incoming webhook, which can neither edit nor thread: an update is a new message."""

from datetime import tzinfo

from pydantic import SecretStr

from tocsin.core.errors import DeliveryError, Refused, Unavailable
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.http import Answer, Peer
from tocsin.notify.slack_api import TOO_MUCH
from tocsin.notify.slack_blocks import message, roundup, short, short_roundup
from tocsin.notify.slack_elements import Message
from tocsin.notify.wording import round_up, word

# What a webhook says that no repetition mends (docs.slack.dev, "Sending messages using incoming
# webhooks"), and what to do about it.
_PERMANENT = {
    "invalid_payload": "Slack cannot read the message",
    "invalid_blocks": "Slack cannot read the message, not even its short form",
    "invalid_blocks_format": "Slack cannot read the message, not even its short form",
    "msg_blocks_too_long": "the message is too long, even in its short form",
    "msg_too_long": "the message is too long, even in its short form",
    "no_service": "the webhook was removed or switched off; make a new one",
    "action_prohibited": "an administrator has forbidden it",
    "channel_not_found": "its channel is gone; make a new webhook",
    "channel_is_archived": "its channel is archived",
}

_NOTHING_SAID = frozenset({"no_text", "invalid_payload"})


class SlackWebhook(Notifier):
    """Posts to the one channel that an incoming webhook is for."""

    def __init__(self, url: SecretStr, name: str, zone: tzinfo) -> None:
        self._url = url
        self._peer = Peer(f"Slack ({name})")
        self._zone = zone

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        told = word(alert, self._zone)
        await self._tell(message(alert, told), short(alert, told))
        return Receipt()

    async def announce(self, bulletin: Bulletin) -> Receipt:
        told = round_up(bulletin, self._zone)
        await self._tell(roundup(told), short_roundup(told))
        return Receipt()

    async def greet(self) -> tuple[str, ...]:
        """A message without words is refused by a webhook that works, so nobody reads it."""
        url = self._url.get_secret_value()
        answer = await self._peer.call("POST", url, json={"text": ""})
        if answer.text in _NOTHING_SAID:
            return ("the webhook is in force",)
        raise judge(answer, self._peer.whom) or Unavailable(f"{self._peer.whom} took empty words")

    async def aclose(self) -> None:
        await self._peer.aclose()

    async def _tell(self, content: Message, shorter: Message) -> None:
        """Post *content*, or *shorter* where Slack finds that invalid."""
        answer = await self._post(content)
        if answer.text in TOO_MUCH:
            answer = await self._post(shorter)
        if (error := judge(answer, self._peer.whom)) is not None:
            raise error

    async def _post(self, content: Message) -> Answer:
        body = {**content, "unfurl_links": False, "unfurl_media": False}
        return await self._peer.call("POST", self._url.get_secret_value(), json=body)


def judge(answer: Answer, whom: str) -> DeliveryError | None:
    """What a webhook's answer means; None where the message was taken, which only ``ok`` says.

    Whatever is not known to be permanent may pass; after a server's own error, or an answer that
    is not Slack's, nobody knows whether the message was taken.
    """
    said = answer.text
    if answer.status == 200 and said == "ok":
        return None
    if said in _PERMANENT:
        return Refused(f"{whom} refused the message: {said} ({_PERMANENT[said]})")
    return Unavailable(
        f"{whom} answered {answer.status} without taking the message",
        retry_after=answer.retry_after,
        uncertain=answer.status == 200 or answer.status >= 500,
    )
