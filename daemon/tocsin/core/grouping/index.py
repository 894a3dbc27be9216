"""The live index of stories: where a new article belongs, decided in one pass.

Three steps: the words that tell most lead to the articles that hold them too; the stories of the
closest few are scored member by member (`decision`); the best that reaches the threshold is
joined, unless it has ended.  An article that repeats an earlier one's phrases is its copy and goes
where that one is.

It is a cache of what the store holds: the same articles added in the same order decide alike.
Deciding changes nothing; not safe for several threads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tocsin.core.grouping.coefficients import LEARNED
from tocsin.core.grouping.day import Day, Placed, near
from tocsin.core.grouping.decision import (
    Coefficients,
    cohesion_of,
    enough,
    faded,
    pair_scores,
    story_score,
    threshold,
)
from tocsin.core.grouping.frequencies import Frequencies
from tocsin.core.grouping.growing import Growing, Place, Story
from tocsin.core.grouping.reasons import shared_with
from tocsin.core.grouping.row import Floats, Row, likeness, repeats, unpacked, weigh
from tocsin.core.grouping.sketch import Sketch, sketch
from tocsin.core.model import Article, Join, Placement, RunnerUp, Shared

COPIED = 0.6
"""The share of its phrases that makes an article a copy."""

_COPY_LIKENESS = 0.3  # less alike in words, it need not be looked at for phrases
_NEAR_ROWS = 48  # of a day
_NEAR_STORIES = 6


@dataclass(frozen=True, slots=True)
class _Fit:
    """How an article fits a story: through its *nearest* member, *ended* where it takes no more."""

    story: Story
    score: float
    nearest: Place
    ended: bool
    copy: bool


@dataclass(frozen=True, slots=True)
class _Compared:
    """How alike in *words* an article is to each of a story's latest members, how many words they
    have in common, and what they score."""

    words: list[float]
    shared: list[float]
    pairs: list[float]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The article that is being decided on."""

    drawn: Sketch
    row: Row
    time: datetime | None


