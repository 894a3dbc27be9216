"""The default channel: alerts on standard output, so that a first run needs no account."""

import sys
from datetime import timedelta, tzinfo
from typing import ClassVar, TextIO

from rich.console import Console
from rich.text import Text

from tocsin.core.alerting import Rate
from tocsin.core.errors import Unavailable
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.lines import Line, Look, plain, render, render_bulletin
from tocsin.notify.options import ChannelOptions

_STYLES = {Look.PLAIN: "", Look.STRONG: "bold", Look.MARK: "bold"}


class Options(ChannelOptions):
    """Nothing to set."""

    usual_rate: ClassVar[Rate | None] = None
    pace: ClassVar[timedelta] = timedelta(0)

    def ignores(self, mention: str) -> str:
        return "a console calls nobody"


def create(options: Options, name: str, zone: tzinfo) -> Notifier:
    """A notifier that prints to standard output."""
    return ConsoleNotifier(zone)


def describe(options: Options) -> tuple[str, ...]:
    return ("prints to standard output; each update is printed anew",)


class ConsoleNotifier(Notifier):
    """Prints alerts to *stream*, by default whatever is standard output at that time."""

    def __init__(self, zone: tzinfo, stream: TextIO | None = None) -> None:
        self._zone = zone
        self._stream = stream

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        self._print(render(alert, self._zone))
        return Receipt()

    async def announce(self, bulletin: Bulletin) -> Receipt:
        self._print(render_bulletin(bulletin, self._zone))
        return Receipt()

    async def greet(self) -> tuple[str, ...]:
        return ("standard output is there",)

    def _print(self, lines: tuple[Line, ...]) -> None:
        try:
            show(lines, self._stream or sys.stdout)
        except (OSError, ValueError) as error:  # a closed pipe; a closed stream
            raise Unavailable(f"cannot print: {error}") from error


def show(lines: tuple[Line, ...], stream: TextIO) -> None:
    """Print *lines*: with bold type on a terminal, as plain text elsewhere.

    What the stream's encoding lacks is replaced.  Raises OSError or ValueError as the stream does.
    """
    if stream.isatty():
        Console(file=stream, highlight=False).print(_styled(lines), soft_wrap=True, end="")
    else:
        encoding = stream.encoding or "utf-8"
        stream.write(plain(lines).encode(encoding, "replace").decode(encoding))
    stream.flush()


def _styled(lines: tuple[Line, ...]) -> Text:
    text = Text()
    for line in lines:
        for words, look in line:
            text.append(words, _STYLES[look])
        text.append("\n")
    return text
