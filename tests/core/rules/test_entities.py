"""When an article speaks of an entity, and when only a word of it stands there."""

from typing import Any

import pytest

from core.rules.watching import article, matches, watch

PUTIN = {
    "name": "Vladimir Putin",
    "type": "person",
    "aliases": ["Путин", "Poutine", "普京", "بوتين", "פוטין"],
    "short": ["Putin"],
    "short_when": "always",
    "roles": ["Russian President"],
}
APPLE = {
    "name": "Apple Inc",
    "type": "org",
    "aliases": ["Apple"],
    "context": ["iPhone", "share"],
    "not_part_of": ["Apple pie", "Big Apple"],
}


def speaks(entity: dict[str, Any], text: str, title: str = "") -> bool:
    return matches("@e", text, title, entities={"e": entity})


@pytest.mark.parametrize(
    "text",
    [
        "Putin spoke.",
        "PUTIN SPOKE",
        "Mr Putin spoke.",
        "On Monday Putin spoke.",
        "Russia’s Putin spoke.",
        "Vladimir Putin spoke.",
        "Wladimir Putin sprach.",
        "V. Putin spoke.",
        "Vladimir I. Putin spoke.",
        "Vladimir Ivan Putin spoke.",
        "The aide, Igor, Putin said.",
        "Anti-Putin, Biden-Putin",
        "Igor Putin, cousin of Vladimir Putin",
        "Владимир Путин сказал",
        "Встреча с Путиным",
        "普京总统发表讲话",
        "التقى ببوتين أمس",
        "שיחה עם פוטין, ולפוטין",
    ],
)
def test_a_person_is_known_by_any_of_the_names(text: str) -> None:
    assert speaks(PUTIN, text)


@pytest.mark.parametrize(
    "text",
    [
        "putin spoke.",
        "Rasputin was a monk.",
        "Lyudmila Putin spoke.",
        "Then Maria Putin left.",
        "L. Putin spoke.",
        "A. Putin spoke.",
        "Vladimir and Igor Putin spoke.",
        "The Russian President spoke.",
        "Путинка is a vodka.",
    ],
)
def test_another_of_that_surname_is_not_the_person(text: str) -> None:
    assert not speaks(PUTIN, text)


@pytest.mark.parametrize(
    "title", ["Präsident", "Bundeskanzlerin", "Señor", "Cumhurbaşkanı", "Billionaire", "Hungarian"]
)
def test_a_title_is_no_given_name(title: str) -> None:
    assert speaks(PUTIN, f"{title} Putin spoke.")


@pytest.mark.parametrize("text", ["V. Putin spoke.", "A Putin ally spoke.", "I, Putin, spoke."])
def test_an_own_initial_and_a_function_word_are_no_other_name(text: str) -> None:
    assert speaks(PUTIN, text)


def test_the_given_name_guard_is_off_where_every_word_is_capitalised() -> None:
    assert speaks(PUTIN, "", "Angry Putin Threatens To Leave Talks")


def test_a_role_counts_beside_a_name() -> None:
    matcher = watch({"min_mentions": 2, "entity": "e"}, {"e": PUTIN})
    assert matcher.match(article("Putin came. The Russian President left."))
    assert not matcher.match(article("Putin came. Vladimir left."))


def test_a_role_counts_alone_where_the_watchlist_says_so() -> None:
    assert speaks({**PUTIN, "roles_when": "always"}, "The Russian President spoke.")


@pytest.mark.parametrize(
    ("when", "text", "expected"),
    [
        ("full_name", "Smith left.", False),
        ("full_name", "Smith left. John Smith resigned.", True),
        ("always", "Smith left.", True),
        (None, "Smith left.", False),  # smith is a word of the dictionary
    ],
)
def test_a_surname_counts_when_it_may(when: str | None, text: str, expected: bool) -> None:
    entity = {"name": "John Smith", "type": "person", "short": ["Smith"]}
    assert speaks(entity | ({"short_when": when} if when else {}), text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apple unveiled an iPhone.", True),
        ("Apple’s shares fell.", True),
        ("Apple harvest was good.", False),
        ("An apple a day, and an iPhone.", False),
        ("Apple pie beside an iPhone.", False),
        ("Apple shares fell. He baked an Apple pie.", True),
    ],
)
def test_an_ambiguous_name_needs_its_context(text: str, expected: bool) -> None:
    assert speaks(APPLE, text) is expected


def test_a_context_may_have_to_stand_close_by() -> None:
    close = {**APPLE, "context_within": "5 words"}
    assert speaks(close, "Apple and the new iPhone.")
    assert not speaks(close, "Apple and a great many other words before the iPhone.")


@pytest.mark.parametrize(
    ("alias", "text", "expected"),
    [
        ("WHO", "WHO’s chief", True),
        ("WHO", "Those who know", False),
        ("WHO", "Who knows", False),
        ("=Fed", "The Fed cut rates.", True),
        ("=Fed", "THE FED", False),
        ("=Fed", "He fed them.", False),
        ("AT&T", "AT&T raised prices.", True),
        ("AT&T", "We met at t-minus ten.", False),
        ("iPhone", "the iphone", True),
    ],
)
def test_the_letters_of_an_alias_count(alias: str, text: str, expected: bool) -> None:
    assert speaks({"name": "Some Longer Name", "aliases": [alias]}, text) is expected


def test_a_short_name_is_no_numeral() -> None:
    xi = {"name": "Xi Jinping", "type": "person", "short": ["Xi"], "short_when": "always"}
    assert speaks(xi, "Xi left.")
    assert not speaks(xi, "Chapter XI of the act.")
