"""An article as numbers: its most telling words with their weights, and how alike two such are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
from tocsin.core.grouping.vocabulary import Keys

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
_WHAT = np.uint32(16)  # of a counted figure, the upper bits say what is counted
_NO_KEY = np.zeros(1, np.uint32)
_MOST_FIGURES = 3  # a list of figures says no more than three of them
_MOST_QUOTES = 2
_RARE, _OTHERS = slice(2, 4), [0, 1, 4]  # of the kinds: names and figures; all but those
_TITLE = 4  # the kind that is a share of the whole, not a direction
_DAMPED = np.log(np.maximum(np.arange((1 + TITLE_COUNTS) * LONGEST_TEXT, dtype=np.float32), 1)) + 1
_DAMPED[0] = 0
"""What a word counts that stands so often: at most at each place of a text and a title."""

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """*keys* in order, *weights* (KINDS, len(keys)) of length 1 each but the title's, which sum to
    1; *days* the bits of Sketch.

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
        ("weights", np.uint8, (KINDS, WORDS_KEPT)),  # in bytes of SCALE
        ("days", np.uint64, 3),
        ("counted", np.uint32, FIGURES_KEPT),
        ("main", np.uint32, 2),
        ("quotes", np.uint32, QUOTES_KEPT),
        ("full_names", np.uint32, FULL_NAMES_KEPT),
        ("shingles", np.uint32, SHINGLES_KEPT),
    ]
)
"""A row as it is kept: the fields of `Row`, with zeros where an article has less."""


def packed(row: Row) -> bytes:
    """The row as it is kept, in the bytes of LINE."""
    line = np.zeros((), LINE)
    line["keys"][: len(row.keys)] = row.keys
    line["weights"][:, : len(row.keys)] = np.rint(row.weights * SCALE)
    line["days"] = row.days
    line["counted"][: len(row.counted)] = row.counted
    line["main"] = row.main
    line["quotes"][: len(row.quotes)] = row.quotes
    line["full_names"][: len(row.full_names)] = row.full_names
    line["shingles"][: len(row.shingles)] = row.shingles
    return line.tobytes()


def unpacked(lines: Sequence[bytes]) -> Rows:
    """The rows that were `packed`."""
    return np.frombuffer(b"".join(lines), LINE)


def weigh(drawn: Sketch, frequencies: Frequencies) -> Row:
    """The row of an article, by what is known of its words now."""
    idf = frequencies.weights(drawn.keys)
    whole = _DAMPED[drawn.counts[0]] * idf
    top = np.sort((-whole).argsort(kind="stable")[:WORDS_KEPT])
    kinds = _DAMPED[drawn.counts[:, top]]
    kinds[_RARE] *= np.maximum(idf[top], _LEAST_IDF)
    kinds[_OTHERS] *= idf[top]
    length = np.sqrt((kinds * kinds).sum(axis=1))
    length[_TITLE] = kinds[_TITLE].sum()
    return Row(
        keys=drawn.keys[top],
        weights=kinds / np.maximum(length, _TINY)[:, None],
        leading=(-kinds[0]).argsort(kind="stable")[:WORDS_LOOKED_UP],
        shingles=drawn.shingles,
        days=np.array((drawn.weekdays, drawn.years, drawn.dates), np.uint64),
        counted=drawn.counted,
        main=drawn.main,
        quotes=np.fromiter(drawn.quotes, np.uint32, len(drawn.quotes)),
        full_names=np.fromiter(drawn.full_names, np.uint32, len(drawn.full_names)),
        places=top,
    )


def likeness(row: Row, rows: Rows) -> Floats:
    """How alike *row* is to each of *rows*: one line each, columns as in LIKENESS, then how many
    of the words kept are common.
    """
    words, shared = _words(row, rows)
    quoted = np.minimum(_common(row.quotes, rows["quotes"]) / _MOST_QUOTES, 1)
    differing = *_days(row, rows), *_figures(row, rows), _other_main(row, rows)
    return np.array((*words, quoted, *differing, shared), np.float32).T


def _met(row: Row, keys: Keys) -> tuple[Places, Places, Places]:
    """Where the words of *row* stand in *keys*: the lines, the places there, the places in *row*.

    Through a table of the last 16 bits: several times quicker than searching for each key.
    """
    table = np.zeros(1 << 16, np.uint8)
    table[row.keys & _LAST_BITS] = np.arange(len(row.keys), dtype=np.uint8)
    slots = table[keys & _LAST_BITS]
    own = row.keys if len(row.keys) else _NO_KEY
    lines, places = np.nonzero((own[slots] == keys) & (keys > 0))
    return lines, places, slots[lines, places].astype(np.intp)


def _words(row: Row, rows: Rows) -> tuple[list[Floats], Places]:
    """The cosines of the kinds, the lesser share of a title that is met, how many are common."""
    lines, places, slots = _met(row, rows["keys"])
    here, there = row.weights[:, slots], rows["weights"][lines, :, places].T / SCALE
    count = len(rows["keys"])
    cosines = [_summed(lines, kind, count) for kind in here[:_TITLE] * there[:_TITLE]]
    titles = _summed(lines, here[_TITLE], count), _summed(lines, there[_TITLE], count)
    return [*cosines, np.minimum(*titles)], np.bincount(lines, None, count)


def _summed(lines: Places, numbers: Floats, count: int) -> Floats:
    return np.bincount(lines, numbers, count).astype(np.float32)


def _common(keys: Keys, there: Keys) -> Floats:
    """How many of *keys* stand in each line of *there*."""
    if not len(keys):
        return np.zeros(len(there), np.float32)
    common: Floats = (there[:, None, :] == keys[:, None]).any(axis=2).sum(axis=1)
    return common


def _days(row: Row, rows: Rows) -> Iterable[Bools]:
    common, both = rows["days"] & row.days, (rows["days"] != 0) & (row.days != 0)
    same, other = common != 0, both & (common == 0)
    return same[:, 0], other[:, 0], same[:, 1], other[:, 1], same[:, 2]


def _figures(row: Row, rows: Rows) -> Iterable[Floats]:
    """How many figures count the same, and how many of the same are another number."""
    there = rows["counted"][:, None, :]
    met = (there == row.counted[:, None]).any(axis=2)
    what = row.counted >> _WHAT
    counted = ((there >> _WHAT) == what[:, None]).any(axis=2) & (what > 0)
    same, other = met.sum(axis=1), (counted & ~met).sum(axis=1)
    return [np.minimum(found / _MOST_FIGURES, 1).astype(np.float32) for found in (same, other)]


def _other_main(row: Row, rows: Rows) -> Floats:
    """The share of the two whose main name the other has no word of: 0, a half or 1."""
    first, second = row.main
    lost = (first > 0) & ~((rows["keys"] == first) | (rows["keys"] == second)).any(axis=1)
    told = (rows["main"][:, :, None] == row.keys).any(axis=(1, 2))
    wanting = (rows["main"][:, 0] > 0) & ~told
    share: Floats = (lost + wanting.astype(np.float32)) / 2
    return share


def repeats(one: Keys, other: Keys) -> float:
    """The share of the shorter text's phrases that stand in the other too, 0 to 1.

    Each holds the smallest of a text's phrases, so they are compared up to where both are complete
    (bottom-k sketches; Broder 1997).
    """
    last = min(_complete_to(one), _complete_to(other))
    first, second = one[one <= last], other[other <= last]
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common / max(min(len(first), len(second)), _COPY_FLOOR)


def _complete_to(shingles: Keys) -> int:
    return int(shingles[-1]) if len(shingles) == SHINGLES_KEPT else 2**32
