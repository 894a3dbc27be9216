"""Who may work now: so many calls among the quick ones, and one that is slow beside them.

Strategy: nobody knows how long a call takes until it has taken that long, so each begins in a quick
lane.  One that is slow makes room there: it goes on in the slow lane if that is free, else it is
displaced: ended, to be begun anew there later.  What that loses is the little that it had done.

A source that sends what is slow could fill the quick lanes all the same, one call after the other;
so its calls take one quick lane at a time from then on, until enough of them were quick.  And of
all that is slow only so much may wait: the rest is given up, sooner than that a feed or an entry
waits longer than its lease.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator

from tocsin.core.errors import Crowded

MOST_WAITING = 8
"""So many slow calls wait: at the deadlines that we give, for less than a feed's lease."""

MOST_WAITING_OF_ONE = 4
"""So many of them of one source, so that it does not crowd out the others."""

FORGIVEN_AFTER = 20
"""So many quick calls clear a source that has sent what was slow."""

MOST_SUSPECTS = 1000


class Lanes:
    """*count* quick lanes, and a slow one."""

    def __init__(self, count: int) -> None:
        self._quick = asyncio.Semaphore(count)
        self._for_suspects = asyncio.Semaphore(1)
        self._slow_is_free: asyncio.Queue[None] = asyncio.Queue()
        self._slow_is_free.put_nowait(None)
        self._waiting: Counter[str] = Counter()
        self._suspects: dict[str, int] = {}  # by source, how many quick calls are to clear it

    @contextlib.asynccontextmanager
    async def quick(self, source: str) -> AsyncIterator["Lane"]:
        """A place among the quick ones, once there is one; empty is the *source* of nobody."""
        with Lane(self, source) as lane:
            if source in self._suspects:
                await lane.take(self._for_suspects)
            await lane.take(self._quick)
            yield lane
            if not lane.is_slow:
                self._clear_in_time(source)

    @contextlib.asynccontextmanager
    async def slow(self, source: str) -> AsyncIterator["Lane"]:
        """The place of a call that was displaced, once it is free.

        Raises:
            Crowded: Too many wait for it.
        """
        if self._waiting.total() >= MOST_WAITING or self._waiting[source] >= MOST_WAITING_OF_ONE:
            raise Crowded("is slow to read, and so is too much else")
        self._waiting[source] += 1
        try:
            await self._slow_is_free.get()
        finally:
            self._waiting -= Counter([source])
        with Lane(self, source) as lane:
            lane.be_slow(self._slow_is_free)
            yield lane

    def make_room(self, lane: "Lane") -> bool:
        """See `Lane.make_room`."""
        self._suspect(lane.source)
        lane.close()
        try:
            self._slow_is_free.get_nowait()
        except asyncio.QueueEmpty:
            return False
        lane.be_slow(self._slow_is_free)
        return True

    def _suspect(self, source: str) -> None:
        if source:
            self._suspects.pop(source, None)  # so that the last to be slow is the last in order
            self._suspects[source] = FORGIVEN_AFTER
        if len(self._suspects) > MOST_SUSPECTS:
            del self._suspects[next(iter(self._suspects))]

    def _clear_in_time(self, source: str) -> None:
        if source in self._suspects:
            self._suspects[source] -= 1
            if not self._suspects[source]:
                del self._suspects[source]


class Lane(contextlib.ExitStack):
    """One call's place; what it holds of the lanes it gives back at its end."""

    def __init__(self, lanes: Lanes, source: str) -> None:
        super().__init__()
        self._lanes = lanes
        self.source = source
        self.is_slow = False

    def make_room(self) -> bool:
        """The call is slow: leave the quick lane to others.  Whether it may go on beside them; if
        not, it is to be ended and begun anew."""
        return self.is_slow or self._lanes.make_room(self)

    async def take(self, places: asyncio.Semaphore) -> None:
        await places.acquire()
        self.callback(places.release)

    def be_slow(self, free: "asyncio.Queue[None]") -> None:
        self.is_slow = True
        self.callback(free.put_nowait, None)
