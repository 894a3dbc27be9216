"""Which words a text has, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.fold import fold
from tocsin.core.text.tokens import joined, tokenise, words

SEPARATED = st.lists(
    st.one_of(
        st.text(max_size=4),
        st.sampled_from(
            [" ", ". ", ", ", "'", "’s ", "-", "U.S.", "l'", "1,000", "C++", "京", "\n", "\x1c"]
        ),
    ),
    max_size=12,
).map("".join)


@given(SEPARATED)
def test_the_quick_form_has_the_same_words(text: str) -> None:
    assert joined(text).split(" ")[1:-1] == tokenise(text).words


@given(SEPARATED)
def test_places_are_in_order_and_within_the_text(text: str) -> None:
    tokens = tokenise(text)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert tokens.starts == sorted(tokens.starts)


@given(st.lists(st.from_regex(r"[a-zà-öø-ÿа-я]{1,8}", fullmatch=True), max_size=9))
def test_a_place_is_the_exact_slice_that_the_word_was_written_as(written: list[str]) -> None:
    text = ", ".join(written)
    tokens = tokenise(text)
    slices = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert slices == written
    assert tokens.words == [word for spelt in written for word in fold(spelt).split()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pre-war rate_cut Putin/Biden AT&T", "pre war rate cut putin biden at t"),
        ("Putin’s O'Brien’s WHO's", "putin obrien who"),
        ("l'Ukraine d’Ukraine qu'il", "l ukraine d ukraine qu il"),
        ("Erdoğan’ın İstanbul'da Türkiye'nin", "erdogan istanbul turkiye"),
        ("Sana'a Hawai'i Xi'an", "sanaa hawaii xian"),
        ("she'll don't", "she dont"),
        ("U.S. U.S.'s U.S.-led J.K. Rowling e.g.", "us us us led jk rowling eg"),
        ("C++ C# F#m", "c++ c# f m"),
        ("1.5 15 1,000 $1 12.05.2026", "1.5 15 1000 1 12 05 2026"),
        ("東京 푸틴 กรุง", "東 京 푸 틴 ก ร ุ ง"),
        ("asset.Freeze (Putin)… #Putin", "asset freeze putin putin"),
    ],
)
def test_words_are_told_as_readers_tell_them(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_a_place_leaves_the_possessive_out() -> None:
    tokens = tokenise("the WHO’s chief")
    assert (tokens.starts[1], tokens.ends[1]) == (4, 7)


def test_as_many_words_as_anybody_elides_are_told() -> None:
    assert words("l'" * 5_000 + "eau") == ["l"] * 5_000 + ["eau"]
