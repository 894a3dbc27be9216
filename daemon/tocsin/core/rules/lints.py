"""Warnings: what is legal in a watchlist, but seldom what its author meant."""

from collections.abc import Collection, Iterator

from tocsin.core.errors import Problem, Where
from tocsin.core.rules.tree import (
    And,
    Case,
    Entity,
    Node,
    Rule,
    Scope,
    Term,
    Watchlist,
    nodes_below,
)
from tocsin.core.text.tokens import joined


def lint(watchlist: Watchlist) -> tuple[Problem, ...]:
    """What looks like a slip in *watchlist*, told without a dictionary."""
    return (*_terms_that_are_names(watchlist), *_rules_within_rules(watchlist))


def lint_words(watchlist: Watchlist, ordinary: Collection[str]) -> tuple[Problem, ...]:
    """Names and keywords that are *ordinary* words of the dictionary, given casefolded."""
    return (*_ordinary_names(watchlist, ordinary), *_ordinary_keywords(watchlist, ordinary))


def names_to_look_up(entity: Entity) -> tuple[str, ...]:
    """The names of *entity* of one word, casefolded, of which `lint_words` has to know more."""
    names = (entity.name, *entity.aliases)
    return tuple(name.casefold() for name in names if name.isalpha() and not name.isupper())


def _warning(watchlist: Watchlist, place: str, context: str, message: str) -> Problem:
    where = watchlist.places.get(place, Where(file="watchlist"))
    return Problem(where=where, message=message, context=context, warning=True)


def _of_rule(watchlist: Watchlist, rule: Rule, message: str) -> Problem:
    return _warning(watchlist, rule.id, f'rule "{rule.id}"', message)


def _terms_that_are_names(watchlist: Watchlist) -> Iterator[Problem]:
    named = {
        joined(name): entity.id
        for entity in watchlist.entities.values()
        for name in (entity.name, *entity.aliases, *entity.short)
    }
    for rule in watchlist.rules:
        for term in _terms(rule.match):
            if entity := named.get(joined(term.text)):
                message = f"{term.text} is a name of entity:{entity}, whose other names it misses"
                yield _of_rule(watchlist, rule, message)


def _rules_within_rules(watchlist: Watchlist) -> Iterator[Problem]:
    """Rules whose every match another rule, which asks for less, finds too."""
    rules = [rule for rule in watchlist.rules if rule.enabled]
    first: dict[tuple[Node, bool], Rule] = {}
    for rule in rules:
        first.setdefault((rule.match, rule.boilerplate), rule)
    for rule in rules:
        parts = rule.match.nodes if isinstance(rule.match, And) else ()
        for part in (rule.match, *parts):
            wider = first.get((part, rule.boilerplate))
            if wider and wider is not rule and wider.scope in (Scope(), rule.scope):
                message = f"whatever it finds, the rule {wider.id} finds too"
                yield _of_rule(watchlist, rule, message)


def _ordinary_names(watchlist: Watchlist, ordinary: Collection[str]) -> Iterator[Problem]:
    for entity in watchlist.entities.values():
        if entity.context or entity.type == "place":
            continue
        for name in names_to_look_up(entity):
            if name in ordinary:
                message = f"{name} is an ordinary word too: give the entity a context:"
                place = f"entity:{entity.id}"
                yield _warning(watchlist, place, f'entity "{entity.id}"', message)


def _ordinary_keywords(watchlist: Watchlist, ordinary: Collection[str]) -> Iterator[Problem]:
    for rule in watchlist.rules:
        for term in _terms(rule.match):
            if term.case is Case.AUTO and term.text.istitle() and term.text.lower() in ordinary:
                message = (
                    f"{term.text} also finds {term.text.lower()}: write ={term.text} for the name"
                )
                yield _of_rule(watchlist, rule, message)


def _terms(node: Node) -> Iterator[Term]:
    return (term for term in nodes_below(node) if isinstance(term, Term) and not term.exact)
