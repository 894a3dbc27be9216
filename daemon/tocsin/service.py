"""The daemon: its beats, its signals, and its orderly end.

About four APScheduler jobs only look for rows whose time has come and start tasks for them; the
work itself lives in the engine's tasks, since the scheduler would cancel its own at shutdown.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from tocsin.app import App
from tocsin.core.errors import TocsinError
from tocsin.engine.local import LocalEngine
from tocsin.store import facts

PATIENCE = timedelta(seconds=6)
"""So long sends under way may take to end; with the rest, less than the 8 s that we promise."""

TICK, HEALTH, SWEEP = timedelta(seconds=1), timedelta(seconds=10), timedelta(minutes=1)

log = structlog.get_logger("tocsin.service")


async def run_forever(app: App, stop: asyncio.Event) -> None:
    """Watch and ring until *stop* is set; then end in order, in less than 8 s."""
    engine = LocalEngine(app.stages)
    scheduler = _schedule(app, engine)
    log.info("watching", feeds=len(app.stages.feeds), channels=len(app.stages.channels))
    scheduler.start()
    try:
        await stop.wait()
    finally:
        log.info("ending: no new work, sends under way are finished")
        scheduler.shutdown(wait=False)
        await engine.stop(PATIENCE)
    log.info("ended")


def stop_on_signals(stop: asyncio.Event) -> None:
    """Set *stop* at SIGTERM and SIGINT."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)


def _schedule(app: App, engine: LocalEngine) -> AsyncIOScheduler:
    """The beats; one that is late runs once, at once, and never twice at the same time."""
    late = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler = AsyncIOScheduler(job_defaults=late, timezone="UTC")

    async def alive() -> None:
        await app.stages.store.write(facts.alive, app.stages.clock.now())

    for beat, every in (
        (engine.poll_due, TICK),
        (engine.deliver_due, TICK),
        (alive, HEALTH),
        (engine.read_stuck, SWEEP),
    ):
        now = app.stages.clock.now()
        scheduler.add_job(
            _guarded(beat), "interval", seconds=every.total_seconds(), next_run_time=now
        )
    return scheduler


def _guarded(beat: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """*beat*, saying what goes wrong instead of raising it: the next one tries again."""

    async def run() -> None:
        try:
            await beat()
        except TocsinError as error:
            log.error("a beat failed, the next one tries again", why=str(error))
        except Exception:
            log.exception("this is a fault of tocsin's; the next beat tries again")

    return run
