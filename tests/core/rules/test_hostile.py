"""No rule and no article can make matching fail: what a user writes is refused or works."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.rules.watching import article, watch
from tocsin.core.errors import ConfigError
from tocsin.core.rules import Matcher

PIECES = st.one_of(
    st.sampled_from(
        [*" ()\"/*?=-:@~'’“«.,#&$|\n\t\u200b\u0301İßΣК普ب",
         "AND ", "OR ", "NOT ", "NEAR/3 ", "SENT ", "ATLEAST/2 ", "title:", "lang:", "@e ",
         "putin ", "U.S. ", "l'x ", "x's ", "1,000 ", "sanction* ", "=x ", "/a+/i ", "PRE/1 "]
    ),
    st.text(max_size=3),
)  # fmt: skip
TEXT = st.lists(PIECES, max_size=14).map("".join)
ENTITY = {
    "e": {
        "name": "Vladimir Putin", "type": "person", "short": ["Putin"], "roles": ["Leader"],
        "aliases": ["普京", "بوتين", "Путин", "=Fed", "U.S."], "context": ["sanction*", "x"],
        "not_part_of": ["x y"],
    }
}  # fmt: skip
KEYS = (
    "all", "any", "none", "near", "terms", "words", "at_least", "count", "of", "title", "word",
    "case", "slop", "regex", "query", "min_mentions", "entity",
)  # fmt: skip
YAML = st.recursive(
    st.one_of(TEXT, st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)


def accepted(rule: Any) -> Matcher | None:
    """The matcher of *rule*, or None where it is refused with a code and a place."""
    try:
        return watch(rule, ENTITY)
    except ConfigError as error:
        problems = error.problems
    assert all(problem.code and problem.where.line for problem in problems)
    return None


def test_of_a_word_over_and_over_only_the_first_thousand_places_are_told() -> None:
    (found,) = watch("Putin").match(article("Putin " * 1_500))
    assert [len(hit.spans) for hit in found.hits] == [1_000]


@given(TEXT, TEXT, TEXT)
def test_any_query_is_refused_or_matches_within_the_text(query: str, title: str, text: str) -> None:
    matcher = accepted(query)
    if matcher is None:
        return
    read = article(f"{text} Vladimir Putin said x. Putin {text}", title)
    found = matcher.match(read)
    assert matcher.explain(read, "case").holds == bool(found)
    for hit in (hit for match in found for hit in match.hits):
        source = read.title if hit.field == "title" else read.text
        assert all(0 <= low < high <= len(source) for low, high in hit.spans)
    for match in found:
        assert 0 <= match.relevance <= 100
        assert all(0 <= low < high <= len(match.snippet.text) for low, high in match.snippet.marks)


def test_half_a_surrogate_pair_harms_no_rule() -> None:
    assert watch("/P\\w+n/ AND said").match(article("\ud800 Putin said x."))


@given(YAML)
def test_any_condition_is_refused_or_works(match: Any) -> None:
    matcher = accepted({"all": [match]})
    if matcher is not None:
        matcher.match(article("Vladimir Putin said x."))