class StoryIndex:
    """The stories that can still grow, and their articles' most telling words."""

    def __init__(
        self, frequencies: Frequencies | None = None, learned: Coefficients = LEARNED
    ) -> None:
        self.frequencies = frequencies or Frequencies()
        self._learned = learned
        self._days: dict[date | None, Day] = {}
        self._stories = Growing(self._days)
        # Of the article decided on last, as it is mostly the one added next:
        self._weighed: tuple[Sketch, int, Row] | None = None
        self._scored: dict[int, Floats] = {}  # its pairs, by story, until anything changes

    def decide(self, article: Article, time: datetime | None) -> Placement:
        """Where *article* belongs and why; changes nothing.  *time* None: it has no date."""
        drawn = sketch(article.title, article.text)
        seen = _Seen(drawn, self._weigh(drawn), time)
        self._scored.clear()
        undated = None if time else self._undated()
        least = threshold(len(drawn.keys), undated, self._learned)
        fits = sorted(self._fits(seen), key=_rank, reverse=True)
        best = next((fit for fit in fits if not fit.ended), None)
        joined = best if best and (best.copy or best.score >= least) else None
        others = [fit for fit in fits if fit is not joined]
        runner_up = self._runner_up(others[0], seen, least) if others else None
        if joined is None:
            score = best.score if best else 0.0
            return Placement(how=Join.OPENED, score=score, threshold=least, runner_up=runner_up)
        return self._joined(joined, seen, least, runner_up)

    def add(
        self, article: Article, time: datetime | None, story_id: int, placement: Placement
    ) -> None:
        """Take *article* in as part of the story, so that later ones may join it."""
        drawn = sketch(article.title, article.text)
        row = self._weigh(drawn)
        day = time.date() if time else None
        story = self._stories.get(story_id)
        pairs = self._pairs(row, story) if story else None
        copy_of = placement.copy_of or 0
        placed = Placed(article_id=article.id, story_id=story_id, copy_of=copy_of, time=time)
        place = day, self._days.setdefault(day, Day()).add(row, placed)
        if story is None or pairs is None:
            self._stories.open(story_id, place)
        else:
            self._stories.grow(story, pairs).take(place, time, independent=not copy_of)
        self.frequencies.add(article.id, drawn.keys)
        self._scored.clear()

    def revise(self, article: Article, story_id: int) -> None:
        """Have later articles compared with the new words of one that is part of the story."""
        story = self._stories.get(story_id)
        row = self._weigh(sketch(article.title, article.text))
        for day, number in story.members if story else ():
            if self._days[day].article[number] == article.id:
                self._days[day].reword(number, row)
        self._scored.clear()

    def forget(self, before: datetime) -> None:
        """Drop the days that had ended by *before*, with their articles, whole."""
        gone = {day for day in self._days if day is not None and day < before.date()}
        if not gone:
            return
        self._scored.clear()
        self._stories.forget(gone)
        for day in gone:
            del self._days[day]

    def _weigh(self, drawn: Sketch) -> Row:
        last, counted = self._weighed, self.frequencies.articles
        if last is None or last[0] is not drawn or last[1] != counted:
            self._weighed = last = (drawn, counted, weigh(drawn, self.frequencies))
            self._scored.clear()
        return last[2]

    def _undated(self) -> int:
        return self._days[None].size if None in self._days else 0

    def _pairs(self, row: Row, story: Story) -> Floats:
        """The scores of the article weighed last with a story's latest members."""
        if story.id not in self._scored:
            self._scored[story.id] = pair_scores(self._alike(row, [story]), self._learned)
        return self._scored[story.id]

    def _fits(self, seen: _Seen) -> Iterable[_Fit]:
        stories = self._candidates(seen.row)
        if not stories:
            return
        lines = self._alike(seen.row, stories)
        scores = pair_scores(lines, self._learned)
        words, shared, pairs = lines[:, 0].tolist(), lines[:, -1].tolist(), scores.tolist()
        begin = 0
        for story in stories:
            own = slice(begin, begin + len(story.latest))
            begin = own.stop
            self._scored[story.id] = scores[own]
            yield self._fit(seen, story, _Compared(words[own], shared[own], pairs[own]))

    def _fit(self, seen: _Seen, story: Story, compared: _Compared) -> _Fit:
        pairs = compared.pairs
        nearest = story.latest[pairs.index(max(pairs))]
        cohesion = cohesion_of(story.total, story.pairs)
        score = story_score(pairs, cohesion, self._learned) if enough(compared.shared) else 0.0
        gap = _gap(seen.time, story.last)
        score = faded(score, gap) if gap is not None else score
        copy = max(compared.words) >= _COPY_LIKENESS and self._repeats(seen.row, nearest)
        return _Fit(story, score, nearest, story.ended(seen.time), copy)

    def _candidates(self, row: Row) -> list[Story]:
        """The stories of the closest rows, closest first."""
        ids = near(list(self._days.values()), row, _NEAR_ROWS, _NEAR_STORIES)
        found = map(self._stories.get, ids)
        return [story for story in found if story]

    def _alike(self, row: Row, stories: list[Story]) -> Floats:
        """How alike *row* is to the stories' latest members, a line each, in their order."""
        places = [place for story in stories for place in story.latest]
        return likeness(row, unpacked([self._days[day].line(number) for day, number in places]))

    def _repeats(self, row: Row, place: Place) -> bool:
        day, number = place
        return repeats(row.shingles, self._days[day].shingles(number)) >= COPIED

    def _joined(
        self,
        fit: _Fit,
        seen: _Seen,
        least: float,
        runner_up: RunnerUp | None,
    ) -> Placement:
        held, number = self._days[fit.nearest[0]], fit.nearest[1]
        nearest = held.article[number]
        return Placement(
            how=Join.COPY if fit.copy else Join.SAME_EVENT,
            story_id=fit.story.id,
            nearest=nearest,
            copy_of=(held.copy_of[number] or nearest) if fit.copy else None,
            score=fit.score,
            threshold=least,
            shared=self._shared(fit, seen),
            runner_up=runner_up,
        )

    def _runner_up(self, fit: _Fit, seen: _Seen, least: float) -> RunnerUp:
        held, number = self._days[fit.nearest[0]], fit.nearest[1]
        return RunnerUp(
            story_id=fit.story.id,
            article_id=held.article[number],
            score=fit.score,
            shared=self._shared(fit, seen),
            why_not=_why_not(fit, least),
        )

    def _shared(self, fit: _Fit, seen: _Seen) -> Shared:
        held, number = self._days[fit.nearest[0]], fit.nearest[1]
        return shared_with(held.kept(number), seen.drawn, seen.row, _gap(seen.time, fit.story.last))


def _rank(fit: _Fit) -> tuple[bool, float]:
    return fit.copy, fit.score


def _gap(time: datetime | None, last: datetime | None) -> timedelta | None:
    return abs(time - last) if time and last else None


def _why_not(fit: _Fit, least: float) -> str:
    if fit.ended:
        return "the story has ended"
    if fit.score < least:
        return f"{fit.score:.2f} is below {least:.2f}"
    return "another story is closer"
