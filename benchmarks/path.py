"""The whole way from a poll to a placed article, against the way one would write it in an evening.

    python -m benchmarks.path [FEEDS]

Both read the made-up web: so many feeds (100), four rounds.  The naive way is httpx, feedparser and
trafilatura as their documentation shows them, ``in`` loops over 1,000 rules, scikit-learn's TF-IDF
fitted again for each article, and SQLite; ours is the daemon's own: `open_app` and the engine.
Both must find the same matches.  CPU seconds are those of all processes but the web's.
"""

import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import feedparser
import httpx
import structlog
import trafilatura
from sklearn.feature_extraction.text import TfidfVectorizer
from sqlalchemy import Connection, select

from benchmarks.cost import cpu_seconds
from benchmarks.made_up import names
from benchmarks.table import Row, against, render
from benchmarks.web import feed_url, served
from tocsin.app import open_app
from tocsin.cli.once import notifier_dry
from tocsin.config import read_config
from tocsin.engine.local import poll_all, read_new
from tocsin.store.schema import articles, matches

RULES = 1000
SAME = 0.5
"""The likeness from which the naive way takes two articles for one story."""

Hits = set[tuple[str, str]]
STAGES = {
    "same": "unchanged feed, 304",
    "again": "unchanged feed, 200",
    "more": "feed with one new entry",
    "articles": "new article, fetch to store",
}


@dataclass(slots=True)
class Run:
    """One way's CPU and wall seconds by stage, and what it matched: article's address and rule."""

    cpu: dict[str, float] = field(default_factory=dict)
    wall: dict[str, float] = field(default_factory=dict)
    hits: Hits = field(default_factory=set)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        cpu, wall = cpu_seconds(), time.perf_counter()
        yield
        self.cpu[stage] = cpu_seconds() - cpu
        self.wall[stage] = time.perf_counter() - wall


def rows(count: int = 100) -> list[Row]:
    """What each stage and the whole cost, ours against the naive way's.

    Raises:
        AssertionError: They did not match the same.
    """
    watched = tuple(names(RULES))
    theirs, mine = _run(naive, count, watched), _run(_ours, count, watched)
    assert theirs.hits == mine.hits, f"{len(theirs.hits)} matches, and {len(mine.hits)} of ours"
    measured = [
        against(what, 1000 * mine.cpu[stage] / count, 1000 * theirs.cpu[stage] / count, "ms")
        for stage, what in STAGES.items()
    ]
    ours_cpu, their_cpu = sum(mine.cpu.values()), sum(theirs.cpu.values())
    ours_wall, their_wall = sum(mine.wall.values()), sum(theirs.wall.values())
    return [
        *measured,
        against("whole run, CPU of all processes", ours_cpu, their_cpu, "s", 13),
        against("whole run, on the clock", ours_wall, their_wall, "s"),
        Row(what="matches of either way", ours=str(len(mine.hits)), peer=str(len(theirs.hits))),
    ]


def _run(
    way: Callable[[list[str], tuple[str, ...]], Run], count: int, watched: tuple[str, ...]
) -> Run:
    with served(watched) as port:
        return way([feed_url(number, port) for number in range(count)], watched)


# --- ours ------------------------------------------------------------------------------------


def _ours(urls: list[str], watched: tuple[str, ...]) -> Run:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    return asyncio.run(ours(urls, watched))


async def ours(urls: list[str], watched: tuple[str, ...]) -> Run:
    """What `tocsin run` does, without waiting for a feed's time to come."""
    run = Run()
    with tempfile.TemporaryDirectory() as folder:
        settings = read_config(_config(Path(folder), urls, watched), {})
        async with open_app(settings, make=notifier_dry) as app, httpx.AsyncClient() as steer:
            await poll_all(app.stages)
            for mode in ("same", "again", "more"):
                await steer.get(_answer(urls, mode))
                with run.timed(mode):
                    await poll_all(app.stages)
            with run.timed("articles"):
                await read_new(app.stages, settings.feeds)
            run.hits = await app.stages.store.read(_matched)
    return run


