"""A program of the user's own: JSON over HTTP, signed by the Standard Webhooks convention.

The receiver tells a repetition by `webhook-id`, which is the same for every try of one message;
updates are messages of their own, with the story's `id` and a higher `revision`
(github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md).
"""

import base64
import binascii
import hashlib
import hmac
import json
from datetime import datetime, tzinfo
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, SecretStr

from tocsin.clock import SystemClock
from tocsin.core.alerting import Rate
from tocsin.core.errors import Unavailable
from tocsin.core.model import Alert, Bulletin, Coverage, Receipt
from tocsin.core.ports import Clock, Notifier
from tocsin.notify.clean import link, tidy
from tocsin.notify.http import Peer, failure
from tocsin.notify.options import ChannelOptions, SecretUrl
from tocsin.notify.wording import marked, pieces

ARTICLES = 200  # described in one message, and news; `reports` counts all articles
STORIES, LINES, ARTICLES_EACH = 200, 100, 20  # of a bulletin
_KEY_BYTES = range(24, 65)  # as long as the convention wants a secret to be


def _secret(value: SecretStr) -> SecretStr:
    try:
        good = len(_key(value)) in _KEY_BYTES
    except (binascii.Error, ValueError):
        good = False
    if not good:
        make = "echo whsec_$(openssl rand -base64 32)"
        raise ValueError(f"not a secret of 24 to 64 bytes in base64; `{make}` makes one")
    return value


class Options(ChannelOptions):
    """`secret` is shared with the receiver, who checks each message's signature by it."""

    usual_rate: ClassVar[Rate | None] = None

    url: SecretUrl
    secret: Annotated[SecretStr, AfterValidator(_secret)]


def create(options: Options, name: str, zone: tzinfo) -> Notifier:
    """A notifier; *zone* does not matter, since a program reads times in UTC."""
    return WebhookNotifier(options, name, SystemClock())


def describe(options: Options) -> tuple[str, ...]:
    return ("each update is a new message about the same id, with a higher revision",)


class WebhookNotifier(Notifier):
    """Posts to one address; any status of 200 to 299 means that it was taken."""

    def __init__(self, options: Options, name: str, clock: Clock) -> None:
        self._options = options
        self._clock = clock
        self._peer = Peer(f"the webhook ({name})")

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        return await self._post(message_id(alert.key), content(alert))

    async def announce(self, bulletin: Bulletin) -> Receipt:
        return await self._post(message_id(bulletin.key), bulletin_content(bulletin))

    async def _post(self, ident: str, told: dict[str, Any]) -> Receipt:
        body = json.dumps(told, ensure_ascii=False).encode()
        headers = {
            "content-type": "application/json",
            **signed(ident, body, self._clock.now(), self._options.secret),
        }
        url = self._options.url.get_secret_value()
        answer = await self._peer.call("POST", url, content=body, headers=headers)
        if (error := failure(answer, self._peer.whom)) is not None:
            raise error
        return Receipt(reference=ident)

    async def greet(self) -> tuple[str, ...]:
        """Only whether somebody answers there: what they make of our messages, they alone know."""
        answer = await self._peer.call("HEAD", self._options.url.get_secret_value())
        if answer.status >= 500:
            raise Unavailable(f"{self._peer.whom} answered {answer.status} to a HEAD request")
        said = f"something answers there ({answer.status} to a HEAD request)"
        return (said, "whether it takes our messages, `tocsin notify test` shows")

    async def aclose(self) -> None:
        await self._peer.aclose()


def message_id(key: str) -> str:
    """The same for every try of the same message; the convention forbids dots in it."""
    return "msg_" + hashlib.sha256(key.encode()).hexdigest()[:32]


def signed(ident: str, body: bytes, now: datetime, secret: SecretStr) -> dict[str, str]:
    """The headers that let a receiver believe *body*, sent *now*."""
    timestamp = str(int(now.timestamp()))
    signature = hmac.digest(_key(secret), f"{ident}.{timestamp}.".encode() + body, "sha256")
    return {
        "webhook-id": ident,
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
    }


def content(alert: Alert) -> dict[str, Any]:
    """The message: what happened, when, and the story as it now stands."""
    return {
        "type": "story.updated" if alert.news else "story.alerted",
        "timestamp": _iso(alert.frozen_at),
        "data": _story(alert, ARTICLES),
    }


def bulletin_content(bulletin: Bulletin) -> dict[str, Any]:
    """The message: its words, and each of its stories as it now stands."""
    stories = bulletin.alerts[:STORIES]
    return {
        "type": "bulletin",
        "timestamp": _iso(bulletin.frozen_at),
        "data": {
            "title": tidy(bulletin.title),
            "lines": [tidy(line) for line in bulletin.lines[:LINES]],
            "stories": [_story(alert, ARTICLES_EACH) for alert in stories],
            "more": len(bulletin.alerts) - len(stories),
        },
    }


def _story(alert: Alert, articles: int) -> dict[str, Any]:
    return {
        "id": alert.id,
        "revision": alert.revision,
        "rules": list(alert.rules),
        "rule_names": [tidy(name) for name in alert.rules.values()],
        "severity": alert.severity.value,
        "mention": alert.mention,
        "state": tidy(alert.state),
        "follows": alert.follows,
        "split_from": alert.split_from,
        "title": tidy(alert.title),
        "news": [tidy(news) for news in alert.news[:articles]],
        "outlets": alert.outlets,
        "independent": alert.independent,
        "reports": len(alert.coverage),
        "articles": [_article(report) for report in alert.coverage[:articles]],
        "why_matched": [marked(pieces(snippet)) for snippet in alert.why_matched],
        "why_together": tidy(alert.why_together),
        "page": link(alert.page_url),
    }


def _article(report: Coverage) -> dict[str, Any]:
    return {
        "outlet": tidy(report.outlet),
        "url": link(report.url),
        "title": tidy(report.title),
        "independent": report.independent,
        "matched": report.matched,
        "published": _iso(report.published),
        "first_seen": _iso(report.first_seen),
    }


def _key(secret: SecretStr) -> bytes:
    return base64.b64decode(secret.get_secret_value().removeprefix("whsec_"), validate=True)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
