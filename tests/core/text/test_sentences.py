"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.sentences import sentence_end, sentence_start


def bounds(text: str) -> list[int]:
    """Where the sentences of *text* begin, and where the last one ends."""
    found = [0]
    while found[-1] < len(text):
        end = sentence_end(text, found[-1])
        found.append(end + text.startswith("\n", end))
    return found


def sentences(text: str) -> list[str]:
    return [text[low:high].strip() for low, high in pairwise(bounds(text))]


@given(st.text(alphabet=st.sampled_from('aB5 .!?…"\n。」 ')))
def test_every_letter_is_told_the_sentence_that_it_stands_in(text: str) -> None:
    starts = bounds(text)
    for at, letter in enumerate(text):
        if letter.isalnum():
            assert sentence_start(text, at) == max(start for start in starts if start <= at)


def test_a_sentence_that_began_long_ago_is_found() -> None:
    long = "a " * 1000
    assert sentence_start(f"One. {long}b", 2005) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Putin met Gen. Smith at the U.S. embassy.",
        "It rose 1.5 percent.",
        "“Why now?” he asked.",
        "J. K. Rowling wrote.",
        "Am 5. Mai kam er.",
        "He came at 5 p.m. with her.",
        "Es gilt z. B. hier.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He came at 5 p.m. She left.", ["He came at 5 p.m.", "She left."]),
        ("He left! iPhones rose.", ["He left! iPhones rose."]),
        ("He left. iPhones rose.", ["He left.", "iPhones rose."]),
        ("一。二。", ["一。", "二。"]),
        ("one\ntwo", ["one", "two"]),
    ],
)
def test_sentences_end_where_readers_pause(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
