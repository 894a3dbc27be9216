"""What is known of a word by itself, looked up once and then read from columns.

A word's key is 32 bits of its stem, so that its forms are one word and nothing downstream holds
text.  What is known of the words seen lately is remembered in the bits of one number each, so an
article is a column of numbers, and counting, comparing and picking are arithmetic.  When too many
words are known, all are forgotten and learned again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS
from tocsin.core.grouping.function_words import FUNCTION_WORDS

Keys = npt.NDArray[np.uint32]
Bools = npt.NDArray[np.bool_]

FUNCTION_KEYS = 1 << 16
"""Keys below are of function words, which join nothing; so few other keys are below that it does no
harm."""

_ROOM = 1 << 16  # words that are remembered
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# By its last letter: an ending, what stands for it, the shortest word that loses it.
_ENDINGS = {
    "s": (("ies", "y", 5), ("es", "", 5), ("ss", "ss", 5), ("s", "", 5)),
    "g": (("ing", "", 7),),
    "d": (("ed", "", 6),),
    "e": (("e", "", 5),),
}
# What is known of a word: the 32 bits of its key, whether it has a capital, then its `Mark`.
_CAPITAL = 1 << 32
_MARK = np.uint64(33)


class Mark(NamedTuple):
    """What a figure or the name of a day or month says by itself; 0 where it does not.

    *number* is of whole numbers below 10,000.
    """

    figure: bool
    weekday: int
    month: int
    number: int


class Columns(NamedTuple):
    """Several words: their keys, which begin with a capital, and the marks of those that have any,
    by their places."""

    keys: Keys
    capital: Bools
    marks: Mapping[int, Mark]


def spellings(text: str) -> list[str]:
    """The words of a text as they stand there, in its order."""
    found: list[str] = WORD.findall(text)
    if not text.isascii() and _UNSPACED.search(text):
        return [part for word in found for part in _parts(word)]
    return found


def columns(words: Sequence[str]) -> Columns:
    """What is known of each of these words, in their order."""
    if len(_vocabulary) > _ROOM:
        _vocabulary.clear()
    known = np.fromiter(map(_vocabulary.__getitem__, words), np.uint64, len(words))
    marks = known >> _MARK
    marked = marks.nonzero()[0]
    return Columns(
        keys=known.astype(np.uint32),
        capital=(known & np.uint64(_CAPITAL)).astype(bool),
        marks=dict(zip(marked.tolist(), map(_mark, marks[marked].tolist()), strict=True)),
    )


def stem(word: str) -> str:
    """A word without its commonest English endings; other languages lose little by it."""
    if len(word) <= 4 or not word.isascii():
        return word
    for ending, instead, least in _ENDINGS.get(word[-1], ()):
        if len(word) >= least and word.endswith(ending):
            return (word[: -len(ending)] + instead).rstrip("e")
    return word


def key_of(text: str) -> int:
    """32 bits that stand for a text."""
    return crc32(text.encode("utf-8", "replace"))


class _Vocabulary(dict[str, int]):
    """The words met lately, each with what is known of it in the bits that `columns` reads."""

    def __missing__(self, spelled: str) -> int:
        folded = spelled.casefold()
        known = _known(folded) if folded == spelled else self[folded] & ~_CAPITAL
        if spelled[0].isupper() and len(spelled) > 1:
            known |= _CAPITAL
        self[spelled] = known
        return known


_vocabulary = _Vocabulary()


def _known(folded: str) -> int:
    if folded[0].isdigit():
        number = int(folded) if folded.isdecimal() and len(folded) < 5 else 0
        return key_of(folded) | (1 | number << 8) << int(_MARK)
    if folded in FUNCTION_WORDS:
        return key_of(folded) % FUNCTION_KEYS
    day = WEEKDAYS.get(folded, 0) << 1 | MONTHS.get(folded, 0) << 4
    return key_of(stem(folded)) | day << int(_MARK)


@lru_cache(maxsize=1024)
def _mark(bits: int) -> Mark:
    return Mark(bool(bits & 1), bits >> 1 & 7, bits >> 4 & 15, bits >> 8)


def _parts(word: str) -> Iterable[str]:
    """The word, or its pairs of characters where its script has no spaces."""
    if len(word) < 2 or word.isascii() or not _UNSPACED.search(word):
        return (word,)
    return (word[start : start + 2] for start in range(len(word) - 1))
