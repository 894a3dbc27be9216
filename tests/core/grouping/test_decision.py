"""What speaks for one story, what against it, and how much is enough."""

from tocsin.core.grouping.coefficients import LEARNED
from tocsin.core.grouping.decision import threshold
from tocsin.core.grouping.row import LIKENESS


def test_a_longer_article_must_reach_more_than_a_headline() -> None:
    assert threshold(100, None, LEARNED) > threshold(10, None, LEARNED)


def test_beside_more_articles_without_a_time_one_must_reach_more() -> None:
    assert threshold(50, 100, LEARNED) == threshold(50, 500, LEARNED)
    assert threshold(50, 5_000, LEARNED) > threshold(50, 500, LEARNED)


def test_what_differs_never_speaks_for_one_story() -> None:
    for kind, weight in zip(LIKENESS, LEARNED.pair, strict=True):
        assert weight <= 0 if kind.startswith("other") else weight >= 0
