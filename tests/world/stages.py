"""One stage per kind of channel: a notifier, the other side of it, and ways to upset that."""

import io
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC

from tocsin.core.ports import Notifier
from tocsin.notify import find_kind
from tocsin.notify.console import ConsoleNotifier
from world.http import Trouble
from world.slack import TOKEN, WEBHOOK_PATH, slack_world
from world.smtp import PASSWORD, USER, smtp_server
from world.webhook import SECRET, webhook_sink

PATH_SECRET = "s3cr3tp4th"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """*taken* is all that arrived, in order, as it can be compared.

    *be_down* and *refuse* make the next message fail, for now or for good; *refuse* is None where
    the other side has no way to.  *secrets* are what no error and no log may show.
    """

    notifier: Notifier
    recipient: str = ""
    taken: Callable[[], list[bytes]]
    be_down: Callable[[], None]
    refuse: Callable[[], None] | None
    secrets: tuple[str, ...] = ()


def notifier(name: str, **options: object) -> Notifier:
    """The channel "desk" of the kind *name*."""
    kind = find_kind(name)
    assert kind is not None
    return kind.create(kind.Options.model_validate(options), "desk", UTC)


class Paper(io.StringIO):
    """A stream that remembers each thing written on it."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []

    def write(self, text: str) -> int:
        self.written.append(text.encode())
        return super().write(text)


@asynccontextmanager
async def console_stage() -> AsyncIterator[Stage]:
    paper = Paper()
    yield Stage(
        notifier=ConsoleNotifier(UTC, paper),
        taken=lambda: paper.written,
        be_down=paper.close,
        refuse=None,
    )


@asynccontextmanager
async def slack_webhook_stage() -> AsyncIterator[Stage]:
    async with slack_world() as slack:
        yield Stage(
            notifier=notifier("slack", webhook=slack.webhook_url),
            taken=lambda: [_json(message) for message in slack.posted],
            be_down=lambda: slack.troubles.append(Trouble(status=500)),
            refuse=lambda: slack.troubles.append(Trouble(status=404, body="no_service")),
            secrets=(WEBHOOK_PATH,),
        )


@asynccontextmanager
async def slack_bot_stage() -> AsyncIterator[Stage]:
    revoked = Trouble(status=200, body='{"ok": false, "error": "token_revoked"}')
    async with slack_world() as slack:
        yield Stage(
            notifier=notifier("slack", token=TOKEN, channel="#alerts", api_url=slack.api_url),
            taken=lambda: [_json(message) for message in slack.messages],
            be_down=lambda: slack.troubles.append(Trouble(status=500)),
            refuse=lambda: slack.troubles.append(revoked),
            secrets=(TOKEN,),
        )


def _json(message: dict[str, object]) -> bytes:
    """A message as it came, without the name that Slack gave it."""
    came = {name: value for name, value in message.items() if name != "ts"}
    return json.dumps(came, ensure_ascii=False).encode()


@asynccontextmanager
async def email_stage() -> AsyncIterator[Stage]:
    to = "desk@example.org"
    async with smtp_server(login=True) as postbox:
        yield Stage(
            notifier=notifier(
                "email", to=to, smtp=postbox.url, starttls="false", username=USER, password=PASSWORD
            ),
            recipient=to,
            taken=lambda: [mail.raw for mail in postbox.mails],
            be_down=lambda: postbox.answers.update({to: deque(["450 later, please"])}),
            refuse=lambda: postbox.answers.update({to: deque(["550 no such user"])}),
            secrets=(PASSWORD,),
        )


@asynccontextmanager
async def webhook_stage() -> AsyncIterator[Stage]:
    async with webhook_sink() as sink:
        yield Stage(
            notifier=notifier("webhook", url=f"{sink.url}?key={PATH_SECRET}", secret=SECRET),
            taken=lambda: [call.id.encode() + call.raw for call in sink.taken],
            be_down=lambda: sink.troubles.append(Trouble(status=503)),
            refuse=lambda: sink.troubles.append(Trouble(status=410)),
            secrets=(SECRET, SECRET.removeprefix("whsec_"), PATH_SECRET),
        )


@asynccontextmanager
async def apprise_stage() -> AsyncIterator[Stage]:
    """Apprise hides why a message failed, so nothing is ever known to be refused."""
    async with webhook_sink(signed=False) as sink:
        url = f"{sink.url.replace('http', 'json')}/{PATH_SECRET}"
        yield Stage(
            notifier=notifier("apprise", url=url),
            taken=lambda: [call.raw for call in sink.taken],
            be_down=lambda: sink.troubles.append(Trouble(status=503)),
            refuse=None,
            secrets=(PATH_SECRET,),
        )


STAGES: dict[str, dict[str, Callable[[], AbstractAsyncContextManager[Stage]]]] = {
    "apprise": {"": apprise_stage},
    "console": {"": console_stage},
    "email": {"": email_stage},
    "slack": {"webhook": slack_webhook_stage, "bot": slack_bot_stage},
    "webhook": {"": webhook_stage},
}
