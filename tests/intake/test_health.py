"""The operator hears once of a feed that is unwell, and once when it is back."""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from fakes import EMPTY
from intake.bench import Bench, known
from sample import ENTRY, FEED, NOON, entry
from tocsin.core.cadence import MOVED_AFTER, PAUSE
from tocsin.core.errors import BadStatus, TimedOut
from tocsin.core.model import Access, Feed
from tocsin.core.ports import Response
from tocsin.store import notices
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

HOUR = timedelta(hours=1)
NEW_HOME = "http://127.0.0.1/new-home"


async def told(bench: Bench) -> list[str]:
    return [posted.notice.title for posted in await bench.store.read(notices.waiting)]


async def fail(bench: Bench, error: BadStatus | TimedOut, *, hours: int) -> None:
    """Fail so long, asked whenever the feed is due."""
    bench.web.answers[FEED.url] = error
    until = bench.clock.now() + hours * HOUR
    while bench.clock.now() < until:
        await bench.poll()
        bench.clock.time = min((await bench.state()).next_fetch_at, until)
    await bench.poll()


async def test_a_feed_that_is_down_for_a_day_is_told_once_and_when_it_is_back(
    bench: Bench,
) -> None:
    await fail(bench, BadStatus(503, "503 Service Unavailable"), hours=23)
    assert await told(bench) == []

    await fail(bench, BadStatus(503, "503 Service Unavailable"), hours=60)
    down = await told(bench)
    bench.answer(b"back", ENTRY)
    await bench.poll()
    await bench.poll()

    assert down == ["courier is down: 503 Service Unavailable for 24 hours"]
    assert (await bench.state()).health == "FINE"
    assert await told(bench) == [], "nobody was told yet, so neither is worth a word"


async def test_a_feed_that_is_down_is_told_when_the_day_is_over(bench: Bench) -> None:
    await fail(bench, TimedOut("gave up"), hours=60)

    (posted,) = await bench.store.read(notices.waiting)

    assert posted.at == NOON + 24 * HOUR


async def test_a_feed_without_news_for_five_gaps_is_told_once_and_when_it_has_some(
    bench: Bench,
) -> None:
    for number in range(4):
        bench.clock.tick(2 * HOUR)
        bench.answer(b"%d" % number, entry(guid=f"{number}", url="", title=f"News {number}"))
        await bench.poll()
    for _ in range(30):
        bench.clock.tick(HOUR)
        await bench.poll()
    silent = await told(bench)
    bench.answer(b"new", entry(guid="new", url="", title="At last"))
    await bench.poll()

    assert silent == [
        "courier is silent: nothing new for 10 hours, usually something every 2 hours"
    ]
    assert (await bench.state()).health == "FINE"


async def test_a_feed_that_is_gone_is_told_and_asked_once_a_week(bench: Bench) -> None:
    bench.web.answers[FEED.url] = BadStatus(410, "410 Gone")
    await bench.poll()
    await bench.poll()

    (said,) = await told(bench)
    state = await bench.state()
    assert said.startswith("courier is gone")
    assert state.next_fetch_at - NOON > PAUSE * 0.8


async def test_a_feed_that_moved_for_good_is_asked_there_after_three_same_answers(
    bench: Bench,
) -> None:
    bench.answer(b"1", ENTRY, moved_to=NEW_HOME)
    bench.web.answers[NEW_HOME] = Response(url=NEW_HOME, status=200, body=b"1")
    with capture_logs() as logs:
        for _ in range(MOVED_AFTER + 2):
            await bench.poll()

    (said,) = [line for line in logs if "moved for good" in line["event"]]
    assert (said["to"], said["line"]) == (NEW_HOME, "your feeds")
    assert (bench.asked(FEED.url), bench.asked(NEW_HOME)) == (MOVED_AFTER + 1, 2)


async def test_a_feed_whose_new_address_fails_is_asked_at_its_old_one(bench: Bench) -> None:
    bench.answer(b"1", ENTRY, moved_to=NEW_HOME)
    bench.web.answers[NEW_HOME] = BadStatus(404, "404 Not Found")
    for _ in range(MOVED_AFTER + 2):
        await bench.poll()

    assert bench.web.asked[-1].url == FEED.url


async def test_what_is_for_a_feeds_own_host_never_moves_with_it(store: SqliteStore) -> None:
    access = Access(headers=(("authorization", "Basic c2VjcmV0"),))
    feed = Feed(id="courier", url="http://127.0.0.1/courier", outlet="Courier", access=access)
    bench = await known(Bench(store, feed))
    bench.answer(b"1", ENTRY, moved_to="http://127.0.0.2/elsewhere")
    for _ in range(MOVED_AFTER + 2):
        await bench.poll()

    assert {request.url for request in bench.web.asked} == {feed.url}
    assert bench.web.asked[-1].headers == {"authorization": "Basic c2VjcmV0"}


async def test_a_poll_in_which_nothing_was_known_is_counted_and_followed_soon(
    bench: Bench,
) -> None:
    bench.answer(b"1", ENTRY)
    await bench.poll()
    bench.answer(b"2", entry(guid="2", url="", title="Other"), entry(guid="3", url="", title="x"))
    with capture_logs() as logs:
        await bench.poll()

    state = await bench.state()
    assert (state.gaps, state.why) == (2, "no entry was known: some may have been missed")
    assert any("some may have been missed" in line["event"] for line in logs)


async def test_what_a_feed_wishes_holds_while_it_is_unchanged(bench: Bench) -> None:
    bench.answer(b"1", ENTRY)
    bench.parser.found = type(EMPTY)(title="", entries=(ENTRY,), ttl=5 * HOUR)
    await bench.poll()
    await bench.poll()  # the same bytes: it is not parsed

    state = await bench.state()
    assert state.next_fetch_at >= NOON + 5 * HOUR
    assert state.why == "the feed asks for it"
