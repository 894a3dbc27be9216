"""What this process and its worker processes have cost so far: CPU and memory, from /proc."""

import os
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds so far and bytes held now."""

    cpu: float
    memory_bytes: int


def cost_of(pid: int) -> Cost:
    """One process's."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    held = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return Cost((int(fields[11]) + int(fields[12])) / TICKS, held * PAGE_BYTES)


def workers() -> list[int]:
    """The worker processes of this one."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return [int(pid) for pid in children if b"tocsin.workers" in _command(pid)]


def cpu_seconds() -> float:
    """Of this process and its workers; one that has ended is counted with those waited for."""
    done = os.times()
    living = sum(cost_of(pid).cpu for pid in workers())
    return done.user + done.system + done.children_user + done.children_system + living


def _command(pid: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""
