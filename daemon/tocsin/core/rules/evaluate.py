"""Whether an article satisfies a rule's tree, and where.

A node that holds gives its clauses: what must be shown for a reader to see that it holds.  AND
gives those of all its parts, OR those of the parts that hold, an exclusion none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.core.rules.compile import Compiled
from tocsin.core.rules.entities import apart, entity_places
from tocsin.core.rules.known import meta_holds
from tocsin.core.rules.labels import label
from tocsin.core.rules.nearness import chains
from tocsin.core.rules.regexes import spans
from tocsin.core.rules.searched import Place, Searched
from tocsin.core.rules.tree import (
    And,
    AtLeast,
    EntityRef,
    InField,
    Mentions,
    Meta,
    Near,
    Node,
    Not,
    Or,
    Regex,
    Term,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A place and the clause that it satisfies, as the rule's author would write it."""

    place: Place
    clause: str


Clause = tuple[Shown, ...]  # all places of one clause, ascending; none for what has no place


class Evaluation:
    """The rules of a watchlist, asked of one article.

    *boilerplate*: masked regions count.  What was found for a term or an entity is kept, since
    many rules ask for the same.
    """

    def __init__(self, compiled: Compiled, searched: Searched, *, boilerplate: bool) -> None:
        self._compiled = compiled
        self._searched = searched
        self._boilerplate = boilerplate
        self._known: dict[Node, list[Place]] = {}

    def may_hold(self, node: Node) -> bool:
        """Whether *node* may hold, told from what was touched alone, without a look at where."""
        match node:
            case Term() | EntityRef():
                return node in self._searched.touched
            case And(nodes=nodes) | Near(terms=nodes):
                return all(map(self.may_hold, nodes))
            case Or():
                return any(map(self.may_hold, self._open(node)))
            case AtLeast(count=count, nodes=nodes):
                return sum(map(self.may_hold, nodes)) >= count
            case InField(node=child) | Mentions(node=child):
                return self.may_hold(child)
            case _:
                return True

    def clauses(self, node: Node, field: str = "") -> tuple[Clause, ...] | None:
        """The clauses of *node* within *field* (everywhere if empty), or None: it does not hold."""
        match node:
            case Term() | EntityRef() | Regex():  # first, since they are most of a rule
                shown = self.shown(node, field)
                return (tuple(shown),) if shown else None
            case And(nodes=nodes):
                return self._all(nodes, field)
            case Or():
                return self._any(node, field)
            case Not(node=child):
                return () if self.clauses(child, field) is None else None
            case AtLeast(count=count, nodes=nodes):
                held = [
                    found for child in nodes if (found := self.clauses(child, field)) is not None
                ]
                return (
                    tuple(clause for found in held for clause in found)
                    if len(held) >= count
                    else None
                )
            case InField(field=inner, node=child):
                return self.clauses(child, _both(field, inner))
            case Meta():
                return ((),) if meta_holds(node, self._searched.article) else None
            case Near():
                return self._near(node, field)
            case Mentions(count=count, node=child):
                counted = self.counted(child, field)
                return (counted,) if len(counted) >= count else None

    def _all(self, nodes: Sequence[Node], field: str) -> tuple[Clause, ...] | None:
        """The clauses of all *nodes*; those that hold a pattern of the user's are asked last."""
        found: dict[int, tuple[Clause, ...]] = {}
        for number in self._order(nodes):
            clauses = self.clauses(nodes[number], field)
            if clauses is None:
                return None
            found[number] = clauses
        return tuple(clause for number in sorted(found) for clause in found[number])

    def _order(self, nodes: Sequence[Node]) -> Sequence[int]:
        slow = self._compiled.slow
        if not slow:
            return range(len(nodes))
        return sorted(range(len(nodes)), key=lambda number: nodes[number] in slow)

    def _any(self, either: Or, field: str) -> tuple[Clause, ...] | None:
        """One clause of all alternatives that hold by one clause; else those of the first."""
        nodes = self._open(either)
        held = [found for node in nodes if (found := self.clauses(node, field)) is not None]
        single = [found[0] for found in held if len(found) == 1]
        if single:
            shown = (each for clause in single for each in clause)
            return (tuple(sorted(shown, key=lambda each: each.place)),)
        return held[0] if held else None

    def _open(self, either: Or) -> Sequence[Node]:
        """The alternatives that may hold, in order: terms and entities only if touched."""
        nodes, known = either.nodes, self._compiled.alternatives_of(either)
        numbers = {known[node] for node in known.keys() & self._searched.touched}
        if len(known) < len(nodes):
            numbers.update(number for number, node in enumerate(nodes) if node not in known)
        return [nodes[number] for number in sorted(numbers)]

    def _near(self, near: Near, field: str) -> tuple[Clause, ...] | None:
        shown = [self.shown(term, field) for term in near.terms]
        names = [{each.place: each.clause for each in places} for places in shown]
        found = chains(near, [list(places) for places in names], self._searched)
        clauses = (
            tuple(
                Shown(place, names[number][place]) for place in sorted({c[number] for c in found})
            )
            for number in range(len(near.terms))
        )
        return tuple(clauses) if found else None

    # --- places ------------------------------------------------------------------------------

    def shown(self, node: Node, field: str) -> list[Shown]:
        """All places of a countable *node* in *field*, ascending."""
        if isinstance(node, InField):
            return self.shown(node.node, _both(field, node.field))
        if isinstance(node, Or):
            shown = [each for child in self._open(node) for each in self.shown(child, field)]
            return sorted(shown, key=lambda each: each.place)
        places = [place for place in self.places(node) if self._inside(place, field)]
        return [Shown(place, label(node)) for place in places]

    def counted(self, node: Node, field: str) -> Clause:
        """The places of a countable *node* that do not overlap."""
        shown = self.shown(node, field)
        kept = set(apart(each.place for each in shown))
        first = {each.place: each for each in shown if each.place in kept}
        return tuple(first[place] for place in sorted(first))

    def _inside(self, place: Place, field: str) -> bool:
        return all(self._searched.in_field(place, name) for name in field.split())

    def places(self, node: Node) -> list[Place]:
        """All places of a term, an entity or a pattern, ascending."""
        known = self._known.get(node)
        if known is None:
            known = self._known[node] = sorted(self._find(node)) if self.may_hold(node) else []
        return known

    def _find(self, node: Node) -> Iterable[Place]:
        if isinstance(node, Term):
            patterns = self._compiled.terms[node]
            return set(self._searched.places(patterns, boilerplate=self._boilerplate))
        if isinstance(node, EntityRef):
            entity = self._compiled.entities[node.id]
            return entity_places(entity, self._searched, boilerplate=self._boilerplate)
        return self._regex_places(node) if isinstance(node, Regex) else ()

    def _regex_places(self, regex: Regex) -> Iterator[Place]:
        for field in ("title", "body"):
            text = self._searched.text(field)
            for span in spans(regex.pattern, text, ignore_case=regex.ignore_case):
                if self._boilerplate or not self._searched.is_masked(field, span):
                    yield self._searched.place_of(field, span)


def _both(outer: str, inner: str) -> str:
    """A field within a field, as names with a space between."""
    return f"{outer} {inner}".strip()
