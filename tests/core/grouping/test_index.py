"""Where an article belongs among the live stories."""

from datetime import UTC, datetime, timedelta

from tocsin.core.grouping import StoryIndex
from tocsin.core.model import Article, Join, Placement

NOON = datetime(2030, 11, 19, 12, tzinfo=UTC)
WIRE = (
    "The ferry Aurelia ran onto rocks outside the harbour of Skarn early on Tuesday with 212 "
    "passengers and a crew of 31.  All were brought ashore by lifeboats within three hours, the "
    "coastguard said.  Commander Niels Farrow of the Linden inquiry spoke of heavy fog."
)
OTHER = (
    "Cheese from the Orsk valley won the gold medal in Vessel on Monday.  The jury of nine praised "
    "the dairy of Ludmila Haran for a crust that had ripened on spruce boards since the spring."
)


def article(number: int, title: str, text: str) -> Article:
    return Article(
        id=number, feed_id="f", outlet="o", url="", title=title, text=text, first_seen=NOON
    )


def take(index: StoryIndex, one: Article, time: datetime | None = NOON) -> Placement:
    placement = index.decide(one, time)
    index.add(one, time, placement.story_id or one.id, placement)
    return placement


def test_an_empty_index_opens_a_story() -> None:
    assert take(StoryIndex(), article(1, "Ferry aground", WIRE)).how is Join.OPENED


def test_deciding_changes_nothing() -> None:
    index = StoryIndex()
    take(index, article(1, "Ferry aground", WIRE))
    later = article(2, "Ship on the rocks off Skarn", WIRE[:200])
    assert index.decide(later, NOON) == index.decide(later, NOON)


def test_a_lightly_edited_text_is_a_copy_of_the_first_that_had_it() -> None:
    index = StoryIndex()
    take(index, article(1, "Ferry aground", WIRE))
    second = take(index, article(2, "212 saved from ferry", WIRE.replace("early on", "on")))
    third = take(index, article(3, "Ferry hits rocks", "SKARN (Agency) – " + WIRE))
    assert (second.how, second.copy_of) == (Join.COPY, 1)
    assert (third.how, third.copy_of) == (Join.COPY, 1)


def test_two_headlines_with_one_common_word_stay_apart() -> None:
    index = StoryIndex()
    take(index, article(1, "Bitcoin falls", ""))
    assert take(index, article(2, "Bitcoin machine opens", "")).how is Join.OPENED


def test_an_article_without_words_opens_a_story() -> None:
    index = StoryIndex()
    take(index, article(1, "", ""))
    assert take(index, article(2, "", "")).how is Join.OPENED


def test_a_story_ends_three_days_after_its_last_independent_report() -> None:
    index = StoryIndex()
    take(index, article(1, "Ferry aground", WIRE))
    take(index, article(2, "Ferry aground", WIRE), NOON + timedelta(hours=71))
    late = take(index, article(3, "Ferry aground", WIRE), NOON + timedelta(hours=73))
    assert late.how is Join.OPENED
    assert late.runner_up is not None
    assert (late.runner_up.story_id, late.runner_up.why_not) == (1, "the story has ended")


def test_a_forgotten_day_takes_its_articles_along() -> None:
    index = StoryIndex()
    take(index, article(1, "Ferry aground", WIRE))
    index.forget(NOON + timedelta(days=1))
    again = take(index, article(2, "Ferry aground", WIRE), NOON + timedelta(hours=1))
    assert again == Placement(how=Join.OPENED, threshold=again.threshold)


def test_an_index_rebuilt_in_the_same_order_decides_alike() -> None:
    coverage = [article(1, "Ferry aground", WIRE), article(2, "Prize for Orsk cheese", OTHER)]
    live, rebuilt = StoryIndex(), StoryIndex()
    for one in coverage:
        take(rebuilt, one)
        take(live, one)
    last = article(3, "Skarn ferry inquiry", "Commander Niels Farrow asks why the Aurelia sailed.")
    assert live.decide(last, NOON) == rebuilt.decide(last, NOON)


def test_unrelated_news_stays_apart() -> None:
    index = StoryIndex()
    take(index, article(1, "Ferry aground", WIRE))
    assert take(index, article(2, "Prize for Orsk cheese", OTHER)).how is Join.OPENED


def test_an_edited_article_is_compared_as_it_now_reads() -> None:
    index, copy = StoryIndex(), article(2, "Gold for Orsk", OTHER)
    take(index, article(1, "Breaking", "More soon."))
    assert index.decide(copy, NOON).how is Join.OPENED

    index.revise(article(1, "Gold for Orsk", OTHER), 1)

    assert (index.decide(copy, NOON).how, index.decide(copy, NOON).story_id) == (Join.COPY, 1)


def test_an_edit_of_an_article_that_is_no_longer_live_changes_nothing() -> None:
    index = StoryIndex()
    index.revise(article(1, "Gold for Orsk", OTHER), 1)
    assert index.decide(article(2, "Gold for Orsk", OTHER), NOON).how is Join.OPENED
