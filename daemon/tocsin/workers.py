"""Runs functions over hostile bytes in processes that can be killed.

What it is for: parsers of feeds and pages may hang, take gigabytes or crash on what the world
sends them.  So they run here, each call with a deadline and a limit of memory, and neither stops
the event loop, nor the calls of others, nor the daemon.

Strategy: one process a slot, started once, which reads calls from a pipe and answers on another.
A call that overruns costs its process, which is killed (SIGKILL: C code heeds no other) and
replaced.  A call that is merely slow gives up its slot after `PATIENCE` and goes on beside, at low
priority; where as many slow calls go on beside already, it is ended and begun anew once there is
room.  So however many inputs are slow, a quick one never waits long for a slot, and a slow one has
its whole deadline all the same.  Patience is counted in the process's own time on a core: by the
clock, on a busy machine, any call may look slow, and would wait among those that are.

Invariants: a process serves one call at a time; a process whose call was not answered (overrun,
cancelled) is never used again; no process outlives the daemon, however that dies.

Why not a library: `concurrent.futures` cannot kill one worker.  pebble 5.2 can, but stops a
worker politely first and waits up to three seconds for it in the thread that serves all others,
counts deadlines on the wall clock, and gives up the whole pool when an idle worker dies.
"""

import asyncio
import contextlib
import ctypes
import importlib
import logging
import os
import pickle
import pkgutil
import resource
import signal
import struct
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import BinaryIO, Self, TypeVar, cast

from tocsin.core.errors import Overrun, ReadError

Result = TypeVar("Result")

PATIENCE = timedelta(milliseconds=500)
"""After so long on a core a call counts as slow: twenty times what an ordinary feed or page takes.
"""

LOOK_EVERY = PATIENCE / 5

_LENGTH = struct.Struct("!Q")
_SERVE = "from tocsin.workers import serve; serve()"
_SLOW_NICENESS = 10
_PR_SET_PDEATHSIG = 1
_CPU_CLOCK = 2
"""Which of a process's clocks: the kernel's own of clock_getcpuclockid(3), which Python lacks."""


class Workers:
    """A pool of *count* processes; an asynchronous context manager.

    *memory_bytes* is what one call may take beyond what its process holds at rest (address space,
    since nothing else can be limited for one process); the largest feeds and pages that we read
    take half of the default.  A process is replaced after
    *recycle_after* calls, for what its libraries leak.  *warm* are modules imported at its start.
    """

    def __init__(
        self,
        count: int = 2,
        *,
        memory_bytes: int = 128 << 20,
        recycle_after: int = 500,
        warm: tuple[str, ...] = (),
    ) -> None:
        self._settings = (sys.path, warm, memory_bytes)
        self._recycle_after = recycle_after
        self._count = count
        self._lanes = _Lanes(count, spares=count)
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._idle = [await self._start() for _ in range(self._count)]
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*self._starting, return_exceptions=True)
        for worker in self._all:
            worker.kill()
        await asyncio.gather(*(worker.gone() for worker in self._all))
        self._all.clear()
        self._idle.clear()

    async def run(
        self, function: Callable[..., Result] | str, *args: object, deadline: timedelta
    ) -> Result:
        """What ``function(*args)`` returns; the function must be importable, the rest picklable.

        Its name, ``module:function``, will do: then only the process imports what it needs.

        The deadline counts from when a process takes the call, not from when it is asked for.

        Raises:
            Overrun: It took too long or too much memory, or its process died of it.
            ReadError: The function raised it, or any other `Exception` that it names.
        """
        call = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        try:
            async with self._lanes.slot(deadline) as lane:
                answer = await self._answer(call, lane)
        except _Displaced:
            async with self._lanes.beside(deadline) as lane:
                answer = await self._answer(call, lane)
        if isinstance(answer, ReadError):
            raise answer
        return cast("Result", answer)

    async def _answer(self, call: bytes, lane: "_Lane") -> object:
        async with self._worker() as worker:
            await worker.warm()
            watch = asyncio.create_task(self._watch(lane, worker, worker.spent()))
            try:
                async with lane.clock:
                    return await worker.call(call)
            except TimeoutError:
                raise lane.why_ended from None
            finally:
                watch.cancel()

    async def _watch(self, lane: "_Lane", worker: "_Worker", before: float) -> None:
        """Have a call make room for others once its patience is over, and let a process get ready
        for them by then: that takes as long as patience itself."""
        patience = PATIENCE.total_seconds()
        while (spent := worker.spent() - before) < patience:
            if spent > patience / 4 and not self._idle and not self._starting:
                self._starting.add(asyncio.create_task(self._start_idle()))
            await asyncio.sleep(LOOK_EVERY.total_seconds())
        if not lane.is_slow:
            self._lanes.make_room(lane)
        worker.slow_down()

    @contextlib.asynccontextmanager
    async def _worker(self) -> AsyncIterator["_Worker"]:
        """A process of one's own; it is kept for others only if it answered and is not worn."""
        worker = self._ready() or await self._start()
        try:
            yield worker
        except BaseException:
            worker.kill()
            raise
        if len(self._idle) >= self._count:  # a call of others' went on beside
            worker.kill()
            return
        if worker.tired or worker.calls >= self._recycle_after:
            worker.kill()
            if self._idle or self._starting:  # one is there in its place already
                return
            worker = await self._start()  # so that it is warm when it is asked for
        self._idle.append(worker)

    def _ready(self) -> "_Worker | None":
        """An idle process, sooner one that is warm."""
        self._idle = [worker for worker in self._idle if worker.alive]
        self._idle.sort(key=lambda worker: worker.is_warm)
        return self._idle.pop() if self._idle else None

    async def _start_idle(self) -> None:
        try:
            self._idle.append(await self._start())
        finally:
            self._starting.clear()

    async def _start(self) -> "_Worker":
        worker = await _Worker.start(self._settings)
        self._all = {other for other in self._all if not other.is_gone} | {worker}
        return worker


