from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.sentences import paragraph_starts, sentence_starts


def sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[low:high].strip() for low, high in pairwise(starts)]


@given(st.text())
def test_sentences_begin_in_order_and_within_the_text(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert 0 <= starts[0] <= starts[-1] <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Putin met Gen. Smith at the U.S. embassy.",
        "It rose 1.5 percent.",
        "“Why now?” he asked.",
        "J. K. Rowling wrote.",
        "Am 5. Mai kam er.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He left! iPhones rose.", ["He left! iPhones rose."]),
        ("He left. iPhones rose.", ["He left.", "iPhones rose."]),
        ("一。二。", ["一。", "二。", ""]),
        ("one\ntwo", ["one", "two"]),
    ],
)
def test_sentences_end_where_readers_pause(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_paragraph_is_a_line() -> None:
    assert paragraph_starts("a\nbc\n") == [0, 2, 5]
