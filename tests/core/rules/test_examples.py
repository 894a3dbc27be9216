"""The examples that rules carry."""

from core.rules.watching import watch
from tocsin.core.rules import Matcher, check_examples


def with_examples(**examples: list[str]) -> Matcher:
    return watch("title:Putin AND sanction", examples=examples)


def test_examples_that_hold_are_no_problem() -> None:
    matcher = with_examples(
        match=["Putin\nSanctions came."], ignore=["Putin\nNothing.", "Sanctions"]
    )
    assert check_examples(matcher) == ()


def test_an_example_that_does_not_do_what_it_says_is_a_problem() -> None:
    matcher = with_examples(match=["Xi\nSanctions"], ignore=["Putin\nSanctions came."])
    problems = check_examples(matcher)
    assert [problem.code for problem in problems] == ["R040", "R040"]
    assert "does not match" in problems[0].message
    assert 'rule "case"' in problems[0].context


def test_one_line_is_tried_as_title_and_as_body() -> None:
    assert check_examples(watch("title:Putin", examples={"match": ["Putin spoke"]})) == ()
    assert check_examples(watch("body:Putin", examples={"match": ["Putin spoke"]})) == ()
