"""How common a word is: what the live articles show, blended with a table that ships."""

import zlib
from array import array
from collections.abc import Iterable
from math import log
from zlib import crc32

from tocsin.core.grouping.background import ARTICLES, COUNTS

_BUCKETS = 1 << 18
_BACKGROUND_WEIGHT = 0.3


class Frequencies:
    """In how many articles each word was seen; words share 2**18 counters by their hash."""

    def __init__(self) -> None:
        self.articles = 0
        self.last_id = 0
        self._counts = array("I", bytes(4 * _BUCKETS))

    def add(self, article_id: int, terms: Iterable[str]) -> None:
        """Count an article, unless it has been counted before (ids grow)."""
        if article_id <= self.last_id:
            return
        self.last_id = article_id
        self.articles += 1
        for term in terms:
            self._counts[_bucket(term)] += 1

    def weight(self, term: str) -> float:
        """The inverse document frequency: 0 for what every article holds."""
        seen = self._counts[_bucket(term)] + _BACKGROUND_WEIGHT * COUNTS.get(term, 0)
        return log((self.articles + _BACKGROUND_WEIGHT * ARTICLES + 1) / (seen + 1))

    def snapshot(self) -> bytes:
        """All of it as a compact value to keep."""
        head = self.articles.to_bytes(8, "little") + self.last_id.to_bytes(8, "little")
        return head + zlib.compress(self._counts.tobytes(), 6)

    @classmethod
    def restore(cls, snapshot: bytes) -> "Frequencies":
        """What `snapshot` gave, live again."""
        restored = cls()
        restored.articles = int.from_bytes(snapshot[:8], "little")
        restored.last_id = int.from_bytes(snapshot[8:16], "little")
        restored._counts = array("I", zlib.decompress(snapshot[16:]))
        return restored


def _bucket(term: str) -> int:
    return crc32(term.encode("utf-8", "replace")) & (_BUCKETS - 1)
