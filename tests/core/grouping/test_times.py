from datetime import UTC, datetime, timedelta

import pytest

from tocsin.core.grouping import time_of
from tocsin.core.model import Article

SEEN = datetime(2030, 5, 2, 12, tzinfo=UTC)
WINDOW = timedelta(days=7)


def article(published: datetime | None) -> Article:
    return Article(
        feed_id="f", outlet="o", url="", title="", text="", first_seen=SEEN, published=published
    )


def test_a_plausible_date_is_believed() -> None:
    assert time_of(article(SEEN - timedelta(hours=5)), WINDOW) == SEEN - timedelta(hours=5)


@pytest.mark.parametrize(
    "published",
    [None, datetime(1770, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)],
)
def test_an_absent_or_impossible_date_gives_way_to_when_we_saw_it(
    published: datetime | None,
) -> None:
    assert time_of(article(published), WINDOW) == SEEN
