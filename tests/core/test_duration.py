"""Lengths of time, read and printed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.duration import parse_duration, print_duration


@given(st.integers(0, 10**12))
def test_what_is_printed_reads_back_as_the_same(milliseconds: int) -> None:
    length = timedelta(milliseconds=milliseconds)

    assert parse_duration(print_duration(length)) == length


HOURS = [("90s", 0.025), ("1h30m", 1.5), ("1.5h", 1.5), (" 2d ", 48), ("1w", 168)]
WRONG = ["", "10", "ten minutes", "-5m", "5 m s", "1h30", "999999999w", "١٠m"]


@pytest.mark.parametrize(("text", "hours"), HOURS)
def test_units_add_up(text: str, hours: float) -> None:
    assert parse_duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", WRONG)
def test_anything_else_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"written like|longer than"):
        parse_duration(text)
