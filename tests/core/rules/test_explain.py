"""Explanations say which clause failed, and what stood in its way."""

import pytest

from core.rules.watching import article, watch


def test_a_near_miss_names_the_clause_that_failed() -> None:
    explanation = watch("Putin AND sanction").explain(article("Putin spoke."), "case")
    assert explanation.near_miss
    assert explanation.missing == (
        "clause 2 of 2 missing: no form of sanction "
        "(sanction, sanctioned, sanctioning, sanctions) in title or body",
    )


def test_every_node_is_true_or_false_with_its_hits_in_context() -> None:
    lines = watch("Putin AND (sanction OR embargo)").explain(
        article("They said Putin faces sanctions."), "case"
    ).lines()  # fmt: skip
    assert lines == (
        "case: matches",
        "  true  Putin AND (sanction OR embargo)",
        "    true  Putin",
        "          body: They said **Putin** faces sanctions.",
        "    true  sanction OR embargo",
        "      true  sanction",
        "            body: They said Putin faces **sanctions**.",
        "      false embargo  — no embargo in title or body",
    )


@pytest.mark.parametrize(
    ("rule", "text", "why"),
    [
        ("Putin NOT hockey", "Putin plays hockey.", "hockey stands in title or body, and the rule"),
        ("Putin", "x.\nRelated: Putin", "except in a region that is not searched"),
        ("Putin NEAR/1 Xi", "Putin and also Xi", "but not within 1 word"),
        ("Putin NEAR/1 Xi", "Putin", "no Xi"),
        ("ATLEAST/3 Putin", "Putin met Putin", "stands 2 times in title or body, not 3"),
        ("title:Putin", "Putin", "no Putin in title"),
        ("title:ATLEAST/2 Putin", "Putin met Putin", "Putin stands 0 times in title, not 2"),
        ("title:(Putin NEAR/1 Xi)", "Putin and then Xi", "no Putin in title; no Xi in title"),
        ("lang:ru", "Putin", "lang is not ru"),
        ("/a+b/", "Putin", "nothing like /a+b/"),
    ],
)
def test_a_failure_says_why(rule: str, text: str, why: str) -> None:
    explanation = watch(rule).explain(article(text), "case")
    assert not explanation.holds
    assert why in explanation.missing[0]


def test_what_stands_in_another_field_is_not_said_to_be_hidden() -> None:
    (missing,) = watch("title:Putin").explain(article("Putin"), "case").missing
    assert missing.endswith("no Putin in title")


def test_masked_regions_are_listed() -> None:
    explanation = watch("Putin").explain(article("x.\nRelated: Putin"), "case")
    assert [region.text for region in explanation.masked] == ["Related: Putin"]


def test_a_rule_kept_away_by_its_scope_says_so() -> None:
    explanation = watch("Putin", scope={"lang": ["de"]}).explain(
        article("Putin", lang="en"), "case"
    )
    assert (explanation.tree.holds, explanation.in_scope, explanation.holds) == (True, False, False)


def test_an_unknown_rule_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        watch("Putin").explain(article("Putin"), "other")
