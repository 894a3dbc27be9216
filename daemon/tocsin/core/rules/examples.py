"""The texts that rules carry as proof of themselves: ``examples: {match: […], ignore: […]}``."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tocsin.core.errors import Problem, Where
from tocsin.core.model import Article
from tocsin.core.rules.matcher import Matcher
from tocsin.core.rules.tree import Rule

_LONGEST_QUOTED = 60


def check_examples(matcher: Matcher) -> tuple[Problem, ...]:
    """A problem (R040) for every example that does not do what it says."""
    return tuple(
        problem for rule in matcher.watchlist.rules for problem in _problems(matcher, rule)
    )


def _problems(matcher: Matcher, rule: Rule) -> Iterator[Problem]:
    where = matcher.watchlist.places.get(rule.id, Where(file="watchlist"))
    for wanted, texts in ((True, rule.examples.match), (False, rule.examples.ignore)):
        for text in texts:
            if _holds(matcher, rule, text) is wanted:
                continue
            short = text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"
            does = "does not match" if wanted else "matches"
            yield Problem(
                where=where,
                code="R040",
                context=f'rule "{rule.id}"',
                message=f"this example {does}, against what it says: {short!r}",
            )


def _holds(matcher: Matcher, rule: Rule, text: str) -> bool:
    """Whether *rule*, apart from its scope, holds for *text*: its first line is the title; one
    line alone is tried as title and as body."""
    title, _, body = text.partition("\n")
    readings = [(title, body)] if body else [("", title), (title, "")]
    return any(matcher.explain(_article(*reading), rule.id).tree.holds for reading in readings)


def _article(title: str, text: str) -> Article:
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return Article(feed_id="", outlet="", url="", title=title, text=text, first_seen=epoch)
