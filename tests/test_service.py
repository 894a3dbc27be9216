"""A running daemon and a configuration that changes under it."""

import asyncio
import gc
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from textwrap import dedent

import aiohttp
import pytest
from sqlalchemy import Connection
from structlog.testing import capture_logs

from fakes import Desk, SetClock
from faults.n15_broken_configuration import GOOD, open_good, reload
from sample import NOON, article, match
from tocsin.app import App, open_app
from tocsin.config import ChannelSettings, Settings, read_config
from tocsin.core.alerting import Address
from tocsin.core.errors import StoreError
from tocsin.core.model import Alert, Join, Placement, Receipt
from tocsin.core.ports import Notifier
from tocsin.intake.placing import WINDOW
from tocsin.service import Service
from tocsin.store import articles, matches, notices, outbox

pytestmark = pytest.mark.anyio

ANOTHER_FEED = '  - {id: ledger, url: "https://ledger.example/feed"}\nwatchlist:'
NOWHERE = "routes: [{severity: critical}]\n"


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_good(tmp_path) as opened:
        yield opened


async def test_a_changed_configuration_is_used_and_told(app: App) -> None:
    text = GOOD.replace("watchlist:", ANOTHER_FEED).replace("severity: high", "severity: low")

    logged = await reload(app, text)

    assert logged[0]["changed"] == "+1 feed, 1 rule changed"
    assert set(app.stages.feeds) == {"courier", "ledger"}


async def test_a_wrong_configuration_is_told_the_operator_once_and_again_when_it_is_right(
    app: App,
) -> None:
    service, store = Service(app, {}), app.stages.store
    for text in ("feed: []", "feeds: {}"):
        await become(service, app, text)
    (told,) = await store.read(notices.waiting)
    await store.write(notices.settle, [told.id], NOON)
    await become(service, app, GOOD)
    (right,) = await store.read(notices.waiting)

    assert told.notice.title == "the configuration on disk is wrong: the one before stays in force"
    assert "tocsin.yaml:1:1 unknown key: feed" in "".join(told.notice.lines)
    assert right.notice.title == "the configuration on disk is right again"


async def become(service: Service, app: App, text: str) -> None:
    app.settings.path.write_text(text)
    service.look_again()
    await service.reload()


async def test_a_channel_that_did_not_change_is_kept(app: App) -> None:
    before = app.stages.channels[0].notifier

    await reload(app, GOOD.replace("60s", "30s"))

    assert app.stages.channels[0].notifier is before
    assert app.stages.channels[0].terms.routing.timing.wait_before_first == timedelta(seconds=30)


@dataclass
class Doored(Desk):
    """A desk that a message may hold up at its door, and that is closed in the end."""

    door: asyncio.Event = field(default_factory=asyncio.Event)
    closed: int = 0

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        await self.door.wait()
        assert not self.closed
        return await super().send(alert, before)

    async def aclose(self) -> None:
        self.closed += 1


async def test_a_channel_that_a_reload_replaced_is_closed_once_its_sends_have_ended(
    tmp_path: Path,
) -> None:
    path, desks = tmp_path / "tocsin.yaml", list[Doored]()
    path.write_text(GOOD.replace("60s", "0s"))

    def make(channel: ChannelSettings, settings: Settings) -> Notifier:
        desks.append(Doored())
        return desks[-1]

    async with open_app(read_config(path, {}), clock=SetClock(), make=make) as app:
        service = Service(app, {})
        await app.stages.store.write(watched, app.stages.channels[0].name)
        await service.engine.deliver_due()
        for address in ("y", "z"):
            await become(service, app, GOOD.replace("T/B/x", f"T/B/{address}"))
            await service.reload()
        while_it_sends = [desk.closed for desk in desks]
        desks[0].door.set()
        await asyncio.wait(service.engine.under_way)
        await service.reload()
        after = [desk.closed for desk in desks]

    assert while_it_sends == [0, 0, 0]
    assert len(desks[0].sent) == 1
    assert after == [1, 1, 0]
    assert [desk.closed for desk in desks] == [1, 1, 1]


def watched(conn: Connection, channel: str) -> None:
    """A story that is due on *channel*."""
    placed = articles.add(conn, article(), Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(rule_id="bridges"),), NOON)
    outbox.make_due(conn, placed.story_id, Address(channel=channel, recipient=""), NOON)


