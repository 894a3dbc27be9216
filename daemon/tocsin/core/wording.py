"""Counts, lengths of time and near misses in the words of a sentence."""

from collections.abc import Iterable
from datetime import timedelta
from difflib import get_close_matches
from itertools import pairwise

_UNITS = (
    ("day", timedelta(days=1)),
    ("hour", timedelta(hours=1)),
    ("minute", timedelta(minutes=1)),
    ("second", timedelta(seconds=1)),
)


def count(number: int, noun: str) -> str:
    """1 outlet, 2 outlets, 3 entries."""
    if number == 1:
        return f"{number} {noun}"
    many = f"{noun[:-1]}ies" if noun[-1] == "y" and noun[-2] not in "aeiou" else f"{noun}s"
    return f"{number:,} {many}"


def reports(outlets: int, independent: int) -> str:
    """Who has a story: 3 outlets, 2 independent."""
    return f"{count(outlets, 'outlet')}, {independent:,} independent"


def length(of: timedelta) -> str:
    """About how long: 2 days, 30 hours, 90 minutes, 1 second."""
    for (noun, unit), (_, finer) in pairwise(_UNITS):
        if round(of / finer) * finer >= 2 * unit:
            return count(round(of / unit), noun)
    return count(max(round(of.total_seconds()), 0), "second")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` (did you mean "feeds"?)`` where one of the *known* words is close, else nothing."""
    close = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return f' (did you mean "{close[0]}"?)' if close else ""
