"""Lengths of time as users write them: ``90s``, ``10m``, ``1h30m``, ``2d``."""

import re
from datetime import timedelta

_SECONDS = {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1, "ms": 0.001}
_WHOLE = re.compile(r"(?:\d{1,9}(?:\.\d{1,3})?(?:ms|[smhdw])\s*)+", re.ASCII)
_PART = re.compile(r"([\d.]+)(ms|[smhdw])", re.ASCII)


def parse_duration(text: str) -> timedelta:
    """The length of time that *text* means.

    Raises:
        ValueError: It is written otherwise.
    """
    words = text.strip()
    if not _WHOLE.fullmatch(words):
        raise ValueError("a length of time is written like 90s, 10m, 1h30m or 2d")
    try:
        seconds = sum(float(number) * _SECONDS[unit] for number, unit in _PART.findall(words))
        return timedelta(seconds=seconds)
    except OverflowError:
        raise ValueError("this is longer than any calendar") from None


def print_duration(length: timedelta) -> str:
    """*length* as `parse_duration` reads it, to the millisecond."""
    left, parts = length // timedelta(milliseconds=1), []
    for unit in ("d", "h", "m", "s", "ms"):
        count, left = divmod(left, round(_SECONDS[unit] * 1000))
        parts += [f"{count}{unit}"] if count else []
    return "".join(parts) or "0s"
