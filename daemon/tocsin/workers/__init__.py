"""Runs functions over hostile bytes in processes that can be killed.

What it is for: parsers of feeds and pages may hang, take gigabytes or crash on what the world
sends them.  So they run here, each call with a deadline and a limit of memory, and neither stops
the event loop, nor the calls of others, nor the daemon.

Strategy: one process, the zygote, imports what the functions need and runs none of them; workers
are forked from it in milliseconds and share its memory, so that killing one (SIGKILL: C code heeds
no other) costs next to nothing.  Every call begins among the quick ones.  One that turns out slow
goes on beside them at low priority, or is ended and begun anew beside them later (see `lanes`).  So
however many inputs are slow, a quick one never waits long.

Invariants: a worker serves one call at a time; one whose call was not answered (overrun, cancelled)
is never used again; no process outlives the daemon, however that dies.

Why not a library: `concurrent.futures` cannot kill one worker.  pebble 5.2 can, but stops a
worker politely first and waits up to three seconds for it in the thread that serves all others,
and counts deadlines on the wall clock.  multiprocessing's fork server imports the program's main
module anew in each process, and is one for all that use it.
"""

import asyncio
import contextlib
import os
import pickle
import sys
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Self, TypeVar, cast

from tocsin.core.errors import ReadError
from tocsin.workers.lanes import Lane, Lanes
from tocsin.workers.watch import Displaced, Watch
from tocsin.workers.worker import Died, Worker, Zygote

__all__ = ["Workers"]

Result = TypeVar("Result")


class Workers:
    """A pool of *count* processes, and one more beside them; an asynchronous context manager.

    *memory_bytes* is what one call may take beyond what its process holds at rest (address space,
    since nothing else can be limited for one process); the largest feeds and pages that we read
    take half of the default.  A process is replaced after *recycle_after* calls, for what its
    libraries leak.  *warm* are modules imported once, for all.
    """

    def __init__(
        self,
        count: int = 2,
        *,
        memory_bytes: int = 128 << 20,
        recycle_after: int = 500,
        warm: tuple[str, ...] = (),
    ) -> None:
        self._settings = (os.getpid(), sys.path, warm, memory_bytes)
        self._recycle_after = recycle_after
        self._lanes = Lanes(count)
        self._idle: list[Worker] = []
        self._zygote: Zygote | None = None
        self._starting = asyncio.Lock()

    async def __aenter__(self) -> Self:
        await self._parent()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._idle.clear()
        if self._zygote:
            await self._zygote.end()

    async def run(
        self,
        function: Callable[..., Result] | str,
        *args: object,
        deadline: timedelta,
        source: str = "",
    ) -> Result:
        """What ``function(*args)`` returns; the function must be importable, the rest picklable.

        Its name, ``module:function``, will do: then only the process imports what it needs.
        *source* is who sent what is read: one that sends what is slow has one slot at a time.

        The deadline counts what the call spends on a core, not what it waits for one.

        Raises:
            Overrun: It took too long or too much memory, or its process died of it.
            ReadError: The function raised it, or any other `Exception` that it names.
        """
        call = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        try:
            async with self._lanes.quick(source) as lane:
                answer = await self._answer(call, lane, deadline)
        except Displaced:
            async with self._lanes.slow(source) as lane:
                answer = await self._answer(call, lane, deadline)
        if isinstance(answer, ReadError):
            raise answer
        return cast("Result", answer)

    async def _answer(self, call: bytes, lane: Lane, deadline: timedelta) -> object:
        """The function's result, or the `ReadError` that it raised."""
        async with self._worker() as worker:
            watch = Watch(worker, lane, deadline)
            try:
                return await worker.call(call)
            except Died as died:
                raise watch.why_killed or died from None
            finally:
                watch.end()

    @contextlib.asynccontextmanager
    async def _worker(self) -> AsyncIterator[Worker]:
        """A process of one's own; it is kept for others only if it answered and is not worn."""
        self._idle = [worker for worker in self._idle if worker.alive]
        worker = self._idle.pop() if self._idle else await (await self._parent()).fork()
        try:
            yield worker
        except BaseException:
            worker.kill()
            raise
        if worker.tired or worker.calls >= self._recycle_after:
            worker.kill()
        else:
            self._idle.append(worker)

    async def _parent(self) -> Zygote:
        """The zygote; another one where it has died."""
        async with self._starting:
            if not self._zygote or not self._zygote.alive:
                self._zygote = await Zygote.start(self._settings)
            return self._zygote