def _config(folder: Path, urls: list[str], watched: tuple[str, ...]) -> Path:
    rules = [{"id": f"rule-{at}", "match": f'"{name}"'} for at, name in enumerate(watched)]
    path = folder / "tocsin.yaml"
    fetch = {"allow": ["127.0.0.0/8"]}
    path.write_text(json.dumps({"feeds": urls, "watchlist": {"rules": rules}, "fetch": fetch}))
    return path


def _matched(conn: Connection) -> Hits:
    found = select(articles.c.url, matches.c.rule_id).join(
        matches, matches.c.article_id == articles.c.id
    )
    return {(_page(url), rule) for url, rule in conn.execute(found)}


def _page(url: str) -> str:
    """Which page it is, whatever the port of the run."""
    return url.partition("/page/")[2]


def _answer(urls: list[str], mode: str) -> str:
    return f"{urls[0].partition('/feed/')[0]}/answer/{mode}"


# --- as one would write it in an evening -----------------------------------------------------


def naive(urls: list[str], watched: tuple[str, ...]) -> Run:
    """The same with what is at hand."""
    run, desk = Run(), Naive(watched)
    with httpx.Client() as client:
        for url in urls:
            desk.poll(client, url)
        desk.waiting.clear()
        for mode in ("same", "again", "more"):
            client.get(_answer(urls, mode))
            with run.timed(mode):
                for url in urls:
                    desk.poll(client, url)
        with run.timed("articles"):
            for link, title in desk.waiting:
                desk.read(client, link, title)
    run.hits = desk.hits
    return run


class Naive:
    """Feeds, articles, rules and stories, the short way."""

    def __init__(self, watched: tuple[str, ...]) -> None:
        self._rules = {f"rule-{at}": [name.lower()] for at, name in enumerate(watched)}
        self._etags: dict[str, str] = {}
        self._seen: set[str] = set()
        self._texts: list[str] = []
        self._stories: list[int] = []
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE TABLE articles (url TEXT, title TEXT, text TEXT, story INTEGER)")
        self.waiting: list[tuple[str, str]] = []
        self.hits: Hits = set()

    def poll(self, client: httpx.Client, url: str) -> None:
        etag = self._etags.get(url)
        response = client.get(url, headers={"If-None-Match": etag} if etag else {})
        if response.status_code == 304:
            return
        self._etags[url] = response.headers["etag"]
        for entry in feedparser.parse(BytesIO(response.content)).entries:
            if entry.id not in self._seen:
                self._seen.add(entry.id)
                self.waiting.append((entry.link, entry.title))

    def read(self, client: httpx.Client, link: str, title: str) -> None:
        page = client.get(link).text
        text = trafilatura.extract(page, with_metadata=True) or ""
        lower = f"{title} {text}".lower()
        for rule, terms in self._rules.items():
            if any(term in lower for term in terms):
                self.hits.add((_page(link), rule))
        story = self._story(text)
        self._db.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", (link, title, text, story))
        self._db.commit()

    def _story(self, text: str) -> int:
        twin = nearest(self._texts, text)
        self._stories.append(len(self._texts) if twin is None else self._stories[twin])
        return self._stories[-1]


def nearest(texts: list[str], text: str) -> int | None:
    """Which of *texts* is like *text*, if any is; it is taken in among them."""
    texts.append(text)
    vectors = TfidfVectorizer().fit_transform(texts)
    likeness = (vectors[-1] @ vectors[:-1].T).toarray().ravel()
    found = int(likeness.argmax()) if len(likeness) else None
    return found if found is not None and likeness[found] >= SAME else None


if __name__ == "__main__":
    print(render(rows(int(sys.argv[1]) if sys.argv[1:] else 100)))
