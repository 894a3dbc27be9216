"""An article as numbers: its most telling words with their weights, and how alike two such are."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.frequencies import Frequencies
from tocsin.core.grouping.sketch import SHINGLES_KEPT, Keys, Sketch

WORDS_KEPT = 64
KINDS = 4
"""The same words weighed four ways: all, those of the lead, names, figures."""

LIKENESS = (
    "words", "lead", "names", "figures",
    "same weekday", "other weekday", "same year", "other year", "same date",
)  # fmt: skip
"""What two articles are compared in; the columns of `likeness`, before the number of words."""

WORDS_LOOKED_UP = 24
"""How many of an article's words lead to other articles: its most telling third."""

_TINY = 1e-9
_LEAST_IDF = 0.1  # of a name or figure: even a common one counts a little
_COPY_FLOOR = 8  # phrases: fewer in common prove nothing

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Row:
    """*keys* in order, *weights* (KINDS, len(keys)) of length 1 each, *days* the bits of Sketch.

    *leading* are the places in *keys* of the words that tell most, the first first.
    """

    keys: Keys
    weights: Floats
    leading: npt.NDArray[np.intp]
    shingles: Keys
    days: npt.NDArray[np.uint64]


def weigh(drawn: Sketch, frequencies: Frequencies) -> Row:
    """The row of an article, by what is known of its words now."""
    count, lead, name, figure = drawn.counts
    idf = frequencies.weights(drawn.keys)
    rare = np.maximum(idf, _LEAST_IDF)
    whole = _damped(count) * idf
    top = np.argsort(-whole, kind="stable")[:WORDS_KEPT]
    top = top[np.argsort(drawn.keys[top])]
    kinds = np.stack((whole, _damped(lead) * idf, _damped(name) * rare, figure * rare))[:, top]
    length = np.sqrt((kinds * kinds).sum(axis=1, keepdims=True))
    return Row(
        keys=drawn.keys[top],
        weights=kinds / np.maximum(length, _TINY),
        leading=np.argsort(-kinds[0], kind="stable")[:WORDS_LOOKED_UP],
        shingles=drawn.shingles,
        days=np.array((drawn.weekdays, drawn.years, drawn.dates), np.uint64),
    )


def likeness(row: Row, keys: Keys, weights: Floats, days: npt.NDArray[np.uint64]) -> Floats:
    """How alike *row* is to each of several others: one line each, columns as in LIKENESS, then
    how many of the words kept are common.

    *keys* (n, WORDS_KEPT), *weights* (n, KINDS, WORDS_KEPT) and *days* (n, 3) are the others'.
    """
    slots = np.minimum(np.searchsorted(row.keys, keys), len(row.keys) - 1)
    met = row.keys[slots] == keys
    own = row.weights[:, slots].transpose(1, 0, 2)
    alike = np.einsum("nkw,nkw,nw->nk", own, weights, met.astype(np.float32))
    common, both = days & row.days, (days != 0) & (row.days != 0)
    same, other = common != 0, both & (common == 0)
    told = (same[:, 0], other[:, 0], same[:, 1], other[:, 1], same[:, 2])
    shared = (met & (weights[:, 0] > 0)).sum(axis=1)
    lines: Floats = np.concatenate((alike, np.stack((*told, shared), axis=1)), axis=1)
    return lines.astype(np.float32)


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


def _damped(counts: Floats) -> Floats:
    damped: Floats = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0)
    return damped
