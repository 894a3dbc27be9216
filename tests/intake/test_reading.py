"""An entry becomes an article, of its page's words or its feed's."""

import pytest
from sqlalchemy import func, select

from intake.bench import Bench, known
from sample import ENTRY, NOON, entry
from tocsin.core.errors import BadStatus
from tocsin.core.model import Access, Article, Extraction, Feed
from tocsin.core.ports import Response
from tocsin.intake.reading import AGAIN_AFTER
from tocsin.store import articles, matches, outbox, schema, stories
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

PAGE = "Engineers closed the old bridge, and a ferry takes over, the county said on Monday. " * 5
PLAIN = entry(text="A bridge was closed.", title="Bridge closed")
ROBOTS = "https://courier.example/robots.txt"


async def article(bench: Bench) -> Article:
    """The first article as the store has it now."""
    placed = await bench.store.read(articles.placed, 1)
    assert placed is not None
    return placed.article


async def rules(bench: Bench) -> list[str]:
    return [one.rule_id for one, _ in await bench.store.read(matches.of_story, 1)]


def text(body: str) -> Extraction:
    return Extraction(text=body, lang="en")


async def test_a_page_that_robots_txt_refuses_is_not_opened(bench: Bench) -> None:
    body = b"User-agent: *\nDisallow: /bridge"
    bench.web.answers[ROBOTS] = Response(url=ROBOTS, status=200, body=body)
    bench.answer(b"1", ENTRY, entry(guid="2", url="https://courier.example/bridge/2", title="x"))
    await bench.poll()

    placed = await bench.read()

    assert [one.article.summary_only for one in placed] == ["robots.txt disallows it"] * 2
    assert (bench.asked(ENTRY.url), bench.asked(ROBOTS)) == (0, 1)


async def test_a_page_whose_robots_txt_cannot_be_read_is_tried_once_more(bench: Bench) -> None:
    bench.web.answers[ROBOTS] = BadStatus(503, "503")
    bench.answer(b"1", PLAIN)
    await bench.poll()
    (placed,) = await bench.read()
    assert placed.article.summary_only == "robots.txt cannot be read now"

    del bench.web.answers[ROBOTS]
    bench.extractor.texts[PLAIN.url] = text(PAGE)
    bench.clock.tick(AGAIN_AFTER)
    await bench.read()

    assert (await article(bench)).text == PAGE
    assert await rules(bench) == ["ferries"]


async def test_an_edited_entry_is_matched_again_and_may_ring(bench: Bench) -> None:
    bench.answer(b"1", PLAIN)
    await bench.poll()
    await bench.read()
    assert await bench.store.read(outbox.next_due, "desk") is None

    bench.answer(b"2", entry(title="Bridge closed, ferry takes over", text=PLAIN.text))
    await bench.poll()
    assert await bench.read() == [], "no article is new"

    assert await rules(bench) == ["ferries"]
    assert await bench.store.read(outbox.next_due, "desk") == NOON
    view = await bench.store.read(stories.view, 1)
    assert [report.title for report in view.coverage] == ["Bridge closed, ferry takes over"]
    assert view.revision == 2, "so that its message is another one"


async def test_a_later_report_joins_by_the_words_of_an_edit(bench: Bench) -> None:
    bench.answer(b"1", entry(title="Breaking", text="More soon."))
    await bench.poll()
    await bench.read()
    bench.answer(b"2", entry(title="Ferry takes over", text=PAGE))
    await bench.poll()
    await bench.read()

    bench.answer(b"3", entry(guid="2", url="", title="Ferry sails", text=f"{PAGE} It is free."))
    await bench.poll()
    (placed,) = await bench.read()

    assert placed.story_id == 1


