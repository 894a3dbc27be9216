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
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import FrameType

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

    async def ended(self, seconds: float = 60) -> int | None:
        """Its exit code, negative for a signal; None where it still lives after *seconds*."""
        await asyncio.to_thread(self._process.join, seconds)
        return self._process.exitcode


async def begin(log: Path, *arguments: str | Path, step: str = "") -> Life:
    """Start ``tocsin ARGUMENTS``; it writes to *log*, and dies when it comes to *step*.

    A step is ``call FUNCTION`` or ``return FUNCTION``, FUNCTION as ``module:qualified.name``.
    """
    words = [str(argument) for argument in arguments]
    process = _FORK.Process(target=_live, args=(log, words, step), daemon=True)
    await asyncio.to_thread(process.start)
    return Life(process)


# --- in the process --------------------------------------------------------------------------


def _live(log: Path, words: list[str], step: str) -> None:
    """Be the program, from its command line to its exit code."""
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with log.open("ab") as out:
        for descriptor in (1, 2):
            os.dup2(out.fileno(), descriptor)
    if step:
        _die_at(step)
    from tocsin.cli import main

    sys.argv = ["tocsin", *words]
    main()


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
