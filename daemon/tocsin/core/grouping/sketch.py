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

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.vocabulary import (
    FUNCTION_KEYS,
    WORD,
    Bools,
    Columns,
    Keys,
    Mark,
    columns,
    key_of,
    spellings,
)

Counts = npt.NDArray[np.intp]
Places = npt.NDArray[np.intp]

LONGEST_TEXT = 6_000
"""Characters of a text that are looked at: the news stands at the top of an article."""

LEAD_WORDS = 60
SHINGLE_WORDS = 5
SHINGLES_KEPT = 64
FIGURES_KEPT = 16
QUOTES_KEPT = 8
FULL_NAMES_KEPT = 12
TITLE_COUNTS = 2

_FOR_A_TITLE = 12  # words of a text that stand for a title where there is none
_EARLIEST_YEAR, _LATEST_YEAR = 1980, 2043
_MIX = 0x9E3779B97F4A7C15  # 2**64 over the golden ratio (Knuth)
_HALF = np.uint64(32)
_PHRASE = np.cumprod(np.full(SHINGLE_WORDS, _MIX, np.uint64))[::-1].copy()
_WHAT = 16
_NUMBER = 0xFFFF
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
    keys, first, which = _distinct(told.keys)
    small = np.bincount(which[~told.capital], minlength=len(keys)) > 0
    listed = told.keys.tolist()
    names = _names(listed, told.capital & ~small[which], len(head))
    return Sketch(
        keys=keys,
        counts=_counts(told, which, small, len(head)),
        shingles=_shingles(told.keys[len(head) :] if body else told.keys),
        weekdays=_bits(mark.weekday for mark in told.marks.values() if mark.weekday),
        years=_bits(mark.number - _EARLIEST_YEAR for mark in told.marks.values() if _is_year(mark)),
        dates=_bits(_dates(told.marks)),
        counted=_counted(listed, told.marks),
        main=_main(listed, names),
        full_names=_full_names(listed, names, words, f"{title}\n{text}"),
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
    new = _first_of_each(ranked)
    which = np.empty(len(keys), np.intp)
    which[order] = new.cumsum() - 1
    return ranked[new], order[new], which


def _first_of_each(ranked: Keys) -> Bools:
    """Which of some numbers in order differ from the one before."""
    new = np.ones(len(ranked), bool)
    np.not_equal(ranked[1:], ranked[:-1], out=new[1:])
    return new


def _counts(told: Columns, which: Places, small: Bools, head: int) -> Counts:
    """Each distinct word's counts; what is ever written *small* is no name."""
    most = len(small)
    counts = np.zeros((5, most), np.intp)
    whole, lead, name, figure, title = counts
    whole += np.bincount(which, minlength=most)
    lead += np.bincount(which[: head + LEAD_WORDS], minlength=most)
    np.copyto(name, whole, where=~small)
    figure[which[[at for at, mark in told.marks.items() if mark.figure]]] = 1
    in_title = np.bincount(which[: head or _FOR_A_TITLE], minlength=most)
    np.sign(in_title, out=title)
    if head:
        whole += in_title * (TITLE_COUNTS - 1)
    return counts


def _places(told: Columns, which: Places, first: Places) -> Places:
    """Where each distinct word stands, written small if it ever is."""
    places = first.copy()
    small = (~told.capital).nonzero()[0]
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


def _is_year(mark: Mark) -> bool:
    return _EARLIEST_YEAR < mark.number < _LATEST_YEAR


def _counted(keys: list[int], marks: Mapping[int, Mark]) -> Keys:
    """The first figures of a text with what they count; years count nothing."""
    found: dict[int, None] = {}
    for at, mark in marks.items():
        if not mark.figure or _is_year(mark) or at + 1 == len(keys):
            continue
        behind = keys[at + 1]
        if behind < FUNCTION_KEYS:
            continue
        if at + 1 in marks and marks[at + 1].figure:
            what, number = 0, keys[at] + 31 * behind
        else:
            what, number = behind >> _WHAT, keys[at]
        found[what << _WHAT | number & _NUMBER] = None
    return np.array(list(found)[:FIGURES_KEPT], np.uint32)


def _names(keys: list[int], named: Bools, head: int) -> list[list[int]]:
    """Where each name of two words stands, the most told first; a text's before its title's, which
    repeats them.

    A title's last word and a text's first are none.
    """
    beside = named[:-1] & named[1:]
    beside[max(head - 1, 0) : head] = False
    places = beside.nonzero()[0]
    in_title = int(places.searchsorted(head))
    found: dict[tuple[int, int], list[int]] = {}
    for at in (*places[in_title:].tolist(), *places[:in_title].tolist()):
        found.setdefault((keys[at], keys[at + 1]), []).append(at)
    return sorted(found.values(), key=len, reverse=True)


def _main(keys: list[int], names: list[list[int]]) -> Keys:
    if not names or len(names[0]) < _TELLING_TWICE:
        return np.zeros(2, np.uint32)
    at = names[0][0]
    return np.array(keys[at : at + 2], np.uint32)


def _full_names(
    keys: list[int], names: list[list[int]], words: list[str], whole: str
) -> Mapping[int, int]:
    """Those that stand with nothing but a space between their words."""
    stands = (at for at, *_ in names if f"{words[at]} {words[at + 1]}" in whole)
    return {_pair(*keys[at : at + 2]): at for at in islice(stands, FULL_NAMES_KEPT)}


def _pair(ahead: int, behind: int) -> int:
    """The key of two words side by side."""
    return ((ahead * _MIX + behind) * _MIX >> 32) & 0xFFFF_FFFF


def _shingles(keys: Keys) -> Keys:
    """The smallest keys of the five-word phrases: a sample that two copies take alike."""
    if len(keys) < SHINGLE_WORDS:
        return np.zeros(0, np.uint32)
    mixed = np.correlate(keys.astype(np.uint64), _PHRASE)
    hashed = np.sort((mixed >> _HALF).astype(np.uint32))
    return hashed[_first_of_each(hashed)][:SHINGLES_KEPT]


def _dates(marks: Mapping[int, Mark]) -> Iterable[int]:
    """The days of the year that are named, either way round: "2 July", "July 2"."""
    for at, mark in marks.items():
        for beside in (at - 1, at + 1) if mark.month else ():
            if beside in marks and 0 < marks[beside].number < 32:
                yield mark.month * 31 + marks[beside].number


def _bits(numbers: Iterable[int]) -> int:
    """A set of small numbers as bits of 63."""
    bits = 0
    for number in numbers:
        bits |= 1 << (number % 63)
    return bits
