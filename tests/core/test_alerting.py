"""When a channel is told, and with what."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sample import MINUTE, NOON, match
from tocsin.core.alerting import (
    AT_ONCE,
    Address,
    Joined,
    StoryView,
    Timing,
    Told,
    Why,
    channels_for,
    compose,
    decide,
    told_by,
)
from tocsin.core.model import Coverage, Join, Placement, Severity, Shared, Snippet

DESK = Address(channel="desk", recipient="")
TIMING = Timing(wait_before_first=MINUTE, update_at_most_every=10 * MINUTE)


def report(number: int, **changes: object) -> Coverage:
    ordinary = Coverage(
        article_id=number,
        outlet=f"Outlet {number}",
        url=f"https://o{number}.example/",
        title=f"Headline {number}",
        first_seen=NOON + number * MINUTE,
    )
    return replace(ordinary, **changes)  # type: ignore[arg-type]


def story(*coverage: Coverage, rules: tuple[str, ...] = ("bridges",)) -> StoryView:
    return StoryView(
        id=7,
        revision=len(coverage),
        watched_at=NOON,
        coverage=coverage,
        matches=tuple((coverage[0].article_id, match(rule_id=rule)) for rule in rules),
        joins=tuple(
            Joined(article_id=one.article_id, placement=Placement(how=Join.SAME_EVENT))
            for one in coverage
        ),
    )


def told(view: StoryView) -> Told:
    return told_by(compose(view, None, DESK, NOON), NOON)


def test_the_first_message_waits_for_company_then_speaks() -> None:
    early = decide(story(report(1)), None, TIMING, NOON + MINUTE / 2)
    ripe = decide(story(report(1)), None, TIMING, NOON + MINUTE)

    assert (early.speak, early.why, early.until) == (False, Why.WAITING, NOON + MINUTE)
    assert (ripe.speak, ripe.why) == (True, Why.FIRST)


def test_an_independent_report_is_told_once_the_last_update_is_old_enough() -> None:
    before, now = told(story(report(1))), story(report(1), report(2))

    early = decide(now, before, TIMING, NOON + MINUTE)
    ripe = decide(now, before, TIMING, NOON + 10 * MINUTE)

    assert (early.speak, early.why, early.until) == (False, Why.TOO_SOON, NOON + 10 * MINUTE)
    assert (ripe.speak, ripe.why) == (True, Why.REPORT)


def test_a_copy_rings_nobody() -> None:
    before = told(story(report(1)))

    decision = decide(story(report(1), report(2, independent=False)), before, AT_ONCE, NOON)

    assert (decision.speak, decision.why, decision.until) == (False, Why.COPIES, None)


def test_where_a_message_is_changed_in_place_a_copy_raises_the_count_without_a_word() -> None:
    before, now = told(story(report(1))), story(report(1), report(2, independent=False))

    decision = decide(now, before, replace(AT_ONCE, edits=True), NOON)

    assert (decision.speak, decision.why) == (True, Why.COUNT)
    assert compose(now, before, DESK, NOON).news == ()


def test_a_story_keeps_the_headline_under_which_it_was_first_told() -> None:
    before = told(story(report(2)))
    now = story(report(2), report(1))

    assert compose(now, None, DESK, NOON).title == "Headline 1"
    assert compose(now, before, DESK, NOON).title == "Headline 2"


def test_a_date_that_lies_does_not_make_a_report_the_first() -> None:
    true = report(1, published=NOON - 2 * MINUTE)
    early = report(2, published=NOON - timedelta(days=90))
    late = report(3, published=NOON + timedelta(days=1))

    coverage = compose(story(late, early, true), None, DESK, NOON).coverage

    assert [one.article_id for one in coverage] == [1, 2, 3]


def test_another_rule_is_news() -> None:
    before = told(story(report(1)))

    decision = decide(story(report(1), rules=("bridges", "roads")), before, AT_ONCE, NOON)

    assert (decision.speak, decision.why) == (True, Why.RULE)


@given(st.integers(0, 10_000))
def test_nothing_new_is_never_told(minutes: int) -> None:
    view = story(report(1), report(2))

    decision = decide(view, told(view), TIMING, NOON + timedelta(minutes=minutes))

    assert (decision.speak, decision.why) == (False, Why.NOTHING)


def test_an_update_says_what_is_new_and_lists_everything() -> None:
    before = told(story(report(1)))
    grown = story(report(1), report(2), report(3, independent=False), rules=("bridges", "roads"))

    alert = compose(grown, before, DESK, NOON)

    assert alert.news == (
        "Outlet 2: Headline 2",
        "Outlet 3: Headline 3 (copy)",
        "now also matches roads",
    )
    assert (alert.outlets, alert.independent) == (3, 2)


def test_an_alert_takes_the_highest_severity_and_the_earliest_headline() -> None:
    view = story(report(1, title=""), report(2))
    view = replace(
        view,
        matches=(
            (1, match(severity=Severity.LOW)),
            (2, match(rule_id="roads", severity=Severity.CRITICAL)),
        ),
    )

    alert = compose(view, None, DESK, NOON)

    assert (alert.severity, alert.title) == (Severity.CRITICAL, "Headline 2")


def test_an_update_shows_the_new_passage_first() -> None:
    old, new = Snippet(text="the old passage"), Snippet(text="the new passage")
    view = replace(
        story(report(1), report(2)),
        matches=((1, match(snippet=old)), (2, match(snippet=new))),
    )

    assert compose(view, told(story(report(1))), DESK, NOON).why_matched == (new, old)


def test_the_surest_link_says_why_articles_belong_together() -> None:
    sure = Placement(how=Join.SAME_EVENT, score=0.9, shared=Shared(names=("Varga",)))
    weak = Placement(how=Join.SAME_EVENT, score=0.2, shared=Shared(names=("Oslo",)))
    view = replace(
        story(report(1), report(2), report(3)),
        joins=(
            Joined(article_id=1, placement=Placement(how=Join.OPENED)),
            Joined(article_id=2, placement=sure),
            Joined(article_id=3, placement=weak),
        ),
    )

    assert "Varga" in compose(view, None, DESK, NOON).why_together


def test_the_same_message_has_the_same_key_and_another_revision_another() -> None:
    first = compose(story(report(1)), None, DESK, NOON)
    again = compose(story(report(1)), None, DESK, NOON)
    grown = compose(story(report(1), report(2)), None, DESK, NOON)

    assert first.key == again.key != grown.key


def test_a_rule_goes_to_every_channel_unless_it_names_its_own() -> None:
    channels = ("desk", "mail", "pager")

    assert channels_for((match(),), channels) == channels
    assert channels_for((match(notify=("pager",)),), channels) == ("pager",)
    assert channels_for((match(notify=("pager",)), match(notify=("desk",))), channels) == (
        "desk",
        "pager",
    )
