"""A watchlist as values: what both spellings, YAML and the query line, are read into.

The tree says what the author meant, not how it is searched, and knows nothing of files: two
rules that are spelled alike are equal.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tocsin.core.errors import Problem, Where
from tocsin.core.model import Severity


class Case(StrEnum):
    """When the case of letters counts."""

    AUTO = "auto"
    ANY = "any"
    EXACT = "exact"


class Unit(StrEnum):
    """What the terms of a `Near` must share."""

    WORDS = "words"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase.  *forms*: its last word stands for all its forms; *slop*: how many words
    may stand inside it; *exact*: letters, accents and case just as written; *wild*: ``*`` and
    ``?`` stand for letters."""

    text: str
    forms: bool = True
    slop: int = 0
    case: Case = Case.AUTO
    exact: bool = False
    wild: bool = False

    def __hash__(self) -> int:
        return hash(self.text)  # an article asks for many terms, and a text knows its own hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Regex:
    """A pattern of RE2, searched in the text as it is written."""

    pattern: str
    ignore_case: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRef:
    """The entity of that id, by any name that counts."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InField:
    """*node*, looked for in one field only: title, lead or body."""

    field: str
    node: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """A term on what is known of the article: its url, author, feed, tag or lang."""

    field: str
    term: Term | Regex


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    nodes: "tuple[Node, ...]"

    def __hash__(self) -> int:
        return hash((len(self.nodes), self.nodes[:1]))  # there may be thousands of alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    node: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """*count* different ones of *nodes*."""

    count: int
    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """*node* stands *count* times or more."""

    count: int
    node: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """*terms* close together: at most *words* between one and the next, or in one *unit*."""

    terms: "tuple[Node, ...]"
    unit: Unit = Unit.WORDS
    words: int = 0
    in_order: bool = False


Node = Term | Regex | EntityRef | InField | Meta | And | Or | Not | AtLeast | Mentions | Near


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place or thing and the names that it goes by.

    *short_always* is None where the watchlist leaves it open.  *context_within* counts words; None
    is the whole article.
    """

    id: str
    name: str
    type: str = "other"
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    short_always: bool | None = None
    roles: tuple[str, ...] = ()
    roles_always: bool = False
    context: tuple[str, ...] = ()
    context_within: int | None = None
    not_part_of: tuple[str, ...] = ()
    case: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which articles a rule is for at all; an empty set asks nothing."""

    feeds: frozenset[str] = frozenset()
    feeds_not: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    tags_not: frozenset[str] = frozenset()
    lang: frozenset[str] = frozenset()
    lang_not: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """Matches *below* a relevance go to other channels."""

    below: int
    notify: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Texts that a rule must match, and texts that it must not."""

    match: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which articles matter, how much, and to whom.

    *notify* names channels in place of the routes; *boilerplate* is whether masked regions count.
    """

    id: str
    match: Node
    name: str = ""
    severity: Severity = Severity.MEDIUM
    notify: tuple[str, ...] = ()
    scope: Scope = Scope()
    relevance: Relevance | None = None
    boilerplate: bool = False
    enabled: bool = True
    note: str = ""
    examples: Examples = Examples()

    def channels_for(self, relevance: int) -> tuple[str, ...]:
        """The channels that the rule itself names for a match of that *relevance*."""
        if self.relevance and relevance < self.relevance.below:
            return self.relevance.notify
        return self.notify


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """All that is watched for.  *places* says where each rule stands, and under ``entity:ID`` each
    entity, for messages on it."""

    languages: tuple[str, ...] = ("en",)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    warnings: tuple[Problem, ...] = ()
    places: Mapping[str, Where] = field(default_factory=dict)


def matches_nothing_said(node: Node) -> bool:
    """Whether an article in which nothing of *node* stands satisfies it: it only excludes."""
    match node:
        case And(nodes=nodes):
            return all(map(matches_nothing_said, nodes))
        case Or(nodes=nodes):
            return any(map(matches_nothing_said, nodes))
        case AtLeast(count=count, nodes=nodes):
            return sum(map(matches_nothing_said, nodes)) >= count
        case Not(node=child):
            return not matches_nothing_said(child)
        case InField(node=child):
            return matches_nothing_said(child)
        case _:
            return False


def nodes_below(node: Node) -> Iterator[Node]:
    """*node* and all that it is made of, except what `Meta` asks of the article's own data."""
    yield node
    if not isinstance(node, Term):  # most are, and have nothing below
        for child in children(node):
            yield from nodes_below(child)


def children(node: Node) -> "tuple[Node, ...]":
    """What *node* is made of."""
    match node:
        case And(nodes=nodes) | Or(nodes=nodes) | AtLeast(nodes=nodes) | Near(terms=nodes):
            return nodes
        case Not(node=child) | InField(node=child) | Mentions(node=child):
            return (child,)
        case _:
            return ()
