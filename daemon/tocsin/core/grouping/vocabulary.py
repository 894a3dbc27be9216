"""What is known of a word by itself, looked up once and then read from columns.

A word's key is 32 bits of its stem, so that its forms are one word and nothing downstream holds
text.  What is known of the words seen lately is remembered in the bits of one number each, so an
article is a column of numbers, and counting, comparing and picking are arithmetic.  When too many
words are known, all are forgotten and learned again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from struct import Struct
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS
from tocsin.core.grouping.function_words import FUNCTION_WORDS

Keys = npt.NDArray[np.uint32]
Ranks = npt.NDArray[np.uint64]

FUNCTION_KEYS = 1 << 16
"""Keys below are of function words, which join nothing; so few other keys are below that it does no
harm."""

_ROOM = 1 << 16  # words that are remembered
_LONGEST_REMEMBERED = 40  # so that no text can fill the memory
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")  # possessive repeats of groups err before Python 3.11.5
# Plain text is cut into the same words at blanks, which costs a fifth of looking for the pattern;
# within figures its full stops and commas stay.
_ASCII = [chr(code) for code in range(128)]
_BLANKED = bytes(ord(sign if sign.isalnum() else " ") for sign in _ASCII).ljust(256)
_KINDS = bytes(
    ord("0" if sign.isdigit() else "a" if sign.isalpha() else "." if sign in ".," else " ")
    for sign in _ASCII
).ljust(256)
_POINT = re.compile(rb"\.0+a?")  # in the kinds of a text
_LETTER, _BLANK = b"a "
# With these blanked, most news is plain; they stand in no word.
_PUNCTUATION = "’“”—–‘…\xa0"
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# By its last letter: an ending, what stands for it, the shortest word that loses it.
_ENDINGS = {
    "s": (("ies", "y", 5), ("es", "", 5), ("ss", "ss", 5), ("s", "", 5)),
    "g": (("ing", "", 7),),
    "d": (("ed", "", 6),),
    "e": (("e", "", 5),),
}
_BEFORE_YEARS, _BITS = 1980, 63
# What is known of a word: the 32 bits of its key, whether it has a capital, then its `Mark`.
KEY = 32
CAPITAL = 1 << 31
_MARKS = np.uint64(CAPITAL - 1)
_PACK = Struct("=Q").pack


class Mark(NamedTuple):
    """What a figure or the name of a day or month says by itself; 0 where it does not.

    *weekday* and *year* are a bit each; *number* is of whole numbers below 10,000.
    """

    figure: bool
    weekday: int
    month: int
    number: int
    year: int


class Columns(NamedTuple):
    """Several words: their keys, their *ranks* to be sorted by, and the marks of those that have
    any, by their places.

    A rank is the word's key in its upper half, and CAPITAL where it begins with one.
    """

    keys: Keys
    ranks: Ranks
    marks: Mapping[int, Mark]


def spellings(text: str) -> list[str]:
    """The words of a text as they stand there, in its order."""
    if not text.isascii():
        for sign in _PUNCTUATION:
            text = text.replace(sign, " ")
    if text.isascii():
        return _plain_spellings(text)
    found: list[str] = WORD.findall(text)
    if _UNSPACED.search(text):
        return [part for word in found for part in _parts(word)]
    return found


def _plain_spellings(text: str) -> list[str]:
    signs = text.encode()
    kinds = signs.translate(_KINDS)
    cut = bytearray(signs.translate(_BLANKED))
    for point in reversed(list(_POINT.finditer(kinds))):
        begin, end = point.span()
        if begin and kinds[begin - 1] in b"0a":
            cut[begin] = signs[begin]
            if kinds[end - 1] == _LETTER:
                cut.insert(end - 1, _BLANK)
    return cut.decode().split()


def columns(words: Sequence[str]) -> Columns:
    """What is known of each of these words, in their order."""
    if len(_vocabulary) > _ROOM:
        _vocabulary.clear()
    known = np.frombuffer(b"".join(map(_vocabulary.__getitem__, words)), np.uint64)
    marks = known & _MARKS
    marked = marks.nonzero()[0]
    return Columns(
        keys=(known >> np.uint64(KEY)).astype(np.uint32),
        ranks=known ^ marks,
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


class _Vocabulary(dict[str, bytes]):
    """The words met lately, each with what is known of it in the bits that `columns` reads, as the
    8 bytes of a number, since joining bytes costs half of what making a column of numbers does."""

    def __missing__(self, spelled: str) -> bytes:
        known = _known(spelled.casefold())
        if len(spelled) > 1 and spelled[0].isupper():
            known |= CAPITAL
        packed = _PACK(known)
        if len(spelled) <= _LONGEST_REMEMBERED:
            self[spelled] = packed
        return packed


_vocabulary = _Vocabulary()


def _known(folded: str) -> int:
    if folded in _LISTED:
        return _LISTED[folded]
    if folded[0].isdigit():
        number = int(folded) if folded.isdecimal() and len(folded) < 5 else 0
        return key_of(folded) << KEY | 1 | number << 8
    return key_of(stem(folded)) << KEY


def _listed() -> dict[str, int]:
    """What is known of the words that stand in lists: function words, else names of days."""
    days = {
        name: key_of(stem(name)) << KEY | WEEKDAYS.get(name, 0) << 1 | MONTHS.get(name, 0) << 4
        for name in (*WEEKDAYS, *MONTHS)
    }
    return days | {word: key_of(word) % FUNCTION_KEYS << KEY for word in FUNCTION_WORDS}


_LISTED = _listed()


@lru_cache(maxsize=1024)
def _mark(bits: int) -> Mark:
    weekday, number = bits >> 1 & 7, bits >> 8
    year = number - _BEFORE_YEARS
    return Mark(
        figure=bool(bits & 1),
        weekday=1 << weekday if weekday else 0,
        month=bits >> 4 & 15,
        number=number,
        year=1 << year if 0 < year < _BITS else 0,
    )


def _parts(word: str) -> Iterable[str]:
    """The word, or its pairs of characters where its script has no spaces."""
    if len(word) < 2 or word.isascii() or not _UNSPACED.search(word):
        return (word,)
    return (word[start : start + 2] for start in range(len(word) - 1))
