"""An entry that cannot be read never stops the rest, and rings by its headline."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes import Extractor
from intake.bench import Bench, by_words, known
from sample import ENTRY, entry
from tocsin.core.model import Article, Entry, Extraction, Match
from tocsin.core.ports import Response
from tocsin.delivery import Delivery
from tocsin.engine.local import READ_LEASE, Stages, read_new
from tocsin.store import outbox
from tocsin.store.articles import Placed
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

POISON = entry(title="A ferry sinks", text="poison", guid="p", url="https://courier.example/p")


class Fragile(Extractor):
    """Has a fault of its own on one page."""

    async def extract(self, response: Response) -> Extraction:
        if response.url == POISON.url:
            raise KeyError("a fault of ours")
        return await super().extract(response)


def on_poison(article: Article) -> tuple[Match, ...]:
    """A rule that has a fault of its own on one word."""
    if "poison" in article.text or "unspeakable" in article.title:
        raise ZeroDivisionError
    return by_words(article)


class DaemonDies(BaseException):
    """Ends whatever is being done, as a signal would."""


class Deadly(Extractor):
    """Is at work on each page when somebody kills the daemon."""

    async def extract(self, response: Response) -> Extraction:
        raise DaemonDies


def die_of_poison(article: Article) -> tuple[Match, ...]:
    if "poison" in article.text or "unspeakable" in article.title:
        raise DaemonDies
    return by_words(article)


def innocent(count: int) -> list[Entry]:
    return [
        entry(guid=f"{n}", url=f"https://a.example/{n}", title=f"Report {n}", text=f"Number {n}.")
        for n in range(count)
    ]


async def live_often(bench: Bench, times: int) -> tuple[list[Placed], int]:
    """What was placed in so many lives of the daemon, and how many of them ended of themselves."""
    placed, deaths = list[Placed](), 0
    for _ in range(times):
        try:
            placed += await read_often(bench, 1)
        except DaemonDies:
            deaths += 1
            bench.clock.tick(READ_LEASE + timedelta(seconds=1))
    return placed, deaths


async def read_often(bench: Bench, times: int) -> list[Placed]:
    """Read what waits, and again whenever it is taken up again."""
    stages = Stages(
        store=bench.store,
        clock=bench.clock,
        feeds={bench.feed.id: bench.feed},
        intake=bench.intake,
        delivery=Delivery(bench.store, bench.clock),
        channels=(),
    )
    placed: list[Placed] = []
    for _ in range(times):
        placed += await read_new(stages, {bench.feed.id})
        bench.clock.tick(READ_LEASE + timedelta(seconds=1))
    return placed


async def test_a_page_that_cannot_be_read_is_left_after_three_tries_and_rings_all_the_same(
    store: SqliteStore,
) -> None:
    bench = await known(Bench(store, extractor=Fragile()))
    bench.answer(b"1", POISON, ENTRY)
    await bench.poll()

    first = await read_often(bench, 1)
    later = await read_often(bench, 3)

    assert [one.article.title for one in first] == [ENTRY.title], "the others are read at once"
    assert [one.article.summary_only for one in later] == ["set aside after 3 tries"]
    assert bench.asked(POISON.url) == 1 + 3, "once with the others, then alone"
    assert await store.read(outbox.next_due, "desk") is not None


async def test_words_that_cannot_be_read_leave_the_headline_to_ring(store: SqliteStore) -> None:
    bench = await known(Bench(store, match=on_poison))
    bench.answer(b"1", POISON)
    await bench.poll()

    (placed,) = await read_often(bench, 4)

    assert (placed.article.title, placed.article.text) == (POISON.title, "")
    assert await store.read(outbox.next_due, "desk") is not None


async def test_what_cannot_be_read_at_all_is_set_aside(store: SqliteStore) -> None:
    bench = await known(Bench(store, match=on_poison))
    bench.answer(b"1", entry(title="unspeakable", text="poison"), entry(guid="2", url=""))
    await bench.poll()

    placed = await read_often(bench, 6)

    assert [one.article.title for one in placed] == [ENTRY.title]
    assert await bench.unread() == []


async def test_a_page_that_brings_the_daemon_down_is_left_after_three_tries(
    store: SqliteStore,
) -> None:
    bench = await known(Bench(store, match=die_of_poison))
    bench.extractor.texts[POISON.url] = Extraction(text="poison " * 99)
    bench.answer(b"1", replace(POISON, text="By our desk."))
    await bench.poll()

    placed, deaths = await live_often(bench, 5)

    assert deaths == 3
    assert [one.article.summary_only for one in placed] == ["set aside after 3 tries"]


async def test_what_brings_the_daemon_down_takes_no_other_entry_with_it(store: SqliteStore) -> None:
    bench = await known(Bench(store, match=die_of_poison))
    bench.answer(b"1", POISON, *innocent(9))
    await bench.poll()

    placed, _ = await live_often(bench, 6)

    in_full = {one.article.url for one in placed if not one.article.summary_only}
    assert in_full == {one.url for one in innocent(9)}


async def test_words_that_bring_the_daemon_down_leave_the_headline_and_then_nothing(
    store: SqliteStore,
) -> None:
    bench = await known(Bench(store, match=die_of_poison))
    unspeakable = entry(title="unspeakable", guid="u", url="https://courier.example/u")
    bench.answer(b"1", POISON, unspeakable)
    await bench.poll()

    await live_often(bench, 12)

    assert await store.read(outbox.next_due, "desk") is not None, "the headline rings"
    assert await bench.unread() == []


async def test_a_daemon_that_is_killed_over_a_page_time_and_again_reads_it_all_the_same(
    store: SqliteStore,
) -> None:
    bench = await known(Bench(store, extractor=Deadly()))
    bench.answer(b"1", ENTRY)
    await bench.poll()
    await live_often(bench, 9)

    (placed,) = await (revived := Bench(store, clock=bench.clock)).read()

    assert placed.article.summary_only == ""
    assert revived.asked(ENTRY.url) == 1
