"""A clock that is set stops no beat."""

import asyncio
from datetime import timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from fakes import SetClock
from tocsin.clock import SystemClock
from tocsin.service.timekeeping import Timekeeper, run_anew

pytestmark = pytest.mark.anyio

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("by", [-HOUR, 24 * HOUR])
def test_a_clock_that_was_set_is_noticed_once(by: timedelta) -> None:
    clock, passed = SetClock(), [0.0]
    keeper = Timekeeper(clock, lambda: passed[0])

    clock.tick(by)

    assert (keeper.was_set(), keeper.was_set()) == (by, timedelta(0))


def test_time_that_passes_and_small_corrections_are_no_setting() -> None:
    clock, passed = SetClock(), [0.0]
    keeper = Timekeeper(clock, lambda: passed[0])

    clock.tick(HOUR + timedelta(seconds=1))
    passed[0] += HOUR.total_seconds()

    assert keeper.was_set() == timedelta(0)


async def test_a_beat_that_a_clock_set_back_would_hold_up_runs_at_once() -> None:
    beaten, now = asyncio.Event(), SystemClock().now()

    async def beat() -> None:
        beaten.set()

    scheduler = AsyncIOScheduler(timezone="UTC")
    # What a clock that is set back by an hour leaves: the next run lies an hour ahead.
    scheduler.add_job(beat, "interval", seconds=1, next_run_time=now + HOUR)
    scheduler.start()
    run_anew(scheduler, now)
    await asyncio.wait_for(beaten.wait(), 30)
    scheduler.shutdown(wait=False)
