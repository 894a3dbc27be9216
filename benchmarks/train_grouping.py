"""Learns the coefficients of grouping and counts its background table, from the DEV corpora.

``python -m benchmarks.train_grouping [FOLDER]`` (default: $TOCSIN_CORPUS/grouping) writes
``coefficients.py`` and ``background.py`` of the package and ``benchmarks/folds.json``: for each
corpus, the coefficients learned WITHOUT it, so that its figures show what unseen news will look
like.  About ten minutes on one core; the same corpora give the same numbers.

Method.  What is learned is the decision itself, not a proxy: a hill climb over the few
coefficients, each step scored by BCubed F1 of whole online passes over all training corpora, so
that the states met in training are those met in use.  A logistic regression over
the same features did worse on a corpus left out: its weights followed each corpus's share of
positive pairs.  ECB+ is passed in four orders, as which look-alikes are joined is luck
in any one.  Look-alikes joined cost extra beyond a twentieth, and so does going far from a
start that was set by hand while all four corpora were in view: with three corpora to learn from, a
free climb overfits them.  Shipped is what is worth most on all four, of the climb over them and
the climbs over three.  The background table never counts the corpus that is scored.
"""

import json
import os
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from statistics import fmean

import numpy as np
import numpy.typing as npt

from benchmarks.corpus import Row, article_of, read
from benchmarks.scoring import bcubed, look_alikes
from tocsin.core.grouping import decision
from tocsin.core.grouping.day import Day, Placed
from tocsin.core.grouping.decision import Coefficients
from tocsin.core.grouping.frequencies import Background, Frequencies
from tocsin.core.grouping.growing import MEMBERS
from tocsin.core.grouping.row import LIKENESS, Floats, likeness, unpacked, weigh
from tocsin.core.grouping.sketch import sketch
from tocsin.core.grouping.vocabulary import spellings

CORPORA = ("ecbplus", "neus", "allsides", "uci")
PACKAGE = Path(__file__).parent.parent / "daemon" / "tocsin" / "core" / "grouping"
FOLDS = Path(__file__).with_name("folds.json")
STEPS = 24
MOST_STORIES_OF = {"neus": 350, "uci": 20}  # of the large ones a part is enough
SHUFFLED_ORDERS_OF = {"ecbplus": 3}  # how many look-alikes are joined is luck in any one order
FEWEST_COUNTED = 4
LOOK_ALIKES_ALLOWED, LOOK_ALIKES_COST = 0.05, 1.0
DISTANCE_COST = 0.001  # of a typical step away from the start: what one corpus alone wants costs

