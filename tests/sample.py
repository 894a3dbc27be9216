"""Values for tests: ordinary ones, of which a test changes what it is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tocsin.core.model import Article, Entry, Feed, Match, Severity, Snippet

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


def article(**changes: Any) -> Article:
    """An article about a bridge, but for *changes*."""
    return replace(ARTICLE, **changes)


def entry(**changes: Any) -> Entry:
    """An entry about a bridge, but for *changes*."""
    return replace(ENTRY, **changes)


def match(**changes: Any) -> Match:
    """A match on a bridge, but for *changes*."""
    return replace(MATCH, **changes)
