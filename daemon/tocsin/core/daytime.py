"""Times of the day as users write them (``09:00``), and when a clock on the wall reads them."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo

_DAYTIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


def parse_daytime(text: str) -> time:
    """The time of the day that *text* means.

    Raises:
        ValueError: It is written otherwise.
    """
    found = _DAYTIME.fullmatch(text.strip())
    if found is None:
        raise ValueError('a time of the day is written like "09:00", in quotes')
    return time(int(found[1]), int(found[2]))


def last_at(when: time, zone: tzinfo, now: datetime) -> datetime:
    """The latest instant, *now* at most, at which clocks in *zone* read *when*; in UTC.

    Each day has one: a time that summer time skips comes as much later, of one that comes twice it
    is the first.
    """
    return next(instant for instant in _around(when, zone, now, (1, 0, -1, -2)) if instant <= now)


def next_at(when: time, zone: tzinfo, now: datetime) -> datetime:
    """The first instant, *now* at least, at which clocks in *zone* read *when*; as `last_at`."""
    return next(instant for instant in _around(when, zone, now, (-1, 0, 1, 2)) if instant >= now)


def _around(when: time, zone: tzinfo, now: datetime, days: Iterable[int]) -> Iterator[datetime]:
    """When clocks read *when* so many *days* from now."""
    today = now.astimezone(zone).date()
    for day in days:
        yield datetime.combine(today + timedelta(days=day), when, zone).astimezone(UTC)
