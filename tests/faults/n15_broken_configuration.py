"""Fault 15: a configuration that is broken while the daemon runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from structlog.testing import capture_logs
from structlog.typing import EventDict

from fakes import SetClock
from faults.outcome import Outcome, Scale, count, every
from tocsin.app import App, open_app
from tocsin.config import read_config
from tocsin.service import Service

FAULT = "50 broken configurations, each written over the good one while running"

GOOD = """\
feeds:
  - {id: courier, url: "https://courier.example/feed", outlet: Courier}
watchlist:
  entities:
    varga: {name: Ilse Varga, type: person, short: [Varga]}
  rules:
    - id: bridges
      severity: high
      match: {all: [entity: varga, bridge]}
channels:
  desk: {type: slack, webhook: "https://hooks.example/services/T/B/x"}
alerts: {wait_before_first: 60s}
fetch: {every: {least: 5m, most: 24h}}
"""


BROKEN = [
    ("feeds:", "feed:"),
    ("feeds:", "- feeds:"),
    ("feeds:", "\tfeeds:"),
    ("feeds:", "feeds: {"),
    ("feeds:", "feeds: &here"),
    ("feeds:", "watchlist: {}\nfeeds:"),
    ("id: courier", "id: The Courier"),
    ("id: courier", "idd: courier"),
    ("id: courier", "id: [courier]"),
    ("id: courier", "id: courier, id: other"),
    ('"https://courier.example/feed"', '"ftp://courier.example/feed"'),
    ('"https://courier.example/feed"', '"courier.example/feed"'),
    ('"https://courier.example/feed"', '"${NOT_SET}"'),
    ('"https://courier.example/feed"', "{}"),
    ("outlet: Courier}", "outlet: Courier, every: often}"),
    ("outlet: Courier}", "outlet: Courier, every: 10}"),
    ("outlet: Courier}", "outlet: Courier, first_sight: never}"),
    ("outlet: Courier}", "outlet: Courier, tags: sport}"),
    ("outlet: Courier}", 'outlet: Courier}\n  - {id: courier, url: "https://b.example/"}'),
    ("outlet: Courier}", "outlet: Courier"),
    ("entities:", "entitys:"),
    ("entities:", "entities: []\n  rest:"),
    ("name: Ilse Varga, ", ""),
    ("name: Ilse Varga", "nam: Ilse Varga"),
    ("type: person", "type: persona"),
    ("short: [Varga]", "short: {a: b}"),
    ("short: [Varga]", "short: [Varga], short_when: sometimes"),
    ("- id: bridges", "- name: bridges"),
    ("- id: bridges", "- id: Bridges!"),
    ("- id: bridges", "- {id: bridges, match: road}\n    - id: bridges"),
    ("severity: high", "severity: huge"),
    ("severity: high", "notify: [nobody]"),
    ("severity: high", "scope: {feeds: [unknown]}"),
    ("severity: high", "examples: {match: [a text without it]}"),
    ("severity: high", "relevance: {below: many}"),
    ("entity: varga", "entity: vargo"),
    ("{all: [entity: varga, bridge]}", "{al: [bridge]}"),
    ("{all: [entity: varga, bridge]}", "{none: [bridge]}"),
    ("{all: [entity: varga, bridge]}", "{all: []}"),
    ("{all: [entity: varga, bridge]}", "{all: [bridge AND road]}"),
    ("{all: [entity: varga, bridge]}", "{query: '(bridge OR road'}"),
    ("{all: [entity: varga, bridge]}", "{query: 'bridge AND AND road'}"),
    ("{all: [entity: varga, bridge]}", "{near: {terms: [a, b]}}"),
    ("{all: [entity: varga, bridge]}", "{regex: '[a-'}"),
    ("type: slack", "type: slakc"),
    ("type: slack, ", ""),
    ("webhook:", "webhok:"),
    ("webhook:", "webhook_file: missing, webhook:"),
    ("wait_before_first: 60s", "wait_before_frist: 60s"),
    ("wait_before_first: 60s", "wait_before_first: a minute"),
    ("least: 5m", "least: 48h"),
    ("fetch: {", "fetch: {allow: [10.0.0.0/99], "),
    ("fetch: {", "fetch: {per_host: 0, "),
    ("fetch: {", "timezone: Europe/Atlantis\nfetch: {"),
]


async def run(scale: Scale) -> Outcome:
    async with open_good(scale.folder) as app:
        old = app.stages
        logged = [await reload(app, broken_by(*change)) for change in BROKEN]
        kept = app.stages is old
    return Outcome(
        figures=(
            count("configurations", len(BROKEN)),
            every("the old one stayed in force", kept * sum(map(_stays, logged)), len(BROKEN)),
            every("the error names file and line", sum(map(_names_place, logged)), len(BROKEN)),
        )
    )


def broken_by(good: str, broken: str) -> str:
    """The good configuration with one thing in it changed."""
    assert good in GOOD
    return GOOD.replace(good, broken, 1)


def _stays(logged: list[EventDict]) -> bool:
    return bool(logged) and "the old one stays in force" in str(logged[-1]["event"])


def _names_place(logged: list[EventDict]) -> bool:
    problems = [str(line["event"]) for line in logged[:-1]]
    return bool(problems) and all("tocsin.yaml:" in problem for problem in problems)


@asynccontextmanager
async def open_good(folder: Path) -> AsyncIterator[App]:
    """The app on the good configuration, which it reads from *folder*."""
    path = folder / "tocsin.yaml"
    path.write_text(GOOD)
    async with open_app(read_config(path, {}), clock=SetClock()) as app:
        yield app


async def reload(app: App, text: str) -> list[EventDict]:
    """What is logged when the configuration becomes *text*."""
    service = Service(app, {})
    app.settings.path.write_text(text)
    service.look_again()
    with capture_logs() as logged:
        await service.reload()
    return logged
