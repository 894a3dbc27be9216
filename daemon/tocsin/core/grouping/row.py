"""An article as numbers: its most telling words with their weights, and how alike two such are."""

from collections.abc import Sequence
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
_WHAT = np.uint32(16)  # of a counted figure, the upper bits say what is counted
_NO_KEY = np.zeros(1, np.uint32)
_MOST_FIGURES = 3  # a list of figures says no more than three of them
_MOST_QUOTES = 2
_RARE = np.array([[False], [False], [True], [True], [False]])  # the kinds: names and figures
_TITLE = 4  # the kind that is a share of the whole, not a direction
_DAMPED = np.log(np.maximum(np.arange((1 + TITLE_COUNTS) * LONGEST_TEXT, dtype=np.float32), 1)) + 1
_DAMPED[0] = 0
"""What a word counts that stands so often: at most at each place of a text and a title."""

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Row:
    """*keys* in order, *weights* (KINDS, len(keys)) of length 1 each but the title's, which sum to
    1; *days* those of the sketch.

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

_SIZES = [LINE[name].itemsize for name in LINE.names or ()]


def packed(row: Row) -> bytes:
    """The row as it is kept, in the bytes of LINE."""
    weights = np.zeros((KINDS, WORDS_KEPT), np.uint8)
    weights[:, : len(row.keys)] = np.rint(row.weights * SCALE)
    fields: tuple[npt.NDArray[np.generic], ...] = (
        *(row.keys, weights, row.days, row.counted),
        *(row.main, row.quotes, row.full_names, row.shingles),
    )
    sized = zip(fields, _SIZES, strict=True)
    return b"".join(field.tobytes().ljust(size, b"\0") for field, size in sized)


def unpacked(lines: Sequence[bytes]) -> Rows:
    """The rows that were `packed`."""
    return np.frombuffer(b"".join(lines), LINE)


def weigh(drawn: Sketch, frequencies: Frequencies) -> Row:
    """The row of an article, by what is known of its words now."""
    idf = frequencies.weights(drawn.keys)
    whole = _DAMPED[drawn.counts[0]] * idf
    telling = int(drawn.keys.searchsorted(FUNCTION_KEYS))
    top = np.sort((-whole[telling:]).argsort(kind="stable")[:WORDS_KEPT]) + telling
    kinds = _DAMPED[drawn.counts[:, top]]
    kinds *= np.where(_RARE, np.maximum(idf[top], _LEAST_IDF), idf[top])
    length = np.sqrt((kinds * kinds).sum(axis=1))
    length[_TITLE] = kinds[_TITLE].sum()
    return Row(
        keys=drawn.keys[top],
        weights=kinds / np.maximum(length, _TINY)[:, None],
        leading=(-kinds[0]).argsort(kind="stable")[:WORDS_LOOKED_UP],
        shingles=drawn.shingles,
        days=np.array(drawn.days, np.uint64),
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
    others = _quoted(row, rows), _days(row, rows), _figures(row, rows), _other_main(row, rows)
    return np.concatenate((words, *others, shared), dtype=np.float32, casting="same_kind").T


def _met(row: Row, keys: Keys) -> tuple[Places, Places, Places]:
    """Where the words of *row* stand in *keys*: the lines, the places there, the places in *row*.

    Through a table of the last 16 bits: several times quicker than searching for each key.
    """
    table = np.zeros(1 << 16, np.uint8)
    table[row.keys & _LAST_BITS] = np.arange(len(row.keys), dtype=np.uint8)
    slots = table[keys & _LAST_BITS]
    met = (_own(row)[slots] == keys) & (keys > 0)
    hits = met.ravel().nonzero()[0]
    lines, places = np.divmod(hits, WORDS_KEPT)
    return lines, places, slots.ravel()[hits]


def _own(row: Row) -> Keys:
    """The keys of a row, or one that no word has."""
    return row.keys if len(row.keys) else _NO_KEY


def _words(row: Row, rows: Rows) -> tuple[Floats, Floats]:
    """The cosines of the kinds with the lesser share of a title that is met, and how many words
    are common."""
    lines, places, slots = _met(row, rows["keys"])
    here, there = row.weights[:, slots], rows["weights"][lines, :, places].T / SCALE
    once = np.ones((1, len(lines)), np.float32)
    told = here[:_TITLE] * there[:_TITLE], here[_TITLE:], there[_TITLE:], once
    summed = _summed(lines, np.concatenate(told, dtype=np.float32), len(rows))
    np.minimum(summed[_TITLE], summed[_TITLE + 1], out=summed[_TITLE])
    return summed[:KINDS], summed[-1:]


def _summed(lines: Places, told: Floats, count: int) -> Floats:
    """The sums of each row of *told* over those of its places that are of one line."""
    bins = lines + count * np.arange(len(told))[:, None]
    summed = np.bincount(bins.ravel(), told.ravel(), len(told) * count)
    return summed.astype(np.float32).reshape(len(told), count)


def _quoted(row: Row, rows: Rows) -> Floats:
    if not len(row.quotes):
        return np.zeros((1, len(rows)), np.float32)
    same = (rows["quotes"][:, None, :] == row.quotes[:, None]).any(axis=2)
    common: Floats = same.sum(axis=1, dtype=np.float32)
    return np.minimum(common / _MOST_QUOTES, 1)[None]


def _days(row: Row, rows: Rows) -> Floats:
    if not row.days.any():
        return np.zeros((5, len(rows)), np.float32)
    there = rows["days"]
    same = (there & row.days) != 0
    other = (there != 0) & (row.days != 0) & ~same
    told = (same[:, 0], other[:, 0], same[:, 1], other[:, 1], same[:, 2])
    return np.array(told, np.float32)


def _figures(row: Row, rows: Rows) -> Floats:
    """How many figures count the same, and how many of the same are another number."""
    if not len(row.counted):
        return np.zeros((2, len(rows)), np.float32)
    there = rows["counted"][:, None, :]
    met = (there == row.counted[:, None]).any(axis=2)
    what = row.counted >> _WHAT
    counted = ((there >> _WHAT) == what[:, None]).any(axis=2) & (what > 0)
    found = np.array((met.sum(axis=1), (counted & ~met).sum(axis=1)), np.float32)
    return np.minimum(found / _MOST_FIGURES, 1)


def _other_main(row: Row, rows: Rows) -> Floats:
    """The share of the two whose main name the other has no word of: 0, a half or 1."""
    there, own = rows["main"], _own(row)
    told = (own.take(own.searchsorted(there), mode="clip") == there).any(axis=1)
    lost = ((there[:, 0] > 0) & ~told).astype(np.float32)
    first, second = row.main
    if first:
        lost += ~((rows["keys"] == first) | (rows["keys"] == second)).any(axis=1)
    share: Floats = lost[None] / 2
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
