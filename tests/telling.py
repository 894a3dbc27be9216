"""Stories as values, for the tests of what is told of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sample import MINUTE, NOON, TERMS, match
from tocsin.core.alerting import (
    Address,
    Asked,
    Decision,
    Joined,
    StoryView,
    Terms,
    Told,
    Why,
    compose,
    decide,
    hear,
    told_by,
)
from tocsin.core.model import Alert, Bulletin, Coverage, Join, Placement, Silence
from tocsin.store.freezing import Sending

DESK = Address(channel="desk", recipient="")
FIRST = Decision(speak=True, why=Why.FIRST)


def report(number: int, **changes: Any) -> Coverage:
    """The report of an outlet of its own."""
    ordinary = Coverage(
        article_id=number,
        outlet=f"Outlet {number}",
        url=f"https://o{number}.example/",
        title=f"Headline {number}",
        first_seen=NOON + number * MINUTE,
    )
    return replace(ordinary, **changes)


def story(*coverage: Coverage, rules: tuple[str, ...] = ("bridges",)) -> StoryView:
    """A story of these reports, of which the first matches *rules*."""
    return StoryView(
        id=7,
        revision=len(coverage),
        watched_at=NOON,
        ends=NOON + timedelta(days=3),
        coverage=coverage,
        matches=tuple(
            (coverage[0].article_id, match(rule_id=rule, rule_name=rule.title())) for rule in rules
        ),
        joins=tuple(
            Joined(
                article_id=one.article_id,
                feed_id=f"feed-{one.article_id}",
                placement=Placement(how=Join.SAME_EVENT),
            )
            for one in coverage
        ),
    )


def told(view: StoryView, at: datetime = NOON) -> Told:
    """What somebody knows who was told *view*."""
    return told_by(view, None, FIRST, compose(view, None, DESK, at))


def asked(
    view: StoryView,
    before: Told | None = None,
    *,
    terms: Terms = TERMS,
    silences: tuple[Silence, ...] = (),
    **changes: Any,
) -> Decision:
    """The decision about *view*, asked at noon unless *changes* say otherwise."""
    when = {"now": NOON, "since": NOON, **changes}
    return decide(hear(view, terms.channel, terms.routing, silences), before, terms, Asked(**when))


def alert_of(sending: Sending | None) -> Alert:
    """The alert on a single story that is being sent."""
    assert sending is not None
    assert isinstance(sending.message, Alert)
    return sending.message


def bulletin_of(sending: Sending | None) -> Bulletin:
    """The bulletin that is being sent."""
    assert sending is not None
    assert isinstance(sending.message, Bulletin)
    return sending.message
