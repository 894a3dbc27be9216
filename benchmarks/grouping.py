"""Stories from a corpus of news: online, in one pass, from an empty store, by the product's code.

``python -m benchmarks.grouping CORPUS.jsonl.gz``
    one ``{"id", "cluster"}`` a line on standard output, in file order
``python -m benchmarks.grouping --table [FOLDER]``
    the table of docs/stories.md (FOLDER: default $TOCSIN_CORPUS/grouping)
``python -m benchmarks.grouping --order [FOLDER]``
    how much the figures move when articles arrive shuffled within an hour
``python -m benchmarks.grouping --live 300 30000 [FOLDER]``
    the cost of an article, and the process's memory, beside so many live ones, and of dropping
    a day of the most
"""

import json
import os
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import mean

from benchmarks.corpus import Row, article_of, read
from benchmarks.scoring import bcubed, look_alikes, pairwise
from benchmarks.train_grouping import CORPORA, FOLDS, background_of
from tocsin.core.grouping import LONGEST, Frequencies, StoryIndex
from tocsin.core.grouping.coefficients import LEARNED
from tocsin.core.grouping.decision import Coefficients
from tocsin.core.grouping.frequencies import SHIPPED, Background
from tocsin.core.model import Article, Join, Placement

SHUFFLES = 5
SETTLED = 300  # articles timed once the index is as full as asked
BEGIN = datetime(2030, 1, 1, tzinfo=UTC)


def group(
    rows: Sequence[Row], background: Background = SHIPPED, learned: Coefficients = LEARNED
) -> Iterator[int]:
    """The number of each row's story."""
    index = StoryIndex(Frequencies(background), learned)
    for number, row in enumerate(rows, 1):
        article = article_of(number, row)
        yield place(index, article, article.published)


def place(index: StoryIndex, article: Article, when: datetime | None) -> int:
    """Decide on an article and take it in, as the daemon does; its story."""
    if when:
        index.forget(when - LONGEST)
    placement = index.decide(article, when)
    story_id = placement.story_id or article.id
    index.add(article, when, story_id, placement)
    return story_id


def figures(rows: Sequence[Row], background: Background, learned: Coefficients) -> str:
    """One line of the table, from BCubed to speed."""
    begun = time.process_time()
    placed = list(group(rows, background, learned))
    speed = len(rows) / (time.process_time() - begun)
    gold = [row["story"] for row in rows]
    joined = look_alikes(gold, [row.get("group") for row in rows], placed)
    precision, recall, f1 = bcubed(gold, placed)
    alike = "–" if joined is None else f"{joined:.1%}"
    pair_f1 = pairwise(gold, placed)[2]
    return f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {pair_f1:.3f} | {alike} | {speed:,.0f}"


def left_out(corpora: dict[str, list[Row]], name: str) -> tuple[Background, Coefficients]:
    """What was learned and counted without that corpus."""
    learned = json.loads(FOLDS.read_text())[name]
    others = [rows for other, rows in corpora.items() if other != name]
    return Background(*background_of(others)), Coefficients(
        **{**learned, "pair": tuple(learned["pair"])}
    )


def table(folder: Path) -> None:
    """DEV and leave-one-corpus-out figures of every corpus, as Markdown."""
    corpora = {name: read(folder / f"{name}.jsonl.gz") for name in CORPORA}
    print("| corpus | trained on | P | R | BCubed F1 | pairwise F1 | look-alikes | articles/s |")
    print("|---|---|---|---|---|---|---|---|")
    for name, rows in corpora.items():
        print(f"| {name} | the others | {figures(rows, *left_out(corpora, name))} |", flush=True)
        print(f"| {name} | all four (DEV) | {figures(rows, SHIPPED, LEARNED)} |", flush=True)


def order(folder: Path) -> None:
    """The spread of BCubed F1 over shuffles within an hour (undated: within fifty places)."""
    for name in CORPORA:
        rows = read(folder / f"{name}.jsonl.gz")
        scores = []
        for seed in range(SHUFFLES):
            shuffled = _shuffled(rows, random.Random(seed))
            placed = list(group(shuffled))
            scores.append(bcubed([row["story"] for row in shuffled], placed)[2])
        print(f"{name}: {min(scores):.3f} to {max(scores):.3f}", flush=True)


def _shuffled(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    def arrival(at: int) -> float:
        published = article_of(at, rows[at]).published
        if published is None:
            return at + chance.uniform(0, 50)
        return published.timestamp() + chance.uniform(0, 3600)

    arrivals = {at: arrival(at) for at in range(len(rows))}
    return [rows[at] for at in sorted(arrivals, key=arrivals.__getitem__)]


def live(sizes: Sequence[int], folder: Path) -> None:
    """Fill an index over three days with articles mixed of the corpora's own words, and time a few
    at each size, then the drop of a day.

    It is filled without deciding, a story for each, as nearly all would open one.
    """
    stream = _mixed(folder, timedelta(days=3) / max(sizes))
    index, filled = StoryIndex(), 0
    print("| articles live | CPU time to decide | to add | the process's memory |")
    print("|---|---|---|---|")
    for size in sorted(sizes):
        for article in islice(stream, size - filled):
            index.add(article, article.first_seen, article.id, Placement(how=Join.OPENED))
        decided, added = _timed(index, islice(stream, SETTLED))
        filled = size + SETTLED
        used_megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        costs = f"{1000 * decided:.2f} ms | {1000 * added:.2f} ms"
        print(f"| {size:,} | {costs} | {used_megabytes:.0f} MB |", flush=True)
    begun = time.process_time()
    index.forget(BEGIN + timedelta(days=1))
    print(f"dropping a day of {filled // 3:,}: {1000 * (time.process_time() - begun):.0f} ms")


def _timed(index: StoryIndex, articles: Iterable[Article]) -> tuple[float, float]:
    """The mean CPU seconds of deciding on each of these, and of taking it in."""
    decided, added = [], []
    for article in articles:
        begun = time.process_time()
        placement = index.decide(article, article.first_seen)
        between = time.process_time()
        index.add(article, article.first_seen, placement.story_id or article.id, placement)
        decided.append(between - begun)
        added.append(time.process_time() - between)
    return mean(decided), mean(added)


def _mixed(folder: Path, step: timedelta) -> Iterator[Article]:
    """Articles without end, so far apart, each of 250 words out of five places of a corpus."""
    rows = read(folder / "neus.jsonl.gz")
    words = [sys.intern(word) for row in rows for word in row["text"].split()]
    del rows
    chance = random.Random(1)
    for number in count(1):
        starts = [chance.randrange(len(words) - 50) for _ in range(5)]
        text = " ".join(" ".join(words[start : start + 50]) for start in starts)
        seen = BEGIN + number * step
        yield Article(
            id=number, feed_id="", outlet="", url="", title=text[:60], text=text, first_seen=seen
        )


def main(arguments: list[str]) -> None:
    default = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "grouping"
    if arguments[0] in ("--table", "--order"):
        folder = Path(arguments[1]) if len(arguments) > 1 else default
        return {"--table": table, "--order": order}[arguments[0]](folder)
    if arguments[0] == "--live":
        sizes = [int(size) for size in arguments[1:] if size.isdecimal()]
        return live(sizes, default if arguments[-1].isdecimal() else Path(arguments[-1]))
    rows = read(Path(arguments[0]))
    for row, story_id in zip(rows, group(rows), strict=True):
        print(json.dumps({"id": row["id"], "cluster": story_id}))
    print(f"{len(rows)} articles grouped", file=sys.stderr)
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
