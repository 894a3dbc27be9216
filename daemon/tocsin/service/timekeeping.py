"""Keeps the beats going when the machine's clock is set.

The scheduler sleeps until a time of day: were the clock set back by an hour, it would sleep for an
hour more, and nothing would be polled or sent.  So what the clock says is compared each second with
how much time has truly passed.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.base import BaseScheduler

from tocsin.core.ports import Clock
from tocsin.core.wording import length

SET = timedelta(seconds=5)
"""A clock that moved so much beyond the time that passed was set: what keeps it in step moves it by
less."""

EVERY = timedelta(seconds=1)

log = structlog.get_logger("tocsin.service")


class Timekeeper:
    """Compares *clock* with *tick*, seconds that only ever go on."""

    def __init__(self, clock: Clock, tick: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tick = tick
        self._offset = self._now()

    def was_set(self) -> timedelta:
        """By how much the clock was set since the last time that this was asked; zero if it was
        not."""
        before, self._offset = self._offset, self._now()
        moved = self._offset - before
        return moved if abs(moved) > SET else timedelta(0)

    def _now(self) -> timedelta:
        return timedelta(seconds=self._clock.now().timestamp() - self._tick())


async def keep_time(scheduler: BaseScheduler, clock: Clock) -> None:
    """Until cancelled, have every job of *scheduler* run anew whenever *clock* is set."""
    keeper = Timekeeper(clock)
    while True:
        await asyncio.sleep(EVERY.total_seconds())
        if moved := keeper.was_set():
            way = "back" if moved < timedelta(0) else "on"
            log.warning(f"the machine's clock was set {way} by {length(abs(moved))}")
            run_anew(scheduler, clock.now())


def run_anew(scheduler: BaseScheduler, now: datetime) -> None:
    """Have every job run at once, and from then on at its interval."""
    for job in scheduler.get_jobs():
        job.modify(next_run_time=now)
