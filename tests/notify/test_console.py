import contextlib
import io
import pty
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC

import pytest

from tocsin.notify.console import ConsoleNotifier, show
from tocsin.notify.lines import Line, plain, render
from world.alerts import HOSTILE, alert, hostile


def shown_on_terminal(lines: tuple[Line, ...]) -> str:
    """What a real terminal is sent when *lines* are shown on it."""
    reader, writer = pty.openpty()
    with ThreadPoolExecutor(1) as pool, open(reader, "rb", buffering=0) as screen:
        shown = pool.submit(_all, screen)
        with open(writer, "w", encoding="utf-8") as stream:
            show(lines, stream)
        return shown.result().decode().replace("\r\n", "\n")


def _all(screen: io.RawIOBase) -> bytes:
    seen = b""
    with contextlib.suppress(OSError):  # Linux: the other end was closed
        while chunk := screen.read(65536):
            seen += chunk
    return seen


@pytest.fixture(autouse=True)
def _a_terminal_with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_marks_are_bold_on_a_terminal() -> None:
    shown = shown_on_terminal(render(alert(), UTC))
    assert "\x1b[1mOkafor\x1b[0m" in shown
    assert "**" not in shown


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_feed_can_command_the_terminal(text: str) -> None:
    shown = shown_on_terminal(render(hostile(text), UTC))
    ours = shown.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\n", "")
    assert not [char for char in ours if ord(char) < 32 or 127 <= ord(char) < 160]


def test_a_stream_without_our_letters_gets_what_it_can_show() -> None:
    ascii_only = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    show(render(alert(title="Грузчики бастуют"), UTC), ascii_only)
    ascii_only.seek(0)
    assert "   ???????? ???????   " in ascii_only.read()


@pytest.mark.anyio
async def test_what_is_piped_is_the_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    await ConsoleNotifier(UTC).send(alert(), None)
    assert capsys.readouterr().out == plain(render(alert(), UTC))