class _Displaced(Exception):
    """A slow call was ended before its time; it is owed another try, beside the others."""


class _Lanes:
    """Who may work now: *count* calls, and up to *spares* slow ones beside them."""

    def __init__(self, count: int, *, spares: int) -> None:
        self._slots = asyncio.Semaphore(count)
        self._beside: asyncio.Queue[None] = asyncio.Queue()
        for _ in range(spares):
            self._beside.put_nowait(None)

    @contextlib.asynccontextmanager
    async def slot(self, deadline: timedelta) -> AsyncIterator["_Lane"]:
        """A call's place among the others, once there is one."""
        await self._slots.acquire()
        lane = _Lane(deadline)
        try:
            yield lane
        finally:
            if lane.is_slow:
                self._beside.put_nowait(None)
            else:
                self._slots.release()

    @contextlib.asynccontextmanager
    async def beside(self, deadline: timedelta) -> AsyncIterator["_Lane"]:
        """A slow call's place beside the others, once there is one."""
        await self._beside.get()
        lane = _Lane(deadline)
        lane.is_slow = True
        try:
            yield lane
        finally:
            self._beside.put_nowait(None)

    def make_room(self, lane: "_Lane") -> None:
        """Give *lane*'s slot to the next call: it goes on beside, or ends where that is full."""
        try:
            self._beside.get_nowait()
        except asyncio.QueueEmpty:
            lane.displace()
        else:
            lane.is_slow = True
            self._slots.release()


class _Lane:
    """One call's place, and the clock that ends it."""

    def __init__(self, deadline: timedelta) -> None:
        self.is_slow = False
        self.clock = asyncio.timeout(deadline.total_seconds())
        self.why_ended: Exception = Overrun(
            f"took longer than {deadline.total_seconds():g} s to read"
        )

    def displace(self) -> None:
        """End the call now, for the sake of others."""
        self.why_ended = _Displaced()
        with contextlib.suppress(RuntimeError):  # its time was up at this very moment
            self.clock.reschedule(asyncio.get_running_loop().time())


