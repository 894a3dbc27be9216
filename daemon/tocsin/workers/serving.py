"""What runs in the processes: the zygote bears workers, and they answer calls.

Strategy: the zygote has one thread and runs nothing of what it has imported, so that its children
begin as clean as it is.  It heeds orders: bear a worker, kill one.  It alone reaps its children,
between two orders, so no number that it kills is another process's by then.

Invariant: all end with the daemon.  The kernel kills the zygote with the daemon and the workers
with the zygote (Linux); elsewhere the zygote ends them where its socket does.
"""

import contextlib
import ctypes
import gc
import importlib
import logging
import os
import pickle
import pkgutil
import resource
import signal
import socket
import struct
import sys
from collections.abc import Iterable
from typing import BinaryIO

from tocsin.core.errors import Overrun, ReadError

HEAD = struct.Struct("!Q")
"""Before each message: its length."""

ORDER = struct.Struct("!Q")
"""To the zygote: whom to kill, or `BEAR`, with a socket beside it."""

BEAR = 0

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)  # looked up before there are workers


def bear_workers(descriptor: int) -> None:
    """Heed orders until the daemon is gone: the main function of the zygote."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an orderly end is the daemon's to order
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    orders = socket.socket(fileno=descriptor)
    (length,) = HEAD.unpack(orders.recv(HEAD.size, socket.MSG_WAITALL))
    settings = pickle.loads(orders.recv(length, socket.MSG_WAITALL))  # noqa: S301
    daemon, path, warm, memory_bytes = settings
    _die_with(daemon)
    _import(path, warm)
    children: set[int] = set()
    while order := _next_order(orders):
        children -= _ended()
        whom, call_sockets = order
        if whom in children:
            os.kill(whom, signal.SIGKILL)
        elif whom == BEAR:
            children.add(_bear(orders, call_sockets, memory_bytes))
    _end(children)


def _import(path: list[str], modules: Iterable[str]) -> None:
    logging.disable()  # what libraries say of hostile bytes helps nobody
    sys.path[:] = path
    for module in modules:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()  # a collection in a worker would write to what is shared, and so copy it


def _next_order(orders: socket.socket) -> tuple[int, list[int]] | None:
    """Whom to kill, or `BEAR` with a socket; None once the daemon is gone."""
    message, descriptors, _, _ = socket.recv_fds(orders, ORDER.size, 1, socket.MSG_WAITALL)
    return (*ORDER.unpack(message), descriptors) if len(message) == ORDER.size else None


def _bear(orders: socket.socket, descriptors: list[int], memory_bytes: int) -> int:
    """A worker that answers on the first of *descriptors*; its number."""
    zygote = os.getpid()
    if child := os.fork():
        os.close(descriptors[0])
        return child
    try:
        orders.close()
        _die_with(zygote)
        _limit_memory(memory_bytes)
        _serve(socket.socket(fileno=descriptors[0]))
    finally:
        os._exit(0)  # nothing of the zygote's is ours to tidy


def _ended() -> set[int]:
    """Children that have ended since we asked last."""
    ended: set[int] = set()
    with contextlib.suppress(ChildProcessError):
        while child := os.waitpid(-1, os.WNOHANG)[0]:
            ended.add(child)
    return ended


def _end(children: set[int]) -> None:
    for child in children - _ended():
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _serve(daemon: socket.socket) -> None:
    """Answer calls until the daemon closes the socket: what a worker does."""
    calls, answers = daemon.makefile("rb"), daemon.makefile("wb")
    _write(answers, pickle.dumps(os.getpid()))
    while frame := _read(calls):
        _write(answers, _outcome(frame))


def _die_with(parent: int) -> None:
    """Have the kernel kill us with our parent, even in the midst of a call (Linux)."""
    if sys.platform == "linux":
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(0)


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
    head = calls.read(HEAD.size)
    return calls.read(*HEAD.unpack(head)) if len(head) == HEAD.size else b""


def _write(answers: BinaryIO, frame: bytes) -> None:
    answers.write(HEAD.pack(len(frame)) + frame)
    answers.flush()
