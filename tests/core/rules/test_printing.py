"""A rule printed and read again is the same rule."""

from hypothesis import given
from hypothesis import strategies as st

from core.rules.watching import watchlist
from tocsin.core.model import Severity
from tocsin.core.rules import Rule, print_entity, print_rule
from tocsin.core.rules.terms import Refusal, exact_term, quoted_term, word_term
from tocsin.core.rules.tree import (
    And,
    AtLeast,
    Entity,
    EntityRef,
    Examples,
    InField,
    Mentions,
    Meta,
    Near,
    Node,
    Not,
    Or,
    Regex,
    Relevance,
    Scope,
    Term,
    Unit,
    matches_nothing_said,
)

TEXT = st.text(min_size=1, max_size=12)


def terms(text: str) -> list[Term]:
    found = []
    for make in (word_term, exact_term, quoted_term):
        try:
            found.append(make(text.strip()))
        except Refusal:
            continue
    return found


TERM = TEXT.map(terms).filter(bool).flatmap(st.sampled_from)
WORD = st.from_regex(r"[a-z]{3,8}", fullmatch=True)
REGEX = st.builds(
    Regex, pattern=st.sampled_from(["a+b", "/x", 'q"\\d', "é/"]), ignore_case=st.booleans()
)
PLAIN = st.one_of(TERM, REGEX, st.just(EntityRef(id="e")))
PARTS = st.lists(PLAIN, min_size=2, max_size=3).map(tuple)
COUNTED = st.one_of(PLAIN, PARTS.map(lambda nodes: Or(nodes=nodes)))
META = st.builds(
    Meta,
    field=st.sampled_from(["url", "author", "feed", "tag", "lang"]),
    term=st.one_of(
        WORD.map(word_term),
        WORD.map(quoted_term),
        REGEX.filter(lambda regex: "/" not in regex.pattern),
    ),
)
NEAR_BY_FIELD = st.builds(InField, field=st.sampled_from(["title", "body"]), node=COUNTED)
NEAR = st.one_of(
    st.builds(
        Near,
        terms=st.tuples(PLAIN, NEAR_BY_FIELD),
        words=st.integers(0, 99),
        in_order=st.booleans(),
    ),
    st.builds(Near, terms=PARTS, unit=st.sampled_from([Unit.SENTENCE, Unit.PARAGRAPH])),
)
LEAF: st.SearchStrategy[Node] = st.one_of(
    PLAIN, META, NEAR, st.builds(Mentions, count=st.integers(1, 9), node=COUNTED)
)


def grown(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(lambda parts: And(nodes=parts)),
        several.map(lambda parts: Or(nodes=parts)),
        several.map(lambda parts: AtLeast(count=1, nodes=parts)),
        nodes.map(lambda node: Not(node=node)),
        st.builds(InField, field=st.sampled_from(["title", "lead", "body"]), node=nodes),
    )


NODE = st.recursive(LEAF, grown, max_leaves=6).filter(lambda node: not matches_nothing_said(node))
NAMES = st.frozensets(WORD, max_size=2)
CODES = st.frozensets(st.sampled_from(["en", "de-at", "uk"]), max_size=2)
RULE = st.builds(
    Rule,
    id=st.from_regex(r"[a-z0-9-]{1,9}", fullmatch=True),
    match=NODE,
    name=TEXT.map(str.strip),
    severity=st.sampled_from(Severity),
    notify=st.lists(WORD, max_size=2).map(tuple),
    scope=st.builds(Scope, feeds=NAMES, tags_not=NAMES, lang=CODES),
    relevance=st.none()
    | st.builds(Relevance, below=st.integers(0, 100), notify=WORD.map(lambda w: (w,))),
    boilerplate=st.booleans(),
    enabled=st.booleans(),
    examples=st.builds(Examples, match=st.lists(WORD, max_size=2).map(tuple)),
)


@given(RULE)
def test_a_rule_printed_and_read_again_is_the_same_rule(rule: Rule) -> None:
    body = print_rule(rule).replace("\n", "\n    ")
    read = watchlist(f"entities:\n  e: {{name: Entity}}\nrules:\n  - {body}")
    assert read.rules == (rule,)


def test_an_entity_printed_and_read_again_is_the_same_entity() -> None:
    entity = Entity(
        id="e",
        name="Jane “J” Doe",
        type="person",
        aliases=("=JD",),
        short=("Doe",),
        short_always=True,
        roles=("Chair",),
        roles_always=True,
        context=("board",),
        context_within=9,
        not_part_of=("x y",),
        case="any",
    )
    assert watchlist(f"entities:\n  {print_entity(entity)}").entities == {"e": entity}
