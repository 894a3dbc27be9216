"""The `match:` of a rule in YAML."""

from typing import Any

import pytest

from core.rules.watching import matches, refusals


@pytest.mark.parametrize(
    ("match", "code"),
    [
        ({"all": ["Putin AND sanctions"]}, "R010"),
        ({"any": ["NOT Putin"]}, "R010"),
        ({"any": ["Putin NEAR/5 x1"]}, "R010"),
        ({"any": ["title:podcast"]}, "R010"),
        ({"any": ["@putin"]}, "R010"),
        ({"all": "Putin"}, "R011"),
        (["a1", "b1"], "R011"),
        ({"at_least": {"count": "two", "of": ["a1"]}}, "R011"),
        ({"at_least": {"count": 3, "of": ["a1", "b1"]}}, "R011"),
        ({"near": {"terms": ["a1"], "words": 3}}, "R011"),
        ({"entity": "e", "slop": 2}, "R011"),
        ({"near": {"terms": ["a1", "b1"]}}, "R012"),
        ({"al": ["Putin"]}, "R013"),
        ({"entity": "nobody"}, "R020"),
        ({"all": ["a1", ""]}, "R023"),
        ({"all": []}, "R023"),
        ({"none": ["Putin"]}, "R030"),
        ({"all": [{"none": ["a1"]}, {"none": ["b1"]}]}, "R030"),
        ({"near": {"terms": [{"all": ["a1", "b1"]}, "c1"], "words": 3}}, "Q009"),
        ({"min_mentions": 2, "all": ["a1", "b1"]}, "Q010"),
        ({"phrase": "…"}, "Q011"),
        ({"regex": "("}, "Q012"),
        ({"any": ["pu*"]}, "Q013"),
        ({"query": ""}, "Q001"),
    ],
)
def test_a_wrong_condition_is_refused(match: Any, code: str) -> None:
    assert refusals(match, {"e": {"name": "Entity"}}) == [code]


def test_all_that_is_wrong_is_told_at_once() -> None:
    match = {"all": ["a1 AND b1", {"entity": "nobody"}, {"query": "(c1"}]}
    assert refusals(match) == ["R010", "R020", "Q003"]


def test_two_words_in_an_item_are_a_phrase() -> None:
    assert matches({"any": ["asset freeze"]}, "An asset freeze.")
    assert not matches({"any": ["asset freeze"]}, "To freeze an asset.")


def test_small_operators_in_an_item_are_words() -> None:
    assert matches({"any": ["war and peace"]}, "He read War and Peace.")


def test_keys_side_by_side_mean_and() -> None:
    match = {"all": ["a1"], "any": ["b1", "c1"], "none": ["d1"]}
    assert matches(match, "a1 c1")
    assert not matches(match, "a1 c1 d1")
    assert not matches(match, "b1 c1")


def test_an_entity_may_be_named_in_an_item() -> None:
    assert matches({"all": ["entity:e"]}, "An Entity.", entities={"e": {"name": "Entity"}})


def test_nesting_without_end_is_refused() -> None:
    match: Any = "a1"
    for _ in range(300):
        match = {"all": [match]}
    assert refusals(match) == ["R011"]
