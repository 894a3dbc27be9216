"""Fault 16: secrets stand in the configuration, and everything that they are shown to fails, in as
many ways as there are, and repeats what it was shown.

Whatever a person could come to read is then searched for them: what commands print at level DEBUG,
the store, errors with their tracebacks, and what libraries log.
"""

import asyncio
import base64
import contextlib
import io
import itertools
import json
import logging
import os
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml
from aiohttp import web

from faults.outcome import Outcome, Scale, count, none
from shared_forms import share_forms
from tocsin.app import make_notifier
from tocsin.clock import SystemClock
from tocsin.config import as_yaml, read_config
from tocsin.core.errors import ConfigError, TocsinError
from tocsin.core.ports import Notifier
from tocsin.newsroom import DAY, Newsroom, open_newsroom
from world.alerts import alert, bulletin, update
from world.http import serve

FAULT = "12 planted secrets and more; every place that they are shown to fails and repeats them"

NAMES = (
    "slack-token", "slack-webhook", "mail-password", "mail-address", "webhook-secret",
    "webhook-address", "apprise-token", "heartbeat", "feed-header", "feed-password", "feed-cookie",
    "feed-proxy", "token-file", "feed-address",
)  # fmt: skip
SECRETS = {name: f"planted{number:02}{name.replace('-', '')}" for number, name in enumerate(NAMES)}
STATUSES = (200, 302, 400, 401, 403, 404, 429, 500)
COMMANDS = (
    ("run", "--once"),
    ("run", "--once", "--json"),
    ("check", "--online"),
    ("notify", "test"),
    ("config", "show"),
    ("check",),
    ("alerts", "list"),
    ("feeds", "list"),
)
TWO_REPORTS = timedelta(hours=7, minutes=30)


async def run(scale: Scale) -> Outcome:
    read = Read()
    async with open_newsroom(DAY, SystemClock()) as newsroom, fiend() as (address, mail, answer):
        newsroom.hold()
        newsroom.advance(TWO_REPORTS)
        path = write_config(scale.folder, configuration(newsroom, address, mail))
        for answer.status in STATUSES if scale.full else (401, 500):
            await fail_all(path, read)
        for command in COMMANDS if scale.full else ():
            scale.say(" ".join(command))
            await read.command(path, *command)
        for file in scale.folder.glob("tocsin.db*"):
            read.add(f"the store, {file.name}", file.read_bytes() if file.is_file() else b"")
        broken(path, read)
    return Outcome(
        figures=(
            count("secrets", len(SECRETS)),
            count("places searched", len(read.places)),
            count("errors with tracebacks", read.errors),
            none("found", len(read.found)),
        ),
        notes=tuple(sorted(set(read.found))[:8]),
    )


@dataclass
class Read:
    """All that a person could read, searched for secrets as it comes; *found* says which, where."""

    places: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    errors: int = 0

    def add(self, place: str, text: str | bytes) -> None:
        raw = text.encode("utf-8", "replace") if isinstance(text, str) else text
        self.places.append(place)
        self.found += [f"{name} in {place}" for name, one in spellings() if one.encode() in raw]

    def error(self, place: str, error: BaseException) -> None:
        self.errors += 1
        self.add(place, "".join(traceback.format_exception(error)) + repr(error))

    async def command(self, config: Path, *arguments: str) -> None:
        """What ``tocsin …`` prints at level DEBUG."""
        pipe = asyncio.subprocess.PIPE
        program = (sys.executable, "-c", "from tocsin.cli import main; main()")
        process = await asyncio.create_subprocess_exec(
            *program, *arguments, "--config", str(config), stdout=pipe, stderr=pipe,
            env={**os.environ, "TZ": "UTC", "COLUMNS": "400"},
        )  # fmt: skip
        for said, stream in zip(await process.communicate(), ("out", "err"), strict=True):
            self.add(f"{' '.join(arguments)} ({stream})", said)


def spellings() -> list[tuple[str, str]]:
    """Each secret, as it is and as it goes over the wire."""
    pairs = [("mail-password", "tocsin"), ("feed-password", "reader"), ("feed-address", "reader")]
    basic = [
        (name, base64.b64encode(f"{user}:{SECRETS[name]}".encode()).decode())
        for name, user in pairs
    ]
    return [*SECRETS.items(), *basic, ("webhook-secret", signing_secret())]


def signing_secret() -> str:
    return base64.b64encode(SECRETS["webhook-secret"].encode() * 2).decode()


# --- who repeats everything -------------------------------------------------------------------


@dataclass
class Answer:
    """With which status everything is answered."""

    status: int = 401


@asynccontextmanager
async def fiend() -> AsyncIterator[tuple[str, str, Answer]]:
    """A web server and a mail server that refuse everything and repeat what they were shown."""
    answer = Answer()

    async def repeat(request: web.Request) -> web.StreamResponse:
        shown = f"{request.url} {dict(request.headers)} {await request.text()}"
        said = json.dumps({"ok": False, "error": shown, "needed": shown})
        headers = {"retry-after": "0", "location": f"/again?{request.query_string}", "etag": '"x"'}
        return web.Response(status=answer.status, text=said, headers=headers)

    post = await asyncio.start_server(_refuse_login, "127.0.0.1", 0)
    async with serve(repeat) as address, post:
        yield address, f"127.0.0.1:{post.sockets[0].getsockname()[1]}", answer


