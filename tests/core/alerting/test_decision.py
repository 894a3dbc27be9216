"""When a channel is told, and why."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sample import MINUTE, NOON, TERMS, match, terms
from telling import DESK, asked, report, story, told
from tocsin.core.alerting import Fact, StoryView, Timing, Why, compose

TIMING = Timing(wait_before_first=MINUTE, update_at_most_every=10 * MINUTE)
SLOW = terms(TIMING)
EDITS = replace(TERMS, edits=True)


def test_the_first_message_waits_for_company_then_speaks() -> None:
    early = asked(story(report(1)), terms=SLOW, now=NOON + MINUTE / 2)
    ripe = asked(story(report(1)), terms=SLOW, now=NOON + MINUTE)

    assert (early.speak, early.why, early.until) == (False, Why.WAITING, NOON + MINUTE)
    assert (ripe.speak, ripe.why) == (True, Why.FIRST)


def test_an_independent_report_is_told_once_the_last_update_is_old_enough() -> None:
    before, now = told(story(report(1))), story(report(1), report(2))

    early = asked(now, before, terms=SLOW, now=NOON + MINUTE)
    ripe = asked(now, before, terms=SLOW, now=NOON + 10 * MINUTE)

    assert (early.speak, early.why, early.until) == (False, Why.TOO_SOON, NOON + 10 * MINUTE)
    assert (ripe.speak, ripe.why) == (True, Why.REPORT)


def test_a_copy_rings_nobody() -> None:
    before = told(story(report(1)))

    decision = asked(story(report(1), report(2, independent=False)), before)

    assert (decision.speak, decision.why, decision.until) == (False, Why.COPIES, None)


def test_where_a_message_is_changed_in_place_a_copy_raises_the_count_without_a_word() -> None:
    before, now = told(story(report(1))), story(report(1), report(2, independent=False))

    decision = asked(now, before, terms=EDITS, in_place=True)

    assert (decision.speak, decision.why) == (True, Why.COUNT)
    assert compose(now, before, DESK, NOON).news == ()


def test_another_rule_is_news() -> None:
    decision = asked(story(report(1), rules=("bridges", "roads")), told(story(report(1))))

    assert (decision.speak, decision.why) == (True, Why.RULE)


def stating(view: StoryView, article_id: int, *facts: str) -> StoryView:
    """*view* with a matched article that states these facts."""
    stated = tuple((article_id, Fact(text=fact, key=fact)) for fact in facts)
    return replace(
        view, matches=(*view.matches, (article_id, match())), facts=(*view.facts, *stated)
    )


def test_a_copy_that_brings_a_new_fact_is_news_and_says_which() -> None:
    first = stating(story(report(1)), 1, "12 dead")
    grown = story(report(1), report(2, independent=False))
    grown = stating(stating(grown, 1, "12 dead"), 2, "12 dead", "15 dead")

    decision = asked(grown, told(first))

    assert (decision.speak, decision.why) == (True, Why.FACT)
    assert compose(grown, told(first), DESK, NOON).news == (
        "Outlet 2: Headline 2 (copy)",
        "new: 15 dead",
    )


def test_a_fact_is_told_once() -> None:
    grown = stating(story(report(1), report(2, independent=False)), 2, "15 dead")

    assert asked(grown, told(grown)).why is Why.NOTHING


@given(st.integers(0, 10_000))
def test_nothing_new_is_never_told(minutes: int) -> None:
    view = story(report(1), report(2))

    decision = asked(view, told(view), terms=SLOW, now=NOON + timedelta(minutes=minutes))

    assert (decision.speak, decision.why) == (False, Why.NOTHING)
