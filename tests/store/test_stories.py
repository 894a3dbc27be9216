"""How stories grow, and what is told of them."""

from datetime import timedelta

import pytest

from sample import NOON, article
from tocsin.core.grouping import QUIET
from tocsin.core.model import Join, Placement
from tocsin.store import articles, browsing, stories
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

OPENED = Placement(how=Join.OPENED)
HOUR = timedelta(hours=1)


async def test_a_report_that_is_read_late_ends_its_story_no_sooner(store: SqliteStore) -> None:
    placed = await store.write(articles.add, article(), OPENED)
    late = article(url="https://late.example/", first_seen=NOON - HOUR)
    joined = Placement(how=Join.SAME_EVENT, story_id=placed.story_id)

    await store.write(articles.add, late, joined)

    assert (await store.read(stories.view, placed.story_id)).ends == NOON + QUIET


async def test_a_story_goes_by_its_earliest_headline_whatever_came_before_without_one(
    store: SqliteStore,
) -> None:
    first = article(url="https://wire.example/", title="")
    placed = await store.write(articles.add, first, OPENED)
    joined = Placement(how=Join.SAME_EVENT, story_id=placed.story_id)
    await store.write(articles.add, article(title="Bridge closed"), joined)
    await store.write(articles.add, article(url="https://c.example/", title="Later"), joined)

    (line,) = await store.read(browsing.newest, 9, watched=False)

    assert line.title == "Bridge closed"
