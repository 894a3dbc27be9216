"""The stages as tasks of this process."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from fakes import Web
from intake.bench import Bench, known
from sample import ENTRY
from tocsin.core.ports import Request, Response
from tocsin.delivery import Delivery
from tocsin.engine.local import MOST_POLLS, POLL_LEASE, LocalEngine, Stages
from tocsin.store.sqlite import SqliteStore
from waiting import until

pytestmark = pytest.mark.anyio


@dataclass
class Stuck(Web):
    """Answers nothing any more once it is *stuck*."""

    stuck: bool = False
    asked_then: list[Request] = field(default_factory=list)

    async def fetch(self, request: Request) -> Response:
        if self.stuck:
            self.asked_then.append(request)
            await asyncio.Event().wait()
        return await super().fetch(request)


async def test_a_beat_that_finds_no_room_for_another_poll_starts_none(store: SqliteStore) -> None:
    web = Stuck()
    bench = await known(Bench(store, web=web))
    bench.answer(b"1", ENTRY)
    await bench.poll()
    stages = Stages(
        store=store,
        clock=bench.clock,
        feeds={bench.feed.id: bench.feed},
        intake=bench.intake,
        delivery=Delivery(store, bench.clock),
        channels=(),
    )
    engine, web.stuck = LocalEngine(stages), True
    for _ in range(MOST_POLLS):
        bench.clock.tick(timedelta(days=1) + POLL_LEASE)
        await engine.poll_due()
    await engine.read_stuck()
    await until(lambda: len(web.asked_then) > MOST_POLLS)

    bench.clock.tick(timedelta(days=1) + POLL_LEASE)
    await engine.poll_due()
    await engine.stop(timedelta(0))

    assert len(web.asked_then) == MOST_POLLS + 1
