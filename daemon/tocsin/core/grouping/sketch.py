"""What articles are compared by: an article's words, names, figures, dates, quotes and phrases.

Every word becomes a number of 32 bits (its key) through a light stemmer, so that nothing downstream
holds text.  It works on any language that separates words by spaces; scripts that do not are taken
two characters at a time.  A pure function of title and text, so a sketch is never stored.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS

Keys = npt.NDArray[np.uint32]

LONGEST_TEXT = 20_000
"""Characters of a text that are looked at: the news stands at the top of an article."""

LEAD_WORDS = 60
SHINGLE_WORDS = 5
SHINGLES_KEPT = 64

_TITLE_COUNTS = 2
_MOST_QUOTES = 32
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


class Term(NamedTuple):
    """How often an article has a word: anywhere, in its lead, as a name, as a figure."""

    whole: int
    lead: int
    name: int
    figure: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article for comparison.

    *keys* are its distinct words, *terms* their counts (one row a key: see `Term`), *shingles* the
    smallest keys of its five-word phrases, in order; *weekdays*, *years* and *dates* are sets of
    bits; *quotes* are the keys of what it quotes.
    """

    keys: Keys
    terms: npt.NDArray[np.float32]
    shingles: Keys
    weekdays: int
    years: int
    dates: int
    quotes: frozenset[int]


def content_hash(title: str, text: str) -> str:
    """32 hexadecimal digits, the same for all that reads as the same words in the same order."""
    words = " ".join(word.casefold() for word in _WORD.findall(f"{title} {text}"))
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(maxsize=256)
def sketch(title: str, text: str) -> Sketch:
    """The sketch of an article; remembered for a while, as it is asked for twice."""
    text = text[:LONGEST_TEXT]
    head, body = words_of(title), words_of(text)
    terms = _terms(head, body)
    return Sketch(
        keys=np.fromiter(terms, np.uint32, len(terms)),
        terms=np.array(list(terms.values()), np.float32).reshape(len(terms), 4),
        shingles=_shingles(body or head),
        weekdays=_bits(word.weekday for word in body + head),
        years=_bits(word.number - 1980 for word in body + head if 1980 < word.number < 2043),
        dates=_bits(_dates(body)) | _bits(_dates(head)),
        quotes=frozenset(quotes_of(text)),
    )


def words_of(text: str) -> list[Word]:
    """The words of a text, in its order."""
    if _UNSPACED.search(text):
        return [word for word, _ in spelled_words(text)]
    return [known(word) for word in _WORD.findall(text)]


def spelled_words(text: str) -> list[tuple[Word, str]]:
    """The words of a text, in its order, each with how it stands there."""
    found: list[str] = _WORD.findall(text)
    if _UNSPACED.search(text):
        found = [part for word in found for part in _parts(word)]
    return [(known(part), part) for part in found]


def quotes_of(text: str) -> Mapping[int, str]:
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


def _terms(head: list[Word], body: list[Word]) -> dict[int, Term]:
    counts: dict[int, int] = {}
    lead: dict[int, int] = {}
    lower: set[int] = set()
    for word in body:
        counts[word.key] = counts.get(word.key, 0) + 1
        if not word.capital:
            lower.add(word.key)
    for word in head:
        counts[word.key] = counts.get(word.key, 0) + _TITLE_COUNTS
        if not word.capital:
            lower.add(word.key)
    for word in body[:LEAD_WORDS] + head:
        lead[word.key] = lead.get(word.key, 0) + 1
    figures = {word.key for word in body + head if word.figure}
    return {
        key: Term(n, lead.get(key, 0), 0 if key in lower else n, key in figures)
        for key, n in counts.items()
    }


def _shingles(words: list[Word]) -> Keys:
    """The smallest keys of the five-word phrases: a sample that two copies take alike."""
    keys = np.fromiter((word.key for word in words), np.uint64, len(words))
    runs = len(keys) - SHINGLE_WORDS + 1
    if runs < 1:
        return np.zeros(0, np.uint32)
    mixed = np.zeros(runs, np.uint64)
    for start in range(SHINGLE_WORDS):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + keys[start : start + runs]
    smallest = np.unique((mixed * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(32))
    return smallest[:SHINGLES_KEPT].astype(np.uint32)


def _dates(words: list[Word]) -> Iterable[int]:
    """The days of the year that are named, either way round: "2 July", "July 2"."""
    named = [at for at, word in enumerate(words) if word.month]
    for at in named:
        for beside in words[max(at - 1, 0) : at + 2]:
            if 0 < beside.number < 32:
                yield words[at].month * 31 + beside.number


def _bits(numbers: Iterable[int]) -> int:
    """A set of small numbers as bits of 63; 0 is no number."""
    bits = 0
    for number in numbers:
        if number:
            bits |= 1 << (number % 63)
    return bits
