"""An article as numbers: its most telling words with their weights, and how alike two such are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.frequencies import Frequencies
from tocsin.core.grouping.sketch import (
    FIGURES_KEPT,
    FULL_NAMES_KEPT,
    LONGEST_TEXT,
    QUOTES_KEPT,
    SHINGLES_KEPT,
    TITLE_COUNTS,
    Sketch,
)
from tocsin.core.grouping.vocabulary import FUNCTION_KEYS, Keys

WORDS_KEPT = 64
KINDS = 5
"""The same words weighed five ways: all, those of the lead, names, figures, the title's."""

LIKENESS = (
    "words", "lead", "names", "figures", "title", "same quote",
    "same weekday", "other weekday", "same year", "other year", "same date",
    "same figure", "other figure", "other main name",
)  # fmt: skip
"""What two articles are compared in; the columns of `likeness`, before the number of words."""

WORDS_LOOKED_UP = 24
"""How many of an article's words lead to other articles: its most telling third."""

_TINY = 1e-9
_LEAST_IDF = 0.1  # of a name or figure: even a common one counts a little
_COPY_FLOOR = 8  # phrases: fewer in common prove nothing

SCALE = np.float32(255)
"""Weights are kept in a byte each, 255 being 1."""

_LAST_BITS = np.uint32(0xFFFF)
_FUNCTION_KEYS = np.uint32(FUNCTION_KEYS)
_SLOTS = np.arange(256, dtype=np.uint8)
_NO_KEY = np.zeros(1, np.uint32)
_MOST_FIGURES = 3  # a list of figures says no more than three of them
_MOST_QUOTES = 2
_RARE = np.array([[False], [False], [True], [True], [False]])  # the kinds: names and figures
_TITLE = 4  # the kind that is a share of the whole, not a direction
_DAMPED = np.log(np.maximum(np.arange((1 + TITLE_COUNTS) * LONGEST_TEXT, dtype=np.float32), 1)) + 1
_DAMPED[0] = 0
"""What a word counts that stands so often: at most at each place of a text and a title."""

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
Sums = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """*keys* in order, *weights* (len(keys), KINDS) of length 1 for each kind but the title, whose
    sum is 1; *days* those of the sketch.

    *leading* are the places in *keys* of the words that tell most, the first first; *places* those
    of *keys* in the sketch.
    """

    keys: Keys
    weights: Floats
    leading: npt.NDArray[np.intp]
    shingles: Keys
    days: npt.NDArray[np.uint64]
    counted: Keys
    main: Keys
    quotes: Keys
    full_names: Keys
    places: Places


Rows = npt.NDArray[np.void]
"""Several earlier articles, a line of LINE each."""

LINE = np.dtype(
    [
        ("keys", np.uint32, WORDS_KEPT),
        ("weights", np.uint8, (WORDS_KEPT, KINDS)),  # in bytes of SCALE
        ("days", np.uint64, 3),
        ("counted", np.uint32, FIGURES_KEPT),
        ("main", np.uint32, 2),
        ("quotes", np.uint32, QUOTES_KEPT),
        ("full_names", np.uint32, FULL_NAMES_KEPT),
        ("shingles", np.uint32, SHINGLES_KEPT),
    ]
)
"""A row as it is kept: the fields of `Row`, with zeros where an article has less."""

_SIZES = [LINE[name].itemsize for name in LINE.names or ()]
_BEGINS = dict(zip(LINE.names or (), accumulate(_SIZES, initial=0), strict=False))


def packed(row: Row) -> bytes:
    """The row as it is kept, in the bytes of LINE."""
    weights = np.rint(row.weights * SCALE).astype(np.uint8)
    fields: tuple[npt.NDArray[np.generic], ...] = (
        *(row.keys, weights, row.days, row.counted),
        *(row.main, row.quotes, row.full_names, row.shingles),
    )
    sized = zip(fields, _SIZES, strict=True)
    return b"".join(field.tobytes().ljust(size, b"\0") for field, size in sized)


def unpacked(lines: Sequence[bytes]) -> Rows:
    """The rows that were `packed`."""
    return np.frombuffer(b"".join(lines), LINE)


def field(line: bytes, name: str) -> npt.NDArray[Any]:
    """One field of a row that was `packed`."""
    kind = LINE[name]
    return np.ndarray(kind.shape, kind.base, line, _BEGINS[name])


def weigh(drawn: Sketch, frequencies: Frequencies) -> Row:
    """The row of an article, by what is known of its words now."""
    idf = frequencies.weights(drawn.keys)
    telling = int(drawn.keys.searchsorted(_FUNCTION_KEYS))
    top = _largest(_DAMPED.take(drawn.counts[0, telling:]) * idf[telling:]) + telling
    idf = idf[top]
    kinds = _DAMPED.take(drawn.counts.take(top, axis=1))
    kinds *= np.where(_RARE, np.maximum(idf, _LEAST_IDF), idf)
    length = np.sqrt(np.vecdot(kinds, kinds))
    length[_TITLE] = np.add.reduce(kinds[_TITLE])
    return Row(
        keys=drawn.keys[top],
        weights=(kinds / np.maximum(length, _TINY)[:, None]).T.copy(),
        leading=(-kinds[0]).argsort(kind="stable")[:WORDS_LOOKED_UP],
        shingles=drawn.shingles,
        days=np.array(drawn.days, np.uint64),
        counted=drawn.counted,
        main=drawn.main,
        quotes=np.fromiter(drawn.quotes, np.uint32, len(drawn.quotes)),
        full_names=np.fromiter(drawn.full_names, np.uint32, len(drawn.full_names)),
        places=top,
    )


