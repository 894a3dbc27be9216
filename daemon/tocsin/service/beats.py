"""The daemon's beats: each says what goes wrong once, and it is known when one stands still.

Time is monotonic here: a clock that is set says nothing about a beat.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from tocsin.core.errors import TocsinError

STILL = timedelta(seconds=60)
"""A beat that has not come to a good end for so long, beyond its interval, stands still."""

log = structlog.get_logger("tocsin.service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What is done *every* so often; the service is not well while a *vital* one stands still."""

    name: str
    do: Callable[[], Awaitable[None]]
    every: timedelta
    vital: bool = False


@dataclass(slots=True)
class Beats:
    """Beats that have been started, and how each fares."""

    tick: Callable[[], float] = time.monotonic
    _ended: dict[str, float] = field(default_factory=dict)
    _patience: dict[str, float] = field(default_factory=dict)
    _wrong: dict[str, str] = field(default_factory=dict)

    def guarded(self, beat: Beat) -> Callable[[], Awaitable[None]]:
        """*beat*, saying what goes wrong instead of raising it: the next one tries again."""
        self._ended[beat.name] = self.tick()
        if beat.vital:
            self._patience[beat.name] = (STILL + beat.every).total_seconds()

        async def run() -> None:
            try:
                await beat.do()
            except asyncio.CancelledError:
                return  # we are ending: what it had claimed is taken back at the next start
            except TocsinError as error:
                self._fails(beat.name, str(error))
            except Exception:
                log.exception("this is a fault of tocsin's; the next beat tries again")
            else:
                self._works(beat.name)

        return run

    def still(self) -> tuple[str, ...]:
        """The vital beats that stand still, by name."""
        now = self.tick()
        return tuple(
            name for name, most in self._patience.items() if now - self._ended[name] > most
        )

    def _fails(self, name: str, why: str) -> None:
        if self._wrong.get(name) != why:
            log.error("a beat failed, the next one tries again", beat=name, why=why)
        self._wrong[name] = why

    def _works(self, name: str) -> None:
        self._ended[name] = self.tick()
        if self._wrong.pop(name, None):
            log.info("a beat works again", beat=name)