START = Coefficients(
    pair=(
        0.3, 0.357, 0.2, 0.112, 0.127, 0.415,
        0.086, -0.091, 0.048, -0.107, 0.2, 0.43, -0.091, -0.16,
    ),
    peak=0.1,
    few=0.27,
    cohesion=0.12,
    dated=0.08,
    undated=0.285,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pass:
    """A corpus made ready for many passes: every earlier article's likeness to each."""

    alike: list[Floats]
    words: list[int]
    times: list[datetime | None]
    stories: list[str]
    groups: list[str | None]


def background_of(corpora: Iterable[Sequence[Row]]) -> tuple[int, Counter[str]]:
    """In how many stories each word stands, and how many stories there are.

    Stories and not articles: the names of one big story are no common words.
    """
    counts: Counter[str] = Counter()
    stories = 0
    for rows in corpora:
        words: dict[str, set[str]] = {}
        for row in rows:
            spelled = spellings(f"{row['title']} {row['text']}")
            words.setdefault(row["story"], set()).update(word.casefold() for word in spelled)
        counts.update(word for story in words.values() for word in story)
        stories += len(words)
    return stories, Counter({w: n for w, n in counts.items() if n >= FEWEST_COUNTED})


def prepare(rows: Sequence[Row], background: Background) -> Pass:
    """Encode a corpus in stream order as the live index would."""
    frequencies, day = Frequencies(background), Day()
    made = Pass([], [], [], [], [])
    for number, source in enumerate(rows, 1):
        article = article_of(number, source)
        drawn = sketch(article.title, article.text)
        row = weigh(drawn, frequencies)
        made.alike.append(likeness(row, unpacked([day.line(at) for at in range(day.size)])))
        made.words.append(len(drawn.keys))
        made.times.append(article.published)
        made.stories.append(source["story"])
        made.groups.append(source.get("group"))
        day.add(row, Placed(article_id=number, story_id=0))
        frequencies.add(number, drawn.keys)
    return made


class _Stories:
    """The stories of one pass, as columns."""

    def __init__(self, most: int) -> None:
        self.of = np.full(most, -1)  # the story of each article that is still compared
        self.members: list[list[int]] = []
        self.cohesion: list[float] = []
        self._pairs: list[tuple[float, int]] = []
        self.last: list[datetime | None] = []

    def add(self, story: int, article: int, pairs: Floats) -> None:
        if story == len(self.members):
            self.members.append([])
            self.cohesion.append(decision.USUAL_COHESION)
            self._pairs.append((0.0, 0))
            self.last.append(None)
        latest = self.members[story][-MEMBERS:]
        total, count = self._pairs[story]
        self._pairs[story] = (total + float(pairs[latest].sum()), count + len(latest))
        self.cohesion[story] = decision.cohesion_of(*self._pairs[story])
        if len(latest) == MEMBERS:
            self.of[latest[0]] = -1
        self.members[story].append(article)
        self.of[article] = story


def group(made: Pass, learned: Coefficients) -> list[int]:
    """The story of each article: the pass of `StoryIndex` over what was made ready."""
    stories = _Stories(len(made.words))
    placed: list[int] = []
    for article, (alike, words, time) in enumerate(
        zip(made.alike, made.words, made.times, strict=True)
    ):
        pairs = decision.pair_scores(alike, learned)
        best, score = _best(stories, alike, time, learned)
        undated = None if time else article
        joined = score >= decision.threshold(words, undated, learned)
        story = best if joined else len(stories.members)
        stories.add(story, article, pairs)
        stories.last[story] = _later(stories.last[story], time)
        placed.append(story)
    return placed


def _best(
    stories: _Stories, alike: Floats, time: datetime | None, learned: Coefficients
) -> tuple[int, float]:
    pairs = decision.pair_scores(alike, learned)
    alive = stories.of[: len(pairs)]
    near = np.flatnonzero((pairs > 0.05) & (alive >= 0))
    peaks: dict[int, float] = {}
    for at in near[np.argsort(-pairs[near])][:48].tolist():
        peaks.setdefault(int(alive[at]), float(pairs[at]))
    best = (-1, 0.0)
    for story in list(peaks)[:6]:
        latest = stories.members[story][-MEMBERS:]
        if not decision.enough(alike[latest, -1].tolist()):
            continue
        score = decision.story_score(pairs[latest].tolist(), stories.cohesion[story], learned)
        last = stories.last[story]
        if time and last:
            score = decision.faded(score, abs(time - last))
        best = max(best, (story, score), key=lambda pair: pair[1])
    return best


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(one, other) if one and other else one or other


def worth(corpora: Sequence[Sequence[Pass]], learned: Coefficients) -> float:
    """What is climbed: the mean BCubed F1, less what look-alikes joined and distance cost.

    Each corpus counts once, as the mean over its orders.
    """
    cost = DISTANCE_COST * float((((_numbers(learned) - _numbers(START)) / _STEP) ** 2).sum())
    figures = []
    for orders in corpora:
        grouped = [(made, group(made, learned)) for made in orders]
        figures.append(fmean(bcubed(made.stories, placed)[2] for made, placed in grouped))
        joined = fmean(
            look_alikes(made.stories, made.groups, placed) or 0.0 for made, placed in grouped
        )
        cost += LOOK_ALIKES_COST * max(0.0, joined - LOOK_ALIKES_ALLOWED)
    return fmean(figures) - cost


def learn(passes: Sequence[Sequence[Pass]], seed: int = 1) -> Coefficients:
    """The best of STEPS small random steps, each kept where it is worth more."""
    random = np.random.default_rng(seed)
    best = START
    best_worth = worth(passes, best)
    for step in range(STEPS):
        tried = _stepped(best, random)
        if (tried_worth := worth(passes, tried)) > best_worth:
            best, best_worth = tried, tried_worth
            print(f"  step {step}: {best_worth:.4f}", file=sys.stderr, flush=True)
    return best


def _numbers(learned: Coefficients) -> npt.NDArray[np.float64]:
    others = (learned.peak, learned.few, learned.cohesion, learned.dated, learned.undated)
    return np.array([*learned.pair, *others])


_STEP = np.array([0.07] * 5 + [0.1] + [0.03] * 5 + [0.05] * 3 + [0.12, 0.12, 0.08, 0.012, 0.015])
_SIGNS = np.array([1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1])


def _stepped(learned: Coefficients, random: np.random.Generator) -> Coefficients:
    """A neighbour: one to three numbers moved; a sign that reason demands never turns."""
    numbers = _numbers(learned)
    moved = random.choice(len(numbers), random.integers(1, 4), replace=False)
    numbers[moved] += random.normal(size=len(moved)) * _STEP[moved]
    pair = numbers[: len(LIKENESS)] * _SIGNS
    numbers[: len(LIKENESS)] = np.maximum(pair, 0) * _SIGNS
    others = np.maximum(numbers[len(LIKENESS) :], 0).round(4).tolist()
    peak, few, cohesion, dated, undated = others
    return replace(
        learned,
        pair=tuple(numbers[: len(LIKENESS)].round(4).tolist()),
        peak=min(peak, 1.0),
        few=min(few, 1.0 - min(peak, 1.0)),
        cohesion=cohesion,
        dated=dated,
        undated=undated,
    )


def part(name: str, rows: Sequence[Row]) -> list[Row]:
    """As many stories of a corpus as training needs, every so manieth, in stream order."""
    stories = sorted({row["story"] for row in rows})
    every = max(1, len(stories) // MOST_STORIES_OF.get(name, len(stories)))
    kept = set(stories[::every])
    return [row for row in rows if row["story"] in kept]


def in_orders(name: str, rows: Sequence[Row]) -> Iterable[Sequence[Row]]:
    """A corpus as often as it is learned from: in its own order, then shuffled."""
    yield rows
    random = np.random.default_rng(1)
    for _ in range(SHUFFLED_ORDERS_OF.get(name, 0)):
        yield [rows[at] for at in random.permutation(len(rows)).tolist()]


def passes_of(corpora: Mapping[str, Sequence[Row]], without: str | None) -> list[list[Pass]]:
    """The passes over all corpora but one, by corpus; its own words are in no corpus's table."""
    used = {name: rows for name, rows in corpora.items() if name != without}
    passes = []
    for name, rows in used.items():
        others = Background(*background_of(other for key, other in used.items() if key != name))
        passes.append([prepare(one, others) for one in in_orders(name, part(name, rows))])
    return passes


def fold(corpora: Mapping[str, Sequence[Row]], without: str) -> Coefficients:
    """What is learned from all corpora but one."""
    print(f"learning without {without}", file=sys.stderr, flush=True)
    return learn(passes_of(corpora, without))


def shipped(corpora: Mapping[str, Sequence[Row]], folds: Iterable[Coefficients]) -> Coefficients:
    """Of what is learned from all corpora and from all but one, what is worth most on all: a climb
    over all of them may end lower than one over three."""
    passes = passes_of(corpora, None)
    return max((learn(passes), *folds), key=lambda one: worth(passes, one))


_COEFFICIENTS = """\
\"\"\"The learned coefficients: written by benchmarks/train_grouping.py, by nobody else.\"\"\"

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
{fields})
"""
_BACKGROUND = """\
\"\"\"In how many of {articles:,} news stories each word stands.

Counted by benchmarks/train_grouping.py, changed by nobody else.  Rarer words are left out.
\"\"\"

ARTICLES = {articles}

# A count and its words, a line each.
_TABLE = \"\"\"\\
{lines}
\"\"\"

COUNTS = {{
    word: int(count)
    for count, *words in map(str.split, _TABLE.splitlines())
    for word in words
}}
"""


def write(learned: Coefficients, articles: int, counts: Counter[str]) -> None:
    """The two modules of the package."""
    fields = "".join(f"    {name}={_told(value)},\n" for name, value in asdict(learned).items())
    (PACKAGE / "coefficients.py").write_text(_COEFFICIENTS.format(fields=fields))
    by_count: dict[int, list[str]] = {}
    for word, count in sorted(counts.items()):
        by_count.setdefault(count, []).append(word)
    lines = (f"{count} {' '.join(words)}" for count, words in sorted(by_count.items()))
    wrapped = "\n".join(line for one in lines for line in _wrapped(one))
    (PACKAGE / "background.py").write_text(_BACKGROUND.format(articles=articles, lines=wrapped))


def _told(value: float | tuple[float, ...]) -> str:
    """A number, or several, a line each, as the formatter would have it."""
    if isinstance(value, tuple):
        return "(\n" + "".join(f"        {number},\n" for number in value) + "    )"
    return str(value)


def _wrapped(line: str) -> list[str]:
    """A count and its words on lines of at most a hundred characters, the count on each."""
    count, words = line.split(" ", 1)
    return textwrap.wrap(words, 99, initial_indent=f"{count} ", subsequent_indent=f"{count} ")


def main(arguments: list[str]) -> None:
    default = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "grouping"
    folder = Path(arguments[0]) if arguments else default
    corpora = {name: read(folder / f"{name}.jsonl.gz") for name in CORPORA}
    folds = {name: asdict(fold(corpora, name)) for name in CORPORA}
    FOLDS.write_text(json.dumps(folds, indent=1) + "\n")
    articles, counts = background_of(corpora.values())
    learned = shipped(corpora, [Coefficients(**found) for found in folds.values()])
    write(learned, articles, counts)


if __name__ == "__main__":
    main(sys.argv[1:])
