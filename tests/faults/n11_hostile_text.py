"""Fault 11: what attackers and accidents put into feeds, as every text that a feed can set, told on
every kind of channel.

Mails are read twice: by lxml, and in full by a real browser, which runs what would run.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import lxml.html

from faults.outcome import NotHere, Outcome, Scale, count, every, none
from tocsin.core.model import Alert, Bulletin
from tocsin.notify.apprise import harmless
from tocsin.notify.lines import plain, render, render_bulletin
from tocsin.notify.mail import Letterhead, compose, compose_bulletin
from tocsin.notify.slack_blocks import message, reply, roundup, short, short_roundup, standing
from tocsin.notify.webhook import bulletin_content, content
from tocsin.notify.wording import round_up, word
from tocsin.notify.written import as_text, bulletin_as_text
from world.alerts import HOSTILE, bulletin, hostile
from world.slack_rules import TooLong, bad_mrkdwn, pings, wrong_with

FAULT = "XSS and naughty strings as every text of a feed, by mail, Slack, console, webhook, Apprise"

CORPUS = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "feeds" / "strings"
LISTS = ("xss.json", "blns.json", "ssrf_urls.json", "xxe_documents.json")
TO = "desk@example.org"
HEAD = Letterhead(
    sender=Address("Tocsin", addr_spec=TO), prefix="[tocsin]", channel="desk", zone=UTC
)
CLASSICS = (
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "'-alert(1)-'",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</title></style><script>alert(1)</script>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "--><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "{% include '/etc/passwd' %}{{ ''.__class__ }}",
    "\x1b]0;title\x07\x1b[2J\x9b31m",
    "@everyone @here <@&1> <!subteam^S1> <#C1>",
    "http://a.example/|x> <https://b.example|c",
    "\u202egnp.exe\u2066 \u200f\u200e \ufeff",
    "\ud800 \udfff \U0010ffff \x00",
)  # fmt: skip
_ACTIVE = ("script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button",
           "img", "svg", "math", "video", "audio", "source", "link", "base", "isindex")  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CALLED = re.compile(r"@[^\s\u200b]|<[!@#]")


async def run(scale: Scale) -> Outcome:
    texts, toll = [*HOSTILE, *CLASSICS, *(_corpus() if scale.full else ())], Toll()
    for number, text in enumerate(texts):
        toll.tell(text)
        if number % 500 == 499:
            scale.say(f"{number + 1} of {len(texts)} texts")
    shown = _in_browser(scale.folder, toll.pages) if scale.full else None
    return Outcome(
        figures=(
            count("texts", len(texts)),
            count("messages", toll.messages),
            none("exceptions", len(toll.exceptions)),
            none("active nodes", toll.active),
            none("pings", toll.pings),
            none("refused by Slack", toll.refused),
            none("headers added", toll.headers),
            none("control characters on a terminal", toll.controls),
            none("links that are not of the web", toll.links),
            *(_browser_figures(shown, len(toll.pages)) if shown else ()),
        ),
        notes=tuple(sorted(set(toll.exceptions))[:5]),
    )


@dataclass
class Toll:
    """What all messages together did that none may do; *pages* are the alerts' mails in HTML."""

    messages: int = 0
    exceptions: list[str] = field(default_factory=list)
    active: int = 0
    pings: int = 0
    refused: int = 0
    headers: int = 0
    controls: int = 0
    links: int = 0
    pages: list[str] = field(default_factory=list)

    def tell(self, text: str) -> None:
        """Tell an alert and a bulletin in which all is *text*, in every form that there is."""
        told = hostile(text, recipient=TO)
        summary = bulletin(title=text, lines=(text,), alerts=(told,), recipient=TO)
        for form in (self._mail, self._slack, self._console, self._webhook, self._apprise):
            self._try(lambda form=form: form(told, summary))  # type: ignore[misc]

    def _try(self, form: Callable[[], int]) -> None:
        try:
            self.messages += form()
        except Exception as error:  # noqa: BLE001  (they are what is counted)
            self.exceptions.append(f"{type(error).__name__}: {error}"[:120])

    def _mail(self, told: Alert, summary: Bulletin) -> int:
        for mail in (compose(told, None, HEAD), compose_bulletin(summary, HEAD)):
            mail.as_bytes()
            self.headers += len(mail.keys()) != HEADERS
            self.active += len(list(_active(_page(mail))))
        self.pages.append(_page(compose(told, None, HEAD)))
        return 2

    def _slack(self, told: Alert, summary: Bulletin) -> int:
        words, rounded = word(told, UTC), round_up(summary, UTC)
        forms = [form(told, words) for form in (message, standing, reply, short)]
        for said in (*forms, roundup(rounded), short_roundup(rounded)):
            self.pings += len(pings(said))
            self.refused += _refused(said)
        return 6

    def _console(self, told: Alert, summary: Bulletin) -> int:
        for lines in (render(told, UTC), render_bulletin(summary, UTC)):
            self.controls += len(_CONTROL.findall(plain(lines)))
        return 2

    def _webhook(self, told: Alert, summary: Bulletin) -> int:
        for said in (content(told), bulletin_content(summary)):
            json.dumps(said, ensure_ascii=False).encode()
            self.links += sum(not url.startswith(("http://", "https://")) for url in _urls(said))
        return 2

    def _apprise(self, told: Alert, summary: Bulletin) -> int:
        rounded = round_up(summary, UTC)
        for text in (as_text(word(told, UTC), 6), bulletin_as_text(rounded, 1, 12)):
            self.pings += len(_CALLED.findall(harmless(text)))
        return 2


