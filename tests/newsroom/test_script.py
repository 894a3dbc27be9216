"""The day is a fair test: its reports differ as real ones do, and only the event meets the rule."""

import re
from datetime import timedelta
from itertools import combinations, pairwise

import pytest

from tocsin.newsroom import DAY
from tocsin.newsroom.day import Report
from tocsin.newsroom.script.earlier import OLD_MATCH
from tocsin.newsroom.script.meanwhile import ENTITY_ALONE, MEANWHILE, WORD_ALONE
from tocsin.newsroom.script.strike import (
    COPY,
    LOOK_ALIKE,
    PRESSURE,
    REPORTS,
    RULING,
    SAME_PEOPLE,
    WALKOUT,
)

WORD, ENTITY = "surcharge", "kestmar"
QUOTE = "You cannot run people the way you run cranes"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def overlap(one: Report, other: Report) -> float:
    """The Jaccard index of two texts' shingles of five words."""
    a, b = (
        {tuple(w[i : i + 5]) for i in range(len(w) - 4)} for w in map(words, (one.text, other.text))
    )
    return len(a & b) / len(a | b)


@pytest.mark.parametrize(("one", "other"), list(combinations(REPORTS, 2)))
def test_the_three_reports_of_the_event_are_not_worded_alike(one: Report, other: Report) -> None:
    assert overlap(one, other) < 0.05
    assert len(set(words(one.title)) & set(words(other.title)) - {"as", "to"}) <= 1


def test_the_three_reports_of_the_event_share_names_and_figures() -> None:
    for fact in (
        "Oduya",
        "Tavener",
        "Harrowmouth",
        "Quayside Workers’ Union",
        "1,140",
        "3.2",
        "19",
    ):
        assert all(fact in report.text for report in REPORTS), fact


def test_the_first_two_reports_quote_one_sentence_and_the_third_does_not() -> None:
    assert [QUOTE in report.text for report in REPORTS] == [True, True, False]


def test_the_first_two_reports_come_together_and_the_third_hours_later_with_news() -> None:
    assert PRESSURE.at - WALKOUT.at <= timedelta(minutes=1)
    assert RULING.at - PRESSURE.at > timedelta(hours=3)
    assert "27" in RULING.text
    assert "27" not in WALKOUT.text + PRESSURE.text


@pytest.mark.parametrize("report", REPORTS)
def test_the_watched_word_stands_once_and_late_in_each_report(report: Report) -> None:
    places = [found.start() for found in re.finditer(WORD, report.text.casefold())]
    assert len(places) == 1
    assert places[0] > 0.75 * len(report.text)
    assert WORD not in report.title.casefold()


def test_the_wire_copy_is_the_first_report_under_another_headline() -> None:
    assert overlap(WALKOUT, COPY) > 0.6
    assert COPY.title != WALKOUT.title
    assert COPY.at - RULING.at > timedelta(hours=3)  # told on its own, even in the demo's haste


def test_the_look_alike_meets_the_rule_with_other_people_places_and_figures() -> None:
    assert {WORD, ENTITY} <= set(words(LOOK_ALIKE.text))
    assert not {"oduya", "tavener", "harrowmouth", "140", "19", "180"} & set(words(LOOK_ALIKE.text))


def test_the_next_day_has_the_same_people_on_another_matter() -> None:
    assert {"oduya", "tavener"} <= set(words(SAME_PEOPLE.text))
    assert SAME_PEOPLE.at > timedelta(hours=24)
    assert not {WORD, ENTITY, "strike", "dockers"} & set(words(SAME_PEOPLE.text))


def test_no_unrelated_report_meets_the_rule_and_two_meet_half_of_it() -> None:
    halves = {r.slug: {WORD, ENTITY} & set(words(r.text + " " + r.title)) for r in MEANWHILE}
    assert {slug: half for slug, half in halves.items() if half} == {
        ENTITY_ALONE.slug: {ENTITY},
        WORD_ALONE.slug: {WORD},
    }


def test_something_from_before_the_day_meets_the_rule() -> None:
    assert {WORD, ENTITY} <= set(words(OLD_MATCH.text))
    assert OLD_MATCH.at < timedelta()


def test_every_report_is_of_an_articles_length() -> None:
    assert all(120 <= len(report.text.split()) <= 350 for report in DAY.reports)


def test_no_feed_is_empty_when_the_day_begins() -> None:
    assert all(DAY.standing(outlet, timedelta()) for outlet in DAY.outlets)


def test_a_feed_only_grows_and_holds_everything_at_the_end_of_the_day() -> None:
    times = sorted({timedelta(), *(report.at for report in DAY.reports)} - {OLD_MATCH.at})
    for outlet in DAY.outlets:
        for before, after in pairwise(times):
            assert set(DAY.standing(outlet, before)) <= set(DAY.standing(outlet, after))
    standing = {r for outlet in DAY.outlets for r in DAY.standing(outlet, DAY.length)}
    assert standing == set(DAY.reports)


def test_an_outlet_never_uses_an_address_twice() -> None:
    assert len({(report.outlet, report.slug) for report in DAY.reports}) == len(DAY.reports)
