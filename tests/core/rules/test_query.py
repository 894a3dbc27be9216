"""The query line: what it means, and how it refuses what it does not take."""

import pytest

from core.rules.watching import matches, refusals
from tocsin.core.rules.query import parse_query
from tocsin.core.rules.query_errors import QueryError
from tocsin.core.rules.tree import And, Not, Or, Term


def term(text: str) -> Term:
    return Term(text=text)


def test_and_binds_tighter_than_or() -> None:
    expected = Or(nodes=(term("a1"), And(nodes=(term("b1"), term("c1")))))
    assert parse_query("a1 OR b1 AND c1") == expected


def test_side_by_side_means_and() -> None:
    assert parse_query("a1 b1 -c1") == parse_query("a1 AND b1 AND NOT c1")


def test_not_binds_tightest() -> None:
    assert parse_query("NOT a1 b1") == And(nodes=(Not(node=term("a1")), term("b1")))


@pytest.mark.parametrize(
    ("query", "code", "column"),
    [
        ("", "Q001", 1),
        ("   ", "Q001", 1),
        ('Putin "asset freeze', "Q002", 7),
        ("(Putin OR Kremlin AND sanctions", "Q003", 1),
        ("Putin) OR x1", "Q003", 6),
        ("Putin and sanctions", "Q004", 7),
        ("Putin near/5 sanctions", "Q004", 7),
        ("titel:Putin", "Q005", 1),
        ("Putin NEAR sanctions", "Q006", 7),
        ("Putin NEAR/x sanctions", "Q006", 7),
        ("ATLEAST Putin", "Q006", 1),
        ("Putin NEAR5 sanctions", "Q006", 7),
        ("Putin W/5 sanctions", "Q006", 7),
        ("Putin AND", "Q007", 10),
        ("(Putin AND", "Q003", 1),
        ("Putin AND (", "Q003", 11),
        ("title:", "Q007", 7),
        ("Putin NEAR/5", "Q007", 13),
        ("Putin AND AND sanctions", "Q007", 11),
        ("()", "Q007", 2),
        ("Putin -", "Q007", 8),
        ("Putin | Xi", "Q008", 7),
        ("Putin & Xi", "Q008", 7),
        ("Putin - Xi", "Q008", 7),
        ("a1 NEAR/3 b1 NEAR/3 c1", "Q009", 14),
        ("a1 NEAR/3 NOT b1", "Q009", 11),
        ("a1 NEAR/3 (b1 AND c1)", "Q009", 4),
        ("ATLEAST/3 (Putin AND Xi)", "Q010", 1),
        ('Putin ""', "Q011", 7),
        ("/[a-/", "Q012", 1),
        ("/a+", "Q012", 1),
        ("/a*/", "Q012", 1),
        ("x1 OR pu*", "Q013", 7),
        ("*tion", "Q013", 1),
    ],
)
def test_a_wrong_query_is_refused_where_it_is_wrong(query: str, code: str, column: int) -> None:
    with pytest.raises(QueryError) as refused:
        parse_query(query)
    assert (refused.value.code, refused.value.column) == (code, column)


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("titel:Putin", 'did you mean "title"?'),
        ("Putin and Xi", "write AND in capitals"),
        ("(Putin", "add )"),
        ("Putin || Xi", "write OR"),
    ],
)
def test_a_refusal_says_what_to_do(query: str, advice: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse_query(query)
    assert advice in refused.value.message


def test_brackets_may_be_nested_deep_but_not_without_end() -> None:
    assert parse_query("(" * 500 + "a1" + ")" * 500) == term("a1")
    with pytest.raises(QueryError):
        parse_query("NOT " * 500 + "a1")


@pytest.mark.parametrize(
    "query", ["AT&T", "C++", "C#", "R&D", "O'Brien", "U.S.", "1,000", "#Putin", "$1"]
)
def test_a_sign_within_a_word_is_part_of_the_query(query: str) -> None:
    assert matches(query, f"The {query} story")


@pytest.mark.parametrize("query", ["NOT Putin", "a1 OR NOT b1", "NOT a1 AND NOT b1"])
def test_a_rule_that_only_excludes_is_refused(query: str) -> None:
    assert refusals(query) == ["R030"]


def test_two_negations_make_a_demand() -> None:
    assert matches("NOT NOT Putin", "Putin spoke")


def test_an_unknown_entity_is_refused() -> None:
    assert refusals("@nobody", {"somebody": {"name": "Some Body"}}) == ["R020"]
