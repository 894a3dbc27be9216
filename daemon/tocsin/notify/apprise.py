"""Everything else (Teams, Discord, Telegram, ntfy, Matrix, …) through Apprise, by its URL.

Apprise says only yes or no.  After a no, nobody knows whether the message was taken, or whether
trying again can help; so we try again, and the message may arrive twice.

Apprise is installed by ``pip install tocsin[apprise]``: it brings much along that others never
need.  It is imported once a channel asks for it.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import tzinfo
from typing import Annotated, Any

from pydantic import AfterValidator, SecretStr

from tocsin.core.errors import Unavailable
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.clean import cut, units
from tocsin.notify.options import ChannelOptions
from tocsin.notify.wording import Wording, round_up, word
from tocsin.notify.written import as_text, bulletin_as_text

TITLE, BODY = 200, 1_800  # what the tightest of the common services take (Discord: 2,000 in all)
ROOM = BODY - 100  # beside whom it calls
REPORTS = 6

# They log addresses, which hold tokens.
for _name in ("apprise", "urllib3", "requests"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

# A line that holds nothing but a link; elsewhere what calls people: @everyone, <@id>, <!channel>.
_LINK_LINE = re.compile(r"^\s+https?://\S+$")
_CALL = re.compile(r"(?<=@)(?=\S)|(?<=<)(?=[!@#])")


def _service(value: SecretStr) -> SecretStr:
    try:
        known = _load(value)
    except ImportError:
        raise ValueError("Apprise is not installed; pip install tocsin[apprise]") from None
    if not known:
        raise ValueError("no address that Apprise knows; see github.com/caronc/apprise/wiki")
    return value


class Options(ChannelOptions):
    """`url` is as Apprise writes it: ``discord://id/token``, ``ntfy://topic``, …"""

    url: Annotated[SecretStr, AfterValidator(_service)]


def create(options: Options, name: str, zone: tzinfo) -> Notifier:
    return AppriseNotifier(options, name, zone)


def describe(options: Options) -> tuple[str, ...]:
    return (
        "each update is a new message",
        "Apprise does not tell why a message failed: it is tried for a day, and may come twice",
    )


class AppriseNotifier(Notifier):
    """Hands alerts to the one service that the URL names."""

    def __init__(self, options: Options, name: str, zone: tzinfo) -> None:
        self._service = _load(options.url)
        self._name = name
        self._zone = zone

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        told = word(alert, self._zone)
        most = _fitting(lambda number: as_text(told, number), REPORTS)
        await self._notify(title(told), as_text(told, max(most, 1)), alert.mention)
        return Receipt()

    async def announce(self, bulletin: Bulletin) -> Receipt:
        told = round_up(bulletin, self._zone)
        named = _fitting(lambda number: bulletin_as_text(told, 0, number), len(told.stories))
        whole = _fitting(lambda number: bulletin_as_text(told, number, named), named)
        text = bulletin_as_text(told, whole, named)
        await self._notify(cut(harmless(told.title), TITLE), text, told.mention)
        return Receipt()

    async def _notify(self, title: str, text: str, mention: str) -> None:
        calling = f"{mention}\n" if mention else ""
        _, _, rest = text.partition("\n")  # its first line is the title
        body = cut(calling + harmless(rest), BODY)
        if not await self._service.async_notify(body=body, title=title, body_format="text"):
            why = f"Apprise ({self._name}) could not deliver; do its address and tokens still hold?"
            raise Unavailable(why, uncertain=True)


def _fitting(write: Callable[[int], str], most: int) -> int:
    """Of how many, *most* at most, there is room for what *write* makes, which grows with them."""
    lengths = range(1, most + 1)
    return bisect_right(lengths, ROOM, key=lambda number: units(harmless(write(number))))


def title(told: Wording) -> str:
    """One line for the service's own heading."""
    update = f"{told.number} updated: " if told.news else ""
    return harmless(f"{update}{cut(told.title, TITLE)}")


def harmless(text: str) -> str:
    """*text* in which nobody is called, whatever the service takes for a call."""
    return "\n".join(
        line.replace("@", "%40") if _LINK_LINE.fullmatch(line) else _CALL.sub("\u200b", line)
        for line in text.split("\n")
    )


def _load(url: SecretStr) -> Any:
    """The service behind the address; false where Apprise knows none."""
    import apprise

    service = apprise.Apprise()
    return service if service.add(url.get_secret_value()) else None