HEADERS = len(compose(hostile("x", recipient=TO), None, HEAD).keys())


def _corpus() -> list[str]:
    found = [
        json.loads(path.read_text("utf-8")) for path in map(CORPUS.joinpath, LISTS) if path.exists()
    ]
    return [text for one in found for text in one["items"]]


def _page(mail: EmailMessage) -> str:
    body = mail.get_body(("html",))
    assert body is not None
    return str(body.get_content())


def _active(page: str) -> Iterator[str]:
    """What in a page would do something, as lxml reads it."""
    for node in lxml.html.fromstring(page).iter():
        if node.tag in _ACTIVE:
            yield str(node.tag)
        yield from (name for name in node.attrib if name.startswith("on"))
        address = node.attrib.get("href", "https:")
        if not address.startswith(("http:", "https:")):
            yield address


def _refused(said: dict[str, Any]) -> bool:
    try:
        return bool(wrong_with(said["blocks"]) or bad_mrkdwn(said["text"]))
    except TooLong:
        return True


def _urls(said: object) -> Iterator[str]:
    """Every address in a webhook's JSON that is not empty."""
    if isinstance(said, dict):
        yield from (said[name] for name in ("url", "page") if said.get(name))
    inner = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    for one in inner:
        yield from _urls(one)


# --- in a browser -----------------------------------------------------------------------------

_DRIVER = """<!doctype html><meta charset="utf-8"><body><script>
const pages = PAGES, active = "script, ACTIVE";
let ran = 0, nodes = 0, shown = 0;
function rang() { ran += 1; }
async function show(page) {
  const frame = document.createElement("iframe");
  frame.srcdoc = "<script>alert = confirm = prompt = () => parent.rang()<\\/script>" + page;
  document.body.append(frame);
  await new Promise((done) => { frame.onload = done; });
  const inside = frame.contentDocument;
  nodes += inside.querySelectorAll(active).length - 1;  // our own script
  for (const node of inside.querySelectorAll("*")) {
    nodes += [...node.attributes].filter(({name}) => name.startsWith("on")).length;
    if (node.href && !/^https?:/.test(node.href)) nodes += 1;
  }
  shown += inside.querySelector("h1") ? 1 : 0;
  frame.remove();
}
(async () => {
  while (pages.length) await Promise.all(pages.splice(-50).map(show));
  document.title = JSON.stringify({ran, nodes, shown});
})();
</script>"""


def _in_browser(folder: Path, pages: list[str]) -> dict[str, int]:
    """What a real browser made of all pages: how many it showed, what ran, what could."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise NotHere("this needs chromium")
    driver, written = folder / "driver.html", json.dumps(pages).replace("</", "<\\/")
    written = written.replace("<!--", "<\\!--").replace("<script", "<\\script")
    active = ", ".join(name for name in _ACTIVE if name != "script")
    driver.write_text(_DRIVER.replace("ACTIVE", active).replace("PAGES", written), "utf-8")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    command = [browser, "--headless", "--disable-gpu", *sandbox, "--virtual-time-budget=600000",
               "--dump-dom", driver.as_uri()]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=True)
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    if title is None:
        raise NotHere("chromium did not finish")
    told: dict[str, int] = json.loads(title[1])
    return told


def _browser_figures(shown: dict[str, int], pages: int) -> tuple[Any, ...]:
    return (
        every("mails shown by a browser", shown["shown"], pages),
        none("scripts that ran in it", shown["ran"]),
        none("active nodes in it", shown["nodes"]),
    )
