"""Watchlists for the tests of rules, written as a user writes them."""

from collections.abc import Collection
from collections.abc import Mapping as Dictionary
from datetime import UTC, datetime
from typing import Any

from tocsin.config.document import parse_document
from tocsin.core.errors import ConfigError, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence
from tocsin.core.model import Article
from tocsin.core.rules import Matcher, Watchlist, compile_watchlist, read_watchlist

_FORMS = {
    "sanction": ("sanction", "sanctions", "sanctioned", "sanctioning"),
    "strike": ("strike", "strikes", "striking", "struck"),
    "cut": ("cut", "cuts"),
    "smith": ("smith", "smiths"),
    "share": ("share", "shares"),
}


class FewForms:
    """The `Forms` port with a dictionary of five words."""

    def forms(
        self, words: Collection[str], languages: tuple[str, ...]
    ) -> Dictionary[str, frozenset[str]]:
        """The forms of those that it knows, else the word alone."""
        lemmas = {form: forms for forms in _FORMS.values() for form in forms}
        return {word: frozenset(lemmas.get(word, (word,))) for word in words}


def article(text: str, title: str = "", **known: Any) -> Article:
    """An article of *title* and *text*."""
    plain: dict[str, Any] = {"feed_id": "feed", "outlet": "Outlet", "url": "https://example.org/1"}
    when = datetime(2026, 1, 1, tzinfo=UTC)
    return Article(title=title, text=text, first_seen=when, **{**plain, **known})


def watchlist(text: str, **names: Collection[str]) -> Watchlist:
    """The watchlist that the YAML *text* spells."""
    node = parse_document(text, "watchlist.yaml")
    return read_watchlist(node, channels=names.get("channels"), feeds=names.get("feeds"))


def watch(rule: Any, entities: Any = None, **keys: Any) -> Matcher:
    """A matcher of the one rule ``case``; a text is a query line, anything else its `match`."""
    match = {"query": rule} if isinstance(rule, str) else rule
    document: dict[str, Any] = {"rules": [{"id": "case", "match": match, **keys}]}
    if entities:
        document["entities"] = entities
    node = located(document)
    return compile_watchlist(read_watchlist(node, channels=None, feeds=None), FewForms())


def located(value: Any) -> Node:
    """*value* as if it had been read from a file, every text in quotes, all in one place."""
    where = Where(file="watchlist.yaml", line=1, column=1)
    if isinstance(value, dict):
        pairs = tuple((Scalar(where=where, text=key), located(value[key])) for key in value)
        return Mapping(where=where, pairs=pairs)
    if isinstance(value, list):
        return Sequence(where=where, items=tuple(map(located, value)))
    return Scalar(where=where, text=str(value), plain=not isinstance(value, str))


def matches(rule: Any, text: str, title: str = "", entities: Any = None, **known: Any) -> bool:
    """Whether *rule* matches an article."""
    return bool(watch(rule, entities).match(article(text, title, **known)))


def refusals(rule: Any, entities: Any = None, **keys: Any) -> list[str]:
    """The codes of all that is wrong with *rule*."""
    try:
        watch(rule, entities, **keys)
    except ConfigError as error:
        return [problem.code for problem in error.problems]
    return []
