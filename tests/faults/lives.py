"""Lives of the program: started often and quickly, killed wherever a fault says.

A life is the real ``tocsin …`` in a process of its own.  What it imports takes longer than what it
does, so lives are forked from one process that has imported it (multiprocessing's fork server)
and has done nothing else.  No life outlives the process that asked for it.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import FrameType
from typing import Any

from faults import lag
from tocsin.app import open_app
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.core.ports import Clock
from tocsin.logs import set_up_logs
from tocsin.service import Service
from tocsin.store.sqlite import Lock

_FORK = multiprocessing.get_context("forkserver")
_FORK.set_forkserver_preload(
    [
        "tocsin.cli",
        "tocsin.cli.run",
        "tocsin.cli.health",
        "tocsin.notify.email",
        "tocsin.notify.slack_bot",
        "tocsin.notify.slack_webhook",
        "tocsin.notify.webhook",
        "alembic.command",
        "alembic.runtime.migration",
        "sqlalchemy.dialects.sqlite",
    ]
)


class Life:
    """One process."""

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def send(self, number: signal.Signals) -> None:
        if self._process.is_alive():
            os.kill(self.pid, number)

    async def ended(self, seconds: float = 120) -> int | None:
        """Its exit code, negative for a signal; None where it still lives after *seconds*."""
        await asyncio.to_thread(self._process.join, seconds)
        return self._process.exitcode


async def begin(
    log: Path, *arguments: str | Path, step: str = "", first: Callable[[], None] | None = None
) -> Life:
    """Start ``tocsin ARGUMENTS``; it writes to *log*, and dies when it comes to *step*.

    A step is ``call FUNCTION`` or ``return FUNCTION``, FUNCTION as ``module:qualified.name``.
    *first* is called in the new process before all else.
    """
    words = [str(argument) for argument in arguments]
    prepare = [partial(_die_at, step)] * bool(step) + [first] * bool(first)
    return await _start(log, _be_tocsin, words, prepare)


async def begin_hurried(log: Path, config: Path, times: int) -> Life:
    """Start the daemon with a clock that goes so many times as fast as ours."""
    return await _start(log, _hurry, config, times)


async def begin_probed(log: Path, config: Path, lags: Path) -> Life:
    """Start the daemon; at its end *lags* says how its event loop was held up (see `lag`)."""
    return await _start(log, _probe, config, lags)


async def _start(log: Path, be: Callable[..., None], *what: Any) -> Life:
    process = _FORK.Process(target=_live, args=(log, be, *what), daemon=True)
    await asyncio.to_thread(process.start)
    return Life(process)


# --- in the process --------------------------------------------------------------------------


def _live(log: Path, be: Callable[..., None], *what: Any) -> None:
    """Do what *be* does, with its output in *log*."""
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with log.open("ab") as out:
        for descriptor in (1, 2):
            os.dup2(out.fileno(), descriptor)
    be(*what)


def _be_tocsin(words: list[str], prepare: list[Callable[[], None]]) -> None:
    """The program, from its command line to its exit code."""
    from tocsin.cli import main

    for step in prepare:
        step()
    sys.argv = ["tocsin", *words]
    main()


class _Hurried(SystemClock):
    def __init__(self, times: int) -> None:
        self._began = super().now()
        self._times = times

    def now(self) -> datetime:
        return self._began + (super().now() - self._began) * self._times


def _hurry(config: Path, times: int) -> None:
    asyncio.run(_watch(config, _Hurried(times)))


def _probe(config: Path, report: Path) -> None:
    waits: list[lag.Wait] = []
    asyncio.run(_watch_probed(config, waits))
    lag.write(waits, report)


async def _watch_probed(config: Path, waits: list[lag.Wait]) -> None:
    async with lag.probing(waits):
        await _watch(config, SystemClock())


async def _watch(config: Path, clock: Clock) -> None:
    """What ``tocsin run`` does, by another clock."""
    settings = read_config(config, {})
    set_up_logs("info", "console")
    with Lock(settings.store):
        async with open_app(settings, clock=clock) as joined:
            await Service(joined, {}).run()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os.kill(os.getpid(), signal.SIGKILL)


def _die_at(step: str) -> None:
    """Have this process killed when it comes to *step*.

    Nothing of the program is changed: a profile function watches the calls of all its threads.
    """
    moment, _, name = step.partition(" ")

    def watch(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == moment and f"{frame.f_globals.get('__name__')}:{code.co_qualname}" == name:
            os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(watch)
    sys.setprofile(watch)
