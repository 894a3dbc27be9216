"""Which channel hears of which match."""

from dataclasses import replace
from datetime import time

import pytest

from sample import MINUTE, NOON, RULES, TERMS, match
from telling import report, story
from tocsin.core.alerting import Quiet, Reach, Route, Routing, hear, parse_quiet, parse_rate
from tocsin.core.model import Match, Severity, Silence
from tocsin.core.rules.tree import Relevance

ROUTING = TERMS.routing


def routing(*routes: Route, **rule: object) -> Routing:
    """These routes, with the rule "bridges" changed."""
    bridges = replace(RULES["bridges"], **rule)  # type: ignore[arg-type]
    return replace(ROUTING, routes=routes, rules=RULES | {"bridges": bridges})


def channels(told: Routing, *found: Match, tags: tuple[str, ...] = ()) -> tuple[str, ...]:
    return told.channels_for((one, frozenset(tags)) for one in found)


def test_without_routes_a_rule_goes_to_every_channel() -> None:
    assert channels(ROUTING, match()) == ("desk", "mail", "pager")


def test_all_routes_that_match_are_united_and_each_channel_is_told_once() -> None:
    by_rule = Route(rules=frozenset({"bridges"}), channels=("mail", "desk"))
    by_severity = Route(severity=Severity.HIGH, channels=("desk",))
    other = Route(rules=frozenset({"roads"}), channels=("pager",))

    assert channels(routing(by_rule, by_severity, other), match()) == ("desk", "mail")


def test_a_route_takes_its_severity_and_what_is_above() -> None:
    told = routing(Route(severity=Severity.CRITICAL, channels=("pager",)))

    assert channels(told, match()) == ()
    critical = routing(*told.routes, severity=Severity.CRITICAL)
    assert channels(critical, match()) == ("pager",)


def test_a_route_takes_articles_with_one_of_its_tags() -> None:
    told = routing(Route(tags=frozenset({"world", "politics"}), channels=("desk",)))

    assert channels(told, match(), tags=("sport", "world")) == ("desk",)
    assert channels(told, match(), tags=("sport",)) == ()


def test_a_rules_own_channels_replace_the_routes() -> None:
    told = routing(Route(channels=("desk",)), notify=("pager",))

    assert channels(told, match()) == ("pager",)
    assert channels(told, match(rule_id="roads")) == ("desk",)


def test_weak_matches_go_elsewhere() -> None:
    told = routing(Route(channels=("desk",)), relevance=Relevance(below=45, notify=("mail",)))

    assert channels(told, match(relevance=44)) == ("mail",)
    assert channels(told, match(relevance=45)) == ("desk",)


def test_what_counts_is_the_rule_as_it_is_now() -> None:
    """Not what stood in it when the article came."""
    old = match(notify=("pager",), severity=Severity.LOW)

    heard = hear(replace(story(report(1)), matches=((1, old),)), "desk", ROUTING)

    assert heard.view.severity is Severity.HIGH
    assert channels(ROUTING, match(rule_id="gone")) == ()


def test_a_channel_hears_of_the_rules_that_lead_to_it_alone() -> None:
    told = routing(Route(rules=frozenset({"roads"}), channels=("desk",)))

    heard = hear(story(report(1), rules=("bridges", "roads")), "desk", told)

    assert [found.rule_id for _, found in heard.view.matches] == ["roads"]


def test_a_silenced_rule_has_no_say_in_how_the_others_are_told() -> None:
    loud = Route(rules=frozenset({"bridges"}), mention="<!here>")
    digest = Route(rules=frozenset({"roads"}), digest=(time(8),))
    silence = Silence(rule="bridges", until=NOON + MINUTE, created=NOON)

    view = story(report(1), rules=("bridges", "roads"))
    heard = hear(view, "desk", routing(loud, digest), (silence,))

    assert heard.routes == (digest,)
    assert (heard.in_force, heard.silent_until) == (True, silence.until)


def test_what_leads_nowhere_is_known() -> None:
    tagged = Route(rules=frozenset({"roads"}), tags=frozenset({"world"}), channels=("desk",))
    told = routing(tagged)

    assert told.reach(told.rules["bridges"]) is Reach.NONE
    assert told.reach(told.rules["roads"]) is Reach.TAGGED
    assert told.unreached() == ("mail", "pager")
    assert ROUTING.unreached() == ()


@pytest.mark.parametrize("text", ["22:00-07:00", "22:00–7:00"])
def test_quiet_hours_are_read(text: str) -> None:
    assert parse_quiet(text) == Quiet(start=time(22), end=time(7))


@pytest.mark.parametrize("text", ["20/h", "5/10m", "100/d"])
def test_a_rate_reads_back_as_it_is_printed(text: str) -> None:
    assert str(parse_rate(text)) == text


@pytest.mark.parametrize("text", ["", "20", "0/h", "20/", "h/20", "20/0s", "-1/h"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="written like"):
        parse_rate(text)
