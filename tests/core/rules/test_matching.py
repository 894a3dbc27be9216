"""What terms, operators, fields and regions mean, on small articles."""

from typing import Any

import pytest

from core.rules.watching import FewForms, article, matches, watch, watchlist
from tocsin.core.rules import compile_watchlist

FILLER = "Filler words go here. " * 20


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("sanctions", "A sanction was lifted."),
        ("sanction", "The firm was sanctioned."),
        ("strike", "Workers struck for a day."),
        ({"phrase": "rate cut"}, "Two rate cuts followed."),
        ({"any": ["strike down"]}, "The court struck down the law."),
        ({"any": ["strike a law down"]}, "Judges struck a law down."),
        ({"phrase": "cut back", "slop": 1}, "He cuts it back."),
        ({"near": {"terms": [{"any": ["strike down"]}, "law"], "words": 1}}, "struck down a law"),
        ("Путин", "Встреча с Путиным"),
        ("US", "The U.S. said."),
        ("NATO", "NATO’s chief"),
        ("NGO", "Two NGOs left."),
        ({"any": ["US CEO"]}, "The US CEOs met."),
        ("iPhone", "The iPhone™ sold."),
        ("Hawaii", "Hawaiʻi’s coast"),
        ("Covid-19", "COVID 19 rose."),
        ({"word": "NATO", "case": "any"}, "Nato ministers met."),
        ({"word": "Polish", "case": "exact", "forms": False}, "Polish miners"),
        ("=Polish", "Polish up the silver."),
        ("organi?ation", "The organisation"),
        ("geo*politic*", "geopolitical risk"),
        ("anti-vax*", "The anti-vaxxers"),
        ("東京", "株式会社東京電力"),
        ("الكرملين", "قال للكرملين"),
        ('"interest rate"~2', "interest on the rate"),
        ("/CVE-20\\d\\d-\\d+/", "See CVE-2026-12."),
        ({"regex": "/cve-\\d+/i"}, "See CVE-12."),
    ],
)
def test_a_term_finds_what_its_author_means(rule: Any, text: str) -> None:
    assert matches(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("oil", "Turmoil in the boiler room."),
        ('"rate cut"', "Two rate cuts followed."),
        ('"strike down"', "The court struck down the law."),
        ({"any": ["strike down"]}, "He struck it. Down he went."),
        ({"any": ["strike law"]}, "He struck law and order."),
        ({"any": ["Strike down"]}, "The court struck down the law."),
        ({"word": "strike down", "forms": "false"}, "The court struck down the law."),
        ("=sanction", "Sanctions were set."),
        ({"word": "sanction", "forms": False}, "Sanctions were set."),
        ("NATO", "Nato ministers met."),
        ("AID", "An AIDS test"),
        ("NGO", "ngos, Ngos, NGOS"),
        ('"US CEO"', "The US CEOs met."),
        ("=résumé", "They will resume talks."),
        ({"word": "Polish", "case": "exact", "forms": False}, "polish the silver"),
        ('"asset freeze"', "He listed the asset. Freeze warnings followed."),
        ('"asset freeze"', "An asset\nfreeze was ordered."),
        ('"interest rate"~1', "interest on the rate"),
        ('"1.5 percent"', "15 percent"),
        ("5", "1.5 percent"),
        ("C", "C++ is a language."),
        ("defen?e", "The defene"),
        ("sanction*", "The unsanctioned"),
        ("/cve-\\d+/", "See CVE-12."),
    ],
)
def test_a_term_finds_nothing_else(rule: Any, text: str) -> None:
    assert not matches(rule, text)


@pytest.mark.parametrize(
    ("rule", "title", "expected"),
    [
        ("US", "TELL US MORE", False),
        ("US", "US talks fail", True),
        ("NATO", "NATO MEETS TODAY", True),
    ],
)
def test_short_capitals_prove_nothing_in_a_headline_of_capitals(
    rule: str, title: str, expected: bool
) -> None:
    assert matches(rule, "", title) is expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("Putin NEAR/2 sanctions", "Putin faces new sanctions.", True),
        ("sanctions NEAR/2 Putin", "Putin faces new sanctions.", True),
        ("Putin NEAR/1 sanctions", "Putin faces new sanctions.", False),
        ("sanctions PRE/3 Putin", "Putin faces new sanctions.", False),
        ("Putin NEAR/5 sanctions", "Putin left.\nSanctions came.", True),
        ("Putin NEAR/5 Putin", "Putin left.", False),
        ("Putin NEAR/5 Putin", "Putin met Putin.", True),
        ("Putin SENT sanctions", "Putin left. Sanctions came.", False),
        ("Putin PARA sanctions", "Putin left. Sanctions came.", True),
        ("Putin PARA sanctions", "Putin left.\nSanctions came.", False),
        ({"near": {"terms": ["a1", "b1", "c1"], "words": 1}}, "c1 x a1 y b1", True),
        (
            {"near": {"terms": ["a1", "b1", "c1"], "words": 1, "in_order": True}},
            "c1 x a1 y b1",
            False,
        ),
        ({"near": {"terms": ["a1", "b1", "c1"], "words": 1}}, "c1 x x a1 y b1", False),
        ({"near": {"terms": ["a1", {"any": ["b1", "c1"]}], "same": "sentence"}}, "a1 c1", True),
    ],
)
def test_nearness_counts_the_words_between(rule: Any, text: str, expected: bool) -> None:
    assert matches(rule, text) is expected


