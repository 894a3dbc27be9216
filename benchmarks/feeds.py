"""What we read of every feed of a corpus, how fast, and how that compares with feedparser.

    python -m benchmarks.feeds FOLDER

*FOLDER* holds ``expected.jsonl``, a row a file.  One JSON object a line on standard output:
``{"file", "entries", "titles", "links", "ids", "published", "seconds", "error"}``; *published* in
ISO 8601, null where it is unknown; a file that is no feed has no entries and no error.  On
standard error: what differs from what is stated, then the table.

Titles: ours are plain text, while others state them as the feed has them, with tags and escapes.
So that titles are compared and not notations, a title is shown as feedparser has it where that,
read as HTML by lxml alone, says the very same as ours; else ours is shown.
"""

import asyncio
import contextlib
import json
import sys
import time
from calendar import timegm
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import lxml.etree
import lxml.html
import xxhash

from tocsin.core.errors import NotAFeed, ReadError
from tocsin.core.model import ParsedFeed
from tocsin.core.ports import Response
from tocsin.parse import WARM, WorkerFeedParser
from tocsin.parse.feed import read_feed
from tocsin.workers import Workers

Row = dict[str, Any]
BASE = "http://base.invalid/feed/here"
"""Where the files are said to be from; taken off again, so that relative links show as stated."""

NO_FEED = ParsedFeed(title="", entries=())
DEADLINE = timedelta(seconds=10)


async def main(folder: str) -> None:
    root, tally = Path(folder), Tally()
    stated = [json.loads(line) for line in (root / "expected.jsonl").open(encoding="utf-8")]
    async for row, seen in read_all(root, stated):
        print(json.dumps(seen, ensure_ascii=False))
        tally.count(row, seen)
    print(*tally.lines(), *speeds(root, stated), sep="\n", file=sys.stderr)


async def read_all(root: Path, stated: list[Row]) -> AsyncIterator[tuple[Row, Row]]:
    """Each row and what we read of its file, one after the other."""
    async with Workers(1, warm=WARM, recycle_after=3 * len(stated)) as workers:
        parser = WorkerFeedParser(workers)
        await _read(parser, Response(url=BASE, status=200, body=b"<rss/>", headers={}))  # warms it
        for row in stated:
            headers = {k.lower(): v for k, v in (row.get("response_headers") or {}).items()}
            url = headers.get("content-location", BASE)
            body = (root / row["file"]).read_bytes()
            answer = Response(url=url, status=200, body=body, headers=headers)
            started = time.perf_counter()
            feed, error = await _read(parser, answer)
            seen = _seen(row["file"], feed, error, time.perf_counter() - started)
            yield row, seen | {"titles": await _as_written(seen["titles"], workers, answer)}


async def _read(parser: WorkerFeedParser, answer: Response) -> tuple[ParsedFeed, str | None]:
    try:
        return await parser.parse(answer), None
    except NotAFeed:
        return NO_FEED, None
    except ReadError as error:
        return NO_FEED, str(error)


def _seen(file: str, feed: ParsedFeed, error: str | None, seconds: float) -> Row:
    return {
        "file": file,
        "entries": len(feed.entries),
        "titles": [entry.title for entry in feed.entries],
        "links": [_as_stated(entry.url) for entry in feed.entries],
        "ids": [entry.guid for entry in feed.entries],
        "published": [e.published.isoformat() if e.published else None for e in feed.entries],
        "seconds": round(seconds, 4),
        "error": error,
    }


async def _as_written(ours: list[str], workers: Workers, answer: Response) -> list[str]:
    """Our titles, each as feedparser has it where it says the same."""
    headers = {**answer.headers, "content-location": answer.url}
    try:
        theirs: list[str] = await workers.run(
            "benchmarks.feeds:feedparser_titles", answer.body, headers, deadline=DEADLINE
        )
    except ReadError:
        return ours
    if len(theirs) != len(ours):
        return ours
    pairs = zip(ours, theirs, strict=True)
    return [their if mine in (said(their), said(said(their))) else mine for mine, their in pairs]


def feedparser_titles(body: bytes, headers: dict[str, str]) -> list[str]:
    """The titles of a feed as feedparser's documentation reads them."""
    entries = feedparser.parse(BytesIO(body), response_headers=headers).entries
    return [str(entry.get("title", "")) for entry in entries]