class _Worker:
    """One process, seen from the daemon.  *tired* once it should serve no other call."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._waking = asyncio.create_task(self._wake())
        self.calls = 0
        self.tired = False

    @classmethod
    async def start(cls, settings: object) -> "_Worker":
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _SERVE, stdin=PIPE, stdout=PIPE, process_group=0
        )
        worker = cls(process)
        try:
            await worker._send(pickle.dumps((os.getpid(), settings)))
        except BaseException:
            worker.kill()
            raise
        return worker

    @property
    def alive(self) -> bool:
        assert self._process.stdout is not None  # noqa: S101  (for the type checker)
        return self._process.returncode is None and not self._process.stdout.at_eof()

    @property
    def is_gone(self) -> bool:
        """Whether it was seen to end: until then somebody has to wait for it."""
        return self._process.returncode is not None

    @property
    def is_warm(self) -> bool:
        return self._waking.done()

    async def warm(self) -> None:
        """Returns once the process has started and imported what it will need, or has died."""
        await asyncio.shield(self._waking)

    async def _wake(self) -> None:
        with contextlib.suppress(Overrun):  # its first call will say so
            await self._answer()

    def spent(self) -> float:
        """The seconds that the process has had on a core; where no system says, on the clock."""
        try:
            return time.clock_gettime(~self._process.pid << 3 | _CPU_CLOCK)
        except OSError:
            return time.monotonic()

    async def call(self, call: bytes) -> object:
        """The function's result, or the `ReadError` that it raised."""
        self.calls += 1
        await self._send(call)
        answer = await self._answer()
        self.tired = self.tired or isinstance(answer, Overrun)
        return answer

    def slow_down(self) -> None:
        """Let the others go first from now on; a process cannot take that back."""
        self.tired = True
        with contextlib.suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _SLOW_NICENESS)

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def gone(self) -> None:
        await asyncio.gather(self._process.wait(), self._waking)

    async def _send(self, frame: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101  (for the type checker)
        with contextlib.suppress(ConnectionError):  # a dead process is noticed by its answer
            self._process.stdin.writelines((_LENGTH.pack(len(frame)), frame))
            await self._process.stdin.drain()

    async def _answer(self) -> object:
        assert self._process.stdout is not None  # noqa: S101  (for the type checker)
        try:
            head = await self._process.stdout.readexactly(_LENGTH.size)
            frame = await self._process.stdout.readexactly(*_LENGTH.unpack(head))
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Overrun("the process that read it died") from None
        return pickle.loads(frame)  # noqa: S301  (our own process; no wall against its user)


# --- in the process --------------------------------------------------------------------------


def serve() -> None:
    """Answer calls until the daemon closes the pipe: the main function of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an orderly end is the daemon's to order
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    calls, answers = _take_over_pipes()
    parent, (path, warm, memory_bytes) = pickle.loads(_read(calls))  # noqa: S301
    _die_with(parent)
    logging.disable()  # what libraries say of hostile bytes helps nobody
    sys.path[:] = path
    for module in warm:
        importlib.import_module(module)
    _limit_memory(memory_bytes)
    _write(answers, pickle.dumps(None))
    while frame := _read(calls):
        _write(answers, _outcome(frame))


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The daemon's pipes, out of reach of a library that prints or reads."""
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return calls, answers


def _die_with(parent: int) -> None:
    """Have the kernel kill us with the daemon, even in the midst of a call (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            sys.exit()


def _limit_memory(memory_bytes: int) -> None:
    """Set the limit that far above what the process holds now."""
    with contextlib.suppress(OSError), open("/proc/self/statm", encoding="ascii") as statm:
        held = int(statm.read().split()[0]) * resource.getpagesize()
        limit = held + memory_bytes
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _outcome(frame: bytes) -> bytes:
    try:
        named, args = pickle.loads(frame)  # noqa: S301
        function = pkgutil.resolve_name(named) if isinstance(named, str) else named
        answer = function(*args)
    except ReadError as error:
        answer = error
    except MemoryError:
        answer = Overrun("took too much memory to read")
    except Exception as error:  # noqa: BLE001  (the wall: a library's failure is one input's)
        answer = ReadError(f"could not be read: {type(error).__name__}: {error}")
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


def _read(calls: BinaryIO) -> bytes:
    """The next call, or nothing at the end."""
    head = calls.read(_LENGTH.size)
    return calls.read(*_LENGTH.unpack(head)) if len(head) == _LENGTH.size else b""


def _write(answers: BinaryIO, frame: bytes) -> None:
    answers.write(_LENGTH.pack(len(frame)) + frame)
    answers.flush()
