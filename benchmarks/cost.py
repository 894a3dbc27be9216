"""What this process and its worker processes have cost so far: CPU and memory, from /proc."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def held_bytes() -> int:
    """What this process holds now, whoever shares it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES


def workers_bytes() -> int:
    """What the workers hold now; what they share counts once."""
    return sum(_proportional_bytes(pid) for pid in _workers())


def cpu_seconds() -> float:
    """Of this process and its workers, those that have ended too."""
    done = os.times()
    living = sum(_cpu(pid) for pid in _workers())
    return done.user + done.system + done.children_user + done.children_system + living


def _workers() -> list[int]:
    """The process that workers are forked from, and the workers."""
    zygotes = [pid for pid in _children(os.getpid()) if "tocsin.workers" in _said(pid, "cmdline")]
    return [one for zygote in zygotes for one in (zygote, *_children(zygote))]


def _children(pid: int) -> list[int]:
    return [int(child) for child in _said(pid, f"task/{pid}/children").split()]


def _cpu(pid: int) -> float:
    """A process's own, and that of its children that were waited for."""
    fields = _said(pid, "stat").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def _proportional_bytes(pid: int) -> int:
    """Each page in parts, where several processes share it."""
    lines = _said(pid, "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _said(pid: int, of: str) -> str:
    """What /proc says of a process; nothing of one that has ended."""
    try:
        return Path(f"/proc/{pid}/{of}").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
