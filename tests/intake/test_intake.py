"""From a feed to its stories, with the world faked at the ports."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from fakes import EMPTY
from intake.bench import LEASE, Bench, everybody
from sample import ENTRY, FEED, MINUTE, NOON, article, entry, match
from tocsin.core.errors import BadStatus, NotAFeed, Overrun, TimedOut
from tocsin.core.identity import believed
from tocsin.core.model import Extraction, Join, Placement
from tocsin.intake import Outcome
from tocsin.intake.placing import Desk, LiveStories, Reading, place
from tocsin.store import articles, entries, feeds, outbox, stories
from tocsin.store.articles import Placed
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio


async def test_a_feed_is_asked_only_for_what_changed(bench: Bench) -> None:
    bench.answer(b"1", ENTRY, etag='"v1"', **{"last-modified": "Mon"})
    await bench.poll()
    await bench.poll()

    first, _, last = bench.web.asked
    assert (first.etag, last.etag, last.last_modified) == ("", '"v1"', "Mon")


async def test_once_a_day_a_feed_is_asked_in_full(bench: Bench) -> None:
    bench.answer(b"1", ENTRY, etag='"v1"')
    await bench.poll()
    bench.clock.tick(timedelta(days=1))
    await bench.poll()

    assert bench.web.asked[-1].etag == ""


@pytest.mark.parametrize(("hours", "etag"), [(7, '"v1"'), (20, "")])
async def test_a_feed_is_asked_in_full_where_the_next_time_may_be_more_than_a_day_later(
    bench: Bench, hours: int, etag: str
) -> None:
    bench.answer(b"1", ENTRY, etag='"v1"')
    await bench.poll()
    bench.clock.tick(timedelta(hours=hours))
    await bench.poll()

    assert bench.web.asked[-1].etag == etag


async def test_the_same_bytes_are_not_parsed_again(bench: Bench) -> None:
    bench.answer(b"1", ENTRY)
    await bench.poll()
    bench.parser.found = NotAFeed("must not be asked")

    assert (await bench.poll()).outcome is Outcome.UNCHANGED


async def test_entries_that_the_parser_knew_are_no_gap_and_no_news(bench: Bench) -> None:
    bench.answer(b"1", ENTRY)
    bench.parser.found = replace(EMPTY, entries=(ENTRY,), fingerprints=b"8 bytes!")
    await bench.poll()
    await bench.store.write(feeds.record, FEED.id, {"interval": 60 * MINUTE})
    bench.answer(b"2")
    bench.parser.found = replace(EMPTY, entries=(entry(guid="2", url="", text=""),), known=9)

    poll = await bench.poll()
    state = await bench.store.read(feeds.state, FEED.id)

    assert bench.parser.known == [b"", b"", b"8 bytes!"]
    assert (poll.entries.new, poll.entries.known) == (1, 9)
    assert state.interval == 60 * MINUTE, "one of ten is neither much nor all"


@pytest.mark.parametrize("error", [BadStatus(404, "404 Not Found"), TimedOut("gave up after 30 s")])
async def test_a_feed_that_fails_is_remembered_and_asked_again(
    bench: Bench, error: BadStatus | TimedOut
) -> None:
    bench.web.answers[FEED.url] = error

    poll = await bench.poll()
    state = await bench.store.read(feeds.state, FEED.id)

    assert (poll.outcome, poll.why) == (Outcome.FAILED, str(error))
    assert (state.failures, state.failing_since) == (1, NOON)
    assert NOON < state.next_fetch_at < NOON + timedelta(days=2)


async def test_a_feed_that_is_back_has_no_failures(bench: Bench) -> None:
    bench.web.answers[FEED.url] = TimedOut("gave up")
    await bench.poll()
    bench.answer(b"back", ENTRY)
    await bench.poll()

    state = await bench.store.read(feeds.state, FEED.id)
    assert (state.failures, state.failing_since, state.last_error) == (0, None, "")


async def test_a_server_that_asks_for_quiet_gets_it(bench: Bench) -> None:
    bench.web.answers[FEED.url] = BadStatus(429, "429", retry_after=timedelta(hours=3))

    await bench.poll()

    state = await bench.store.read(feeds.state, FEED.id)
    assert state.next_fetch_at >= NOON + timedelta(hours=3)


async def test_an_article_is_the_text_of_its_page(bench: Bench) -> None:
    page = "The whole article, which is a good deal longer than the summary in the feed is. " * 3
    bench.extractor.texts[ENTRY.url] = Extraction(text=page, lang="en")
    bench.answer(b"1", ENTRY)
    await bench.poll()

    (placed,) = await bench.read()

    assert (placed.article.text, placed.article.lang) == (page, "en")
    assert placed.article.summary_only == ""


@pytest.mark.parametrize("trouble", ["page", "extraction"])
async def test_a_page_that_cannot_be_read_leaves_the_feeds_own_words(
    bench: Bench, trouble: str
) -> None:
    if trouble == "page":
        bench.web.answers[ENTRY.url] = BadStatus(403, "403 Forbidden")
    else:
        bench.extractor.texts[ENTRY.url] = Overrun("took longer than 10 s")
    bench.answer(b"1", ENTRY, entry(guid="2", url="https://courier.example/2", text="Other."))
    await bench.poll()

    poor, other = await bench.read()

    assert poor.article.text == ENTRY.text
    assert poor.article.summary_only in ("403 Forbidden", "took longer than 10 s")
    assert other.article.title == ENTRY.title


async def test_one_article_from_two_entries_is_one_article(bench: Bench) -> None:
    tracked = entry(guid="2", url=f"{ENTRY.url}?utm_source=feed", title="x", text="y")
    bench.answer(b"1", ENTRY)
    await bench.poll()
    (unread,) = await bench.store.write(
        entries.claim_new, NOON, lease=LEASE, limit=9, among={FEED.id}
    )

    first = await bench.intake.read([unread])
    again = entries.Unread(id=unread.id, feed_id=FEED.id, first_seen=NOON, tries=0, entry=tracked)
    second = await bench.intake.read([again])

    assert (len(first), second) == (1, [])


async def test_a_story_is_watched_from_its_first_match_and_lists_what_came_before(
    store: SqliteStore,
) -> None:
    live = LiveStories()
    desk = Desk(addressed=everybody, now=NOON)
    text = article().text
    early = article(url="https://a.example/1", text=text, title="Bridge closed")
    late = article(url="https://b.example/1", outlet="Other", text=text + " More.")
    for number, (one, found) in enumerate([(early, ()), (late, (match(),))]):
        reading = Reading(entry_id=number, article=one, matches=found)
        await store.write(place, live, [reading], desk)

    view = await store.read(stories.view, 1)

    assert view is not None
    assert [(report.outlet, report.matched) for report in view.coverage] == [
        ("Courier", False),
        ("Other", True),
    ]
    assert await store.read(outbox.next_due, "desk") == NOON


def add(conn: Connection, live: LiveStories, number: int) -> Placed:
    live.catch_up(conn, NOON)
    one = article(url=f"https://a.example/{number}", text=f"Text of its own, number {number}.")
    placed = articles.add(conn, one, Placement(how=Join.OPENED))
    live.add(placed)
    return placed


async def test_the_live_stories_agree_with_the_store_after_a_turn_was_undone(
    store: SqliteStore,
) -> None:
    def fail(conn: Connection) -> None:
        add(conn, live, 2)
        add(conn, live, 3)
        raise KeyError("undone")

    live = LiveStories()
    await store.write(add, live, 1)
    undone = live.index
    with pytest.raises(KeyError):
        await store.write(fail)
    await store.write(live.catch_up, NOON)

    assert live.index is not undone
    copy = article(url="https://c.example/", text="Text of its own, number 1.")
    assert live.index.decide(copy, NOON).story_id == 1


async def test_the_live_stories_catch_up_with_what_another_process_placed(
    store: SqliteStore,
) -> None:
    await store.write(add, LiveStories(), 1)
    live = LiveStories()

    await store.write(live.catch_up, NOON + MINUTE)

    copy = article(url="https://c.example/", text="Text of its own, number 1.")
    assert live.index.decide(copy, NOON).story_id == 1


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        (NOON - MINUTE, True),
        (NOON + 14 * MINUTE, True),
        (NOON + 16 * MINUTE, False),
        (datetime(1770, 1, 1, tzinfo=UTC), False),
        (datetime(2099, 1, 1, tzinfo=UTC), False),
    ],
)
def test_a_date_that_cannot_be_true_is_not_believed(published: datetime, kept: bool) -> None:
    assert believed(published, NOON) == (published if kept else None)
