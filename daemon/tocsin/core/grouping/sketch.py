"""What articles are compared by: an article's words, names, figures, dates, quotes and phrases.

Every word becomes a number of 32 bits (its key) through a light stemmer, so that nothing downstream
holds text.  It works on any language that separates words by spaces; scripts that do not are taken
two characters at a time.  A pure function of title and text, so a sketch is never stored.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS

Keys = npt.NDArray[np.uint32]

LONGEST_TEXT = 6_000
"""Characters of a text that are looked at: the news stands at the top of an article."""

LEAD_WORDS = 60
SHINGLE_WORDS = 5
SHINGLES_KEPT = 64
FIGURES_KEPT = 16

_TITLE_COUNTS = 2
_EARLIEST_YEAR, _LATEST_YEAR = 1980, 2043
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio (Knuth)
_MOST_QUOTES = 32
_TELLING_TWICE = 2  # a name that stands once may be anybody's
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_QUOTE = re.compile(r"[\"“„«]([^\"“”„«»]{12,300})[\"”“»]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Word(NamedTuple):
    """A word as the comparison sees it; *weekday*, *month* and *number* are 0 where it is none."""

    key: int
    capital: bool = False
    figure: bool = False
    weekday: int = 0
    month: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article for comparison.

    *keys* are its distinct words; *counts* (4, len(keys)) how often each stands anywhere, in the
    lead, as a name and (0 or 1) as a figure; *shingles* the smallest keys of its five-word
    phrases, in order; *weekdays*, *years* and *dates* are sets of bits.  *counted* are the first
    figures with what they count, in 16 bits each: what, then how many ("12 dead"), what being 0
    for two figures in a row ("20-13").  *main* are the two words of the name told most often, 0
    where none is told twice.  *spelled* and *quotes* say by its key how a word or a quote stands
    in the text.
    """

    keys: Keys
    counts: npt.NDArray[np.float32]
    shingles: Keys
    weekdays: int
    years: int
    dates: int
    counted: Keys
    main: Keys
    spelled: Mapping[int, str]
    quotes: Mapping[int, str]


@lru_cache(maxsize=64)
def content_hash(title: str, text: str) -> str:
    """32 hexadecimal digits, the same for all that reads as the same words in the same order;
    remembered for a while, as it is asked for twice."""
    words = " ".join(_WORD.findall(f"{title} {text}")).casefold()
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(maxsize=256)
def sketch(title: str, text: str) -> Sketch:
    """The sketch of an article; remembered for a while, as it is asked for twice."""
    text = text[:LONGEST_TEXT]
    head, body = spellings(title), spellings(text)
    words = {spelling: known(spelling) for spelling in {*head, *body}}
    small = {word.key: spelling for spelling, word in words.items() if not word.capital}
    told = [words[s] for s in head], [words[s] for s in body]
    keys, counts = _counts(*told, small.keys())
    dated = [word for word in words.values() if word.weekday or word.month or word.number]
    months = any(word.month for word in dated)
    return Sketch(
        keys=keys,
        counts=counts,
        shingles=_shingles([word.key for word in told[1] or told[0]]),
        weekdays=_bits(word.weekday for word in dated),
        years=_bits(
            word.number - _EARLIEST_YEAR
            for word in dated
            if _EARLIEST_YEAR < word.number < _LATEST_YEAR
        ),
        dates=_bits(_dates([*told[0], *told[1]])) if months else 0,
        counted=_counted([*told[0], *told[1]]),
        main=_main([*told[1], *told[0]], small.keys()),
        spelled={word.key: spelling for spelling, word in words.items()} | small,
        quotes=_quotes(text),
    )


def spellings(text: str) -> list[str]:
    """The words of a text as they stand there, in its order."""
    found: list[str] = _WORD.findall(text)
    if _UNSPACED.search(text):
        return [part for word in found for part in _parts(word)]
    return found


def _quotes(text: str) -> Mapping[int, str]:
    """What a text quotes, by its key: the same words give the same key, whatever surrounds them."""
    found = {}
    for quote in _QUOTE.findall(text)[:_MOST_QUOTES]:
        words = [word.casefold() for word in _WORD.findall(quote)]
        if len(words) >= 3:
            found[_key(" ".join(words))] = quote.strip(" ,.;")
    return found


