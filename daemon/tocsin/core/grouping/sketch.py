"""What articles are compared by: an article's words, names, figures, dates, quotes and phrases.

Each word is looked up once (`vocabulary`); the rest is arithmetic on columns, so that an article
costs little.  Nothing downstream holds text, but for the spellings that reasons are told in.  A
pure function of title and text, so a sketch is never stored.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.vocabulary import (
    WORD,
    Bools,
    Columns,
    Keys,
    columns,
    key_of,
    spellings,
)

Counts = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

LONGEST_TEXT = 6_000
"""Characters of a text that are looked at: the news stands at the top of an article."""

LEAD_WORDS = 60
SHINGLE_WORDS = 5
SHINGLES_KEPT = 64
FIGURES_KEPT = 16
QUOTES_KEPT = 8
FULL_NAMES_KEPT = 12

_TITLE_COUNTS = 2
_FOR_A_TITLE = 12  # words of a text that stand for a title where there is none
_EARLIEST_YEAR, _LATEST_YEAR = 1980, 2043
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio (Knuth)
_HALF = np.uint64(32)
_WHAT = np.uint32(16)
_NUMBER = np.uint32(0xFFFF)
_TELLING_TWICE = 2  # a name that stands once may be anybody's
_QUOTE = re.compile(r"[\"“„«]([^\"“”„«»]{12,300})[\"”“»]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article for comparison.

    *keys* are its distinct words in order; *counts* (5, len(keys)) how often each stands anywhere,
    in the lead, as a name, and (0 or 1) as a figure and in the title; *shingles* the smallest keys
    of its five-word phrases, in order; *weekdays*, *years* and *dates* are sets of bits.  *counted*
    are the first figures with what they count, in 16 bits each: what, then how many ("12 dead"),
    what being 0 for two figures in a row ("20-13").  *main* are the two words of the name told
    most often, 0 where none is told twice.

    For telling why: *words* are all spellings in their order, *places* where each of *keys* stands
    in them, and *full_names* where two of them stand side by side as a name, by the key of the
    pair.  *quotes* says by its key how a quote stands in the text.
    """

    keys: Keys
    counts: Counts
    shingles: Keys
    weekdays: int
    years: int
    dates: int
    counted: Keys
    main: Keys
    full_names: Mapping[int, int]
    quotes: Mapping[int, str]
    words: list[str]
    places: Places

    def spelled(self, slot: int) -> str:
        """How the word at a place in *keys* stands in the text."""
        return self.words[int(self.places[slot])]


class _Names(NamedTuple):
    """Names of two words: the key of the pair, where it stands first, how often it is told."""

    pairs: Keys
    at: Places
    often: Places


@lru_cache(maxsize=64)
def content_hash(title: str, text: str) -> str:
    """32 hexadecimal digits, the same for all that reads as the same words in the same order;
    remembered for a while, as it is asked for twice."""
    words = " ".join(WORD.findall(f"{title} {text}")).casefold()
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(maxsize=256)
def sketch(title: str, text: str) -> Sketch:
    """The sketch of an article; remembered for a while, as it is asked for twice."""
    title, text = title[:LONGEST_TEXT], text[:LONGEST_TEXT]
    head, body = spellings(title), spellings(text)
    words = head + body
    told = columns(words)
    keys, first, which = _distinct(told.key)
    small = np.bincount(which[~told.capital], minlength=len(keys)) > 0
    named = told.capital & ~small[which]
    names = _names(told.key, named, len(head))
    return Sketch(
        keys=keys,
        counts=_counts(told, which, small, len(head)),
        shingles=_shingles(told.key[len(head) :] if body else told.key),
        weekdays=_bits(told.weekday[told.weekday > 0].tolist()),
        years=_bits((told.number[_is_year(told)] - _EARLIEST_YEAR).tolist()),
        dates=_bits(_dates(told)),
        counted=_counted(told),
        main=_main(told.key, names),
        full_names=_full_names(names, words, f"{title}\n{text}"),
        quotes=_quotes(text),
        words=words,
        places=_places(told, which, first),
    )


def _distinct(keys: Keys) -> tuple[Keys, Places, Places]:
    """The distinct keys in order, where each stands first, and which of them each key is.

    As np.unique, which is half again as slow on so few.
    """
    order = keys.argsort(kind="stable")
    ranked = keys[order]
    new = np.ones(len(keys), bool)
    np.not_equal(ranked[1:], ranked[:-1], out=new[1:])
    which = np.empty(len(keys), np.intp)
    which[order] = new.cumsum() - 1
    return ranked[new], order[new], which


