"""The articles of one day as columns of numbers: compact to keep, quick to compare, dropped whole.

An article takes about 0.9 kB; the words' lists of articles a third more.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.reasons import Kept
from tocsin.core.grouping.row import KINDS, SCALE, WORDS_KEPT, Floats, Row, Rows, likeness
from tocsin.core.grouping.sketch import (
    FIGURES_KEPT,
    FULL_NAMES_KEPT,
    QUOTES_KEPT,
    SHINGLES_KEPT,
)
from tocsin.core.grouping.vocabulary import Keys

_TOO_COMMON = 3_000  # articles of a day: a word in more of them leads nowhere
_FIRST_ROOM = 64
_GROWS = 8  # by an eighth: room that stands empty is memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What is kept of an article besides its words; *copy_of* 0 where it is no copy."""

    article_id: int
    story_id: int
    copy_of: int = 0
    time: datetime | None = None


class Day:
    """Columns that grow; a row's number never changes."""

    def __init__(self) -> None:
        self.size = 0
        self.article = array("q")
        self.story = array("q")
        self.copy_of = array("q")  # 0 where it is no copy
        self.time = array("d")  # seconds since 1970; 0 where there is none
        self._columns = Rows(
            keys=np.zeros((_FIRST_ROOM, WORDS_KEPT), np.uint32),
            weights=np.zeros((_FIRST_ROOM, KINDS, WORDS_KEPT), np.uint8),
            days=np.zeros((_FIRST_ROOM, 3), np.uint64),
            counted=np.zeros((_FIRST_ROOM, FIGURES_KEPT), np.uint32),
            main=np.zeros((_FIRST_ROOM, 2), np.uint32),
            quotes=np.zeros((_FIRST_ROOM, QUOTES_KEPT), np.uint32),
        )
        self._shingles = np.zeros((_FIRST_ROOM, SHINGLES_KEPT), np.uint32)
        self._full_names = np.zeros((_FIRST_ROOM, FULL_NAMES_KEPT), np.uint32)
        self._holding: dict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, row: Row, placed: Placed) -> int:
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
        columns.quotes[number, : len(row.quotes)] = row.quotes
        self._shingles[number, : len(row.shingles)] = row.shingles
        self._full_names[number, : len(row.full_names)] = row.full_names
        for key in row.keys[row.leading].tolist():
            self._holding[key].append(number)
        self.article.append(placed.article_id)
        self.story.append(placed.story_id)
        self.copy_of.append(placed.copy_of)
        self.time.append(placed.time.timestamp() if placed.time else 0.0)
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

    def kept(self, number: int) -> Kept:
        """What the index keeps of an article's wording."""
        columns = self._columns
        keys = columns.keys[number]
        return Kept(
            keys=keys[keys > 0],
            names=keys[columns.weights[number, 2] > 0],
            full_names=_filled(self._full_names[number]),
            quotes=_filled(columns.quotes[number]),
        )

    def shingles(self, number: int) -> Keys:
        """The phrases kept of an article, in order."""
        return _filled(self._shingles[number])

    def _grow(self) -> None:
        self._columns = _each(self._columns, _longer)
        self._shingles = _longer(self._shingles)
        self._full_names = _longer(self._full_names)


def _filled(keys: Keys) -> Keys:
    filled: Keys = keys[keys > 0]
    return filled


def _each(rows: Rows, made: Callable[[Any], Any]) -> Rows:
    return Rows(
        keys=made(rows.keys),
        weights=made(rows.weights),
        days=made(rows.days),
        counted=made(rows.counted),
        main=made(rows.main),
        quotes=made(rows.quotes),
    )


def _longer(column: npt.NDArray[Any]) -> npt.NDArray[Any]:
    room = max(len(column) // _GROWS, _FIRST_ROOM)
    return np.concatenate((column, np.zeros((room, *column.shape[1:]), column.dtype)))