@lru_cache(maxsize=1 << 16)
def known(word: str) -> Word:
    """What is known of one word by itself."""
    folded = word.casefold()
    if word[0].isdigit():
        number = int(word) if word.isdecimal() and len(word) < 5 else 0
        return Word(_key(folded), figure=True, number=number)
    return Word(
        _key(stem(folded)),
        capital=word[0].isupper() and len(word) > 1,
        weekday=WEEKDAYS.get(folded, 0),
        month=MONTHS.get(folded, 0),
    )


def stem(word: str) -> str:
    """A word without its commonest English endings; other languages lose little by it."""
    if len(word) <= 4 or not word.isascii():
        return word
    for ending, instead, least in _ENDINGS:
        if len(word) >= least and word.endswith(ending):
            return (word[: -len(ending)] + instead).rstrip("e")
    return word


_ENDINGS = (
    ("ies", "y", 5),
    ("ing", "", 7),
    ("ed", "", 6),
    ("es", "", 5),
    ("ss", "ss", 5),
    ("s", "", 5),
    ("e", "", 5),
)


def _key(text: str) -> int:
    return crc32(text.encode("utf-8", "replace"))


def _parts(word: str) -> Iterable[str]:
    """The word, or its pairs of characters where its script has no spaces."""
    if len(word) < 2 or word.isascii() or not _UNSPACED.search(word):
        return (word,)
    return (word[start : start + 2] for start in range(len(word) - 1))


def _counts(
    head: list[Word], body: list[Word], small: Collection[int]
) -> tuple[Keys, npt.NDArray[np.float32]]:
    """Distinct words and their counts; what is ever written *small* is no name."""
    head_keys, body_keys = [word.key for word in head], [word.key for word in body]
    whole = Counter(body_keys + head_keys * _TITLE_COUNTS)
    lead = Counter(body_keys[:LEAD_WORDS] + head_keys)
    figures = {word.key for word in head + body if word.figure}
    rows = (
        list(whole.values()),
        [lead[key] for key in whole],
        [0 if key in small else count for key, count in whole.items()],
        [key in figures for key in whole],
    )
    return np.fromiter(whole, np.uint32, len(whole)), np.array(rows, np.float32)


def _is_year(word: Word) -> bool:
    return _EARLIEST_YEAR < word.number < _LATEST_YEAR


def _counted(words: list[Word]) -> Keys:
    """The first figures of a text with what they count; years count nothing."""
    found: dict[int, None] = {}
    for word, behind in pairwise(words):
        if word.figure and not _is_year(word):
            what = 0 if behind.figure else behind.key >> 16
            number = word.key + 31 * behind.key if behind.figure else word.key
            found[what << 16 | number & 0xFFFF] = None
            if len(found) == FIGURES_KEPT:
                break
    return np.fromiter(found, np.uint32, len(found))


def _main(words: list[Word], small: Collection[int]) -> Keys:
    """The two words in a row that are told most often as a name; zeros where none is told twice."""
    named = Counter(
        (word.key, behind.key)
        for word, behind in pairwise(words)
        if word.capital and behind.capital and not (word.key in small or behind.key in small)
    )
    most = max(named, key=named.__getitem__, default=(0, 0))
    return np.array(most if named[most] >= _TELLING_TWICE else (0, 0), np.uint32)


def _shingles(words: list[int]) -> Keys:
    """The smallest keys of the five-word phrases: a sample that two copies take alike."""
    keys = np.array(words, np.uint64)
    runs = len(keys) - SHINGLE_WORDS + 1
    if runs < 1:
        return np.zeros(0, np.uint32)
    mixed = np.zeros(runs, np.uint64)
    for start in range(SHINGLE_WORDS):
        mixed = mixed * _MIX + keys[start : start + runs]
    smallest = np.unique((mixed * _MIX) >> np.uint64(32))
    return smallest[:SHINGLES_KEPT].astype(np.uint32)


def _dates(words: list[Word]) -> Iterable[int]:
    """The days of the year that are named, either way round: "2 July", "July 2"."""
    for at, word in enumerate(words):
        if word.month:
            for beside in words[max(at - 1, 0) : at + 2]:
                if 0 < beside.number < 32:
                    yield word.month * 31 + beside.number


def _bits(numbers: Iterable[int]) -> int:
    """A set of small numbers as bits of 63; 0 is no number."""
    bits = 0
    for number in numbers:
        if number:
            bits |= 1 << (number % 63)
    return bits
