"""How late an event loop comes to what is due: measured in it, a hundred times a second."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

EVERY_SECONDS = 0.01

Wait = tuple[float, float]
"""How late a look was, and for how long the loop's thread had worked before it, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """In milliseconds: of the wall clock, which a busy machine lengthens, and *own*, which is what
    the loop's thread itself worked between two looks."""

    looks: int
    p99: float
    most: float
    own_p99: float
    own_most: float


@asynccontextmanager
async def probing(waits: list[Wait]) -> AsyncIterator[None]:
    """Measure while the context is open; each look is added to *waits*."""
    probe = asyncio.create_task(_probe(waits))
    try:
        yield
    finally:
        probe.cancel()


def write(waits: Sequence[Wait], report: Path) -> None:
    """Keep what was measured for who reads *report*."""
    report.write_text(json.dumps(asdict(_told(waits))))


def read(report: Path) -> Lag:
    """What was written there."""
    return Lag(**json.loads(report.read_text()))


async def _probe(waits: list[Wait]) -> None:
    while True:
        due, worked = time.monotonic() + EVERY_SECONDS, time.thread_time()
        await asyncio.sleep(EVERY_SECONDS)
        waits.append((time.monotonic() - due, time.thread_time() - worked))


def _told(waits: Sequence[Wait]) -> Lag:
    late, own = (sorted(part) for part in zip(*waits, strict=True))
    return Lag(
        looks=len(waits),
        p99=_p99(late),
        most=late[-1] * 1e3,
        own_p99=_p99(own),
        own_most=own[-1] * 1e3,
    )


def _p99(ordered: Sequence[float]) -> float:
    return ordered[int(0.99 * (len(ordered) - 1))] * 1e3
