"""What articles are compared by: an article's words, names, figures, dates, quotes and phrases.

Each word is looked up once (`vocabulary`); the rest is arithmetic on columns, so that an article
costs little.  Nothing downstream holds text, but for the spellings that reasons are told in.  A
pure function of title and text, so a sketch is never stored.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.vocabulary import (
    CAPITAL,
    FUNCTION_KEYS,
    KEY,
    WORD,
    Columns,
    Keys,
    Mark,
    Ranks,
    columns,
    key_of,
    spellings,
)

Bools = npt.NDArray[np.bool_]
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
_MIX = 0x9E3779B97F4A7C15  # 2**64 over the golden ratio (Knuth)
_PLACES = np.arange(2 * LONGEST_TEXT, dtype=np.uint64)
_KEY, _CAPITAL, _PLACE = np.uint64(KEY), np.uint64(CAPITAL), np.uint64(CAPITAL - 1)
_BITS = 63
_PHRASE = np.cumprod(np.full(SHINGLE_WORDS, _MIX, np.uint64))[::-1].copy()
_WHAT = 16
_NUMBER = 0xFFFF
_TELLING_TWICE = 2  # a name that stands once may be anybody's
_QUOTE = re.compile(r"[\"“„«]([^\"“”„«»]{12,300})[\"”“»]")
_ASCII_QUOTE = re.compile(r"\"([^\"]{12,300})\"")  # the same, looked for several times quicker


class Days(NamedTuple):
    """The days that a text names, as sets of bits."""

    weekdays: int
    years: int
    dates: int


class _Distinct(NamedTuple):
    """The distinct words in order of their keys: where each stands, small if it ever does, how
    *often*, and whether it is a name, as what is never written small; *which* of them each word of
    the text is."""

    places: Places
    often: Counts
    names: Bools
    which: Places


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article for comparison.

    *keys* are its distinct words in order; *counts* (5, len(keys)) how often each stands anywhere,
    in the lead, as a name, and (0 or 1) as a figure and in the title; *shingles* the smallest keys
    of its five-word phrases, in order.  *counted* are the first figures with what they count, in 16
    bits each: what, then how many ("12 dead"), what being 0 for two figures in a row ("20-13").
    *main* are the two words of the name told most often, 0 where none is told twice.

    For telling why: *words* are all spellings in their order, *places* where each of *keys* stands
    in them, and *full_names* where two of them stand side by side as a name, by the key of the
    pair.  *quotes* says by its key how a quote stands in the text.
    """

    keys: Keys
    counts: Counts
    shingles: Keys
    days: Days
    counted: Keys
    main: Keys
    full_names: Mapping[int, int]
    quotes: Mapping[int, str]
    words: list[str]
    places: Places


@lru_cache(maxsize=4)
def content_hash(title: str, text: str) -> str:
    """32 hexadecimal digits, the same for all that reads as the same words in the same order;
    remembered for a moment, as it is asked for twice in a row."""
    words = " ".join(WORD.findall(f"{title} {text}")).casefold()
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def sketch(title: str, text: str) -> Sketch:
    """The sketch of an article; remembered for a while, as it is asked for twice."""
    return _drawn(title[:LONGEST_TEXT], text[:LONGEST_TEXT])


@lru_cache(maxsize=256)
def _drawn(title: str, text: str) -> Sketch:
    head, body = spellings(title), spellings(text)
    words = head + body
    told = columns(words)
    distinct = _distinct(told.ranks)
    names = _names(told.keys, distinct.names[distinct.which], len(head))
    return Sketch(
        keys=told.keys[distinct.places],
        counts=_counts(told.marks, distinct, len(head)),
        shingles=_shingles(told.keys[len(head) :] if body else told.keys),
        days=_days(told.marks),
        counted=_counted(told),
        main=_main(names),
        full_names=_full_names(names, words, f"{title}\n{text}"),
        quotes=_quotes(text),
        words=words,
        places=distinct.places,
    )


def _distinct(ranks: Ranks) -> _Distinct:
    """One sort tells all: of keys, then of small before capital, then of places."""
    ranked = ranks | _PLACES[: len(ranks)]
    ranked.sort()
    keys = ranked >> _KEY
    edges = np.ones(len(ranks) + 1, bool)
    np.not_equal(keys[1:], keys[:-1], out=edges[1:-1])
    bounds = edges.nonzero()[0]
    begins = bounds[:-1]
    order = (ranked & _PLACE).astype(np.intp)
    which = np.empty(len(ranks), np.intp)
    which[order] = edges[:-1].cumsum() - 1
    return _Distinct(
        places=order[begins],
        often=bounds[1:] - begins,
        names=(ranked[begins] & _CAPITAL) > 0,
        which=which,
    )


