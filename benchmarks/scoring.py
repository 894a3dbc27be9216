"""How good a grouping is: BCubed (Bagga and Baldwin 1998), pairwise, and look-alikes joined."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

Figures = tuple[float, float, float]


def bcubed(gold: Sequence[Hashable], placed: Sequence[Hashable]) -> Figures:
    """Precision, recall and F1, as means over the articles."""
    joint = Counter(zip(gold, placed, strict=True))
    stories, groups = Counter(gold), Counter(placed)
    precision = sum(n * n / groups[group] for (_, group), n in joint.items()) / len(gold)
    recall = sum(n * n / stories[story] for (story, _), n in joint.items()) / len(gold)
    return precision, recall, _f1(precision, recall)


def pairwise(gold: Sequence[Hashable], placed: Sequence[Hashable]) -> Figures:
    """Precision, recall and F1 over the pairs of articles; big stories weigh quadratically."""
    both = _pairs(Counter(zip(gold, placed, strict=True)).values())
    precision = both / (_pairs(Counter(placed).values()) or 1)
    recall = both / (_pairs(Counter(gold).values()) or 1)
    return precision, recall, _f1(precision, recall)


def look_alikes(
    gold: Sequence[Hashable], groups: Sequence[Hashable | None], placed: Sequence[Hashable]
) -> float | None:
    """The share of pairs of one group but different stories that were put together."""
    rows = [row for row in zip(groups, gold, placed, strict=True) if row[0] is not None]
    if not rows:
        return None
    every = _pairs(Counter(group for group, _, _ in rows).values()) - _pairs(
        Counter((group, story) for group, story, _ in rows).values()
    )
    joined = _pairs(Counter((group, place) for group, _, place in rows).values()) - _pairs(
        Counter(rows).values()
    )
    return joined / every


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
