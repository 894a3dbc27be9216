"""Values for tests: ordinary ones, of which a test changes what it is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tocsin.core.alerting import Routing, Terms, Timing
from tocsin.core.model import Article, Entry, Feed, Match, Severity, Snippet
from tocsin.core.rules.tree import Rule, Term

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

FEED = Feed(id="courier", url="http://127.0.0.1/courier", outlet="Courier")

ENTRY = Entry(
    guid="1",
    url="https://courier.example/bridge",
    title="Old bridge closed after inspection",
    text="Engineers found cracks in two of the nine arches and closed the old bridge to lorries.",
    published=NOON,
)

ARTICLE = Article(
    feed_id="courier",
    outlet="Courier",
    url="https://courier.example/bridge",
    title="Old bridge closed after inspection",
    text=(
        "Engineers closed the old bridge at Merrowby to lorries on Monday.\n"
        "Inspectors found cracks in two of its nine arches, said Ilse Varga of the county."
    ),
    first_seen=NOON,
    published=NOON,
)

MATCH = Match(
    rule_id="bridges",
    rule_name="Bridges",
    rule_hash="b1",
    severity=Severity.HIGH,
    relevance=80,
    hits=(),
    snippet=Snippet(text="closed the old bridge", marks=((15, 21),)),
)

AT_ONCE = Timing(wait_before_first=timedelta(0), update_at_most_every=timedelta(0))

RULES = {
    rule: Rule(id=rule, match=Term(text=rule), severity=Severity.HIGH)
    for rule in ("bridges", "roads")
}

TERMS = Terms(
    channel="desk",
    routing=Routing(rules=RULES, channels=("desk", "mail", "pager"), timing=AT_ONCE),
    zone=UTC,
)


def article(**changes: Any) -> Article:
    """An article about a bridge, but for *changes*."""
    return replace(ARTICLE, **changes)


def entry(**changes: Any) -> Entry:
    """An entry about a bridge, but for *changes*."""
    return replace(ENTRY, **changes)


def match(**changes: Any) -> Match:
    """A match on a bridge, but for *changes*."""
    return replace(MATCH, **changes)


def terms(timing: Timing = AT_ONCE, **changes: Any) -> Terms:
    """The terms of the channel "desk", told at once of two rules, but for *changes*; those of its
    routing may be among them."""
    routing = {name: changes.pop(name) for name in ("rules", "routes") if name in changes}
    names = dict.fromkeys((*TERMS.routing.channels, changes.get("channel", "desk")))
    told = replace(TERMS.routing, timing=timing, channels=tuple(names), **routing)
    return replace(TERMS, routing=told, **changes)
