"""When a channel is told, and why."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sample import AT_ONCE, MINUTE, NOON, RULES, TERMS, match, terms
from telling import DESK, asked, report, story, told
from tocsin.core.alerting import (
    Decision,
    Fact,
    Quiet,
    Route,
    StoryView,
    Timing,
    Why,
    compose,
    missed_until,
)
from tocsin.core.model import Severity

TIMING = Timing(wait_before_first=MINUTE, update_at_most_every=10 * MINUTE)
SLOW = terms(TIMING)
HOUR = 60 * MINUTE
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


def test_nothing_waits_for_a_time_that_a_clock_noted_that_was_ahead() -> None:
    first, now = story(report(1)), NOON - 24 * HOUR
    away = replace(SLOW, missed_until=NOON)

    decisions = [
        asked(first, terms=SLOW, now=now, since=now),
        asked(story(report(1), report(2)), told(first), terms=SLOW, now=now, since=now),
        asked(replace(first, watched_at=now - HOUR), terms=away, now=now, since=now),
    ]

    assert [decision.why for decision in decisions] == [Why.FIRST, Why.REPORT, Why.FIRST]
    assert all(decision.speak for decision in decisions)


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
        "not told yet: 15 dead",
    )


def test_a_fact_is_told_once() -> None:
    grown = stating(story(report(1), report(2, independent=False)), 2, "15 dead")

    assert asked(grown, told(grown)).why is Why.NOTHING


@given(st.integers(0, 10_000))
def test_nothing_new_is_never_told(minutes: int) -> None:
    view = story(report(1), report(2))

    decision = asked(view, told(view), terms=SLOW, now=NOON + timedelta(minutes=minutes))

    assert (decision.speak, decision.why) == (False, Why.NOTHING)


# --- which route decides when ------------------------------------------------------------------

NIGHT = Quiet(start=time(22), end=time(7))
MIDNIGHT = NOON + 12 * HOUR


def at_midnight(*routes: Route, **changes: Any) -> Decision:
    told_by_routes = terms(routes=routes, **changes)
    return asked(story(report(1)), terms=told_by_routes, now=MIDNIGHT, since=MIDNIGHT)


def test_of_several_routes_the_one_that_tells_earliest_decides() -> None:
    night, at_once = Route(quiet=NIGHT, timing=AT_ONCE), Route(timing=AT_ONCE)
    digest, later = Route(digest=(time(6),)), Route(digest=(time(8),))

    assert at_midnight(night).until == NOON + 19 * HOUR
    assert at_midnight(night, at_once).speak
    assert at_midnight(digest, night).until == NOON + 18 * HOUR
    assert at_midnight(digest, later).until == NOON + 18 * HOUR


def test_a_digest_that_falls_in_quiet_hours_comes_when_they_end() -> None:
    decision = at_midnight(Route(digest=(time(6),), quiet=NIGHT))

    assert (decision.why, decision.until) == (Why.QUIET, NOON + 19 * HOUR)


def test_what_could_not_be_told_in_time_does_not_come_at_night() -> None:
    night = terms(routes=(Route(quiet=NIGHT, timing=AT_ONCE),))

    decision = asked(story(report(1)), terms=night, now=MIDNIGHT, since=NOON)

    assert (decision.speak, decision.why) == (False, Why.QUIET)


def test_what_comes_late_is_told_together_but_what_is_critical_alone() -> None:
    late = asked(story(report(1)), now=NOON + HOUR)
    fire = replace(RULES["bridges"], severity=Severity.CRITICAL)
    critical = asked(story(report(1)), terms=terms(rules={"bridges": fire}), now=NOON + HOUR)

    assert (late.speak, late.together) == (True, Why.DELAYED)
    assert (critical.speak, critical.together) == (True, None)


def test_what_quiet_hours_held_is_told_together_though_it_came_a_minute_before_their_end() -> None:
    night = terms(routes=(Route(quiet=NIGHT, timing=AT_ONCE),))
    morning = NOON + 19 * HOUR

    decision = asked(
        story(report(1)), terms=night, now=morning, since=morning - MINUTE, held=Why.QUIET
    )

    assert (decision.speak, decision.together) == (True, Why.QUIET)


def test_what_comes_while_the_daemon_catches_up_was_missed() -> None:
    until = missed_until(NOON - HOUR, NOON)
    assert until is not None
    started = replace(TERMS, missed_until=until)

    early = asked(story(report(1)), terms=started)
    then = asked(story(report(1)), terms=started, now=until)
    later = asked(story(report(1)), terms=started, now=until, since=until)

    assert (early.why, early.until) == (Why.MISSED, until)
    assert (then.speak, then.together) == (True, Why.MISSED)
    assert (later.speak, later.together) == (True, None)
    assert missed_until(NOON - MINUTE, NOON) is None
    assert missed_until(None, NOON) is None


def test_messages_on_one_story_come_at_the_channels_own_growing_distances() -> None:
    mail = replace(TERMS, spacing=(10 * MINUTE, HOUR, 4 * HOUR))
    grown = story(report(1), report(2))
    waits = []
    for messages in (1, 2, 3, 4):
        before = replace(told(story(report(1))), messages=messages)
        until = asked(grown, before, terms=mail).until
        assert until is not None
        waits.append(until - NOON)

    assert waits == [10 * MINUTE, HOUR, 4 * HOUR, 4 * HOUR]


def test_people_are_called_once_a_story() -> None:
    called = terms(routes=(Route(timing=AT_ONCE, mention="<!here>"),))
    first = asked(story(report(1)), terms=called)
    before = replace(told(story(report(1))), mentioned=first.mentions)

    update = asked(story(report(1), report(2)), before, terms=called)

    assert first.mentions == {"<!here>"}
    assert (update.speak, update.mentions) == (True, frozenset())


# --- when nothing is new -----------------------------------------------------------------------


def test_a_reminder_comes_only_if_asked_for_and_while_the_story_is_open() -> None:
    view, before = story(report(1)), told(story(report(1)))
    reminded = terms(replace(AT_ONCE, reminder_every=6 * HOUR))

    assert asked(view, before).until is None
    assert asked(view, before, terms=reminded).until == NOON + 6 * HOUR
    assert asked(view, before, terms=reminded, now=NOON + 6 * HOUR).why is Why.REMINDER
    assert asked(view, before, terms=reminded, now=view.ends).why is Why.NOTHING


def test_a_reminder_waits_for_the_morning() -> None:
    night = Route(timing=replace(AT_ONCE, reminder_every=12 * HOUR), quiet=NIGHT)
    before = told(story(report(1)))

    decision = asked(story(report(1)), before, terms=terms(routes=(night,)), now=MIDNIGHT)

    assert (decision.speak, decision.until) == (False, NOON + 19 * HOUR)


def test_a_story_that_has_ended_is_closed_once_and_only_in_place() -> None:
    view, before = story(report(1)), told(story(report(1)))

    closed = asked(view, before, terms=EDITS, in_place=True, now=view.ends)
    again = asked(view, replace(before, closed=True), terms=EDITS, in_place=True, now=view.ends)
    elsewhere = asked(view, before, now=view.ends)

    assert (closed.speak, closed.why) == (True, Why.CLOSED)
    assert (again.speak, again.why, elsewhere.speak) == (False, Why.NOTHING, False)


def test_a_story_is_closed_at_its_end_though_nothing_comes() -> None:
    view = story(report(1))

    assert asked(view, told(view), terms=EDITS, in_place=True).until == view.ends
