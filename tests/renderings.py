"""``make renderings``: plays the newsroom's day and writes what people see into docs/renderings.

Mails and Slack messages are shown by a real browser (Chromium, where there is one); Slack's own
look is imitated, its JSON is as it was sent.
"""

import asyncio
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from email.headerregistry import Address
from pathlib import Path
from typing import Any

from tocsin.app import make_notifier
from tocsin.config import ChannelSettings, Settings
from tocsin.core.ports import Notifier
from tocsin.logs import set_up_logs
from tocsin.notify.console import ConsoleNotifier
from tocsin.notify.mail import Letterhead, compose_bulletin
from world.alerts import bulletin
from world.day import play_day
from world.slack import TOKEN, Slack, slack_world
from world.smtp import Mail, smtp_server
from world.webhook import SECRET, webhook_sink

TO = "desk@example.org"
FOLDER = Path(__file__).parent.parent / "docs" / "renderings"
NARROW, WIDE = 360, 720  # pixels: a telephone, and more than a mail is ever wide
LIGHT, DARK = "1", "0"  # as Chromium calls them
_SITE = re.compile(r"http://127\.0\.0\.1:\d+")
_COLOURS = {"rotating_light": "#b00020", "red_circle": "#e01e5a", "large_orange_circle": "#e8912d"}
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px 20px; color: #1d1c1d;
  font: 15px/1.46 Lato, "Segoe UI", "DejaVu Sans", sans-serif; }
