"""Which stories a day's articles lead to, by the words that they share."""

from tocsin.core.grouping import Frequencies
from tocsin.core.grouping.day import Day, Placed, near
from tocsin.core.grouping.row import Row, weigh
from tocsin.core.grouping.sketch import sketch

FERRY = "The ferry Aurelia ran onto rocks off Skarn"


def row(text: str) -> Row:
    return weigh(sketch("", text), Frequencies())


def day_of(*texts: str) -> Day:
    """A day of these articles, a story each, numbered from 1."""
    day = Day()
    for number, text in enumerate(texts, 1):
        day.add(row(text), Placed(article_id=number, story_id=number))
    return day


def test_a_story_that_shares_little_comes_behind_one_that_shares_much() -> None:
    day = day_of("A dairy of Skarn wins", "Cheese from Orsk", "Aurelia ran onto rocks off Skarn")
    assert near([day], row(FERRY), 48, 6) == [3, 1]


def test_no_more_stories_are_near_than_are_asked_for() -> None:
    assert len(near([day_of(*[FERRY] * 5)], row(FERRY), 48, 3)) == 3


def test_a_story_of_two_days_is_near_once() -> None:
    assert near([day_of(FERRY), day_of(FERRY)], row(FERRY), 48, 6) == [1]
