"""A running daemon and a configuration that changes under it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from fakes import SetClock
from sample import NOON, article
from tocsin.app import App, open_app
from tocsin.config import read_config
from tocsin.core.model import Join, Placement
from tocsin.intake.placing import WINDOW
from tocsin.service import Service
from tocsin.store import stories

pytestmark = pytest.mark.anyio

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


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    path = tmp_path / "tocsin.yaml"
    path.write_text(GOOD)
    async with open_app(read_config(path, {}), clock=SetClock()) as opened:
        yield opened


async def reload(app: App, text: str) -> list[EventDict]:
    """What is logged when the configuration becomes *text*."""
    service = Service(app, {})
    app.settings.path.write_text(text)
    service.look_again()
    with capture_logs() as logged:
        await service.reload()
    return logged


async def test_a_broken_configuration_leaves_the_old_one_in_force_and_names_the_place(
    app: App,
) -> None:
    assert len(BROKEN) >= 50
    old = app.stages
    for good, broken in BROKEN:
        assert good in GOOD
        logged = await reload(app, GOOD.replace(good, broken, 1))

        assert app.stages is old, broken
        *problems, last = [str(line["event"]) for line in logged]
        assert "the old one stays in force" in last, broken
        assert problems, broken
        assert all("tocsin.yaml:" in problem for problem in problems), (broken, problems)


async def test_a_changed_configuration_is_used_and_told(app: App) -> None:
    more = '  - {id: ledger, url: "https://ledger.example/feed"}\nwatchlist:'
    text = GOOD.replace("watchlist:", more).replace("severity: high", "severity: low")

    logged = await reload(app, text)

    assert logged[0]["changed"] == "+1 feed, 1 rule changed"
    assert set(app.stages.feeds) == {"courier", "ledger"}


async def test_a_channel_that_did_not_change_is_kept(app: App) -> None:
    before = app.stages.channels[0].notifier

    await reload(app, GOOD.replace("60s", "30s"))

    assert app.stages.channels[0].notifier is before
    assert app.stages.channels[0].timing.wait_before_first == timedelta(seconds=30)


async def test_a_file_that_did_not_change_is_not_read_again(app: App) -> None:
    service = Service(app, {})
    with capture_logs() as logged:
        await service.reload()

    assert logged == []


async def test_another_store_needs_a_new_start(app: App) -> None:
    logged = await reload(app, GOOD + "store: sqlite:///other.db\n")

    assert "needs a new start" in logged[0]["event"]


async def test_a_reload_says_how_many_open_stories_a_new_rule_matches(app: App) -> None:
    opened = Placement(how=Join.OPENED)
    await app.stages.store.write(stories.add_article, article(), opened)
    closed = article(url="https://c.example/", first_seen=NOON - 2 * WINDOW)
    await app.stages.store.write(stories.add_article, closed, opened)
    rule = "  rules:\n    - {id: arches, match: arches}"

    logged = await reload(app, GOOD.replace("  rules:", rule))

    assert {"rule": "arches", "stories": 1}.items() <= logged[1].items()
