"""The processes, seen from the daemon: the zygote, and the workers that it bears.

The daemon talks to each worker over a socket of their own; to the zygote it only gives orders, and
hears from a worker itself that it was born.
"""

import asyncio
import contextlib
import os
import pickle
import socket
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from typing import cast

from tocsin.core.errors import Overrun
from tocsin.workers.serving import BEAR, HEAD, ORDER

_PROGRAM = "from tocsin.workers.serving import bear_workers; bear_workers({})"
_NICER = 10
_CPU_CLOCK = 2
"""Which of a process's clocks: the kernel's own of clock_getcpuclockid(3), which Python lacks."""


class Died(Overrun):
    """A process ended before it answered."""


class Zygote:
    """The process that workers are forked from."""

    def __init__(self, process: Process, orders: socket.socket) -> None:
        self._process = process
        self._orders = orders

    @classmethod
    async def start(cls, settings: object) -> "Zygote":
        """Returns at once: what the zygote imports, its first worker will wait for."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                _PROGRAM.format(theirs.fileno()),
                stdin=DEVNULL,
                stdout=DEVNULL,
                pass_fds=(theirs.fileno(),),
                process_group=0,
            )
        ours.sendall(_framed(pickle.dumps(settings)))
        return cls(process, ours)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def fork(self) -> "Worker":
        """A worker that waits for its first call.

        Raises:
            Died: The zygote is dead.
        """
        ours, theirs = socket.socketpair()
        with theirs, contextlib.suppress(OSError):  # what is dead does not answer
            socket.send_fds(self._orders, [ORDER.pack(BEAR)], [theirs.fileno()])
        reader, writer = await asyncio.open_unix_connection(sock=ours)
        worker = Worker(self, reader, writer)
        try:
            await worker.be_born()
        except BaseException:
            worker.kill()
            raise
        return worker

    def kill(self, pid: int) -> None:
        """The zygote does it, as the one who surely knows whose the number still is."""
        with contextlib.suppress(OSError):  # all its workers died with it
            self._orders.sendall(ORDER.pack(pid))

    async def end(self) -> None:
        """Returns once it has ended, and all its workers."""
        self._orders.close()
        await self._process.wait()


class Worker:
    """A process for one call at a time.  *tired* once it should serve no other."""

    def __init__(
        self, zygote: Zygote, answers: asyncio.StreamReader, calls: asyncio.StreamWriter
    ) -> None:
        self._zygote = zygote
        self._answers = answers
        self._calls = calls
        self._pid = 0
        self.calls = 0
        self.tired = False

    async def be_born(self) -> None:
        """Hear from the process that it is there; once, before all else."""
        self._pid = cast("int", await self._answer())

    @property
    def alive(self) -> bool:
        return not self._answers.at_eof()

    def spent(self) -> float:
        """The seconds that the process has had on a core; where no system says, on the clock."""
        try:
            return time.clock_gettime(~self._pid << 3 | _CPU_CLOCK)
        except OSError:
            return time.monotonic()

    async def call(self, call: bytes) -> object:
        """The function's result, or the `ReadError` that it raised.

        Raises:
            Died: There will be none.
        """
        self.calls += 1
        with contextlib.suppress(ConnectionError):  # a dead process is noticed by its answer
            self._calls.write(_framed(call))
            await self._calls.drain()
        answer = await self._answer()
        self.tired = self.tired or isinstance(answer, Overrun)
        return answer

    def slow_down(self) -> None:
        """Let the others go first from now on; a process cannot take that back."""
        self.tired = True
        with contextlib.suppress(ProcessLookupError):
            usual = os.getpriority(os.PRIO_PROCESS, 0)
            os.setpriority(os.PRIO_PROCESS, self._pid, usual + _NICER)

    def kill(self) -> None:
        """End it; an answer that is waited for will not come."""
        if self._pid:
            self._zygote.kill(self._pid)
        self._calls.transport.abort()

    async def _answer(self) -> object:
        try:
            head = await self._answers.readexactly(HEAD.size)
            frame = await self._answers.readexactly(*HEAD.unpack(head))
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Died("the process that read it died") from None
        return pickle.loads(frame)  # noqa: S301  (our own process; no wall against its user)


def _framed(message: bytes) -> bytes:
    return HEAD.pack(len(message)) + message
