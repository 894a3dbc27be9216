"""The articles of one day as columns of numbers: compact to keep, quick to compare, dropped whole.

An article takes about 0.9 kB; the words' lists of articles a third more.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.row import KINDS, SCALE, WORDS_KEPT, Floats, Row, Rows, likeness
from tocsin.core.grouping.sketch import FIGURES_KEPT, SHINGLES_KEPT, Keys

_TOO_COMMON = 3_000  # articles of a day: a word in more of them leads nowhere
_FIRST_ROOM = 64
_GROWS = 8  # by an eighth: room that stands empty is memory


class Day:
    """Columns that grow; a row's number never changes."""

    def __init__(self) -> None:
        self.size = 0
        self.article = array("q")
        self.story = array("q")
        self.copy_of = array("q")  # 0 where it is no copy
        self.quotes: dict[int, frozenset[int]] = {}
        self._columns = Rows(
            keys=np.zeros((_FIRST_ROOM, WORDS_KEPT), np.uint32),
            weights=np.zeros((_FIRST_ROOM, KINDS, WORDS_KEPT), np.uint8),
            days=np.zeros((_FIRST_ROOM, 3), np.uint64),
            counted=np.zeros((_FIRST_ROOM, FIGURES_KEPT), np.uint32),
            main=np.zeros((_FIRST_ROOM, 2), np.uint32),
        )
        self._shingles = np.zeros((_FIRST_ROOM, SHINGLES_KEPT), np.uint32)
        self._holding: dict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, row: Row, article_id: int, story_id: int, copy_of: int) -> int:
        """Keep an article; its row's number."""
        number = self.size
        if number == len(self._shingles):
            self._grow()
        columns = self._columns
        columns.keys[number, : len(row.keys)] = row.keys
        columns.weights[number, :, : len(row.keys)] = np.rint(row.weights * SCALE)
        columns.days[number] = row.days
        columns.counted[number, : len(row.counted)] = row.counted
        columns.main[number] = row.main
        self._shingles[number, : len(row.shingles)] = row.shingles
        for key in row.keys[row.leading].tolist():
            self._holding[key].append(number)
        self.article.append(article_id)
        self.story.append(story_id)
        self.copy_of.append(copy_of)
        self.size += 1
        return number

    def near(self, row: Row, most: int) -> list[tuple[float, int]]:
        """The rows that share most of the telling words, with how much of them, in no order."""
        lists, shares = [], []
        for slot, key in zip(row.leading, row.keys[row.leading].tolist(), strict=True):
            holding = self._holding.get(key)
            if holding and len(holding) <= _TOO_COMMON:
                lists.append(np.frombuffer(holding, np.uint32))
                shares.append(row.weights[0, slot] ** 2)
        if not lists:
            return []
        weights = np.repeat(shares, [len(rows) for rows in lists])
        shared = np.bincount(np.concatenate(lists), weights)
        top = np.flatnonzero(shared)
        if len(top) > most:
            top = top[np.argpartition(-shared[top], most)[:most]]
        return list(zip(shared[top].tolist(), top.tolist(), strict=True))

    def likeness(self, row: Row, rows: list[int]) -> Floats:
        """How alike *row* is to each of the day's *rows*: see `row.likeness`."""
        return likeness(row, _each(self._columns, lambda column: column[rows]))

    def keys(self, number: int) -> Keys:
        """The words kept of an article, in order of their keys."""
        keys: Keys = self._columns.keys[number]
        return keys[keys > 0]

    def names(self, number: int) -> Keys:
        """Those of an article's words that are names."""
        names: Keys = self._columns.keys[number][self._columns.weights[number, 2] > 0]
        return names

    def shingles(self, number: int) -> Keys:
        """The phrases kept of an article, in order."""
        shingles: Keys = self._shingles[number]
        return shingles[shingles > 0]

    def _grow(self) -> None:
        self._columns = _each(self._columns, _longer)
        self._shingles = _longer(self._shingles)


def _each(rows: Rows, made: Callable[[Any], Any]) -> Rows:
    return Rows(
        keys=made(rows.keys),
        weights=made(rows.weights),
        days=made(rows.days),
        counted=made(rows.counted),
        main=made(rows.main),
    )


def _longer(column: npt.NDArray[Any]) -> npt.NDArray[Any]:
    room = max(len(column) // _GROWS, _FIRST_ROOM)
    return np.concatenate((column, np.zeros((room, *column.shape[1:]), column.dtype)))
