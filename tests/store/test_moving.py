"""A person's word on stories: it stands for good."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from sample import MINUTE, NOON, TERMS, article, match, terms
from telling import alert_of
from tocsin.core.alerting import Address
from tocsin.core.errors import TocsinError
from tocsin.core.grouping import QUIET
from tocsin.core.model import Alert, Join, Placement, Receipt, RunnerUp, Shared
from tocsin.intake.placing import LiveStories
from tocsin.store import (
    articles,
    browsing,
    freezing,
    ledger,
    matches,
    moving,
    outbox,
    report,
    settling,
    stories,
)
from tocsin.store.asking import Asking
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

DESK = Address(channel="desk", recipient="")
ASKING = Asking(terms=TERMS, now=NOON, lease=MINUTE)
TEXTS = (
    "Engineers closed the old bridge at Merrowby to lorries after cracks were found on Monday.",
    "Cracks in two arches have shut Merrowby's bridge to heavy traffic, the county said.",
    "A brewery in Tolvik has won a prize for its dark beer, brewed with water from the fjord.",
)


def place(conn: Connection, number: int, story_id: int | None) -> int:
    """Place an article in a story, or in a new one; the story's id."""
    how = Join.OPENED if story_id is None else Join.SAME_EVENT
    one = article(url=f"https://o.example/{number}", title="", text=TEXTS[number % 3])
    placed = articles.add(conn, one, Placement(how=how, story_id=story_id))
    matches.add(conn, placed, (match(),), NOON)
    return placed.story_id


async def articles_of(store: SqliteStore, story_id: int) -> list[int]:
    story = await store.read(browsing.whole, story_id)
    return [placed.article.id for placed in story.placed]


async def test_a_split_makes_a_new_story_of_what_is_taken_out(store: SqliteStore) -> None:
    first = await store.write(place, 0, None)
    await store.write(place, 1, first)
    await store.write(place, 2, first)

    new = await store.write(moving.split, first, [3], NOON)

    assert await articles_of(store, first) == [1, 2]
    assert await articles_of(store, new) == [3]
    story = await store.read(browsing.whole, new)
    assert story.placed[0].placement.how is Join.BY_HAND
    assert story.watched_at is not None


@pytest.mark.parametrize("moved", [[], [1, 2], [7]])
async def test_a_split_that_leaves_or_takes_nothing_is_refused(
    store: SqliteStore, moved: list[int]
) -> None:
    first = await store.write(place, 0, None)
    await store.write(place, 1, first)

    with pytest.raises(TocsinError):
        await store.write(moving.split, first, moved, NOON)

    assert await articles_of(store, first) == [1, 2]


async def test_a_merge_keeps_the_older_story_and_silences_the_other(store: SqliteStore) -> None:
    older = await store.write(place, 0, None)
    newer = await store.write(place, 1, None)
    await store.write(outbox.make_due, newer, DESK, NOON)

    assert await store.write(moving.merge, newer, older, NOON) == older

    assert await articles_of(store, older) == [1, 2]
    assert (await store.read(browsing.whole, newer)).merged_into == older
    assert await store.write(freezing.take, ASKING) is None
    assert [line.detail for line in await store.read(ledger.lines, newer)] == [
        "merged into another story"
    ]


async def test_what_a_merge_brings_is_news_to_who_was_told_of_the_older_story(
    store: SqliteStore,
) -> None:
    older, newer = await store.write(place, 0, None), await store.write(place, 2, None)
    await store.write(outbox.make_due, older, DESK, NOON)
    sending = await store.write(freezing.take, ASKING)
    assert sending is not None
    await store.write(settling.mark_told, sending, Receipt(reference="m"), NOON)

    await store.write(moving.merge, older, newer, NOON)
    await store.write(outbox.make_due, older, DESK, NOON)
    update = await store.write(freezing.take, ASKING)

    assert update is not None
    assert len(alert_of(update).news) == 1


async def test_a_merged_story_is_open_for_as_long_as_its_latest_report_keeps_it(
    store: SqliteStore,
) -> None:
    older, later = await store.write(place, 0, None), NOON + timedelta(days=2)
    late = article(url="https://late.example/", first_seen=later)
    newer = (await store.write(articles.add, late, Placement(how=Join.OPENED))).story_id

    await store.write(moving.merge, older, newer, later)

    assert (await store.read(stories.view, older)).ends == later + QUIET


@pytest.mark.parametrize(("one", "other"), [(1, 1), (1, 9)])
async def test_a_merge_of_one_story_is_refused(store: SqliteStore, one: int, other: int) -> None:
    await store.write(place, 0, None)

    with pytest.raises(TocsinError, match=r"same story|no story #9"):
        await store.write(moving.merge, one, other, NOON)


async def test_a_story_that_was_merged_is_not_merged_again(store: SqliteStore) -> None:
    for number in range(2):
        await store.write(place, number, None)
    await store.write(moving.merge, 1, 2, NOON)

    with pytest.raises(TocsinError, match="story #2 was merged into #1"):
        await store.write(moving.merge, 1, 2, NOON)


async def test_later_articles_follow_a_persons_split(store: SqliteStore) -> None:
    live = LiveStories()
    first = await store.write(place, 0, None)
    await store.write(place, 1, first)
    await store.write(place, 2, first)
    await store.write(live.catch_up, NOON)

    new = await store.write(moving.split, first, [3], NOON)
    await store.write(live.catch_up, NOON)

    copy = article(url="https://copy.example/", title="", text=TEXTS[2])
    assert live.index.decide(copy, NOON).story_id == new


