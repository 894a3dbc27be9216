"""What is known of a word by itself, looked up once and then read from columns.

A word's key is 32 bits of its stem, so that its forms are one word and nothing downstream holds
text.  What is known of the words seen lately is remembered in the bits of one number each, so an
article is a column of numbers, and counting, comparing and picking are arithmetic.  When too many
words are known, all are forgotten and learned again.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS

Keys = npt.NDArray[np.uint32]
Bools = npt.NDArray[np.bool_]
Small = npt.NDArray[np.uint16]

_ROOM = 1 << 16  # words that are remembered
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_REST = np.uint64(32)  # above the bits of the key stands the rest
_ENDINGS = (
    ("ies", "y", 5),
    ("ing", "", 7),
    ("ed", "", 6),
    ("es", "", 5),
    ("ss", "ss", 5),
    ("s", "", 5),
    ("e", "", 5),
)
_LAST = frozenset(ending[-1] for ending, _, _ in _ENDINGS)


class Word(NamedTuple):
    """A word as the comparison sees it; *weekday*, *month* and *number* are 0 where it is none."""

    key: int
    capital: bool = False
    figure: bool = False
    weekday: int = 0
    month: int = 0
    number: int = 0


class Columns(NamedTuple):
    """Several words, a field each as in `Word`."""

    key: Keys
    capital: Bools
    figure: Bools
    weekday: Small
    month: Small
    number: Small


def spellings(text: str) -> list[str]:
    """The words of a text as they stand there, in its order."""
    found: list[str] = WORD.findall(text)
    if not text.isascii() and _UNSPACED.search(text):
        return [part for word in found for part in _parts(word)]
    return found


def known(word: str) -> Word:
    """What is known of one word by itself."""
    folded = word.casefold()
    if word[0].isdigit():
        number = int(word) if word.isdecimal() and len(word) < 5 else 0
        return Word(key_of(folded), figure=True, number=number)
    return Word(
        key_of(stem(folded)),
        capital=word[0].isupper() and len(word) > 1,
        weekday=WEEKDAYS.get(folded, 0),
        month=MONTHS.get(folded, 0),
    )


def columns(words: Sequence[str]) -> Columns:
    """What is known of each of these words, in their order."""
    if len(_words[0]) > _ROOM:
        _words[0] = _Vocabulary()
    packed = np.fromiter(map(_words[0].__getitem__, words), np.uint64, len(words))
    rest = (packed >> _REST).astype(np.uint32)
    return Columns(
        key=packed.astype(np.uint32),
        capital=(rest & 1).astype(bool),
        figure=(rest & 2).astype(bool),
        weekday=(rest >> 2 & 7).astype(np.uint16),
        month=(rest >> 5 & 15).astype(np.uint16),
        number=(rest >> 9).astype(np.uint16),
    )


def stem(word: str) -> str:
    """A word without its commonest English endings; other languages lose little by it."""
    if len(word) <= 4 or word[-1] not in _LAST or not word.isascii():
        return word
    for ending, instead, least in _ENDINGS:
        if len(word) >= least and word.endswith(ending):
            return (word[: -len(ending)] + instead).rstrip("e")
    return word


def key_of(text: str) -> int:
    """32 bits that stand for a text."""
    return crc32(text.encode("utf-8", "replace"))


class _Vocabulary(dict[str, int]):
    """The words met lately, each with what is known of it in the bits that `columns` reads."""

    def __missing__(self, spelled: str) -> int:
        word = known(spelled)
        day = word.weekday << 2 | word.month << 5
        rest = word.capital | word.figure << 1 | day | word.number << 9
        packed = self[spelled] = word.key | rest << int(_REST)
        return packed


_words = [_Vocabulary()]


def _parts(word: str) -> Iterable[str]:
    """The word, or its pairs of characters where its script has no spaces."""
    if len(word) < 2 or word.isascii() or not _UNSPACED.search(word):
        return (word,)
    return (word[start : start + 2] for start in range(len(word) - 1))
