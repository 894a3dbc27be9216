"""A watchlist made ready: every pattern of every rule in one automaton.

One pass of the automaton over an article says which needles stand in it.  A rule is looked at only
where one of the needles that it cannot do without was found: those of its most selective clause.
Then the needles tell which terms were touched at all, and of an OR of thousands only those are
gone through.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind

from tocsin.core.ports import Forms
from tocsin.core.rules.entities import EntityPatterns, context_terms, entity_patterns
from tocsin.core.rules.lints import names_to_look_up
from tocsin.core.rules.patterns import Pattern, inflected_words, patterns_of
from tocsin.core.rules.tree import (
    And,
    AtLeast,
    EntityRef,
    InField,
    Mentions,
    Near,
    Node,
    Or,
    Regex,
    Rule,
    Term,
    Watchlist,
    nodes_below,
)
from tocsin.core.text.declensions import DECLINED, case_forms


@dataclass(frozen=True, slots=True)
class Compiled:
    """The patterns of a watchlist: of every term, of every entity, and the automaton over all.

    *needles* are in the order of the automaton's numbers; *touches* says, for each number, which
    terms and entities it may be of, and *candidates* which rules (by their index) it makes worth a
    look; *always* are those that no needle announces.  *alternatives* keeps what
    `alternatives_of` told.  *slow* are the conditions that hold a pattern of the
    user's, asked last.  *ordinary* are the words of the watchlist that its languages'
    dictionaries have forms of.
    """

    terms: Mapping[Term, tuple[Pattern, ...]]
    entities: Mapping[str, EntityPatterns]
    needles: tuple[str, ...]
    automaton: AhoCorasick
    touches: Sequence[tuple[Node, ...]]
    candidates: Sequence[tuple[int, ...]]
    always: tuple[int, ...]
    alternatives: dict[Or, Mapping[Node, int]] = field(default_factory=dict)
    slow: frozenset[Node] = frozenset()
    ordinary: frozenset[str] = frozenset()

    def alternatives_of(self, either: Or) -> Mapping[Node, int]:
        """The terms and entities of *either*, with where they first stand in it."""
        known = self.alternatives.get(either)
        if known is None:
            numbered = reversed([*enumerate(either.nodes)])
            known = {node: at for at, node in numbered if isinstance(node, Term | EntityRef)}
            self.alternatives[either] = known
        return known


def compile_patterns(watchlist: Watchlist, forms: Forms) -> Compiled:
    """The patterns of all rules of *watchlist* that are enabled."""
    nodes = [node for rule in watchlist.rules for node in nodes_below(rule.match)]
    terms = {node for node in nodes if isinstance(node, Term)}
    context = {term for entity in watchlist.entities.values() for term in context_terms(entity)}
    names = {
        name
        for entity in watchlist.entities.values()
        for name in (*map(str.casefold, entity.short), *names_to_look_up(entity))
    }
    inflected = {term: inflected_words(term) for term in terms | context}
    wanted = {word for words in inflected.values() for word in words}
    known = forms.forms({*wanted, *names} - {""}, watchlist.languages)
    # of two letters nearly everything is in a dictionary: Xi is a letter of the Greeks
    ordinary = frozenset(word for word in known if len(word) > 2 and len(known[word]) > 1)
    if not DECLINED.isdisjoint(watchlist.languages):
        known = {**known, **dict(_declined(inflected, known, watchlist.languages))}
    patterns = {term: patterns_of(term, inflected[term], known) for term in terms}
    entities = {
        name: entity_patterns(entity, known, ordinary, watchlist.languages)
        for name, entity in watchlist.entities.items()
    }
    return replace(
        _assemble(watchlist.rules, patterns, entities),
        slow=frozenset(_slow(nodes)),
        ordinary=ordinary,
    )


def _declined(
    inflected: Mapping[Term, tuple[str, str]],
    known: Mapping[str, Collection[str]],
    languages: Collection[str],
) -> Iterator[tuple[str, frozenset[str]]]:
    """The last words of terms that no dictionary has, names, in the cases of *languages*."""
    for term, (last, _) in inflected.items():
        surface = term.text[-len(last) :]
        if last and surface[:1].isupper() and len(known[last]) == 1:
            yield last, case_forms(surface, languages) | {last}


def _assemble(
    rules: tuple[Rule, ...],
    terms: Mapping[Term, tuple[Pattern, ...]],
    entities: Mapping[str, EntityPatterns],
) -> Compiled:
    touches = _touches(terms, entities)
    numbers = dict(zip(touches, range(len(touches)), strict=True))
    candidates: list[tuple[int, ...]] = [()] * len(numbers)
    always: list[int] = []
    required = _Required(terms, entities)
    for index, rule in enumerate(rules):
        if not rule.enabled:
            continue
        needles = required.of(rule.match)
        if needles is None:
            always.append(index)
        alone = (index,)  # one for all its needles: most of them belong to no other rule
        for number in map(numbers.__getitem__, needles or ()):
            candidates[number] = candidates[number] + alone if candidates[number] else alone
    return Compiled(
        terms=terms,
        entities=entities,
        needles=tuple(numbers),
        automaton=AhoCorasick(numbers, matchkind=MatchKind.Standard, store_patterns=False),
        touches=tuple(touches.values()),
        candidates=candidates,
        always=tuple(always),
    )


def _touches(
    terms: Mapping[Term, tuple[Pattern, ...]], entities: Mapping[str, EntityPatterns]
) -> dict[str, tuple[Node, ...]]:
    """All needles, each with the terms and entities that can only stand where one of theirs does.

    What counts only beside a name of an entity announces nothing.
    """
    touches: dict[str, tuple[Node, ...]] = {}
    named = ((EntityRef(id=name), entity.telling) for name, entity in entities.items())
    told: Iterator[tuple[Node, tuple[Pattern, ...]]] = chain(terms.items(), named)
    for node, patterns in told:
        alone: tuple[Node, ...] = (node,)
        for pattern in patterns:
            known = touches.get(pattern.needle)
            touches[pattern.needle] = known + alone if known else alone
    for entity in entities.values():
        for pattern in entity.patterns:
            touches.setdefault(pattern.needle, ())
    return touches


def _slow(nodes: Iterable[Node]) -> Iterator[Node]:
    """Those of *nodes* beside others that a regular expression is part of."""
    for node in nodes:
        if isinstance(node, And):
            yield from (
                child
                for child in node.nodes
                if any(isinstance(below, Regex) for below in nodes_below(child))
            )


@dataclass(frozen=True, slots=True)
class _Required:
    """The needles of which at least one stands in every article that satisfies a node."""

    terms: Mapping[Term, tuple[Pattern, ...]]
    entities: Mapping[str, EntityPatterns]

    def of(self, node: Node) -> frozenset[str] | None:
        """None where no such needles are known."""
        match node:
            case Term():
                return _needles(self.terms[node])
            case EntityRef(id=name):
                return _needles(self.entities[name].telling)
            case InField(node=child) | Mentions(node=child):
                return self.of(child)
            case And(nodes=nodes) | Near(terms=nodes):
                known = [needles for child in nodes if (needles := self.of(child)) is not None]
                return min(known, key=_commonness, default=None)
            case Or(nodes=nodes) | AtLeast(nodes=nodes):
                return self._any(nodes)
            case _:
                return None

    def _any(self, nodes: Iterable[Node]) -> frozenset[str] | None:
        found: set[str] = set()
        for needles in map(self.of, nodes):
            if needles is None:
                return None
            found |= needles
        return frozenset(found)


def _needles(patterns: Iterable[Pattern]) -> frozenset[str]:
    return frozenset([pattern.needle for pattern in patterns])


def _commonness(needles: Collection[str]) -> float:
    """How often *needles* may be expected: the shorter a needle, the more common."""
    return sum(2.0 ** -len(needle) for needle in needles)
