"""The articles of one day as columns of numbers: compact to keep, quick to compare, dropped whole.

An article takes about 1.1 kB; the words' lists of articles a quarter more.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.reasons import Kept
from tocsin.core.grouping.row import Row, field, packed
from tocsin.core.grouping.vocabulary import Keys

Stories = npt.NDArray[np.int64]
Weights = npt.NDArray[Any]

_TOO_COMMON = 3_000  # articles of a day: a word in more of them leads nowhere


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
        self._lines: list[bytes] = []
        self._holding: dict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, row: Row, placed: Placed) -> int:
        """Keep an article; its row's number."""
        number = self.size
        self._lines.append(packed(row))
        for key in row.keys[row.leading].tolist():
            self._holding[key].append(number)
        self.article.append(placed.article_id)
        self.story.append(placed.story_id)
        self.copy_of.append(placed.copy_of)
        self.time.append(placed.time.timestamp() if placed.time else 0.0)
        self.size += 1
        return number

    def reword(self, number: int, row: Row) -> None:
        """Keep an article's new words in its row; the old ones still lead there, to be compared."""
        self._lines[number] = packed(row)
        for key in row.keys[row.leading].tolist():
            if number not in self._holding[key]:
                self._holding[key].append(number)

    def holding(self, keys: Iterable[int]) -> "list[tuple[int, array[int]]]":
        """The numbers of the rows that each of these words leads to, with its place among them."""
        lists = enumerate(map(self._holding.get, keys))
        return [(slot, rows) for slot, rows in lists if rows and len(rows) <= _TOO_COMMON]

    def line(self, number: int) -> bytes:
        """A row as it was kept: see `row.unpacked`."""
        return self._lines[number]

    def kept(self, number: int) -> Kept:
        """What the index keeps of an article's wording."""
        line = self._lines[number]
        return Kept(
            words=field(line, "keys").tolist(),
            names=field(line, "weights")[:, 2],
            full_names=field(line, "full_names").tolist(),
            quotes=field(line, "quotes").tolist(),
        )

    def shingles(self, number: int) -> Keys:
        """The phrases kept of an article, in order."""
        shingles: Keys = field(self._lines[number], "shingles")
        return shingles[shingles > 0]


def near(days: Sequence[Day], row: Row, most_rows: int, most_stories: int) -> list[int]:
    """The stories of the rows that share most of the telling words, closest first; so many *rows*
    of a day are looked at.

    Most rows share little, so first only those are ranked that share half as much as the closest.
    """
    if not days:
        return []
    begins = list(accumulate((day.size for day in days), initial=0))
    shared = _shared(days, begins, row)
    half = np.maximum.reduce(shared, initial=0) / 2
    stories: dict[int, None] = {}
    for floor in (half, 0) if np.count_nonzero(shared > half) >= most_stories else (0,):
        closest = [
            _above(floor, shared[begin : begin + day.size], day, most_rows)
            for begin, day in zip(begins, days, strict=False)
        ]
        shares, found = map(np.concatenate, zip(*closest, strict=True))
        stories = dict.fromkeys(found[np.lexsort((found, shares))[::-1]].tolist())
        if len(stories) >= most_stories:
            break
    return list(stories)[:most_stories]


def _shared(days: Sequence[Day], begins: Sequence[int], row: Row) -> Weights:
    """How much each row shares of the telling words; the days are laid end to end, so that one sum
    tells of all."""
    keys = row.keys[row.leading].tolist()
    starts, slots, held = [], [], []
    for begin, day in zip(begins, days, strict=False):
        for slot, rows in day.holding(keys):
            starts.append(begin)
            slots.append(slot)
            held.append(rows)
    if not held:
        return np.zeros(begins[-1])
    lengths = [len(rows) for rows in held]
    numbers = np.frombuffer(b"".join(held), np.uint32)
    if len(days) > 1:
        numbers = numbers + np.array(starts, np.uint32).repeat(lengths)
    tells = row.weights[row.leading, 0] ** 2
    return np.bincount(numbers, tells.take(slots).repeat(lengths), begins[-1])


def _above(floor: float, shared: Weights, day: Day, most: int) -> tuple[Weights, Stories]:
    """The largest above *floor*, each with its story, in no order."""
    top = (shared > floor).nonzero()[0]
    if len(top) > most:
        top = top[(-shared[top]).argpartition(most)[:most]]
    return shared[top], np.frombuffer(day.story, np.int64)[top]
