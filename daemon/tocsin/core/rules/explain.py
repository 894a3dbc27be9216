"""Why a rule holds for an article or does not: its tree with true or false at every node."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.core.model import Field, Span
from tocsin.core.rules.compile import Compiled
from tocsin.core.rules.evaluate import Evaluation
from tocsin.core.rules.labels import label
from tocsin.core.rules.searched import Place, Searched
from tocsin.core.rules.tree import (
    And,
    EntityRef,
    InField,
    Mentions,
    Meta,
    Near,
    Node,
    Not,
    Regex,
    Rule,
    Term,
    Unit,
    children,
)
from tocsin.core.wording import count

_AROUND = 40
_MOST_CONTEXTS = 3
_MOST_FORMS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Something found, with a little of the text on both sides; *mark* is its span in *text*."""

    field: Field
    span: Span
    text: str
    mark: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A node of the rule: whether it *holds*, where it was found, and if not, why not."""

    label: str
    holds: bool
    found: tuple[Context, ...] = ()
    why_not: str = ""
    children: "tuple[Branch, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a rule holds for an article or not.

    *in_scope* is false where its scope, or ``enabled: false``, keeps it from the article at all;
    *missing* names the clauses that failed, and *near_miss* says that others did not; *masked* are
    the regions that were not searched.
    """

    rule_id: str
    holds: bool
    in_scope: bool
    tree: Branch
    missing: tuple[str, ...] = ()
    near_miss: bool = False
    masked: tuple[Context, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The explanation as plain text."""
        scope = "" if self.in_scope else " (its scope or `enabled` keeps it from this article)"
        head = f"{self.rule_id}: {'matches' if self.holds else 'no match'}{scope}"
        masked = (f"  not searched, {each.field}: {each.text}" for each in self.masked)
        return (head, *_drawn(self.tree, "  "), *(f"  {line}" for line in self.missing), *masked)


def explain(rule: Rule, compiled: Compiled, searched: Searched, *, in_scope: bool) -> Explanation:
    """Why *rule* holds for the article *searched*, or not."""
    evaluation = Evaluation(compiled, searched, boilerplate=rule.boilerplate)
    teller = _Teller(compiled, searched, evaluation)
    tree = teller.branch(rule.match, "")
    clauses = tree.children if isinstance(rule.match, And) else (tree,)
    missing = tuple(
        f"clause {number} of {len(clauses)} missing: {clause.why_not}"
        for number, clause in enumerate(clauses, 1)
        if not clause.holds
    )
    hidden = () if rule.boilerplate else searched.masked
    return Explanation(
        rule_id=rule.id,
        holds=tree.holds and in_scope,
        in_scope=in_scope,
        tree=tree,
        missing=missing,
        near_miss=0 < len(missing) < len(clauses),
        masked=tuple(
            Context(
                field="body",
                span=span,
                text=searched.text("body")[slice(*span)].strip(),
                mark=(0, 0),
            )
            for span in hidden
        ),
    )


def _drawn(branch: Branch, indent: str) -> Iterator[str]:
    why = f"  — {branch.why_not}" if branch.why_not and not branch.children else ""
    yield f"{indent}{'true ' if branch.holds else 'false'} {branch.label}{why}"
    for context in branch.found:
        low, high = context.mark
        marked = f"{context.text[:low]}**{context.text[low:high]}**{context.text[high:]}"
        yield f"{indent}      {context.field}: {marked}"
    for child in branch.children:
        yield from _drawn(child, f"{indent}  ")


@dataclass(frozen=True, slots=True)
class _Teller:
    compiled: Compiled
    searched: Searched
    evaluation: Evaluation

    def branch(self, node: Node, field: str) -> Branch:
        """The explanation of *node*, looked for in *field*."""
        holds = self.evaluation.clauses(node, field) is not None
        inner = f"{field} {node.field}".strip() if isinstance(node, InField) else field
        return Branch(
            label=label(node),
            holds=holds,
            found=tuple(self._contexts(node, field)),
            why_not="" if holds else self._why_not(node, inner),
            children=tuple(self.branch(child, inner) for child in children(node)),
        )

    def _contexts(self, node: Node, field: str) -> Iterator[Context]:
        if not isinstance(node, Term | Regex | EntityRef):
            return
        for shown in self.evaluation.shown(node, field)[:_MOST_CONTEXTS]:
            yield self._context(shown.place)

    def _context(self, place: Place) -> Context:
        field = self.searched.field(place.first)
        text, (start, end) = self.searched.text(field), self.searched.span(place)
        low = max(0, start - _AROUND)
        around = text[low : end + _AROUND].replace("\n", " ")
        return Context(field=field, span=(start, end), text=around, mark=(start - low, end - low))

    # --- why not -----------------------------------------------------------------------------

    def _why_not(self, node: Node, field: str) -> str:
        where = " and ".join(field.split()) if field else "title or body"
        match node:
            case Term():
                return f"{self._none_of(node)} in {where}{self._hidden(node, field)}"
            case EntityRef(id=name):
                return f"no name of {name} that counts in {where}{self._hidden(node, field)}"
            case Regex():
                return f"nothing like {label(node)} in {where}{self._hidden(node, field)}"
            case Meta(field=known, term=term):
                return f"the article's {known} is not {label(term)}"
            case Not(node=child):
                return f"{label(child)} stands in {where}, and the rule excludes it"
            case Near() | Mentions():
                return self._too_few(node, field, where)
            case InField(node=child):
                return self._why_not(child, field)
            case _:
                return self._parts(node, field)

    def _parts(self, node: Node, field: str) -> str:
        failed = [
            child for child in children(node) if self.evaluation.clauses(child, field) is None
        ]
        return "; ".join(self._why_not(child, field) for child in failed)

    def _none_of(self, term: Term) -> str:
        """The forms of *term* that were looked for."""
        forms = list(dict.fromkeys(pattern.needle.strip() for pattern in self.compiled.terms[term]))
        if len(forms) < 2:
            return f"no {label(term)}"
        more = ", …" if len(forms) > _MOST_FORMS else ""
        return f"no form of {term.text} ({', '.join(forms[:_MOST_FORMS])}{more})"

    def _hidden(self, node: Node, field: str) -> str:
        """A word on hits in *field* that only a masked region holds."""
        everywhere = Evaluation(self.compiled, self.searched, boilerplate=True)
        return ", except in a region that is not searched" if everywhere.shown(node, field) else ""

    def _too_few(self, node: Near | Mentions, field: str, where: str) -> str:
        if isinstance(node, Mentions):
            times = count(len(self.evaluation.counted(node.node, field)), "time")
            return f"{label(node.node)} stands {times} in {where}, not {node.count}"
        absent = [term for term in node.terms if not self.evaluation.shown(term, field)]
        if absent:
            return "; ".join(self._why_not(term, field) for term in absent)
        unit = count(node.words, "word") if node.unit is Unit.WORDS else f"one {node.unit}"
        return f"{' and '.join(map(label, node.terms))} stand in {where}, but not within {unit}"