async def _refuse_login(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """SMTP as far as the login, whose answer repeats what was given."""
    writer.write(b"220 mx.example\r\n")
    with contextlib.suppress(ConnectionError):
        while line := (await reader.readline()).decode():
            verb, _, given = line.strip().partition(" ")
            shown = given.rpartition(" ")[2]
            with contextlib.suppress(ValueError):
                shown += base64.b64decode(shown, validate=True).decode().replace("\0", " ")
            answers = {"EHLO": "250-mx.example\r\n250 AUTH PLAIN", "AUTH": f"535 not {shown}"}
            writer.write(f"{answers.get(verb.upper(), f'554 not {shown}')}\r\n".encode())
    writer.close()


# --- the configuration ------------------------------------------------------------------------


def configuration(newsroom: Newsroom, address: str, mail: str) -> dict[str, Any]:
    """Secrets wherever one may stand, each leading to who repeats it."""
    host = address.removeprefix("http://")
    feeds = [{"id": feed.id, "url": feed.url, "outlet": feed.outlet} for feed in newsroom.feeds]
    private = {
        "id": "private",
        "url": f"{address}/feed",
        "headers": {"x-key": SECRETS["feed-header"]},
        "auth": {"user": "reader", "password": SECRETS["feed-password"]},
        "cookies": {"session": SECRETS["feed-cookie"]},
    }
    proxied = {
        "id": "proxied",
        "url": "http://feeds.example/feed",
        "proxy": f"http://reader:{SECRETS['feed-proxy']}@{host}",
    }
    addressed = {"id": "addressed", "url": f"http://reader:{SECRETS['feed-address']}@{host}/f"}
    return {
        "feeds": [*feeds, private, proxied, addressed],
        "watchlist": "watchlist.yaml",
        "fetch": {"allow": ["127.0.0.1"], "first_sight": "24h"},
        "channels": channels(address, mail),
        "operator": "bot",
        "heartbeat": {"url": f"{address}/{SECRETS['heartbeat']}"},
        "log": {"level": "debug"},
    }


def channels(address: str, mail: str) -> dict[str, dict[str, Any]]:
    bot = {"type": "slack", "channel": "C0ALERTS1", "api_url": f"{address}/api"}
    login = f"tocsin:{SECRETS['mail-address']}@"
    post = {"type": "email", "to": "desk@example.org", "starttls": False}
    return {
        "bot": {**bot, "token": SECRETS["slack-token"]},
        "file": {**bot, "token_file": "token"},
        "hook": {"type": "slack", "webhook": f"{address}/services/{SECRETS['slack-webhook']}"},
        "mail": {**post, "smtp": f"smtp://{mail}", "username": "tocsin",
                 "password": SECRETS["mail-password"]},
        "post": {**post, "smtp": f"smtp://{login}{mail}"},
        "program": {"type": "webhook", "url": f"{address}/h?key={SECRETS['webhook-address']}",
                    "secret": signing_secret()},
        "other": {"type": "apprise",
                  "url": f"{address.replace('http', 'json')}/{SECRETS['apprise-token']}"},
    }  # fmt: skip


def write_config(folder: Path, config: dict[str, Any]) -> Path:
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(DAY.watchlist)
    (folder / "token").write_text(SECRETS["token-file"])
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps(config))
    return path


# --- every way to fail ------------------------------------------------------------------------


async def fail_all(path: Path, read: Read) -> None:
    """Ask everything of every channel; each fails, and what that leaves is read."""
    settings, logged = read_config(path, {}), io.StringIO()
    handler = logging.StreamHandler(logged)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    read.add("config show", as_yaml(settings))
    for channel in settings.channels:
        notifier = make_notifier(channel, settings)
        read.add(f"{channel.name} itself", repr(notifier))
        for what, asked in _questions(notifier):
            try:
                await asked
            except TocsinError as error:
                read.error(f"{channel.name}, {what}", error)
        await notifier.aclose()
    root.removeHandler(handler)
    root.setLevel(before)
    read.add("what libraries log", logged.getvalue())


def _questions(notifier: Notifier) -> list[tuple[str, Awaitable[object]]]:
    (to, *_) = notifier.recipients
    return [
        ("send", notifier.send(alert(recipient=to), None)),
        ("find", notifier.find(update(recipient=to), None)),
        ("announce", notifier.announce(bulletin(recipient=to))),
        ("greet", notifier.greet()),
    ]


def broken(path: Path, read: Read) -> None:
    """Each channel with each of its options spoilt: what is said of that names no secret."""
    good = yaml.safe_load(path.read_text())
    for name, options in good["channels"].items():
        for option, spoil in itertools.product(options, (_halved, _listed, _misnamed)):
            spoilt = {**good["channels"], name: spoil(options, option)}
            path.write_text(json.dumps({**good, "channels": spoilt}))
            try:
                read_config(path, {})
            except ConfigError as error:
                read.error(f"a broken {option} of {name}", error)


def _halved(options: dict[str, Any], option: str) -> dict[str, Any]:
    return {**options, option: str(options[option]).replace(":", "", 1)}


def _listed(options: dict[str, Any], option: str) -> dict[str, Any]:
    return {**options, option: [[options[option]]]}


def _misnamed(options: dict[str, Any], option: str) -> dict[str, Any]:
    others = {name: value for name, value in options.items() if name != option}
    return {**others, f"{option}x": options[option]}
