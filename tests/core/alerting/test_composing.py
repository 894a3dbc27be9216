"""What a message says."""

from dataclasses import replace
from datetime import timedelta

from sample import MINUTE, NOON, match
from telling import DESK, report, story, told
from tocsin.core.alerting import Joined, compose
from tocsin.core.model import Join, Placement, Severity, Shared, Snippet


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


def test_an_update_says_what_is_new_and_lists_everything() -> None:
    before = told(story(report(1)))
    grown = story(report(1), report(2), report(3, independent=False), rules=("bridges", "roads"))

    alert = compose(grown, before, DESK, NOON)

    assert alert.news == (
        "Outlet 2: Headline 2",
        "Outlet 3: Headline 3 (copy)",
        "now also matches Roads",
    )
    assert (alert.outlets, alert.independent) == (3, 2)


def test_an_alert_knows_its_rules_by_the_names_that_their_users_gave_them() -> None:
    alert = compose(story(report(1), rules=("bridges", "roads")), None, DESK, NOON)

    assert alert.rules == {"bridges": "Bridges", "roads": "Roads"}


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


def test_a_passage_that_two_rules_hit_is_shown_once_with_all_its_hits() -> None:
    bridge, arch = (
        Snippet(text="the bridge's arch", marks=(mark,)) for mark in ((4, 10), (13, 17))
    )
    view = replace(
        story(report(1)),
        matches=((1, match(snippet=bridge)), (1, match(rule_id="roads", snippet=arch))),
    )

    both = Snippet(text="the bridge's arch", marks=((4, 10), (13, 17)))
    assert compose(view, None, DESK, NOON).why_matched == (both,)


def test_a_copy_s_passage_is_shown_only_where_no_other_report_matches_the_rule() -> None:
    own, again, only = (Snippet(text=text) for text in ("as reported", "as copied", "in the copy"))
    view = replace(
        story(report(1), report(2, independent=False)),
        matches=(
            (1, match(snippet=own)),
            (2, match(snippet=again)),
            (2, match(rule_id="roads", snippet=only)),
        ),
    )

    assert compose(view, None, DESK, NOON).why_matched == (own, only)


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