def said(title: str) -> str:
    """What a title that may be HTML says, by lxml alone: none of our own code."""
    with contextlib.suppress(lxml.etree.LxmlError, ValueError):
        title = lxml.html.fragment_fromstring(title, create_parent="div").text_content()
    return " ".join(title.split())


def _as_stated(url: str) -> str:
    folder, host = BASE.rpartition("/")[0] + "/", "http://base.invalid"
    return url.removeprefix(folder) if url.startswith(folder) else url.removeprefix(host)


@dataclass(slots=True)
class Tally:
    """How much of what is stated holds."""

    right: dict[str, int] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    files: int = 0
    slowest: float = 0.0

    def count(self, row: Row, seen: Row) -> None:
        self.files += 1
        self.slowest = max(self.slowest, seen["seconds"])
        self._note("no exception", row, seen["error"], None)
        if row.get("n_entries") is not None:
            self._note("entries", row, seen["entries"], row["n_entries"])
        for name, ours, theirs in _pairs(row, seen):
            self._note(name, row, ours, theirs)

    def _note(self, name: str, row: Row, ours: object, theirs: object) -> None:
        self.stated[name] = self.stated.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + (ours == theirs)
        if ours != theirs:
            print(f"{row['file']}: {name}: {ours!r} where {theirs!r} is stated", file=sys.stderr)

    def lines(self) -> Iterator[str]:
        for name, stated in self.stated.items():
            yield f"{name:<14}{self.right[name]:>7} of {stated}"
        yield f"{'slowest':<14}{self.slowest * 1000:>7.0f} ms"


def _pairs(row: Row, seen: Row) -> Iterator[tuple[str, object, object]]:
    """Name, ours and what is stated, for each value that is stated."""
    for index, entry in _stated_entries(row):
        if index >= seen["entries"]:
            continue
        generated = entry.get("id_may_be_generated")
        for name, key in (("titles", "title"), ("links", "link"), ("ids", "id")):
            if entry.get(key) and not (key == "id" and generated):
                yield name, seen[name][index].strip(), str(entry[key]).strip()
        if published := _stated_date(entry):
            yield "published", _moment(seen["published"][index]), _moment(published)


def _stated_entries(row: Row) -> Iterator[tuple[int, Row]]:
    """Of a row that states all its entries, or some of them by their number."""
    yield from enumerate(row.get("entries") or ())
    yield from ((int(number), entry) for number, entry in (row.get("entries_at") or {}).items())


def _stated_date(entry: Row) -> str | None:
    parts = entry.get("published_parsed") or entry.get("updated_parsed")
    moment = datetime.fromtimestamp(timegm(tuple(parts)), UTC).isoformat() if parts else None
    return entry.get("published") or moment


def _moment(stated: str | None) -> str | None:
    """To the second, in UTC, where it can be read."""
    try:
        return str(int(datetime.fromisoformat(stated or "").timestamp()))
    except ValueError:
        return stated


def speeds(root: Path, stated: list[Row]) -> Iterator[str]:
    """Our reading, in this process, against feedparser as its documentation shows it."""
    bodies = [(root / row["file"]).read_bytes() for row in stated]
    theirs = _seconds(bodies, feedparser_alone)
    ours = _seconds(bodies, _quietly)
    unchanged = _seconds(bodies, xxhash_alone)
    yield f"{'feedparser':<14}{theirs:>7.2f} s for the corpus"
    yield f"{'changed':<14}{ours:>7.2f} s, {theirs / ours:.1f} times faster"
    yield f"{'unchanged':<14}{unchanged:>7.3f} s, {theirs / unchanged:.0f} times faster"


def feedparser_alone(body: bytes) -> object:
    """A feed as feedparser's documentation reads it."""
    return feedparser.parse(BytesIO(body))


def xxhash_alone(body: bytes) -> str:
    """All that we do with a feed that has not changed."""
    return xxhash.xxh3_128_hexdigest(body)


def _quietly(body: bytes) -> None:
    with contextlib.suppress(ReadError):
        read_feed(body, BASE, "")


def _seconds(bodies: list[bytes], read: Callable[[bytes], object]) -> float:
    started = time.perf_counter()
    for body in bodies:
        read(body)
    return time.perf_counter() - started


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
