"""The ways in which papers write a name that the watchlist has in one."""

from typing import Any

import pytest

from core.rules.watching import article, located
from tocsin.core.rules import compile_watchlist, read_watchlist
from tocsin.forms import SimplemmaForms


def speaks(name: str, text: str, *, languages: tuple[str, ...] = ("en",), **keys: Any) -> bool:
    entity = {"name": name, "type": "person", **keys}
    rules = [{"id": "case", "match": {"entity": "e"}}]
    document = {"languages": list(languages), "entities": {"e": entity}, "rules": rules}
    watchlist = read_watchlist(located(document), channels=None, feeds=None)
    return bool(compile_watchlist(watchlist, SimplemmaForms()).match(article(text)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Donald Trump", "Donald J. Trump’s plan"),
        ("Donald Trump", "DONALD J. TRUMP SPOKE"),
        ("Samuel Jackson", "Samuel L Jackson"),
        ("George Bush", "George H.W. Bush"),
        ("George Bush", "George H. W. Bush"),
        ("Ursula von der Leyen", "Ursula G. von der Leyen"),
        ("Mary Ann Smith", "Mary Ann B. Smith"),
        ("Александр Лукашенко", "визит Александра Г. Лукашенко"),
        ("J.D. Vance", "J. D. Vance"),
        ("JD Vance", "J. D. Vance"),
        ("J. R. R. Tolkien", "J.R.R. Tolkien"),
        ("J. D. Vance", "JD Vance"),
    ],
)
def test_initials_make_no_other_person(name: str, text: str) -> None:
    assert speaks(name, text, short=[name.split()[-1]], short_when="full_name")


@pytest.mark.parametrize(
    "text",
    [
        "Donald, J. Trump",
        "Donald spoke. J. Trump did not.",
        "Donald “J” Trump",
        "Donald and J. Trump",
        "Ronald J. Trump",
        "donald j. trump",
        "Donald j. Trump",
        "Donald Duck Trump",
        "Donald A. B. C. D. Trump",
        "J. Trump",
    ],
)
def test_only_initials_between_the_names_make_the_name(text: str) -> None:
    assert not speaks("Donald Trump", text)


def test_the_initials_of_what_is_no_person_are_its_own() -> None:
    assert not speaks("World Bank", "World J. Bank", type="org")


def test_an_exact_name_has_no_initials() -> None:
    assert not speaks("=Donald Trump", "Donald J. Trump")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("The Guardian", "the Guardian wrote"),
        ("Al-Qaeda", "the al-Qaeda fighters"),
        ("De Gaulle", "said de Gaulle"),
        ("La France Insoumise", "pour la France insoumise"),
    ],
)
def test_an_article_before_a_name_may_be_small(name: str, text: str) -> None:
    assert speaks(name, text, type="org")


def test_the_word_behind_the_article_needs_the_capital() -> None:
    assert not speaks("The Guardian", "The guardian of the park", type="org")


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("de", "Wladimir Putin", "Wladimir Putins Krieg"),
        ("sv", "Ulf Kristersson", "Ulf Kristerssons regering"),
        ("pl", "Donald Tusk", "rząd Donalda Tuska"),
        ("pl", "Jarosław Kaczyński", "z Jarosławem Kaczyńskim"),
        ("cs", "Andrej Babiš", "bez Andreje Babiše"),
        ("hr", "Andrej Plenković", "s Andrejom Plenkovićem"),
    ],
)
def test_latin_names_are_declined_in_the_languages_of_the_watchlist(
    language: str, name: str, text: str
) -> None:
    assert speaks(name, text, languages=("en", language))
    assert not speaks(name, text)


@pytest.mark.parametrize(
    "before",
    [
        "Kremlchef",
        "Verteidigungsministerin",
        "Kreml-Chef",
        "Laut",
        "Gegen",
        "Strongman",
        "Contre",
        "Secondo",
        "Según",
        "Według",
        "Главе",
        "После",
    ],
)
def test_titles_and_openers_of_many_languages_are_no_given_names(before: str) -> None:
    names: dict[str, Any] = {"aliases": ["Владимир Путин"], "short": ["Putin", "Путин"]}
    surname = "Путину" if before[0] in "ГП" else "Putin"
    assert speaks("Vladimir Putin", f"{before} {surname} und andere.", **names)


def test_a_german_given_name_is_one() -> None:
    keys: dict[str, Any] = {"short": ["Putin"], "short_when": "always"}
    assert not speaks("Wladimir Putin", "Igor Putin sagte es.", languages=("de",), **keys)
