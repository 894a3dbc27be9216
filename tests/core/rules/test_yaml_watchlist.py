"""A watchlist in YAML: its defaults, its refusals, its warnings."""

import pytest

from core.rules.watching import watchlist
from tocsin.core.errors import ConfigError

RULE = "rules:\n  - id: one\n    match: Putin\n"


def codes(text: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        watchlist(text, channels={"desk"}, feeds={"dw"})
    return [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (RULE + "    notify: [dask]\n", "R021"),
        (RULE + "    relevance: {below: 40, notify: [dask]}\n", "R021"),
        (RULE + "    scope: {feeds: [dv]}\n", "R024"),
        (RULE + "    scope: {feeds: [[dw]]}\n", "R011"),
        (RULE + "    notify: {desk: dask}\n", "R011"),
        (RULE + "    notify: []\n", "R023"),
        (RULE + "  - id: one\n    match: Xi\n", "R022"),
        (RULE + "    severty: high\n", "R013"),
        (RULE + "    severity: hihg\n", "R011"),
        (RULE + "    enabled: maybe\n", "R011"),
        ("rules:\n  - id: One\n    match: Putin\n", "R011"),
        ("rules:\n  - match: Putin\n", "R011"),
        ("rules:\n  - id: one\n", "R011"),
        ("rules:\n  - id: one\n    match:\n      all:\n        - #Putin\n", "R023"),
        ("rule: []\n", "R013"),
        ("entities:\n  a: {type: person}\n", "R011"),
        ("entities:\n  a: {name: []}\n", "R023"),
        ("entities:\n  a: {name: A, type: robot}\n", "R011"),
        ("entities:\n  a: {name: A, alias: [B]}\n", "R013"),
        ("entities:\n  a: {name: A, short_when: never}\n", "R011"),
        ("entities:\n  a: {name: A, context: ['x*']}\n", "Q013"),
        ("entities:\n  a: {name: 'Puti*'}\n", "R011"),
        ("entities:\n  a: {name: A, context_within: soon}\n", "R011"),
    ],
)
def test_a_wrong_watchlist_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_refusal_shows_file_line_column_rule_and_caret() -> None:
    text = "rules:\n  - id: putin\n    match:\n      query: (Putin OR Kremlin AND sanctions\n"
    with pytest.raises(ConfigError) as refused:
        watchlist(text)
    assert str(refused.value) == (
        'watchlist.yaml:4:14 rule "putin", query column 1: '
        "Q003 this bracket is never closed: add )\n"
        "  (Putin OR Kremlin AND sanctions\n"
        "  ^"
    )


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("keywords: [x]\n", "it takes languages, entities, rules"),
        ("languages: [english]\n" + RULE, "a code such as en or de, not english"),
        (RULE + "    scope: {lang: [German]}\n", "a code such as en or de, not German"),
        ("rules:\n  - id: Küsten Streik\n    match: x\n", "write kusten-streik"),
        ("rules:\n  - id: one\n    match: {and: [x, y]}\n", 'did you mean "all"'),
        ("rules:\n  - id: one\n    match: {or: [x, y]}\n", 'did you mean "any"'),
        ("rules:\n  - id: one\n    match: {any: [Trump: tariffs]}\n", "put quotes around"),
        ("rules:\n  - id: one\n    match: {any: [@putin]}\n", "write entity: putin"),
    ],
)
def test_a_refusal_says_what_to_write(text: str, advice: str) -> None:
    with pytest.raises(ConfigError, match=advice):
        watchlist(text)


@pytest.mark.parametrize("code", ["en", "de-AT", "DE", "hbs", "pt_BR"])
def test_a_code_of_a_language_is_taken(code: str) -> None:
    assert watchlist(f"languages: [{code}]\n" + RULE + f"    scope: {{lang: [{code}]}}\n").rules


def test_a_comment_that_was_meant_as_a_tag_is_explained() -> None:
    with pytest.raises(ConfigError, match="put quotes around #tag"):
        watchlist("rules:\n  - id: one\n    match:\n      any:\n        - #Putin\n")


def test_everything_has_a_default() -> None:
    rule = watchlist(RULE).rules[0]
    assert (rule.severity, rule.notify, rule.enabled) == ("medium", (), True)
    assert watchlist(RULE).languages == ("en",)


def test_an_entity_may_say_that_it_has_no_other_names() -> None:
    text = "entities:\n  a: {name: Astra, aliases: [], short: []}\n" + RULE
    assert watchlist(text).entities["a"].aliases == ()


def test_names_are_not_checked_against_nothing() -> None:
    text = RULE + "    notify: [anyone]\n    scope: {feeds: [anywhere]}\n"
    assert watchlist(text).rules[0].notify == ("anyone",)


def test_no_is_a_language() -> None:
    assert watchlist(RULE + "    scope: {lang: [no]}\n").rules[0].scope.lang == {"no"}


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("entities:\n  p: {name: Vladimir Putin, short: [Putin]}\n" + RULE, "a name of entity:p"),
        (RULE + "  - id: two\n    match: {all: [Putin, sanctions]}\n", "the rule one finds too"),
    ],
)
def test_what_looks_like_a_slip_is_a_warning(text: str, warning: str) -> None:
    warnings = watchlist(text).warnings
    assert [warning in problem.message for problem in warnings] == [True]
    assert warnings[0].warning


@pytest.mark.parametrize("key", ["enabled: false", "boilerplate: include"])
def test_a_rule_that_looks_elsewhere_or_nowhere_finds_nothing_that_another_does(key: str) -> None:
    text = RULE + f"    {key}\n  - id: two\n    match: {{all: [Putin, sanctions]}}\n"
    assert watchlist(text).warnings == ()