async def test_a_way_to_the_web_that_a_reload_replaced_is_closed(app: App) -> None:
    service, others = Service(app, {}), open_sessions()
    for seconds in (20, 21, 22):
        await become(service, app, GOOD.replace("fetch: {", f"fetch: {{timeout: {seconds}s, "))
        await service.reload()

    assert len(open_sessions() - others) == 1


def open_sessions() -> set[aiohttp.ClientSession]:
    """All that hold connections, but those from before the app was opened."""
    found = [one for one in gc.get_objects() if type(one) is aiohttp.ClientSession]
    return {one for one in found if not one.closed}


async def test_a_file_that_did_not_change_is_not_read_again(app: App) -> None:
    service = Service(app, {})
    with capture_logs() as logged:
        await service.reload()

    assert logged == []


async def test_a_configuration_that_the_store_cannot_take_is_tried_again(app: App) -> None:
    service, store = Service(app, {}), app.stages.store
    await store.write(
        do, "CREATE TRIGGER t BEFORE INSERT ON feeds BEGIN SELECT RAISE(ABORT, ''); END"
    )
    app.settings.path.write_text(GOOD.replace("watchlist:", ANOTHER_FEED))
    with pytest.raises(StoreError):
        await service.reload()
    await store.write(do, "DROP TRIGGER t")

    await service.reload()

    assert set(app.stages.feeds) == {"courier", "ledger"}


def do(conn: Connection, statement: str) -> None:
    conn.exec_driver_sql(statement)


async def test_an_edit_while_another_is_being_taken_up_is_taken_up_next(tmp_path: Path) -> None:
    path, meanwhile = tmp_path / "tocsin.yaml", list[str]()

    def make(channel: ChannelSettings, settings: Settings) -> Notifier:
        if meanwhile:
            path.write_text(meanwhile.pop())
        return Desk()

    path.write_text(GOOD)
    async with open_app(read_config(path, {}), clock=SetClock(), make=make) as app:
        service = Service(app, {})
        path.write_text(GOOD.replace("T/B/x", "T/B/y"))
        meanwhile.append(GOOD.replace("60s", "30s"))
        await service.reload()
        await service.reload()

    assert app.settings.timing.wait_before_first == timedelta(seconds=30)


async def test_a_file_named_newly_that_was_wrong_is_read_again_once_it_is_mended(app: App) -> None:
    main = app.settings.path
    good, watchlist = GOOD.partition("channels:")[0].partition("watchlist:\n")[::2]
    more = main.with_name("more.yaml")
    more.write_text("entity: {}")
    main.write_text(f"{good}watchlist: more.yaml\n")
    service = Service(app, {})
    service.look_again()
    await service.reload()
    more.write_text(dedent(watchlist))

    await service.reload()

    assert more in app.settings.files


async def test_another_store_needs_a_new_start(app: App) -> None:
    logged = await reload(app, GOOD + "store: sqlite:///other.db\n")

    assert "needs a new start" in logged[0]["event"]


async def test_a_start_and_a_reload_warn_of_what_the_routes_leave_out(tmp_path: Path) -> None:
    (tmp_path / "tocsin.yaml").write_text(GOOD + NOWHERE)
    with capture_logs() as started:
        async with open_app(read_config(tmp_path / "tocsin.yaml", {})) as app:
            reloaded = await reload(app, GOOD + NOWHERE + "# another line\n")

    for logged in (started, reloaded):
        (told,) = (line for line in logged if "told nowhere" in line["event"])
        assert "warning: rule bridges: no route takes it" in told["event"]
        assert told["log_level"] == "warning"


async def test_a_reload_says_how_many_open_stories_a_new_rule_matches(app: App) -> None:
    opened = Placement(how=Join.OPENED)
    await app.stages.store.write(articles.add, article(), opened)
    closed = article(url="https://c.example/", first_seen=NOON - 2 * WINDOW)
    await app.stages.store.write(articles.add, closed, opened)
    rule = "  rules:\n    - {id: arches, match: arches}"

    logged = await reload(app, GOOD.replace("  rules:", rule))

    assert {"rule": "arches", "stories": 1}.items() <= logged[1].items()
