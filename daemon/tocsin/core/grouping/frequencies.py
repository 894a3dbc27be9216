"""How common a word is: what has been seen lately, blended with a table that ships.

Words share 2**18 counters by their keys, so memory is fixed (1 MB); old counts fade by halving.
In an empty store the shipped table decides alone, which is why grouping works from the first
article on.
"""

import zlib
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.background import ARTICLES, COUNTS
from tocsin.core.grouping.vocabulary import Keys, columns

_BUCKETS = 1 << 18
_BACKGROUND_WEIGHT = 0.3
_FADE_AT = 400_000
_UNSEEN = 0.5  # how often a word counts as seen that never was
_HEAD = 8

Weights = npt.NDArray[np.float32]


class Background:
    """In how many of so many articles each word stood, ready for looking up by key."""

    def __init__(self, articles: int, counts: Mapping[str, int]) -> None:
        self.articles = articles * _BACKGROUND_WEIGHT
        self.counts = np.zeros(_BUCKETS, np.float32)
        buckets = columns(list(counts)).keys & np.uint32(_BUCKETS - 1)
        often = np.array(list(counts.values())) * _BACKGROUND_WEIGHT
        np.add.at(self.counts, buckets, often.astype(np.float32))


SHIPPED = Background(ARTICLES, COUNTS)


class Frequencies:
    """The live document frequencies; grows with `add`, is kept by `snapshot` and `restore`."""

    def __init__(self, background: Background = SHIPPED) -> None:
        self.articles = 0
        self.last_id = 0
        self._background = background
        self._counts = np.zeros(_BUCKETS, np.uint32)

    def add(self, article_id: int, keys: Keys) -> None:
        """Count an article once: ids grow, so a rebuilt index counts nothing again."""
        if article_id <= self.last_id:
            return
        self.last_id = article_id
        self.articles += 1
        self._counts[keys & np.uint32(_BUCKETS - 1)] += 1  # a counter that words share: once
        if self.articles >= _FADE_AT:
            self.articles //= 2
            self._counts //= 2

    def weights(self, keys: Keys) -> Weights:
        """The inverse document frequency of each word; at least 0."""
        buckets = keys & np.uint32(_BUCKETS - 1)
        seen = self._counts.take(buckets) + self._background.counts.take(buckets)
        articles = self.articles + self._background.articles + 1
        idf: Weights = np.log(articles / (seen + _UNSEEN)).astype(np.float32)
        return np.maximum(idf, 0)

    def snapshot(self) -> bytes:
        """All that was counted, as a compact value to keep."""
        head = self.articles.to_bytes(_HEAD, "little") + self.last_id.to_bytes(_HEAD, "little")
        return head + zlib.compress(self._counts.tobytes(), 6)

    @classmethod
    def restore(cls, snapshot: bytes, background: Background = SHIPPED) -> "Frequencies":
        """What `snapshot` gave, live again; an empty or older kind of snapshot starts afresh."""
        restored = cls(background)
        counts = (
            np.frombuffer(zlib.decompress(snapshot[2 * _HEAD :]), np.uint32) if snapshot else ()
        )
        if len(counts) == _BUCKETS:
            restored.articles = int.from_bytes(snapshot[:_HEAD], "little")
            restored.last_id = int.from_bytes(snapshot[_HEAD : 2 * _HEAD], "little")
            restored._counts = np.array(counts, np.uint32)
        return restored
