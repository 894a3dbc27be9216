"""The live index of stories: where a new article belongs, decided in one pass."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nlargest
from math import exp, log, sqrt

from tocsin.core.grouping.frequencies import Frequencies
from tocsin.core.grouping.reasons import shared_between
from tocsin.core.grouping.sketch import Sketch, content_hash, sketch
from tocsin.core.model import Article, Join, Placement, RunnerUp

THRESHOLD = 0.15
COPIED = 0.6
_TOP_TERMS = 64
_DECAY_DAYS = 2.0
_LEAST_TERMS = 2
_LEAST_WEIGHT = 2.5  # of a word: what stands in every twelfth article tells nothing
_UNDATED = 0.24


@dataclass(frozen=True, slots=True)
class _Live:
    """An article that can still be joined."""

    id: int
    story_id: int
    time: datetime | None
    weights: Mapping[str, float]
    sketch: Sketch
    content: str
    copy_of: int | None


class StoryIndex:
    """The stories that can still grow.  In memory alone; not safe for several threads."""

    def __init__(self, frequencies: Frequencies | None = None) -> None:
        self.frequencies = frequencies or Frequencies()
        self._live: dict[int, _Live] = {}
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._stories: dict[int, list[int]] = defaultdict(list)
        self._contents: dict[str, int] = {}

    def decide(self, article: Article, time: datetime | None) -> Placement:
        """Where *article* belongs and why; changes nothing.  *time* None: it has no date."""
        drawn = sketch(article.title, article.text)
        weights = self._weigh(drawn)
        near = self._similarities(weights, article.id)
        ranked = nlargest(2, ((self._score(s, near, time), s) for s in self._stories_of(near)))
        threshold = THRESHOLD if time else _UNDATED
        if not ranked:
            return Placement(how=Join.OPENED, threshold=threshold)
        (score, story_id), *others = ranked
        nearest = self._nearest(story_id, near)
        shared = shared_between(drawn, nearest.sketch, weights, nearest.weights)
        copied = self._copied(article, drawn, nearest)
        if score < threshold and not copied:
            runner = self._runner_up(ranked[:1], near, drawn, weights)
            return Placement(how=Join.OPENED, score=score, threshold=threshold, runner_up=runner)
        return Placement(
            how=Join.COPY if copied else Join.SAME_EVENT,
            story_id=story_id,
            nearest=nearest.id,
            copy_of=(nearest.copy_of or nearest.id) if copied else None,
            score=score,
            threshold=threshold,
            shared=shared,
            runner_up=self._runner_up(others, near, drawn, weights),
        )

    def add(
        self, article: Article, time: datetime | None, story_id: int, placement: Placement
    ) -> None:
        """Take *article* in as part of the story, so that later ones may join it."""
        drawn = sketch(article.title, article.text)
        weights = self._weigh(drawn)
        content = content_hash(article.title, article.text)
        self._live[article.id] = _Live(
            article.id, story_id, time, weights, drawn, content, placement.copy_of
        )
        for term in weights:
            self._holding[term].append(article.id)
        self._stories[story_id].append(article.id)
        self._contents.setdefault(content, article.id)
        self.frequencies.add(article.id, drawn.terms)

    def forget(self, before: datetime) -> None:
        """Drop the articles of the days that ended by *before*; memory is given back."""
        day = before.replace(hour=0, minute=0, second=0, microsecond=0)
        kept = [live for live in self._live.values() if live.time is None or live.time >= day]
        self._live = {live.id: live for live in kept}
        self._holding, self._stories = defaultdict(list), defaultdict(list)
        for live in kept:
            self._stories[live.story_id].append(live.id)
            for term in live.weights:
                self._holding[term].append(live.id)
        self._contents = {live.content: live.id for live in reversed(kept)}

    def _weigh(self, drawn: Sketch) -> dict[str, float]:
        weigh = self.frequencies.weight
        telling = ((term, count, weigh(term)) for term, count in drawn.terms.items())
        raw = {t: (1 + log(count)) * idf for t, count, idf in telling if idf > _LEAST_WEIGHT}
        top = nlargest(_TOP_TERMS, raw.items(), key=lambda pair: pair[1])
        length = sqrt(sum(weight * weight for _, weight in top)) or 1.0
        return {term: weight / length for term, weight in top}

    def _similarities(self, weights: Mapping[str, float], own_id: int) -> dict[int, float]:
        near: dict[int, float] = defaultdict(float)
        common: dict[int, int] = defaultdict(int)
        for term, weight in weights.items():
            for other in self._holding.get(term, ()):
                near[other] += weight * self._live[other].weights[term]
                common[other] += 1
        return {i: s for i, s in near.items() if common[i] >= _LEAST_TERMS and i != own_id}

    def _stories_of(self, near: Iterable[int]) -> set[int]:
        return {self._live[other].story_id for other in near}

    def _score(self, story_id: int, near: Mapping[int, float], time: datetime | None) -> float:
        members = self._stories[story_id]
        values = [near.get(member, 0.0) for member in members]
        last = max((t for m in members if (t := self._live[m].time)), default=None)
        days = abs((time - last) / timedelta(days=1)) if time and last else 0.0
        return (max(values) + sum(values) / len(values)) / 2 * exp(-days / _DECAY_DAYS)

    def _nearest(self, story_id: int, near: Mapping[int, float]) -> _Live:
        return self._live[max(self._stories[story_id], key=lambda member: near.get(member, 0.0))]

    def _copied(self, article: Article, drawn: Sketch, nearest: _Live) -> bool:
        if content_hash(article.title, article.text) == nearest.content:
            return True
        common = len(drawn.shingles & nearest.sketch.shingles)
        return common > COPIED * max(min(len(drawn.shingles), len(nearest.sketch.shingles)), 8)

    def _runner_up(
        self,
        others: Iterable[tuple[float, int]],
        near: Mapping[int, float],
        drawn: Sketch,
        weights: Mapping[str, float],
    ) -> RunnerUp | None:
        for score, story_id in others:
            closest = self._nearest(story_id, near)
            return RunnerUp(
                story_id=story_id,
                article_id=closest.id,
                score=score,
                shared=shared_between(drawn, closest.sketch, weights, closest.weights),
                why_not=f"{score:.2f} is below {THRESHOLD:.2f}"
                if score < THRESHOLD
                else "another story is closer",
            )
        return None