def _counts(told: Columns, which: Places, small: Bools, head: int) -> Counts:
    """Each distinct word's counts; what is ever written *small* is no name."""
    most = len(small)
    whole = np.bincount(which, minlength=most)
    title = np.bincount(which[: head or _FOR_A_TITLE], minlength=most)
    rows = (
        whole + np.bincount(which[:head], minlength=most) * (_TITLE_COUNTS - 1),
        np.bincount(which[: head + LEAD_WORDS], minlength=most),
        np.where(small, 0, whole),
        np.bincount(which[told.figure], minlength=most) > 0,
        title > 0,
    )
    return np.array(rows, np.float32)


def _places(told: Columns, which: Places, first: Places) -> Places:
    """Where each distinct word stands, written small if it ever is."""
    places = first.copy()
    small = np.flatnonzero(~told.capital)
    places[which[small]] = small
    return places


def _quotes(text: str) -> Mapping[int, str]:
    """What a text quotes, by its key: the same words give the same key, whatever surrounds them."""
    found: dict[int, str] = {}
    for quote in _QUOTE.findall(text):
        words = [word.casefold() for word in spellings(quote)]
        if len(words) >= 3:
            found[key_of(" ".join(words))] = quote.strip(" ,.;")
        if len(found) == QUOTES_KEPT:
            break
    return found


def _is_year(told: Columns) -> Bools:
    years: Bools = (told.number > _EARLIEST_YEAR) & (told.number < _LATEST_YEAR)
    return years


def _counted(told: Columns) -> Keys:
    """The first figures of a text with what they count; years count nothing."""
    at = np.flatnonzero((told.figure & ~_is_year(told))[:-1])
    figure, behind, twice = told.key[at], told.key[at + 1], told.figure[at + 1]
    what = np.where(twice, 0, behind >> _WHAT)
    number = np.where(twice, figure + np.uint32(31) * behind, figure)
    found = dict.fromkeys((what << _WHAT | number & _NUMBER).tolist())
    return np.array(list(found)[:FIGURES_KEPT], np.uint32)


def _names(keys: Keys, named: Bools, head: int) -> _Names:
    """The names of two words, the most told first; a text's before its title's, which repeats them.

    A title's last word and a text's first are none.
    """
    beside = named[:-1] & named[1:]
    beside[max(head - 1, 0) : head] = False
    at = np.flatnonzero(beside)
    at = np.concatenate((at[at >= head], at[at < head]))
    ahead, behind = keys[at].astype(np.uint64), keys[at + 1].astype(np.uint64)
    mixed = (((ahead * _MIX + behind) * _MIX) >> _HALF).astype(np.uint32)
    pairs, first, which = _distinct(mixed)
    often = np.bincount(which, minlength=len(pairs))
    order = np.lexsort((first, -often))
    return _Names(pairs[order], at[first[order]], often[order])


def _main(keys: Keys, names: _Names) -> Keys:
    if not len(names.often) or names.often[0] < _TELLING_TWICE:
        return np.zeros(2, np.uint32)
    return keys[names.at[0] : names.at[0] + 2].copy()


def _full_names(names: _Names, words: list[str], whole: str) -> Mapping[int, int]:
    """Those that stand with nothing but a space between their words."""
    found = zip(names.pairs.tolist(), names.at.tolist(), strict=True)
    stands = ((pair, at) for pair, at in found if f"{words[at]} {words[at + 1]}" in whole)
    return dict(islice(stands, FULL_NAMES_KEPT))


def _shingles(keys: Keys) -> Keys:
    """The smallest keys of the five-word phrases: a sample that two copies take alike."""
    runs = len(keys) - SHINGLE_WORDS + 1
    if runs < 1:
        return np.zeros(0, np.uint32)
    wide = keys.astype(np.uint64)
    mixed = np.zeros(runs, np.uint64)
    for start in range(SHINGLE_WORDS):
        mixed = mixed * _MIX + wide[start : start + runs]
    smallest = np.unique((mixed * _MIX) >> _HALF)
    return smallest[:SHINGLES_KEPT].astype(np.uint32)


def _dates(told: Columns) -> Iterable[int]:
    """The days of the year that are named, either way round: "2 July", "July 2"."""
    for at in np.flatnonzero(told.month).tolist():
        for number in told.number[max(at - 1, 0) : at + 2].tolist():
            if 0 < number < 32:
                yield int(told.month[at]) * 31 + number


def _bits(numbers: Iterable[int]) -> int:
    """A set of small numbers as bits of 63."""
    bits = 0
    for number in numbers:
        bits |= 1 << (number % 63)
    return bits
