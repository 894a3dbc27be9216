"""How many messages somebody is sent at most, and whether there is room for one more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tocsin.core.duration import parse_duration, print_duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """At most so many *messages* in any time of that length."""

    messages: int
    per: timedelta

    def __str__(self) -> str:
        per = print_duration(self.per)
        return f"{self.messages}/{per.removeprefix('1') if len(per) == 2 else per}"


def parse_rate(text: str) -> Rate | None:
    """The rate that *text* means: ``20/h``, ``5/10m``; None for ``none``.

    Raises:
        ValueError: It is written otherwise.
    """
    if text.strip() == "none":
        return None
    messages, _, per = (part.strip() for part in text.partition("/"))
    try:
        length = parse_duration(per if per[:1].isdigit() else f"1{per}")
        rate = Rate(messages=int(messages), per=length)
    except ValueError:
        rate = Rate(messages=0, per=timedelta(0))
    if rate.messages < 1 or not rate.per:
        raise ValueError("a rate is written like 20/h or 5/10m; none is without limit")
    return rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many messages somebody may still be sent, and when there is room again if none."""

    left: int
    opens: datetime


def room(rate: Rate, sent: Iterable[datetime], now: datetime) -> Room:
    """What *rate* leaves after what was *sent* so far; what was sent later than *now*, by a clock
    that has been set back since, does not count."""
    latest = sorted(at for at in sent if now - rate.per < at <= now)[-rate.messages :]
    left = rate.messages - len(latest)
    return Room(left=left, opens=now if left else latest[0] + rate.per)
