"""When a report counts as published."""

from datetime import UTC, datetime, timedelta

import pytest

from sample import NOON, article
from tocsin.core.model import Coverage


def when(published: datetime | None) -> datetime:
    """When an article counts as published, and as an alert lists it."""
    one = article(published=published)
    listed = Coverage(
        article_id=1, outlet="", url="", title="", first_seen=NOON, published=published
    )
    assert one.when == listed.when
    return one.when


def test_a_plausible_date_is_believed() -> None:
    earlier = NOON - timedelta(hours=5)
    assert when(earlier) == earlier


@pytest.mark.parametrize(
    "published",
    [None, datetime(1770, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)],
)
def test_an_absent_or_impossible_date_gives_way_to_when_we_saw_it(
    published: datetime | None,
) -> None:
    assert when(published) == NOON
