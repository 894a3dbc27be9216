"""Says what goes wrong as often as a person wants to read it.

One cause (a full disk) fails all work each second.  It is said at once, then ever more seldom with
how often it has failed, and once more when it is over.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from tocsin.core.wording import count, length

FIRST_GAP, LAST_GAP = 60.0, 3600.0  # seconds

log = structlog.get_logger("tocsin.engine")


@dataclass(slots=True, kw_only=True)
class _Trouble:
    """A cause, since when it is there, and whose work it failed; times are of the tick."""

    since: float
    again_at: float
    gap: float = FIRST_GAP
    times: int = 1
    whose: set[str] = field(default_factory=set)


class Troubles:
    """What fails now, by its cause; *tick* is seconds that only ever go on."""

    def __init__(self, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._by_why: dict[str, _Trouble] = {}

    def fails(self, whose: str, why: str) -> None:
        """The work of *whose* (a feed, a channel) failed, and will be done again."""
        now, known = self._tick(), self._by_why.get(why)
        if known is None:
            self._by_why[why] = _Trouble(since=now, again_at=now + FIRST_GAP, whose={whose})
            log.error("could not finish, will try again", why=why, whose=whose)
            return
        known.times += 1
        known.whose.add(whose)
        if now >= known.again_at:
            known.gap = min(known.gap * 2, LAST_GAP)
            known.again_at = now + known.gap
            log.error("still cannot finish", why=why, failed=_so_far(known, now))

    def works(self, whose: str) -> None:
        """The work of *whose* came to its end: what it failed by is over."""
        over = [why for why, known in self._by_why.items() if whose in known.whose]
        for why in over:
            known = self._by_why.pop(why)
            log.info("works again", why_not=why, failed=_so_far(known, self._tick()))


def _so_far(known: _Trouble, now: float) -> str:
    return f"{count(known.times, 'time')} in {length(timedelta(seconds=now - known.since))}"
