"""Coverage of our own writing: what must join, and what must stay apart, at real lengths."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tocsin.core.grouping import StoryIndex, tell
from tocsin.core.model import Article, Join, Placement

FOLDER = Path(__file__).with_name("coverage")
KINDS = [
    "election_night",
    "two_quakes",
    "two_court_days",
    "running_war",
    "two_matches",
    "recall_and_rival",
]
"""Each of five reports: first, reworded, terse, the same people on another matter, and a twin."""

SAME_DAY = [
    "football_transfer",
    "obituaries",
    "rival_launches",
    "two_airline_strikes",
    "two_floods",
    "two_listings",
    "two_ministers_in_spanish",
    "two_rate_decisions",
    "two_resignations",
    "two_rockets",
    "two_ships",
    "two_shootings",
    "two_strikes",
    "two_verdicts",
]
"""Each of three, with no quote in common: first, reworded, and an event of its kind that day."""

LATER = ["central_banks_a_week_apart", "second_storm"]
"""The same, but that the other event comes days later."""

EITHER_ORDER = [kind for kind in (*KINDS, *SAME_DAY, *LATER) if kind != "two_rate_decisions"]
"""One bank's decision that comes before another's takes it in: a limit told in docs/stories.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text of a file of coverage."""

    article: Article
    time: datetime


def reports(kind: str) -> dict[str, Report]:
    parts = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").split("== ")[1:]
    return {part.split()[0]: report(number, part) for number, part in enumerate(parts, 1)}


def report(number: int, part: str) -> Report:
    head, title, text = part.split("\n", 2)
    time = datetime.fromisoformat(head.split()[1]).replace(tzinfo=UTC)
    article = Article(
        id=number,
        feed_id=f"feed-{number}",
        outlet=f"Outlet {number}",
        url=f"https://outlet-{number}.example/{number}",
        title=title,
        text=text.strip(),
        published=time,
        first_seen=time,
    )
    return Report(article=article, time=time)


def placed(*coverage: Report, dated: bool = True) -> list[Placement]:
    index, placements = StoryIndex(), []
    for one in coverage:
        time = one.time if dated else None
        placement = index.decide(one.article, time)
        index.add(one.article, time, placement.story_id or one.article.id, placement)
        placements.append(placement)
    return placements


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


@pytest.mark.parametrize("kind", [*KINDS, *SAME_DAY, *LATER, "plain_rewording"])
def test_the_texts_are_rewordings_and_not_copies(kind: str) -> None:
    first, reworded = (reports(kind)[name].article for name in ("first", "reworded"))
    one, other = shingles(first.text), shingles(reworded.text)
    assert len(one & other) < 0.1 * len(one | other)
    assert not shingles(first.title) & shingles(reworded.title)
    assert all(120 <= len(article.text.split()) <= 300 for article in (first, reworded))


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("kind", [*KINDS, *SAME_DAY, *LATER, "plain_rewording"])
def test_two_rewordings_join_as_the_first_two_articles_of_an_empty_store(
    kind: str, dated: bool
) -> None:
    coverage = reports(kind)
    _, second = placed(coverage["first"], coverage["reworded"], dated=dated)
    assert second.how is Join.SAME_EVENT
    assert second.nearest == 1
    assert second.score >= second.threshold


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_people_on_another_matter_open_a_story_of_their_own(kind: str) -> None:
    coverage = reports(kind)
    *_, other = placed(coverage["first"], coverage["reworded"], coverage["other"])
    assert other.how is Join.OPENED
    assert other.runner_up is not None
    assert "below" in other.runner_up.why_not


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("kind", [*SAME_DAY, *LATER])
def test_another_event_of_the_kind_opens_a_story_of_its_own(kind: str, dated: bool) -> None:
    coverage = reports(kind)
    told = (coverage[name] for name in ("first", "reworded", "other"))
    *_, other = placed(*told, dated=dated)
    assert other.how is Join.OPENED


@pytest.mark.parametrize("kind", EITHER_ORDER)
def test_another_matter_stays_apart_whichever_came_first(kind: str) -> None:
    coverage = reports(kind)
    _, first, reworded = placed(coverage["other"], coverage["first"], coverage["reworded"])
    assert first.how is Join.OPENED
    assert reworded.story_id == coverage["first"].article.id


@pytest.mark.parametrize("kind", [*KINDS, "plain_rewording"])
def test_what_is_told_stands_in_both_texts(kind: str) -> None:
    coverage = reports(kind)
    _, second = placed(coverage["first"], coverage["reworded"])
    texts = [f"{coverage[name].article.title}\n{coverage[name].article.text}" for name in coverage]
    for word in (*second.shared.names, *second.shared.numbers, *second.shared.quotes):
        assert word in texts[0]
        assert word in texts[1]
    assert tell(second)


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_a_short_report_with_no_common_quote_joins_as_the_second_of_an_empty_store(
    kind: str, dated: bool
) -> None:
    coverage = reports(kind)
    one, other = (shingles(coverage[name].article.text) for name in ("first", "terse"))
    assert len(one & other) < 0.1 * len(one | other)
    _, second = placed(coverage["first"], coverage["terse"], dated=dated)
    assert second.how is Join.SAME_EVENT
    assert not second.shared.quotes


@pytest.mark.parametrize("kind", KINDS)
def test_another_event_told_in_the_first_ones_very_sentences_stays_apart(kind: str) -> None:
    coverage = reports(kind)
    *_, twin = placed(coverage["first"], coverage["reworded"], coverage["terse"], coverage["twin"])
    assert twin.how is Join.OPENED


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_of_two_words_is_told_whole(kind: str) -> None:
    coverage = reports(kind)
    _, second = placed(coverage["first"], coverage["reworded"])
    assert any(" " in name for name in second.shared.names)
