"""Whether an article tells a story's news: a learned, linear score, small enough to explain.

Two articles score the weighted sum of what they are alike in (`row.LIKENESS`), which a weekday, a
year, a figure of one kind or a main name that differs lowers.  A story scores between its closest
article, its three closest and the mean of all, less where its own articles hang together more
closely than that, and fades with time.  The article joins where that reaches a threshold, higher
for longer articles, which share words by chance.

The coefficients come from `benchmarks/train_grouping.py`; what is not learned is said so here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import exp, log10

import numpy as np

from tocsin.core.grouping.row import LIKENESS, Floats

USUAL_COHESION = 0.25
"""How alike the articles of a story are before we have seen any."""

FEWEST_SHARED = 2
"""The floor on evidence: one common word joins no two articles, however rare it is."""

_PRIOR_PAIRS = 3
_FEW = 3
_FRESH = timedelta(hours=6)
_FADE = timedelta(days=1)
_LONGER = 0.14
_FULL_WORDS = 120
_LONGER_UNDATED = 0.05
_CROWD = 0.06
_CROWDED = 500
# These are not learned, as the corpora cannot tell: their days are roundups' days or lie within
# eighteen hours, and their full texts have none.  A story loses half its pull in a day after its
# last report, since the next day's news of the same people must not join; a dated full text needs
# more than a headline, so as to prefer splits in streams far denser than the corpora.  Articles
# without a time are compared with all others without one, and beyond the first few hundred each
# tenfold of those finds a look-alike that is closer by chance: that needs more too.


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficients:
    """*pair* goes with LIKENESS; *peak* is the share of the closest article, *few* that of the
    three closest, *cohesion* that of a story's own closeness; *dated* and *undated* are the
    thresholds, the first for a short headline.
    """

    pair: tuple[float, ...]
    peak: float
    few: float
    cohesion: float
    dated: float
    undated: float


def pair_scores(alike: Floats, learned: Coefficients) -> Floats:
    """The score of each line of `row.likeness`, at least 0."""
    pair = np.asarray(learned.pair, np.float32)
    scores: Floats = np.maximum(alike[:, : len(LIKENESS)] @ pair, 0)
    return scores


def enough(shared: Iterable[float]) -> bool:
    """Whether an article has enough words in common with a story's articles to say anything."""
    return sum(shared) >= FEWEST_SHARED


def story_score(pairs: Iterable[float], cohesion: float, learned: Coefficients) -> float:
    """How well an article with these *pairs* scores fits a story of that *cohesion*."""
    scores = sorted(pairs, reverse=True)
    if len(scores) == 1:
        return scores[0]
    few = scores[:_FEW]
    rest = (1 - learned.peak - learned.few) * sum(scores) / len(scores)
    score: float = learned.peak * scores[0] + learned.few * sum(few) / len(few) + rest
    return score - learned.cohesion * (cohesion - USUAL_COHESION)


def cohesion_of(total: float, pairs: int) -> float:
    """The mean score of a story's pairs, drawn to the usual while there are few."""
    return (total + USUAL_COHESION * _PRIOR_PAIRS) / (pairs + _PRIOR_PAIRS)


def faded(score: float, gap: timedelta) -> float:
    """What is left of a story's score so long after its last report."""
    return score * exp(-max(gap - _FRESH, timedelta(0)) / _FADE)


def threshold(words: int, undated: int | None, learned: Coefficients) -> float:
    """What an article of so many different *words* must reach.

    *undated* is None where it has a time, else how many articles without one are compared: the
    best of many that are alike by chance grows with their number.
    """
    if undated is None:
        return learned.dated + _LONGER * min(words / _FULL_WORDS, 1.0)
    longer = _LONGER_UNDATED * min(words / _FULL_WORDS, 1.0)
    return learned.undated + longer + _CROWD * log10(max(undated / _CROWDED, 1.0))
