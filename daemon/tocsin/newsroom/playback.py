"""How far a day has been played: by the clock, or by hand."""

from datetime import datetime, timedelta

from tocsin.core.ports import Clock

_PATIENCE = 2
"""So many times its playing time a day takes at most, however long its readers take."""


class Playback:
    """A day of *length* that plays in *playing* of real time once it has begun.

    It never runs backwards, and stands still at its beginning and at its end.
    """

    def __init__(self, length: timedelta, playing: timedelta, clock: Clock) -> None:
        self._length = length
        self._playing = playing
        self._clock = clock
        self._played = timedelta()
        self._latest: datetime | None = None
        self._began: datetime | None = None
        self._held = False
        self._paused = False

    def play(self, until: timedelta) -> timedelta:
        """Let the day run on to this moment, but not past *until*; how much of it has passed.

        What it stood still for is not made up.
        """
        if self._began is None or self._latest is None or self._held:
            return self._played
        now = self._clock.now()
        if now - self._began >= _PATIENCE * self._playing:
            until = self._length
        elif self._paused:
            until = self._played
        ran = self._played + (now - self._latest) * (self._length / self._playing)
        self._latest = now
        self._played = max(self._played, min(ran, until, self._length))
        return self._played

    def begin(self) -> None:
        """Let the day begin, if it has not."""
        if self._began is None:
            self._began = self._latest = self._clock.now()

    def pause(self, paused: bool) -> None:
        """Have the day stand still until it is called with False; its patience is limited."""
        self._paused = paused

    def hold(self) -> None:
        """Stop the day where it is: from now on it moves by :meth:`advance` alone."""
        self._held = True

    def advance(self, to: timedelta) -> None:
        """Play on by hand, up to *to* from the day's beginning; the day is held from then on.

        Raises:
            ValueError: The day has passed that point already, or ends before it.
        """
        if not self._played <= to <= self._length:
            raise ValueError(f"cannot advance from {self._played} to {to} of {self._length}")
        self._held = True
        self._played = to
