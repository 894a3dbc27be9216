"""Spellings that are one word to a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.fold import exact, fold


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_exact_form_of_an_exact_form_is_itself(text: str) -> None:
    assert exact(exact(text)) == exact(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İstanbul", "istanbul"),
        ("Straße", "STRASSE"),
        ("Møller-Mærsk", "moller-maersk"),
        ("Łódź", "lodz"),
        ("Müller", "Mu\u0308ller"),
        ("Sanc\u00adtions", "sanctions"),
        ("O’Brien", "O'Brien"),
        ("Hawaiʻi", "Hawai'i"),
        ("iPhone™", "iphone"),
        ("Шойгу", "шоигу"),
        ("Ёлкин", "елкин"),
        ("ＰＵＴＩＮ", "putin"),
        ("بِوتين", "بوتين"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["हिन्दी", "กรุงเทพ", "ガ"])
def test_the_vowels_of_other_scripts_stay(word: str) -> None:
    assert fold(word) == word