def _largest(told: Floats) -> Places:
    """The places of the largest, in order; of equals the first."""
    if len(told) <= WORDS_KEPT:
        return np.arange(len(told))
    least = np.partition(told, -WORDS_KEPT)[-WORDS_KEPT]
    largest = told > least
    equal = (told == least).nonzero()[0]
    largest[equal[: WORDS_KEPT - np.count_nonzero(largest)]] = True
    places: Places = largest.nonzero()[0]
    return places


def likeness(row: Row, rows: Rows) -> Floats:
    """How alike *row* is to each of *rows*: one line each, columns as in LIKENESS, then how many
    of the words kept are common.
    """
    alike = np.zeros((len(rows), len(LIKENESS) + 1), np.float32)
    keys = rows["keys"].copy()  # side by side, as they are looked through several times
    words = _words(row, rows, keys)
    alike[:, :KINDS] = words[:, :KINDS]
    alike[:, -1] = words[:, -1]
    if len(row.quotes):
        alike[:, 5] = _quoted(row, rows)
    if np.count_nonzero(row.days):
        alike[:, 6:11] = _days(row, rows)
    if len(row.counted):
        alike[:, 11:13] = _figures(row, rows)
    alike[:, 13] = _other_main(row, rows, keys)
    return alike


def _met(row: Row, keys: Keys) -> tuple[Places, Places]:
    """Where in *keys* the words of *row* stand, and their places in *row*.

    Through a table of the last 16 bits: several times quicker than searching for each key.  It is
    not cleared, as what stands there by chance is found to be another key.
    """
    table = np.empty(1 << 16, np.uint8)
    table[row.keys & _LAST_BITS] = _SLOTS[: len(row.keys)]
    own = np.zeros(len(_SLOTS), np.uint32)
    own[: len(row.keys)] = row.keys
    slots = table.take(keys & _LAST_BITS)
    hits = ((own.take(slots) == keys) & (keys > 0)).nonzero()[0]
    return hits, slots[hits]


def _words(row: Row, rows: Rows, keys: Keys) -> Sums:
    """The cosines of the kinds with the lesser share of a title that is met, the other share, and
    how many words are common."""
    hits, slots = _met(row, keys.ravel())
    here = row.weights.take(slots, axis=0)
    there = rows["weights"].reshape(-1, KINDS).take(hits, axis=0)
    told = np.empty((len(hits), KINDS + 2))
    np.multiply(here[:, :_TITLE], there[:, :_TITLE], out=told[:, :_TITLE])
    np.multiply(here[:, _TITLE], SCALE, out=told[:, _TITLE])
    told[:, KINDS] = there[:, _TITLE]
    told[:, -1] = SCALE
    summed = _summed(hits // WORDS_KEPT, told, len(rows))
    np.minimum(summed[:, _TITLE], summed[:, KINDS], out=summed[:, _TITLE])
    return summed / SCALE


def _summed(lines: Places, told: Sums, count: int) -> Sums:
    """The sums of those rows of *told* that are of one line, for each line."""
    wide = told.shape[1]
    bins = lines[:, None] * wide + np.arange(wide)
    summed: Sums = np.bincount(bins.ravel(), told.ravel(), count * wide).astype(float, copy=False)
    return summed.reshape(count, wide)


def _quoted(row: Row, rows: Rows) -> Sums:
    lines = (row.quotes[:, None, None] == rows["quotes"]).nonzero()[1]
    share: Sums = np.minimum(np.bincount(lines, minlength=len(rows)) / _MOST_QUOTES, 1)
    return share


def _days(row: Row, rows: Rows) -> Bools:
    there = rows["days"]
    told = np.empty((len(rows), 5), bool)
    same = np.greater(there & row.days, 0, out=told[:, ::2])
    both = (there > 0) & (row.days > 0)
    np.greater(both[:, :2], same[:, :2], out=told[:, 1::2])
    return told


def _figures(row: Row, rows: Rows) -> Sums:
    """How many figures count the same, and how many of the same are another number.

    Where only the lower bits of two differ, they count the same.
    """
    there = rows["counted"].T.copy()
    apart = np.minimum.reduce(there[:, None] ^ row.counted[:, None])
    met = apart == 0
    other = (apart <= _LAST_BITS) & (row.counted > _LAST_BITS)[:, None]
    found = np.array((np.add.reduce(met), np.add.reduce(other > met))).T
    share: Sums = np.minimum(found / _MOST_FIGURES, 1)
    return share


def _other_main(row: Row, rows: Rows, keys: Keys) -> Floats:
    """The share of the two whose main name the other has no word of: 0, a half or 1."""
    there = rows["main"]
    own = row.keys if len(row.keys) else _NO_KEY
    told = own.take(own.searchsorted(there), mode="clip") == there
    lost = ((there[:, 0] > 0) > (told[:, 0] | told[:, 1])).astype(np.float32)
    first, second = row.main
    if first:
        lost += ~np.logical_or.reduce((keys == first) | (keys == second), axis=1)
    share: Floats = lost / 2
    return share


def repeats(one: Keys, other: Keys) -> float:
    """The share of the shorter text's phrases that stand in the other too, 0 to 1.

    Each holds the smallest of a text's phrases, so they are compared up to where both are complete
    (bottom-k sketches; Broder 1997).
    """
    last = min(_complete_to(one), _complete_to(other))
    first, second = one[one <= last], other[other <= last]
    if not len(second):
        return 0.0
    common = np.count_nonzero(second.take(second.searchsorted(first), mode="clip") == first)
    return common / max(min(len(first), len(second)), _COPY_FLOOR)


def _complete_to(shingles: Keys) -> int:
    return int(shingles[-1]) if len(shingles) == SHINGLES_KEPT else 2**32