async def test_an_article_that_matched_is_read_once_more_after_half_an_hour(bench: Bench) -> None:
    bench.extractor.texts[ENTRY.url] = text(ENTRY.text + " More will follow, the county said.")
    bench.answer(b"1", ENTRY)
    await bench.poll()
    await bench.read()
    bench.extractor.texts[ENTRY.url] = text(f"{ENTRY.text} {PAGE}")
    assert await bench.unread() == []

    bench.clock.tick(AGAIN_AFTER)
    await bench.read()
    bench.clock.tick(AGAIN_AFTER)

    assert await rules(bench) == ["bridges", "ferries"]
    assert await bench.unread() == [], "once"
    assert bench.asked(ENTRY.url) == 2


async def test_a_text_is_not_given_up_for_a_poorer_one(bench: Bench) -> None:
    bench.extractor.texts[PLAIN.url] = text(PAGE)
    bench.answer(b"1", PLAIN)
    await bench.poll()
    await bench.read()

    bench.web.answers[PLAIN.url] = BadStatus(404, "404 Not Found")
    bench.clock.tick(AGAIN_AFTER)
    await bench.read()

    kept = await article(bench)
    assert (kept.text, kept.summary_only) == (PAGE, "")


async def test_an_article_that_was_not_edited_stays_as_it_was(bench: Bench) -> None:
    bench.answer(b"1", ENTRY)
    await bench.poll()
    await bench.read()
    before = (await article(bench), await bench.store.read(stories.view, 1))

    bench.clock.tick(AGAIN_AFTER)
    await bench.read()

    assert (await article(bench), await bench.store.read(stories.view, 1)) == before
    count = select(func.count()).select_from(schema.matches.join(schema.articles))
    assert await bench.store.read(lambda conn: conn.execute(count).scalar()) == 1


async def test_an_aggregators_link_is_followed_to_the_outlet(bench: Bench) -> None:
    hub, there = "https://hub.example/a", "https://courier.example/bridge"
    stub = Extraction(text="", problem="no text found", leads_to=there)
    bench.extractor.texts |= {hub: stub, there: text(PAGE)}
    bench.answer(b"1", entry(url=hub))
    await bench.poll()

    (placed,) = await bench.read()

    assert (placed.article.url, placed.article.text) == (there, PAGE)
    assert placed.article.summary_only == ""


async def test_pages_that_lead_in_a_circle_are_left(bench: Bench) -> None:
    one, two = "https://hub.example/1", "https://hub.example/2"
    for here, there in ((one, two), (two, one)):
        problem = Extraction(text="", problem="no text found", leads_to=there)
        bench.extractor.texts[here] = problem
    bench.answer(b"1", entry(url=one))
    await bench.poll()

    (placed,) = await bench.read()

    assert (placed.article.url, placed.article.summary_only) == (one, "no text found")
    assert (bench.asked(one), bench.asked(two)) == (1, 1)


async def test_entries_that_share_a_link_are_articles_of_their_own(bench: Bench) -> None:
    link = "https://courier.example/live"
    bench.answer(
        b"1",
        entry(guid="1", url=link, title="One of the arches fell", text=""),
        entry(guid="2", url=link, title="The ferry is full", text=""),
    )
    await bench.poll()

    placed = await bench.read()

    assert [one.article.title for one in placed] == ["One of the arches fell", "The ferry is full"]
    assert bench.asked(link) == 0


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("https://courier.example/bridge", True),
        ("https://courier.example.evil.example/bridge", False),
        ("https://other.example/bridge", False),
        ("https://courier.example:8443/bridge", False),
    ],
)
async def test_what_is_for_a_feeds_own_host_is_shown_to_its_own_pages_alone(
    store: SqliteStore, page: str, shown: bool
) -> None:
    access = Access(headers=(("cookie", "session=secret"),), proxy="http://proxy.example:3128")
    feed = Feed(id="courier", url="https://courier.example/f", outlet="Courier", access=access)
    bench = await known(Bench(store, feed))
    bench.answer(b"1", entry(url=page))
    await bench.poll()
    await bench.read()

    request = bench.web.asked[-1]
    assert (request.url, "cookie" in request.headers) == (page, shown)
    assert {asked.proxy for asked in bench.web.asked} == {"http://proxy.example:3128"}
    assert "secret" not in repr(request) + repr(feed)
