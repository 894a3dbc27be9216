"""Keeps an eye on a call: has it make room for others once it is slow, and ends it in time.

Invariant: patience and deadlines are counted in the worker's own time on a core, since by the clock
any call may look slow on a busy machine.
"""

import asyncio
from datetime import timedelta

from tocsin.core.errors import Overrun
from tocsin.workers.lanes import Lane
from tocsin.workers.worker import Worker

PATIENCE = timedelta(milliseconds=250)
"""After so long a call counts as slow: ten times what an ordinary feed or page takes."""

GRACE = 3
"""So many deadlines may pass by the clock, where the machine is too busy to spend one on a call."""

LOOK_EVERY = PATIENCE / 5


class Displaced(Overrun):
    """A slow call was ended before its time; it is owed another try, beside the others."""


class Watch:
    """The eye on one call from now on; *why_killed* says why it killed the call's process."""

    def __init__(self, worker: Worker, lane: Lane, deadline: timedelta) -> None:
        self._worker = worker
        self._lane = lane
        self._deadline = deadline.total_seconds()
        self._loop = asyncio.get_running_loop()
        self._spent, self._began = worker.spent(), self._loop.time()
        self._next = self._loop.call_later(LOOK_EVERY.total_seconds(), self._look)
        self.why_killed: Overrun | None = None

    def end(self) -> None:
        """Look no more."""
        self._next.cancel()

    def _look(self) -> None:
        spent, passed = self._worker.spent() - self._spent, self._loop.time() - self._began
        if spent > self._deadline or passed > GRACE * self._deadline:
            self._kill(Overrun(f"took longer than {self._deadline:g} s to read"))
            return
        if spent > PATIENCE.total_seconds() and not self._worker.tired:
            self._worker.slow_down()
            if not self._lane.make_room():
                self._kill(Displaced("is slow to read"))
                return
        self._next = self._loop.call_later(LOOK_EVERY.total_seconds(), self._look)

    def _kill(self, why: Overrun) -> None:
        self.why_killed = why
        self._worker.kill()
