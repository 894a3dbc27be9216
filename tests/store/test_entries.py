"""Which entries are news."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from sample import ENTRY, FEED, MINUTE, NOON, article, entry
from tocsin.core.model import Entry, Feed, Join, ParsedFeed, Placement
from tocsin.store import articles, entries, feeds, sighting
from tocsin.store.sighting import TakenIn
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

HOUR = 60 * MINUTE


def take_in(conn: Connection, *found: Entry, feed: Feed = FEED, first: bool = False) -> TakenIn:
    feeds.sync(conn, [feed], NOON)
    parsed = ParsedFeed(title="", entries=found)
    return sighting.take_in(conn, feed, parsed, NOON, first=first)


async def test_an_entry_is_new_once(store: SqliteStore) -> None:
    assert await store.write(take_in, ENTRY) == TakenIn(new=1)
    assert await store.write(take_in, ENTRY) == TakenIn(known=1)


async def test_what_stands_in_a_feed_at_first_sight_is_no_news(store: SqliteStore) -> None:
    assert await store.write(take_in, ENTRY, first=True) == TakenIn(baseline=1)
    assert await store.write(take_in, ENTRY) == TakenIn(known=1)


async def test_first_sight_may_take_in_what_is_recent(store: SqliteStore) -> None:
    feed = Feed(id="f", url="u", outlet="O", first_sight=24 * HOUR)
    recent = entry(guid="2", url="", text="", title="b", published=NOON - 23 * HOUR)
    old = entry(guid="3", url="", text="", title="c", published=NOON - 25 * HOUR)
    undated = entry(guid="4", url="", text="", title="d", published=None)
    untrue = entry(guid="5", url="", text="", title="e", published=datetime(2099, 1, 1, tzinfo=UTC))

    taken = await store.write(take_in, recent, old, undated, untrue, feed=feed, first=True)

    assert taken == TakenIn(new=1, baseline=3)


@pytest.mark.parametrize(
    "renamed",
    [
        entry(guid="other"),
        entry(guid="other", url="https://courier.example/bridge?utm_source=x", text="changed"),
        entry(guid="other", url="https://courier.example/moved"),
    ],
    ids=["guid changed", "guid and words changed", "guid and link changed"],
)
async def test_an_entry_is_known_by_any_of_its_names(store: SqliteStore, renamed: Entry) -> None:
    await store.write(take_in, ENTRY)

    taken = await store.write(take_in, renamed)

    assert (taken.new, taken.known) == (0, 1)


async def test_a_short_headline_said_twice_is_two_entries(store: SqliteStore) -> None:
    await store.write(take_in, entry(guid="1", url="https://a.example/1", title="Live", text=""))

    again = entry(guid="2", url="https://a.example/2", title="Live", text="")

    assert await store.write(take_in, again) == TakenIn(new=1)


async def test_an_entry_with_no_guid_and_no_link_is_known_by_its_words(
    store: SqliteStore,
) -> None:
    bare = entry(guid="", url="", title="Ferry late", text="")
    await store.write(take_in, bare)

    assert await store.write(take_in, bare) == TakenIn(known=1)


async def test_an_article_that_another_feed_brought_is_known(store: SqliteStore) -> None:
    await store.write(take_in, ENTRY)
    await store.write(articles.add, article(), Placement(how=Join.OPENED))
    other = Feed(id="other", url="u", outlet="Courier")

    assert await store.write(take_in, ENTRY, feed=other) == TakenIn(known=1)


async def test_a_new_entry_waits_until_it_is_read(store: SqliteStore) -> None:
    await store.write(take_in, ENTRY)

    first = await store.write(entries.claim_new, NOON, lease=HOUR, limit=9, among={FEED.id})
    meanwhile = await store.write(entries.claim_new, NOON, lease=HOUR, limit=9, among={FEED.id})
    later = await store.write(entries.claim_new, NOON + HOUR, lease=HOUR, limit=9, among={FEED.id})

    assert [one.entry for one in first] == [ENTRY]
    assert meanwhile == []
    assert [(one.entry, one.tries) for one in later] == [(ENTRY, 1)]


async def test_hostile_words_are_kept_without_what_a_database_refuses(store: SqliteStore) -> None:
    hostile = entry(guid="a\0\ud800", url="https://x.example/\0", title="\ud800", text="\0" * 9)

    assert await store.write(take_in, hostile) == TakenIn(new=1)
    assert await store.write(take_in, hostile) == TakenIn(known=1)


def old_matches(**changes: str) -> list[Entry]:
    """Fault 12: entries of which *changes* rename all; ``{}`` stands for their number."""
    return [
        entry(
            **{
                "guid": f"tag:{n}",
                "url": f"https://courier.example/{n}",
                "title": f"Bridge {n} closed",
                "text": f"Cracks were found in arch {n}.",
            }
            | {name: value.format(n) for name, value in changes.items()}
        )
        for n in range(200)
    ]


@pytest.mark.parametrize(
    "renamed",
    [
        {"guid": "new:{}"},
        {"url": "https://courier.example/moved/{}"},
        {"guid": "new:{}", "url": "https://courier.example/moved/{}"},
        {"guid": "new:{}", "url": "https://courier.example/moved/{}", "text": "Otherwise. {}"},
    ],
    ids=["guids", "links", "both", "all but titles"],
)
async def test_a_feed_that_renames_all_its_entries_brings_no_news(
    store: SqliteStore, renamed: dict[str, str]
) -> None:
    await store.write(take_in, *old_matches(), first=True)

    moved = await store.write(take_in, *old_matches(**renamed))
    again = await store.write(take_in, *reversed(old_matches(**renamed)))

    assert (moved.new, moved.known) == (0, 200)
    assert (again.new, again.known, again.edited) == (0, 200, 0)


async def claim(store: SqliteStore, now: datetime = NOON) -> list[entries.Unread]:
    return await store.write(entries.claim_new, now, lease=HOUR, limit=9, among={FEED.id})


async def read(store: SqliteStore) -> int:
    """Read the one entry that waits; its article."""
    (unread,) = await claim(store)
    placed = await store.write(articles.add, article(), Placement(how=Join.OPENED))
    await store.write(entries.mark_read, unread.id, placed.article.id)
    return placed.article.id


EDITED = entry(title="Old bridge closed for good")


async def test_an_edited_entry_is_read_again_for_the_same_article(store: SqliteStore) -> None:
    await store.write(take_in, ENTRY)
    article_id = await read(store)

    taken = await store.write(take_in, EDITED)
    (unread,) = await claim(store)

    assert taken == TakenIn(known=1, edited=1)
    assert (unread.article_id, unread.entry) == (article_id, EDITED)


async def test_an_entry_edited_while_it_is_read_is_read_again(store: SqliteStore) -> None:
    await store.write(take_in, ENTRY)
    (unread,) = await claim(store)
    await store.write(take_in, EDITED)
    placed = await store.write(articles.add, article(), Placement(how=Join.OPENED))
    await store.write(entries.mark_read, unread.id, placed.article.id)

    (again,) = await claim(store)
    assert again.entry == EDITED


async def test_an_entry_that_is_edited_all_the_time_is_not_read_for_ever(
    store: SqliteStore,
) -> None:
    await store.write(take_in, ENTRY)
    await read(store)
    for n in range(sighting.MOST_REREADS + 9):
        await store.write(take_in, entry(title=f"Live {n}"))
        for unread in await claim(store):
            await store.write(entries.mark_reread, unread.id)

    await store.write(take_in, entry(title="Live, once more"))
    assert await claim(store) == []


async def test_entries_with_one_link_are_read_by_their_own_words(store: SqliteStore) -> None:
    link = "https://courier.example/live"
    await store.write(
        take_in,
        entry(guid="1", url=link, title="One", text=""),
        entry(guid="2", url=link, title="Two", text=""),
    )

    assert [unread.own_page for unread in await claim(store)] == [False, False]
