"""How far a day has been played: by the clock, or by hand."""

from datetime import datetime, timedelta

from tocsin.core.ports import Clock


class Playback:
    """A day of *length* that plays in *playing* of real time once it has begun.

    It never runs backwards, and stands still at its beginning and at its end.
    """

    def __init__(self, length: timedelta, playing: timedelta, clock: Clock) -> None:
        self._length = length
        self._speed = length / playing
        self._clock = clock
        self._began: datetime | None = None
        self._held: timedelta | None = None

    @property
    def played(self) -> timedelta:
        """How much of the day has passed."""
        if self._held is not None:
            return self._held
        if self._began is None:
            return timedelta()
        return min((self._clock.now() - self._began) * self._speed, self._length)

    def begin(self) -> None:
        """Let the day begin, if it has not."""
        self._began = self._began or self._clock.now()

    def hold(self) -> None:
        """Stop the day where it is: from now on it moves by :meth:`advance` alone."""
        self._held = self.played

    def advance(self, to: timedelta) -> None:
        """Play on by hand, up to *to* from the day's beginning.

        Raises:
            ValueError: The day has passed that point already, or ends before it.
        """
        if not self.played <= to <= self._length:
            raise ValueError(f"cannot advance from {self.played} to {to} of {self._length}")
        self._held = to