async def test_a_story_that_carries_on_an_ended_one_says_so(store: SqliteStore) -> None:
    ended = await store.write(place, 0, None)
    closest = RunnerUp(
        story_id=ended, article_id=1, score=0.9, shared=Shared(), why_not="the story has ended"
    )
    opened = Placement(how=Join.OPENED, threshold=0.5, runner_up=closest)

    placed = await store.write(articles.add, article(), opened)

    assert (await store.read(browsing.whole, placed.story_id)).follows == ended
    assert (await store.read(stories.view, placed.story_id)).follows == ended


async def test_word_frequencies_outlive_the_articles_that_they_were_counted_in(
    store: SqliteStore,
) -> None:
    live = LiveStories()
    await store.write(place, 0, None)
    await store.write(live.catch_up, NOON)
    await store.write(live.keep_frequencies)

    later = LiveStories()
    await store.write(later.catch_up, NOON + 60 * 24 * 30 * MINUTE)

    assert later.index.frequencies.articles == 1


async def test_stories_are_listed_newest_first(store: SqliteStore) -> None:
    first = await store.write(place, 0, None)
    await store.write(place, 1, first)
    await store.write(place, 2, None)

    newest, oldest = await store.read(browsing.newest, 9, watched=True)

    assert (newest.id, oldest.id) == (2, 1)
    assert (oldest.articles, oldest.outlets, oldest.independent) == (2, 1, 2)


# --- what was told before a person moved it ---------------------------------------------------


async def tell(store: SqliteStore, *story_ids: int) -> None:
    """Tell the desk of these stories, in messages that it can change."""
    asking = replace(ASKING, terms=terms(edits=True))
    for story_id in story_ids:
        await store.write(outbox.make_due, story_id, DESK, NOON)
        sending = await store.write(freezing.take, asking)
        assert sending is not None
        receipt = Receipt(reference=f"m{story_id}")
        await store.write(settling.mark_told, sending, receipt, NOON)


async def said(store: SqliteStore, *, edits: bool) -> list[Alert]:
    """What the desk is told now, without being asked to wait."""
    asking, alerts = replace(ASKING, terms=terms(edits=edits)), []
    while (sending := await store.write(freezing.take, asking)) is not None:
        alerts.append(alert_of(sending))
        receipt = Receipt(reference="m", edited=sending.before is not None)
        await store.write(settling.mark_told, sending, receipt, NOON)
    return alerts


async def test_a_merged_storys_message_says_where_it_went_where_a_channel_can_edit(
    store: SqliteStore,
) -> None:
    older, newer = await store.write(place, 0, None), await store.write(place, 1, None)
    await tell(store, older, newer)

    await store.write(moving.merge, newer, older, NOON)
    (alert,) = await said(store, edits=True)

    assert (alert.id, alert.state, alert.news) == (newer, f"merged into #{older}", ())
    assert [report.url for report in alert.coverage] == ["https://o.example/1"]
    assert await said(store, edits=True) == []


async def test_a_merged_story_is_not_mentioned_where_a_message_stays_as_it_was(
    store: SqliteStore,
) -> None:
    older, newer = await store.write(place, 0, None), await store.write(place, 1, None)
    await tell(store, older, newer)

    await store.write(moving.merge, newer, older, NOON)

    assert await said(store, edits=False) == []
    assert (await store.read(ledger.lines, newer))[-1].detail == "merged into another story"


async def test_a_split_is_a_new_alert_that_says_so_and_the_old_one_tells_the_rest(
    store: SqliteStore,
) -> None:
    first = await store.write(place, 0, None)
    await store.write(place, 1, first)
    await tell(store, first)

    new = await store.write(moving.split, first, [2], NOON)
    for story_id in (first, new):
        await store.write(outbox.make_due, story_id, DESK, NOON)
    old_alert, new_alert = await said(store, edits=True)

    assert (old_alert.id, len(old_alert.coverage), old_alert.news) == (first, 1, ())
    assert (new_alert.id, new_alert.split_from) == (new, first)
    assert await said(store, edits=True) == []


def unmatched(conn: Connection, number: int, story_id: int) -> None:
    """Place an article that no rule matches."""
    one = article(url=f"https://o.example/{number}", title="", text=TEXTS[number % 3])
    articles.add(conn, one, Placement(how=Join.SAME_EVENT, story_id=story_id))


@pytest.mark.parametrize("edits", [True, False])
async def test_a_split_of_all_that_matched_says_where_it_went_where_a_channel_can_edit(
    store: SqliteStore, *, edits: bool
) -> None:
    first = await store.write(place, 0, None)
    await store.write(unmatched, 1, first)
    await tell(store, first)

    new = await store.write(moving.split, first, [1], NOON)
    told = await said(store, edits=edits)

    urls = ["https://o.example/0", "https://o.example/1"]
    where = [(first, f"what matched is in #{new} now", urls)]
    shown = [(one.id, one.state, [report.url for report in one.coverage]) for one in told]
    assert shown == (where if edits else [])
    why = "all that matched was split off into another story"
    assert (await store.read(ledger.lines, first))[-1].detail == why
    assert [rung.alert.id for rung in await store.read(report.rung_since, 0, NOON)] == []
    assert await said(store, edits=edits) == []


async def test_a_split_is_one_message_where_a_message_stays_as_it_was(store: SqliteStore) -> None:
    first = await store.write(place, 0, None)
    await store.write(place, 1, first)
    await tell(store, first)

    new = await store.write(moving.split, first, [2], NOON)
    for story_id in (first, new):
        await store.write(outbox.make_due, story_id, DESK, NOON)

    assert [alert.id for alert in await said(store, edits=False)] == [new]
