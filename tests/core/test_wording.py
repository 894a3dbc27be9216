"""Counts and lengths of time in words."""

from datetime import timedelta

import pytest

from tocsin.core.wording import count, length


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [(1, "feed", "1 feed"), (0, "entry", "0 entries"), (1200, "day", "1,200 days")],
)
def test_a_noun_agrees_with_its_number(number: int, noun: str, said: str) -> None:
    assert count(number, noun) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (timedelta(days=2), "2 days"),
        (timedelta(days=1, hours=23), "47 hours"),
        (timedelta(minutes=119), "119 minutes"),
        (timedelta(minutes=119, seconds=59), "2 hours"),
        (timedelta(hours=47, minutes=45), "2 days"),
        (timedelta(minutes=5, seconds=59), "6 minutes"),
        (timedelta(seconds=1), "1 second"),
        (-timedelta(days=1), "0 seconds"),
    ],
)
def test_a_length_is_told_in_the_largest_unit_of_which_there_are_two(
    given: timedelta, said: str
) -> None:
    assert length(given) == said
