"""What is known of a word by itself, looked up once and then read from columns.

A word's key is 32 bits of its stem, so that its forms are one word and nothing downstream holds
text.  The words seen lately are numbered; an article is then a column of numbers, and counting,
comparing and picking are arithmetic.  The numbers last only for one sketch: when too many words are
known, all are forgotten and learned again.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS

Keys = npt.NDArray[np.uint32]
Columns = npt.NDArray[np.void]

_ROOM = 1 << 16
_LEAST_ROOM = 1 << 14  # more than one article can have new words
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_ENDINGS = (
    ("ies", "y", 5),
    ("ing", "", 7),
    ("ed", "", 6),
    ("es", "", 5),
    ("ss", "ss", 5),
    ("s", "", 5),
    ("e", "", 5),
)


class Word(NamedTuple):
    """A word as the comparison sees it; *weekday*, *month* and *number* are 0 where it is none."""

    key: int
    capital: bool = False
    figure: bool = False
    weekday: int = 0
    month: int = 0
    number: int = 0


_COLUMNS = np.dtype(
    [
        ("key", np.uint32),
        ("capital", np.bool_),
        ("figure", np.bool_),
        ("weekday", np.uint8),
        ("month", np.uint8),
        ("number", np.uint16),
    ]
)


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
    """What is known of each of these words, a line each: fields as in `Word`."""
    return _vocabulary().lines(words)


def stem(word: str) -> str:
    """A word without its commonest English endings; other languages lose little by it."""
    if len(word) <= 4 or not word.isascii():
        return word
    for ending, instead, least in _ENDINGS:
        if len(word) >= least and word.endswith(ending):
            return (word[: -len(ending)] + instead).rstrip("e")
    return word


def key_of(text: str) -> int:
    """32 bits that stand for a text."""
    return crc32(text.encode("utf-8", "replace"))


class _Vocabulary(dict[str, int]):
    """The number of each word met, and a line of columns under it."""

    def __init__(self) -> None:
        self._lines = np.zeros(_ROOM, _COLUMNS)
        self._numbers = count()

    def __missing__(self, word: str) -> int:
        number = next(self._numbers)  # two threads may number a word twice: both lines say the same
        self._lines[number] = known(word)
        self[word] = number
        return number

    def lines(self, words: Sequence[str]) -> Columns:
        numbers = np.fromiter(map(self.__getitem__, words), np.intp, len(words))
        found: Columns = self._lines[numbers]
        return found


_words = [_Vocabulary()]


def _vocabulary() -> _Vocabulary:
    if len(_words[0]) > _ROOM - _LEAST_ROOM:
        _words[0] = _Vocabulary()
    return _words[0]


def _parts(word: str) -> Iterable[str]:
    """The word, or its pairs of characters where its script has no spaces."""
    if len(word) < 2 or word.isascii() or not _UNSPACED.search(word):
        return (word,)
    return (word[start : start + 2] for start in range(len(word) - 1))
