"""What each module of the suite measures, as rows: every one against its public peer, in one run.

    python -m benchmarks.measured NAME FILE

writes the rows of the module NAME into FILE, as JSON; whatever is printed is for people.
"""

import asyncio
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from benchmarks import made_up
from benchmarks.table import Row, against

T = TypeVar("T")
FEEDS, PAGES, LIVE, ARTICLES, REQUESTS = 20, 300, 300, 20, 500


def path() -> list[Row]:
    return importlib.import_module("benchmarks.path").rows()  # type: ignore[no-any-return]


def soak() -> list[Row]:
    return importlib.import_module("benchmarks.soak").rows()  # type: ignore[no-any-return]


def feeds() -> list[Row]:
    """Feeds of 100 KB: the same bytes again, one entry more, and never seen."""
    from benchmarks.feeds import feedparser_alone, xxhash_alone
    from tocsin.parse.feed import read_feed

    before = [made_up.feed("http://a.example", number, 30) for number in range(FEEDS)]
    bodies = [made_up.feed("http://a.example", number, 31) for number in range(FEEDS)]
    known = [read_feed(body, "", "").fingerprints for body in before]
    pairs = list(zip(bodies, known, strict=True))
    theirs = _milliseconds(bodies, feedparser_alone)
    unchanged = _milliseconds(bodies, xxhash_alone)
    one_new = _milliseconds(pairs, lambda pair: read_feed(pair[0], "", "", pair[1]))
    unknown = _milliseconds(bodies, lambda body: read_feed(body, "", ""))
    return [
        against("unchanged feed, 200", unchanged, theirs, "ms", 100),
        against("feed with one new entry", one_new, theirs, "ms", 10),
        against("feed never seen", unknown, theirs, "ms"),
    ]


def extraction() -> list[Row]:
    """Pages of 85 KB on every core, against trafilatura's fast mode on as many processes."""
    from benchmarks.extraction import bare_seconds, read_all

    made = [(f"{number}.html", made_up.page(1, number)) for number in range(PAGES)]
    ours = asyncio.run(read_all(made))[1] * 1000 / PAGES
    theirs = bare_seconds([body for _, body in made]) * 1000 / PAGES
    return [against("page to text, on every core, on the clock", ours, theirs, "ms")]


def rules() -> list[Row]:
    """A loop of ``in`` over the same terms and texts."""
    from benchmarks.rules_speed import build_rows, match_rows, regex_rows, texts

    measured = [*match_rows(texts(())), *build_rows(), *regex_rows()]
    return [Row(what=what, ours=ours, peer=other) for what, ours, other in measured]


def grouping() -> list[Row]:
    """An article beside 300 live ones, against scikit-learn's TF-IDF fitted again for each."""
    from benchmarks.grouping import place
    from benchmarks.path import nearest
    from tocsin.core.grouping import StoryIndex
    from tocsin.core.model import Article

    began, index, texts = datetime(2030, 1, 1, tzinfo=UTC), StoryIndex(), list[str]()
    made = [
        Article(
            id=number,
            feed_id="",
            outlet="",
            url="",
            title=made_up.title(0, number),
            text="\n".join(made_up.text(f"page {number} {at}", 4) for at in range(12)),
            first_seen=began + timedelta(minutes=number),
        )
        for number in range(1, LIVE + ARTICLES + 1)
    ]
    for article in made[:LIVE]:
        place(index, article, article.first_seen)
        texts.append(article.text)
    ours = _milliseconds(made[LIVE:], lambda article: place(index, article, article.first_seen))
    theirs = _milliseconds(made[LIVE:], lambda article: nearest(texts, article.text))
    return [against(f"article into its story beside {LIVE} live ones", ours, theirs, "ms")]


def fetch() -> list[Row]:
    """Stock httpx."""
    command = [sys.executable, "-m", "benchmarks.fetch", str(REQUESTS)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found = [json.loads(line) for line in told.splitlines()]
    cost = {(one["client"], one["case"]): one["cpu_ms"] for one in found if "cpu_ms" in one}
    slots = {one["client"]: (one["case"], one["slots"]) for one in found if "slots" in one}
    case, left = slots["tocsin"]
    return [
        *(
            against(name, cost["tocsin", name], cost["httpx", name], "ms", _least(name))
            for client, name in cost
            if client == "tocsin"
        ),
        Row(what=case, ours=str(left), peer=str(slots["httpx"][1])),
    ]


def _least(case: str) -> float | None:
    return 20 if "slow" in case else None


def _milliseconds(inputs: Sequence[T], work: Callable[[T], object]) -> float:
    """The CPU time of *work* on one input, in the mean."""
    started = time.process_time()
    for one in inputs:
        work(one)
    return (time.process_time() - started) * 1000 / len(inputs)


MODULES = {
    measure.__name__: measure for measure in (path, feeds, extraction, rules, grouping, fetch, soak)
}


if __name__ == "__main__":
    rows = MODULES[sys.argv[1]]()
    Path(sys.argv[2]).write_text(json.dumps([asdict(row) for row in rows]))
