"""Times of the day, over the nights in which clocks are changed."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sample import MINUTE, NOON
from tocsin.core.daytime import last_at, parse_daytime

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [ZoneInfo(name) for name in ("UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia")]


@pytest.mark.parametrize(("text", "when"), [("09:00", time(9)), ("7:05", time(7, 5))])
def test_a_time_of_the_day_is_read(text: str, when: time) -> None:
    assert parse_daytime(text) == when


@pytest.mark.parametrize("text", ["9", "24:00", "12:60", "noon", "540", "09:00 CET"])
def test_what_is_no_time_of_the_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="written like"):
        parse_daytime(text)


@given(
    when=st.times().map(lambda when: when.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
    now=st.integers(-600_000, 600_000).map(lambda minutes: NOON + minutes * MINUTE),
)
def test_the_latest_instant_is_at_most_a_day_and_a_changed_clock_ago(
    when: time, zone: ZoneInfo, now: datetime
) -> None:
    latest = last_at(when, zone, now)

    assert timedelta(0) <= now - latest <= timedelta(hours=25)


def test_each_day_has_one_though_clocks_are_changed() -> None:
    start, minute = datetime(2026, 3, 28, tzinfo=UTC), timedelta(minutes=10)
    moments = [start + number * minute for number in range(6 * 24 * 3)]

    instants = {last_at(time(2, 30), BERLIN, moment) for moment in moments}

    told = sorted(instant.astimezone(BERLIN).strftime("%d %H:%M") for instant in instants)
    assert told == ["27 02:30", "28 02:30", "29 03:30", "30 02:30"]


def test_a_time_that_comes_twice_is_the_first() -> None:
    night = datetime(2026, 10, 25, 1, 45, tzinfo=UTC)  # 02:45, for the second time

    assert last_at(time(2, 30), BERLIN, night) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
