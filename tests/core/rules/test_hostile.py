"""No rule and no article can make matching fail: what a user writes is refused or works."""

from typing import Any

from core.rules.watching import article, watch
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.errors import ConfigError

PIECES = st.one_of(
    st.sampled_from(
        [*" ()\"/*?=-:@~'’“«.,#&$|\n\t\u200b\u0301İßΣК普ب",
         "AND ", "OR ", "NOT ", "NEAR/3 ", "SENT ", "ATLEAST/2 ", "title:", "lang:", "@e ", "putin ",
         "U.S. ", "l'x ", "x's ", "1,000 ", "sanction* ", "=x ", "/a+/i ", "PRE/1 ", "Photo: "]
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
YAML = st.recursive(
    st.one_of(TEXT, st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["all", "any", "none", "near", "terms", "words", "at_least", "count", "of",
                             "title", "word", "case", "slop", "regex", "query", "min_mentions", "entity"]),
            inner, max_size=3,
        ),
    ),
    max_leaves=8,
)  # fmt: skip


@settings(deadline=None)
@given(TEXT, TEXT, TEXT)
def test_any_query_is_refused_or_matches_within_the_text(query: str, title: str, text: str) -> None:
    try:
        matcher = watch(query, ENTITY)
    except ConfigError as error:
        assert all(problem.code and problem.where.line for problem in error.problems)
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


@settings(deadline=None)
@given(YAML)
def test_any_condition_is_refused_or_works(match: Any) -> None:
    try:
        matcher = watch({"all": [match]}, ENTITY)
    except ConfigError as error:
        assert all(problem.code for problem in error.problems)
        return
    matcher.match(article("Vladimir Putin said x."))
