"""The articles of one day as columns of numbers: compact to keep, quick to compare, dropped whole.

An article takes about 0.9 kB; the words' lists of articles a third more.
"""

from array import array
from collections import defaultdict

import numpy as np

from tocsin.core.grouping.row import KINDS, WORDS_KEPT, Floats, Row, likeness
from tocsin.core.grouping.sketch import SHINGLES_KEPT, Keys

_TOO_COMMON = 3_000  # articles of a day: a word in more of them leads nowhere
_SCALE = 255.0  # weights are kept in a byte each
_FIRST_ROOM = 64


class Day:
    """Columns that grow; a row's number never changes."""

    def __init__(self) -> None:
        self.size = 0
        self.article = array("q")
        self.story = array("q")
        self.copy_of = array("q")  # 0 where it is no copy
        self.quotes: dict[int, frozenset[int]] = {}
        self._keys = np.zeros((_FIRST_ROOM, WORDS_KEPT), np.uint32)
        self._weights = np.zeros((_FIRST_ROOM, KINDS, WORDS_KEPT), np.uint8)
        self._shingles = np.zeros((_FIRST_ROOM, SHINGLES_KEPT), np.uint32)
        self._days = np.zeros((_FIRST_ROOM, 3), np.uint64)
        self._holding: dict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, row: Row, article_id: int, story_id: int, copy_of: int) -> int:
        """Keep an article; its row's number."""
        number = self.size
        if number == len(self._keys):
            self._grow()
        self._keys[number, : len(row.keys)] = row.keys
        self._weights[number, :, : len(row.keys)] = np.rint(row.weights * _SCALE)
        self._shingles[number, : len(row.shingles)] = row.shingles
        self._days[number] = row.days
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
        weights = self._weights[rows].astype(np.float32) * np.float32(1 / _SCALE)
        return likeness(row, self._keys[rows], weights, self._days[rows])

    def keys(self, number: int) -> Keys:
        """The words kept of an article, in order of their keys."""
        keys: Keys = self._keys[number]
        return keys[keys > 0]

    def names(self, number: int) -> Keys:
        """Those of an article's words that are names."""
        names: Keys = self._keys[number][self._weights[number, 2] > 0]
        return names

    def shingles(self, number: int) -> Keys:
        """The phrases kept of an article, in order."""
        shingles: Keys = self._shingles[number]
        return shingles[shingles > 0]

    def _grow(self) -> None:
        self._keys = np.concatenate((self._keys, np.zeros_like(self._keys)))
        self._weights = np.concatenate((self._weights, np.zeros_like(self._weights)))
        self._shingles = np.concatenate((self._shingles, np.zeros_like(self._shingles)))
        self._days = np.concatenate((self._days, np.zeros_like(self._days)))
