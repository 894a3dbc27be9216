"""The article text that we take from each page of a folder, and how fast.

    python -m benchmarks.extraction FOLDER [GOLD.json]

*FOLDER* holds ``.html`` files.  One JSON object a line on standard output: ``{"file", "text",
"seconds", "error"}``; *error* is null, or why a text is not the whole article.  On standard error:
the rate, beside that of ``trafilatura.extract(fast=True)`` on the same pages and as many processes;
and with *GOLD.json* precision, recall and F1: by shared words where it is ``{file: text}``, by
segments that must and must not stand in the text where it is trafilatura's ``evaldata.json``
(``{url: {"file", "with", "without"}}``; *FOLDER* is then its folder ``tests``).
"""

import asyncio
import json
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import trafilatura

from tocsin.core.errors import Overrun
from tocsin.core.ports import Response
from tocsin.extract import WARM, WorkerExtractor
from tocsin.workers import Workers

CORES = os.cpu_count() or 1
Row = dict[str, Any]
Page = tuple[str, bytes]  # its file's name, and what it holds


def main(folder: str, gold: str = "") -> None:
    pages = _pages(Path(folder))
    stated = json.loads(Path(gold).read_text(encoding="utf-8")) if gold else {}
    rows, seconds = asyncio.run(read_all(pages))
    _report("ours", len(pages), seconds)
    _report("trafilatura", len(pages), bare_seconds([body for _, body in pages]))
    if stated:
        print(_score({row["file"]: row["text"] for row in rows}, stated), file=sys.stderr)


def _pages(root: Path) -> list[Page]:
    files = sorted(path for path in root.rglob("*.html") if path.is_file())
    return [(str(path.relative_to(root)), path.read_bytes()) for path in files]


async def read_all(pages: list[Page]) -> tuple[list[Row], float]:
    """A row a page, printed as it comes, as many at a time as there are cores; and how many seconds
    that took once the workers stood."""
    rows: list[Row] = []
    async with Workers(CORES, warm=WARM) as workers:
        extractor = WorkerExtractor(workers)
        at_once = asyncio.Semaphore(CORES)
        await asyncio.gather(*(_row(extractor, page, at_once) for page in pages[:CORES]))
        started = time.perf_counter()
        for row in asyncio.as_completed([_row(extractor, page, at_once) for page in pages]):
            rows.append(await row)
            print(json.dumps(rows[-1], ensure_ascii=False))
        seconds = time.perf_counter() - started
    return rows, seconds


async def _row(extractor: WorkerExtractor, page: Page, at_once: asyncio.Semaphore) -> Row:
    file, body = page
    async with at_once:
        started = time.perf_counter()
        text, error = await _read(extractor, body)
        seconds = round(time.perf_counter() - started, 4)
    return {"file": file, "text": text, "seconds": seconds, "error": error}


async def _read(extractor: WorkerExtractor, body: bytes) -> tuple[str, str | None]:
    try:
        page = await extractor.extract(Response(url="", status=200, body=body))
        return page.text, page.problem or None
    except Overrun as overrun:
        return "", str(overrun)


def bare_seconds(bodies: list[bytes]) -> float:
    """How long trafilatura's fast mode takes for them, on as many processes as there are cores."""
    with ProcessPoolExecutor(CORES) as pool:
        started = time.perf_counter()
        list(pool.map(_bare, bodies))
        return time.perf_counter() - started


def _bare(body: bytes) -> str | None:
    return trafilatura.extract(body, fast=True, include_comments=False)


def _report(name: str, pages: int, seconds: float) -> None:
    print(f"{name:<12}{pages / seconds:>8.1f} pages/s", file=sys.stderr)


def _score(texts: dict[str, str], stated: dict[str, Any]) -> str:
    if all(isinstance(text, str) for text in stated.values()):
        pairs = [(texts[file], text) for file, text in stated.items() if file in texts]
        return _f1(_by_words(pairs), len(pairs))
    by_name = {Path(file).name: text for file, text in texts.items()}
    judged = [(by_name[row["file"]], row) for row in stated.values() if row["file"] in by_name]
    return _f1(_by_segments(judged), len(judged))


def _by_words(pairs: list[tuple[str, str]]) -> tuple[int, int, int]:
    """How many words are shared, found and stated."""
    shared = found = stated = 0
    for ours, theirs in pairs:
        a, b = Counter(ours.split()), Counter(theirs.split())
        shared, found, stated = shared + (a & b).total(), found + a.total(), stated + b.total()
    return shared, found, stated


def _by_segments(judged: list[tuple[str, Row]]) -> tuple[int, int, int]:
    """The same of segments; those that must not be there count as found in vain."""
    right = wrong = stated = 0
    for text, row in judged:
        words = " ".join(text.split())
        right += sum(" ".join(one.split()) in words for one in row["with"])
        wrong += sum(" ".join(one.split()) in words for one in row["without"])
        stated += len(row["with"])
    return right, right + wrong, stated


def _f1(counted: tuple[int, int, int], pages: int) -> str:
    shared, found, stated = counted
    precision, recall = shared / max(found, 1), shared / max(stated, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  on {pages} pages"


if __name__ == "__main__":
    main(*sys.argv[1:])
