"""What a fault module is given and what it gives back.

A module ``n07_channel_down.py`` stands for fault 7.  It has ``FAULT``, one line that says what is
done, and ``async def run(scale: Scale) -> Outcome``.  That is all: `make faults` and the short test
find it by its name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class NotHere(Exception):
    """This machine lacks what the fault needs; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much of a fault to make: all of it, or so much as a test has time for.

    *folder* is an empty one of the run's own, *say* tells how far it has come.
    """

    full: bool
    folder: Path
    say: Callable[[str], None] = lambda text: None

    def pick(self, short: int, full: int) -> int:
        """How many: *short* in a test, *full* in `make faults`."""
        return full if self.full else short


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that was counted or measured, and the bounds that it must keep, if any."""

    name: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def held(self) -> bool:
        enough = self.at_least is None or self.value >= self.at_least
        return enough and (self.at_most is None or self.value <= self.at_most)

    @property
    def target(self) -> str:
        """The bound in words; empty where there is none."""
        low, high = self.at_least, self.at_most
        if low is not None and low == high:
            return f"{low:,.4g}{self.unit}"
        if high is not None:
            return "0" if high == 0 else f"≤ {high:,.4g}{self.unit}"
        return "" if low is None else f"≥ {low:,.4g}{self.unit}"

    def __str__(self) -> str:
        return f"{self.name} {self.value:,.4g}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of one fault; *notes* say what they do not."""

    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()

    @property
    def missed(self) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if not figure.held)


def count(name: str, value: float, unit: str = "") -> Figure:
    """A figure that is told and not judged."""
    return Figure(name=name, value=value, unit=unit)


def none(name: str, value: float) -> Figure:
    """What must not be there at all."""
    return Figure(name=name, value=value, at_most=0)


def every(name: str, value: int, of: int) -> Figure:
    """What must hold of all *of* them."""
    return Figure(name=name, value=value, at_least=of, at_most=of)


def below(name: str, value: float, limit: float, unit: str = "") -> Figure:
    """What may be *limit* at most."""
    return Figure(name=name, value=value, at_most=limit, unit=unit)