def _counts(marks: Mapping[int, Mark], distinct: _Distinct, head: int) -> Counts:
    """Each distinct word's counts."""
    which, most = distinct.which, len(distinct.often)
    counts = np.zeros((5, most), np.intp)
    whole, lead, name, figure, title = counts
    whole += distinct.often
    lead += np.bincount(which[: head + LEAD_WORDS], minlength=most)
    np.multiply(whole, distinct.names, out=name)
    figure[which[[at for at, mark in marks.items() if mark.figure]]] = 1
    in_title = np.bincount(which[: head or _FOR_A_TITLE], minlength=most)
    np.sign(in_title, out=title)
    if head:
        whole += in_title * (TITLE_COUNTS - 1)
    return counts


def _quotes(text: str) -> Mapping[int, str]:
    """What a text quotes, by its key: the same words give the same key, whatever surrounds them."""
    found: dict[int, str] = {}
    for quote in (_ASCII_QUOTE if text.isascii() else _QUOTE).findall(text):
        words = spellings(quote)
        if len(words) >= 3:
            found[key_of(" ".join(words).casefold())] = quote.strip(" ,.;")
        if len(found) == QUOTES_KEPT:
            break
    return found


def _days(marks: Mapping[int, Mark]) -> Days:
    """The days that are named, of the week and of the year (either way round: "2 July", "July 2"),
    and the years."""
    weekdays = years = dates = 0
    for at, mark in marks.items():
        weekdays |= mark.weekday
        years |= mark.year
        for beside in (at - 1, at + 1) if mark.month else ():
            if beside in marks and 0 < marks[beside].number < 32:
                dates |= 1 << (mark.month * 31 + marks[beside].number) % _BITS
    return Days(weekdays, years, dates)


def _counted(told: Columns) -> Keys:
    """The first figures of a text with what they count; years count nothing."""
    keys, marks = told.keys, told.marks
    found: dict[int, None] = {}
    for at, mark in marks.items():
        if not mark.figure or mark.year or at + 1 == len(keys):
            continue
        number, behind = keys.item(at), keys.item(at + 1)
        if behind < FUNCTION_KEYS:
            continue
        if at + 1 in marks and marks[at + 1].figure:
            what, number = 0, number + 31 * behind
        else:
            what = behind >> _WHAT
        found[what << _WHAT | number & _NUMBER] = None
    return np.array(list(found)[:FIGURES_KEPT], np.uint32)


def _names(keys: Keys, named: Bools, head: int) -> list[tuple[int, list[int]]]:
    """The names of two words, by both keys, and where each stands; the most told first, a text's
    before its title's, which repeats them.

    A title's last word and a text's first are none.
    """
    beside = named[:-1] & named[1:]
    beside[max(head - 1, 0) : head] = False
    places = beside.nonzero()[0]
    both = (keys[places].astype(np.uint64) << _KEY | keys[places + 1]).tolist()
    in_title = int(places.searchsorted(head))
    found: dict[int, list[int]] = {}
    told = list(zip(both, places.tolist(), strict=True))
    for pair, at in (*told[in_title:], *told[:in_title]):
        found.setdefault(pair, []).append(at)
    return sorted(found.items(), key=_often, reverse=True)


def _often(name: tuple[int, list[int]]) -> int:
    return len(name[1])


def _main(names: list[tuple[int, list[int]]]) -> Keys:
    if not names or _often(names[0]) < _TELLING_TWICE:
        return np.zeros(2, np.uint32)
    return np.array(divmod(names[0][0], 1 << KEY), np.uint32)


def _full_names(
    names: list[tuple[int, list[int]]], words: list[str], whole: str
) -> Mapping[int, int]:
    """Those that stand with nothing but a space between their words."""
    stands = ((pair, at) for pair, (at, *_) in names if f"{words[at]} {words[at + 1]}" in whole)
    return {_mixed(pair): at for pair, at in islice(stands, FULL_NAMES_KEPT)}


def _mixed(pair: int) -> int:
    """The key of two words side by side."""
    ahead, behind = divmod(pair, 1 << KEY)
    return ((ahead * _MIX + behind) * _MIX >> 32) & 0xFFFF_FFFF


def _shingles(keys: Keys) -> Keys:
    """The smallest keys of the five-word phrases: a sample that two copies take alike."""
    if len(keys) < SHINGLE_WORDS:
        return np.zeros(0, np.uint32)
    mixed = np.correlate(keys.astype(np.uint64), _PHRASE)
    hashed = (mixed >> _KEY).astype(np.uint32)
    hashed.sort()
    new = np.ones(len(hashed), bool)
    np.not_equal(hashed[1:], hashed[:-1], out=new[1:])
    return hashed[new][:SHINGLES_KEPT]
