"""How the service fares, and who is told: its beats, the ping, the health check's facts."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web
from pydantic import SecretStr
from sqlalchemy import Connection
from structlog.testing import capture_logs

from fakes import Desk, SetClock
from sample import MINUTE, NOON
from tocsin.app import App, open_app
from tocsin.config import read_config
from tocsin.core.errors import DeliveryError, Refused, StoreError
from tocsin.core.model import Bulletin
from tocsin.core.notices import Notice
from tocsin.logs import set_up_logs
from tocsin.service.beats import Beat, Beats
from tocsin.service.heartbeat import EVERY, Heartbeat
from tocsin.service.operator import Operator
from tocsin.store import bulletins, facts, notices, outbox
from world.http import serve

pytestmark = pytest.mark.anyio


class Tick:
    """Seconds that a test lets pass."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Switch:
    """A dead-man's switch that counts its pings, and answers with *status*."""

    pings, status = 0, 200

    async def answer(self, _: web.Request) -> web.StreamResponse:
        self.pings += 1
        return web.Response(status=self.status)


class Work:
    """A beat's work, which fails while there is *trouble*."""

    trouble: StoreError | None = None

    async def do(self) -> None:
        if self.trouble:
            raise self.trouble


async def test_a_beat_that_fails_says_so_once_and_stands_still_until_it_works_again() -> None:
    tick, work = Tick(), Work()
    beats = Beats(tick)
    beat = beats.guarded(Beat(name="poll", do=work.do, every=MINUTE, vital=True))
    work.trouble = StoreError("disk full")
    with capture_logs() as logged:
        for tick.seconds in (60, 120):
            await beat()
        assert beats.still() == ()
        tick.seconds = 121
        assert beats.still() == ("poll",)
        work.trouble = None
        await beat()

    assert beats.still() == ()
    assert [line["log_level"] for line in logged] == ["error", "info"]


async def test_a_beat_that_is_not_vital_may_stand_still() -> None:
    tick = Tick()
    beats = Beats(tick)
    beats.guarded(Beat(name="reload", do=Work().do, every=MINUTE))
    tick.seconds = 10_000

    assert beats.still() == ()


async def test_a_ping_comes_every_few_minutes_and_one_that_failed_sooner() -> None:
    tick, switch = Tick(), Switch()
    heartbeat = Heartbeat(tick)
    async with serve(switch.answer) as url:
        address = SecretStr(f"{url}/uuid-of-mine")
        await heartbeat.ping(address)
        await heartbeat.ping(address)
        assert switch.pings == 1
        tick.seconds, switch.status = EVERY.total_seconds(), 500
        with pytest.raises(DeliveryError) as caught:
            await heartbeat.ping(address)
        switch.status = 200
        await heartbeat.ping(address)
    await heartbeat.aclose()

    assert switch.pings == 3
    assert "uuid" not in str(caught.value)


CONFIG = """\
feeds:
  - https://courier.example/feed
watchlist: {{rules: [{{id: roads, match: road}}]}}
heartbeat: {{url: "{url}", daily: "09:00"}}
timezone: UTC
"""


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def switch() -> Switch:
    return Switch()


@pytest.fixture
async def app(tmp_path: Path, switch: Switch, clock: SetClock) -> AsyncIterator[App]:
    path = tmp_path / "tocsin.yaml"
    async with serve(switch.answer) as url:
        path.write_text(CONFIG.format(url=url))
        async with open_app(read_config(path, {}), clock=clock) as opened:
            yield opened


def refuse_words(conn: Connection) -> None:
    """From now on the store fails to say that we live, as on a full disk."""
    refuse = "BEGIN SELECT RAISE(ABORT, 'no room'); END"
    conn.exec_driver_sql(f"CREATE TRIGGER full BEFORE INSERT ON facts {refuse}")


def take_words(conn: Connection) -> None:
    conn.exec_driver_sql("DROP TRIGGER full")


async def test_the_switch_rings_where_a_vital_beat_stands_still(app: App, switch: Switch) -> None:
    tick = Tick()
    beats = Beats(tick)
    beats.guarded(Beat(name="poll", do=Work().do, every=MINUTE, vital=True))
    operator = Operator(app, beats)
    await operator.ping()
    tick.seconds = 3600
    await operator.ping()
    await operator.alive()
    await operator.aclose()

    assert switch.pings == 1
    said = await app.stages.store.read(facts.last_alive)
    assert said is not None
    assert said.still == ("poll",)


async def test_the_switch_rings_and_health_says_why_where_the_operator_is_not_reached(
    app: App, switch: Switch, clock: SetClock
) -> None:
    operator, store = Operator(app, Beats()), app.stages.store
    lost = Bulletin(key="notices/1", channel="console", recipient="", title="x", frozen_at=NOON)
    await store.write(bulletins.post, lost, clock.now())
    channel = replace(app.stages.channels[0], notifier=Desk(troubles=[Refused("token_revoked")]))
    await app.stages.delivery.flush(channel)

    await operator.ping()
    await operator.alive()
    await operator.aclose()

    alive = await store.read(facts.last_alive)
    assert alive is not None
    assert (switch.pings, alive.but) == (
        0,
        "the operator is not reached on console: token_revoked",
    )


async def test_nothing_waits_a_day_where_the_clock_is_set_back_by_a_day(
    app: App, clock: SetClock
) -> None:
    operator, store = Operator(app, Beats()), app.stages.store
    await operator.alive()
    bulletin = Bulletin(key="x", channel="desk", recipient="", title="x", frozen_at=clock.now())
    await store.write(bulletins.post, bulletin, clock.now())

    clock.tick(-24 * 60 * MINUTE)
    await operator.alive()
    await operator.aclose()

    assert await store.read(outbox.next_due, "desk") == clock.now()


async def test_the_operator_reads_notices_on_his_channel_and_a_line_a_day(
    app: App, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("error", "console")
    operator, stages = Operator(app, Beats()), app.stages
    await operator.daily()
    notice = Notice(key="feed-down/x/1", title="x is down: 403 for 2 days")
    await stages.store.write(notices.post, notice, clock.now())
    for _ in range(3):
        clock.tick(21 * 60 * MINUTE)
        await operator.tell()
        await operator.daily()
        await stages.delivery.flush(stages.channels[0])
    await operator.aclose()

    said = capsys.readouterr().out
    assert said.count("x is down: 403 for 2 days") == 1
    assert said.count("watching 1 feed, 0 down; 0 new articles and 0 alerts since Mon 09:00") == 1
    assert said.count("watching") == 2


async def test_the_operator_hears_how_long_the_store_could_not_be_written(
    app: App, clock: SetClock
) -> None:
    operator, store = Operator(app, Beats()), app.stages.store
    await store.write(refuse_words)
    for _ in range(3):
        with pytest.raises(StoreError, match="no room"):
            await operator.alive()
        clock.tick(MINUTE)
    await store.write(take_words)
    await operator.alive()
    await operator.alive()
    await operator.aclose()

    (posted,) = await store.read(notices.waiting)
    assert posted.notice.title == "the store could not be written from 12:00:00 to 12:03:00"