def test_terms_of_one_field_may_be_near() -> None:
    assert matches("title:Putin NEAR/2 sanctions", "", "Putin faces sanctions")
    assert not matches("title:Putin NEAR/2 sanctions", "Putin faces sanctions", "Talks")


def test_nothing_is_near_across_title_and_body() -> None:
    assert not matches("Putin NEAR/9 sanctions", "Sanctions rise.", "Putin")
    assert not matches("Putin PARA sanctions", "Sanctions rise.", "Putin")
    assert not matches('"Putin rises"', "Rises.", "Putin")


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("ATLEAST/3 Putin", "Putin said Putin.", True),
        ("ATLEAST/4 Putin", "Putin said Putin.", False),
        ("ATLEAST/3 (Putin OR Kremlin)", "The Kremlin said Putin.", True),
        ('ATLEAST/3 (Putin OR "Putin said")', "Putin said.", False),
        ("title:ATLEAST/2 Putin", "Putin Putin", False),
    ],
)
def test_mentions_add_up_and_never_overlap(rule: str, text: str, expected: bool) -> None:
    assert matches(rule, text, "Putin") is expected


def test_the_lead_is_the_first_sixty_words() -> None:
    assert matches("lead:sanctions", f"Sanctions came. {FILLER}")
    assert not matches("lead:sanctions", f"{FILLER} Sanctions came.")
    assert not matches("lead:sanctions", FILLER, "Sanctions")


@pytest.mark.parametrize(
    ("rule", "known"),
    [
        ("feed:(reuters OR ap)", {"feed_id": "ap"}),
        ("lang:pt", {"lang": "pt-BR"}),
        ("tag:Politics", {"tags": frozenset({"politics"})}),
        ("url:example.org", {"url": "https://www.example.org/politics/1"}),
        ('author:"Jane Doe"', {"author": "By Jane Doe"}),
        ("url:/poli.ics/", {"url": "https://www.example.org/politics/1"}),
    ],
)
def test_a_rule_may_ask_what_is_known_of_an_article(rule: str, known: dict[str, Any]) -> None:
    assert matches(f"Putin {rule}", "Putin spoke.", **known)
    assert not matches(
        f"Putin {rule}", "Putin spoke.", feed_id="x", url="https://x.net/", lang="de"
    )


@pytest.mark.parametrize(
    ("scope", "known", "expected"),
    [
        ({"lang": ["de"]}, {"lang": "de-AT"}, True),
        ({"lang_not": ["de"]}, {"lang": "de"}, False),
        ({"feeds": ["dw"]}, {"feed_id": "ap"}, False),
        ({"feeds_not": ["dw"]}, {"feed_id": "ap"}, True),
        ({"tags": ["Sport"]}, {"tags": frozenset({"sport"})}, True),
        ({"tags_not": ["sport"]}, {"tags": frozenset({"Sport"})}, False),
    ],
)
def test_a_scope_keeps_a_rule_to_its_articles(
    scope: dict[str, Any], known: dict[str, Any], expected: bool
) -> None:
    matcher = watch("Putin", scope=scope)
    assert bool(matcher.match(article("Putin spoke.", **known))) is expected


def test_a_masked_region_is_searched_only_where_the_rule_asks_for_it() -> None:
    text = "It rained.\nRelated: Putin meets Xi"
    assert not watch("Putin").match(article(text))
    assert watch("Putin", boilerplate="include").match(article(text))


def test_a_rule_that_is_not_enabled_matches_nothing() -> None:
    assert not watch("Putin", enabled="false").match(article("Putin spoke."))


def test_matches_come_in_the_order_of_the_watchlist() -> None:
    rules = ("{id: b, match: Putin}", "{id: a, match: spoke}", "{id: c, match: {regex: P}}")
    text = "rules:" + "".join(f"\n  - {rule}" for rule in rules)
    found = compile_watchlist(watchlist(text), FewForms()).match(article("Putin spoke."))
    assert [match.rule_id for match in found] == ["b", "a", "c"]


def test_a_rule_finds_among_others_what_it_finds_alone() -> None:
    rules = {
        "a": "sanction OR cut",
        "b": "(sanctions OR strike) AND Putin",
        "c": "ATLEAST/2 (sanctioned OR cuts)",
        "d": "(cut OR strikes) NEAR/3 (Putin OR sanctions)",
        "e": "NOT Putin AND (strike OR share)",
    }
    spelt = "".join(f"\n  - {{id: {name}, match: {{query: '{rules[name]}'}}}}" for name in rules)
    together = compile_watchlist(watchlist(f"rules:{spelt}"), FewForms())
    for text in ("Putin cuts sanctions.", "They struck. Shares cut.", "Putin struck a sanction."):
        found = [match.rule_id for match in together.match(article(text))]
        assert found == [name for name in rules if matches(rules[name], text)]
