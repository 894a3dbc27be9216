"""The ``match:`` of a rule, from YAML to the tree.

A scalar is one term; a mapping is its keys joined by AND; what would have to be guessed, such as
an operator inside a list item, is refused.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from tocsin.core.located import Mapping, Node, Scalar
from tocsin.core.rules import regexes
from tocsin.core.rules.query import is_countable, parse_query
from tocsin.core.rules.query_errors import QueryError
from tocsin.core.rules.reading import Reader
from tocsin.core.rules.terms import Refusal, exact_term, word_term
from tocsin.core.rules.tree import (
    And,
    AtLeast,
    Case,
    EntityRef,
    InField,
    Mentions,
    Near,
    Not,
    Or,
    Regex,
    Term,
    Unit,
)
from tocsin.core.rules.tree import Node as Tree
from tocsin.core.text.tokens import words
from tocsin.core.wording import did_you_mean

_KEYS = (
    "all", "any", "none", "at_least", "near", "title", "lead", "body", "entity", "exact",
    "phrase", "word", "case", "forms", "slop", "regex", "query", "min_mentions",
)  # fmt: skip
_MODIFIERS = ("case", "forms", "slop")
_operator = re.compile(
    r"(?<!\S)(?:AND|OR|NOT)(?!\S)|(?<!\S)(?:NEAR|PRE|ATLEAST)/\S*|(?<=\S\s)(?:NEAR|PRE|SENT|PARA)(?=\s\S)"
    r"|(?<!\S)ATLEAST(?=\s)|^[@(-](?=\S)|^(?:title|lead|body|any|url|author|feed|tag|lang):"
)
_slashes = re.compile(r"/(.*)/(i?)", re.DOTALL)
_DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReader:
    """Reads match nodes; *entities* are the ids that may be named."""

    reader: Reader
    entities: Collection[str]
    depth: int = field(default=0)

    def node(self, node: Node, what: str = "match") -> Tree | None:
        """The tree of *node*, or None where something in it is wrong."""
        if self.depth > _DEEPEST:
            self.reader.refuse(node.where, "R011", f"this is nested deeper than {_DEEPEST} levels")
            return None
        if isinstance(node, Scalar):
            return self._term(node, what)
        if isinstance(node, Mapping):
            return self._mapping(node, what)
        self.reader.refuse(
            node.where, "R011", f"{what} takes one condition: write all: or any: before the list"
        )
        return None

    def _nodes(self, node: Node, what: str) -> tuple[Tree, ...] | None:
        deeper = replace(self, depth=self.depth + 1)
        found = [
            deeper.node(child, f"an item of {what}") for child in self.reader.nodes(node, what)
        ]
        read = tuple(child for child in found if child is not None)
        return read if read and len(read) == len(found) else None

    # --- scalars -----------------------------------------------------------------------------

    def _term(self, node: Scalar, what: str) -> Tree | None:
        text = self.reader.text(node, what)
        if text is None:
            return None
        if re.fullmatch(r"entity:\s*[\w-]+", text):
            return self._entity_named(node, text.removeprefix("entity:").strip())
        if found := _operator.search(text):
            message = (
                f"{found.group().strip()} is an operator of queries, and this is one term: "
                f'write {{query: …}}, or all: and any:, or {{word: "{text}"}} for the text itself'
            )
            self.reader.refuse(node.where, "R010", message)
            return None
        return self._refusing(node, lambda: word_term(text))

    def _refusing(self, node: Node, term: Callable[[], Term]) -> Term | None:
        try:
            return term()
        except Refusal as refusal:
            self.reader.refuse(node.where, refusal.code, refusal.message)
            return None

    def _entity_named(self, node: Node, name: str) -> Tree | None:
        if name in self.entities:
            return EntityRef(id=name)
        message = f"there is no entity {name}{did_you_mean(name, self.entities)}"
        self.reader.refuse(node.where, "R020", message)
        return None

    # --- mappings ----------------------------------------------------------------------------

    def _mapping(self, node: Mapping, what: str) -> Tree | None:
        before = len(self.reader.problems)
        keys = self.reader.mapping(node, _KEYS, what)
        if not node.pairs:
            self.reader.refuse(node.where, "R023", f"{what} is empty")
        children = [
            self._key(name, value, keys)
            for name, (_, value) in keys.items()
            if name not in _MODIFIERS and name != "min_mentions"
        ]
        if not any(name in keys for name in ("word", "phrase")):
            self._stray_modifiers(keys)
        if len(self.reader.problems) > before:
            return None
        return self._counted(keys, [child for child in children if child is not None])

    def _stray_modifiers(self, keys: dict[str, tuple[Scalar, Node]]) -> None:
        for name in _MODIFIERS:
            if name in keys:
                self.reader.refuse(
                    keys[name][0].where, "R011", f"{name} goes with word: or phrase:"
                )

    def _counted(self, keys: dict[str, tuple[Scalar, Node]], children: list[Tree]) -> Tree | None:
        """The children joined, or counted where *keys* ask for mentions."""
        if "min_mentions" not in keys:
            return children[0] if len(children) == 1 else And(nodes=tuple(children))
        key, value = keys["min_mentions"]
        count = self.reader.number(value, "min_mentions", least=1)
        child = children[0] if len(children) == 1 else None
        if child is None or not is_countable(child):
            message = (
                "min_mentions counts one thing: write one word, phrase, entity or any beside it"
            )
            self.reader.refuse(key.where, "Q010", message)
            return None
        return None if count is None else Mentions(count=count, node=child)

    def _key(self, name: str, value: Node, keys: dict[str, tuple[Scalar, Node]]) -> Tree | None:
        match name:
            case "all" | "any" | "none":
                return _joined(name, self._nodes(value, name))
            case "title" | "lead" | "body":
                return self._in_field(name, value)
            case "word" | "phrase":
                return self._modified(name, value, keys)
            case "at_least":
                return self._at_least(value)
            case "near":
                return self._near(value)
            case _:
                return self._text(name, value)

    def _in_field(self, name: str, value: Node) -> Tree | None:
        node = replace(self, depth=self.depth + 1).node(value, name)
        return None if node is None else InField(field=name, node=node)

    def _text(self, name: str, value: Node) -> Tree | None:
        """A condition whose value is one text."""
        if name == "query" and isinstance(value, Scalar) and not value.text.strip():
            return self._query(value, "")
        text = self.reader.text(value, name)
        if text is None:
            return None
        if name == "entity":
            return self._entity_named(value, text.removeprefix("@"))
        if name == "exact":
            return self._refusing(value, lambda: exact_term(text))
        return self._query(value, text) if name == "query" else self._regex(value, text)

    def _query(self, node: Node, text: str) -> Tree | None:
        try:
            return parse_query(text, self.entities)
        except QueryError as error:
            line, column = _line_of(text, error.column)
            self.reader.refuse(
                node.where, error.code, error.message, place=f"query column {error.column}",
                detail=(f"  {line}", f"  {' ' * (column - 1)}^"),
            )  # fmt: skip
            return None

    def _regex(self, node: Node, text: str) -> Tree | None:
        slashed = _slashes.fullmatch(text)
        pattern, ignore_case = (slashed[1], bool(slashed[2])) if slashed else (text, False)
        try:
            regexes.check(pattern)
        except regexes.RegexError as error:
            self.reader.refuse(node.where, "Q012", f"this pattern cannot be used: {error}")
            return None
        return Regex(pattern=pattern, ignore_case=ignore_case)

    def _modified(
        self, name: str, value: Node, keys: dict[str, tuple[Scalar, Node]]
    ) -> Tree | None:
        text = self.reader.text(value, name)
        if text is None:
            return None
        term = self._refusing(value, lambda: _phrase(text) if name == "phrase" else word_term(text))
        case = self.reader.choice(keys["case"][1], tuple(Case), "case") if "case" in keys else None
        forms = self.reader.boolean(keys["forms"][1], "forms") if "forms" in keys else None
        slop = self.reader.number(keys["slop"][1], "slop") if "slop" in keys else None
        if term is None:
            return None
        return replace(
            term, case=Case(case or "auto"), forms=term.forms and forms is not False, slop=slop or 0
        )

    def _at_least(self, value: Node) -> Tree | None:
        keys = self.reader.mapping(value, ("count", "of"), "at_least")
        if "count" not in keys or "of" not in keys:
            if isinstance(value, Mapping):
                self.reader.refuse(value.where, "R011", "at_least takes count: and of:")
            return None
        count = self.reader.number(keys["count"][1], "count", least=1)
        nodes = self._nodes(keys["of"][1], "of")
        if count is None or nodes is None:
            return None
        if count > len(nodes):
            message = f"count is {count}, but of: has only {len(nodes)}: this can never hold"
            self.reader.refuse(keys["count"][1].where, "R011", message)
            return None
        return AtLeast(count=count, nodes=nodes)

    def _near(self, value: Node) -> Tree | None:
        keys = self.reader.mapping(value, ("terms", "words", "same", "in_order"), "near")
        if not isinstance(value, Mapping):
            return None
        if "terms" not in keys:
            self.reader.refuse(value.where, "R011", "near takes terms:")
            return None
        if ("words" in keys) == ("same" in keys):
            message = "near takes words: 8, or same: sentence or paragraph, one of the two"
            self.reader.refuse(value.where, "R012" if "words" not in keys else "R011", message)
            return None
        terms = self._near_terms(keys["terms"][1])
        unit, words = self._distance(keys)
        order = (
            self.reader.boolean(keys["in_order"][1], "in_order") if "in_order" in keys else False
        )
        if terms is None or unit is None:
            return None
        return Near(terms=terms, unit=unit, words=words, in_order=bool(order))

    def _near_terms(self, value: Node) -> tuple[Tree, ...] | None:
        terms = self._nodes(value, "terms")
        if terms is None:
            return None
        if len(terms) < 2:
            self.reader.refuse(value.where, "R011", "near takes two terms or more")
            return None
        if not all(is_countable(term) for term in terms):
            self.reader.refuse(
                value.where, "Q009", "near joins words, phrases, entities and any: only"
            )
            return None
        return terms

    def _distance(self, keys: dict[str, tuple[Scalar, Node]]) -> tuple[Unit | None, int]:
        if "same" in keys:
            same = self.reader.choice(keys["same"][1], ("sentence", "paragraph"), "same")
            return (None if same is None else Unit(same)), 0
        words = self.reader.number(keys["words"][1], "words")
        return (None, 0) if words is None else (Unit.WORDS, words)


def _joined(name: str, nodes: tuple[Tree, ...] | None) -> Tree | None:
    if nodes is None:
        return None
    if name == "all":
        return nodes[0] if len(nodes) == 1 else And(nodes=nodes)
    either = nodes[0] if len(nodes) == 1 else Or(nodes=nodes)
    return either if name == "any" else Not(node=either)


def _phrase(text: str) -> Term:
    if not words(text):
        raise Refusal(code="Q011", message="this phrase is empty: write words in it")
    return word_term(text)


def _line_of(text: str, column: int) -> tuple[str, int]:
    """The line of *text* that holds its *column*-th character, and the column within it."""
    start = text.rfind("\n", 0, column - 1) + 1
    end = text.find("\n", column - 1)
    return text[start : end if end >= 0 else len(text)].replace("\t", " "), column - start
