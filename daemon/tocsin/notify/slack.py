"""Slack: as a bot (`token:` and `channel:`), or by an incoming webhook (`webhook:`)."""

import re
from datetime import timedelta, tzinfo
from typing import Annotated, Self

from pydantic import AfterValidator, SecretStr, model_validator

from tocsin.core.ports import Notifier
from tocsin.notify.options import ChannelOptions, Duration, SecretUrl, Url
from tocsin.notify.slack_api import SCOPES, SlackApi
from tocsin.notify.slack_bot import SlackBot
from tocsin.notify.slack_webhook import SlackWebhook

# Whom Slack calls: <!here>, <!channel>, <!everyone>, <!subteam^S012>, <@U012>; some bear a label.
_MENTION = re.compile(r"<(!(here|channel|everyone)|!subteam\^[A-Z0-9]+|@[UW][A-Z0-9]+)(\|[^<>]*)?>")


def _channel(value: str) -> str:
    name = value.strip().removeprefix("#")
    if not name or name.startswith("@") or any(char.isspace() for char in name):
        raise ValueError("not a channel; write its name (#alerts) or its id (C0123ABCD)")
    return name


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch("[!-~]*", value.get_secret_value()):  # of a copy: a blank, a zero-width one
        raise ValueError("not a token: it holds a character that no token has; copy it anew")
    return value


class Options(ChannelOptions):
    """Either `token` (of a bot, xoxb-…) and `channel`, or `webhook`.

    `webhook` is the address that Slack gave for one channel: whoever knows it can write there.
    Where a story was quiet for `broadcast_after`, what is new is shown in the channel too, not
    only in the story's thread.
    """

    token: Annotated[SecretStr, AfterValidator(_token)] = SecretStr("")
    channel: Annotated[str, AfterValidator(_channel)] | None = None
    webhook: SecretUrl | None = None
    broadcast_after: Duration = timedelta(hours=6)
    api_url: Url = "https://slack.com/api"

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.webhook and (self.token.get_secret_value() or self.channel):
            raise ValueError("either `webhook`, or `token` and `channel`: not both")
        for bots in self.model_fields_set & {"broadcast_after", "api_url"} if self.webhook else ():
            raise ValueError(f"`{bots}` is for a bot: with `webhook` it does nothing")
        if not self.webhook and not (self.token.get_secret_value() and self.channel):
            raise ValueError("needs `token` and `channel`, or a `webhook`")
        return self

    def ignores(self, mention: str) -> str:
        wrong = [word for word in mention.split() if not _MENTION.fullmatch(word)]
        return (
            f"Slack takes {wrong[0]} for plain text; write <!here> or <@U0123ABCD>" if wrong else ""
        )


def create(options: Options, name: str, zone: tzinfo) -> Notifier:
    if options.webhook:
        return SlackWebhook(options.webhook, name, zone)
    api = SlackApi(options.token, options.api_url, f"Slack ({name})")
    return SlackBot(api, options.channel or "", options.broadcast_after, zone)


def describe(options: Options) -> tuple[str, ...]:
    if options.webhook:
        return (
            "an incoming webhook cannot edit or thread: each update is a new message",
            "Slack cannot be asked whether a message arrived: after a crash one may come twice",
        )
    return (
        "the first message is edited in place, and its thread tells what is new",
        "after a crash Slack is asked whether a message arrived, so that none comes twice",
        f"the bot needs the scopes {', '.join(SCOPES)}, and an invitation to its channel",
    )