p, ul, blockquote { margin: 0 0 4px; }
ul { padding-left: 22px; }
a { color: #1264a3; text-decoration: none; }
blockquote { border-left: 4px solid #ddd; padding-left: 12px; }
.said { margin: 0 0 14px; max-width: 620px; }
.who { font-weight: 900; }
.dim { color: #616061; font-size: 12px; font-weight: 400; }
.thread { margin-left: 36px; }
</style>"""


def main() -> None:
    set_up_logs("error", "console")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tocsin-renderings-") as folder:
        asyncio.run(_render(Path(folder)))


async def _render(folder: Path) -> None:
    paper = io.StringIO()

    def make(channel: ChannelSettings, settings: Settings) -> Notifier:
        printed = channel.kind == "console"
        return ConsoleNotifier(UTC, paper) if printed else make_notifier(channel, settings)

    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(slack_world())
        postbox = await stack.enter_async_context(smtp_server())
        sink = await stack.enter_async_context(webhook_sink())
        bot = {"type": "slack", "token": TOKEN, "channel": "#alerts", "api_url": slack.api_url}
        mail = {"type": "email", "to": TO, "smtp": postbox.url, "starttls": False}
        hook = {"type": "webhook", "url": sink.url, "secret": SECRET}
        console = {"type": "console"}
        channels: dict[str, dict[str, Any]] = {
            "desk": bot,
            "mail": mail,
            "program": hook,
            "console": console,
        }
        await play_day(folder, channels, slack.set_time, make)
    _write("console.txt", paper.getvalue())
    _write("webhook.json", _json([call.content for call in sink.taken]))
    _write("slack.json", _json({"messages": slack.messages, "edits": slack.edits}))
    _picture("slack.png", _site(slack_page(slack)), WIDE, LIGHT)
    _mails(postbox.mails)
    _digest()


def _mails(mails: list[Mail]) -> None:
    """The thread in text, and its second mail as a browser shows it."""
    _write("mail.txt", "\n".join(_mail_text(mail) for mail in mails[:2]))
    page = mails[1].message.get_body(("html",))
    assert page is not None
    for name, width, scheme in (
        ("mail-light.png", WIDE, LIGHT),
        ("mail-dark.png", WIDE, DARK),
        ("mail-narrow.png", NARROW, LIGHT),
    ):
        _picture(name, _site(page.get_content()), width, scheme)


def _digest() -> None:
    head = Letterhead(
        sender=Address("Tocsin", addr_spec=TO), prefix="[tocsin]", channel="mail", zone=UTC
    )
    page = compose_bulletin(bulletin(recipient=TO), head).get_body(("html",))
    assert page is not None
    _picture("mail-digest.png", page.get_content(), WIDE, LIGHT)


def _mail_text(mail: Mail) -> str:
    message, body = mail.message, mail.message.get_body(("plain",))
    assert body is not None
    names = ("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "List-Id")
    headers = [f"{name}: {message[name]}" for name in names if message[name]]
    return "\n".join([*headers, "", body.get_content()])


# --- Slack, drawn -----------------------------------------------------------------------------


def slack_page(slack: Slack) -> str:
    """The channel as a person finds it, and the first story's thread under its message."""
    root = slack.messages[0]["ts"]
    edited = {edit["ts"] for edit in slack.edits}
    said = [
        _said(message, edited=message["ts"] in edited, threaded=message.get("thread_ts") == root)
        for message in slack.messages
    ]
    return _PAGE + "".join(said)


def _said(message: dict[str, Any], *, edited: bool, threaded: bool) -> str:
    at = f"{datetime.fromtimestamp(float(message['ts']), UTC):%d %b %H:%M}"
    mark = " (edited)" if edited else ""
    place = " · in the thread, shown in the channel too" if threaded else ""
    who = f'<p class="who">Tocsin <span class="dim">{at}{mark}{place}</span></p>'
    body = "".join(_part(part) for block in message["blocks"] for part in block["elements"])
    return f'<div class="said{" thread" if threaded else ""}">{who}{body}</div>'


def _part(part: dict[str, Any]) -> str:
    if part["type"] == "rich_text_list":
        return f"<ul>{''.join(f'<li>{_inlines(row)}</li>' for row in part['elements'])}</ul>"
    tag = "blockquote" if part["type"] == "rich_text_quote" else "p"
    return f"<{tag}>{_inlines(part)}</{tag}>"


def _inlines(part: dict[str, Any]) -> str:
    return "".join(_inline(element) for element in part["elements"])


def _inline(element: dict[str, Any]) -> str:
    if element["type"] == "emoji":
        return f'<span style="color: {_COLOURS.get(element["name"], "#999")}">⬤</span>'
    if element["type"] == "date":
        return html.escape(element["fallback"])
    text = html.escape(element["text"]).replace("\n", "<br>")
    text = f'<a href="#">{text}</a>' if element["type"] == "link" else text
    return f"<b>{text}</b>" if element.get("style", {}).get("bold") else text


# --- onto the disk ----------------------------------------------------------------------------


def _site(text: str) -> str:
    """Without the port that the newsroom happened to have."""
    return _SITE.sub("https://newsroom.example", text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(name: str, text: str) -> None:
    (FOLDER / name).write_text(_site(text), "utf-8")
    print(f"wrote {name}")


def _picture(name: str, page: str, width: int, scheme: str) -> None:
    """*page* as a browser shows it, as high as it is."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("a picture needs chromium; the texts are written")
    with tempfile.TemporaryDirectory(prefix="tocsin-page-") as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, "utf-8")
        high = _height(browser, source, width)
        arguments = [f"--window-size={width},{high}", f"--screenshot={FOLDER / name}"]
        _browse(browser, source, *arguments, f"--blink-settings=preferredColorScheme={scheme}")
    print(f"wrote {name}")


def _height(browser: str, source: Path, width: int) -> int:
    """How high the page is at this width: it writes that into its own title."""
    measured = source.with_name("measured.html")
    script = f"""<script>document.documentElement.style.width = "{width}px";
        document.title = document.body.scrollHeight</script>"""
    measured.write_text(source.read_text("utf-8") + script, "utf-8")
    dumped = _browse(browser, measured, f"--window-size={width},200", "--dump-dom")
    found = re.search(r"<title>(\d+)</title>", dumped)
    return int(found[1]) if found else 1_000


def _browse(browser: str, source: Path, *arguments: str) -> str:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    command = [browser, "--headless", "--disable-gpu", "--hide-scrollbars", *sandbox, *arguments]
    done = subprocess.run(
        [*command, source.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
