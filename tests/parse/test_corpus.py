"""Feeds as the world writes them: real ones, and those that other readers are tested with."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tocsin.core.errors import NotAFeed
from tocsin.core.model import ParsedFeed
from tocsin.parse.feed import read_feed

FEEDS = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "feeds"
pytestmark = pytest.mark.skipif(
    not FEEDS.is_dir(), reason="needs the corpus that TOCSIN_CORPUS names"
)


def read(path: Path) -> ParsedFeed:
    try:
        return read_feed(path.read_bytes(), "https://feeds.example/", "")
    except NotAFeed:
        return ParsedFeed(title="", entries=())


def test_every_stated_count_is_right_and_nothing_else_is_raised() -> None:
    rows = [json.loads(line) for line in (FEEDS / "expected.jsonl").open(encoding="utf-8")]
    wrong = [row["file"] for row in rows if not _as_stated(row, read(FEEDS / row["file"]))]
    assert (len(rows) > 3000, wrong) == (True, [])


def _as_stated(row: dict[str, Any], feed: ParsedFeed) -> bool:
    return row.get("n_entries") in (None, len(feed.entries))


def test_no_document_makes_us_read_a_file_or_an_address() -> None:
    documents = json.loads((FEEDS / "strings/xxe_documents.json").read_text())["items"]
    rss = "<rss version='2.0'><channel><item><title>&xxe;&test;</title></item></channel></rss>"
    for document in documents:
        head = document[: document.index("]>") + 2] if "]>" in document else document
        for body in (document, head + rss):
            assert "root:" not in repr(_quietly(body.encode()))


def _quietly(body: bytes) -> ParsedFeed | None:
    try:
        return read_feed(body, "https://feeds.example/", "")
    except NotAFeed:
        return None


def test_no_naughty_string_is_too_much_for_a_title_or_a_text() -> None:
    for name in ("blns", "xss"):
        for text in json.loads((FEEDS / f"strings/{name}.json").read_text())["items"]:
            feed = {"items": [{"id": "1", "title": text, "content_html": text, "url": text}]}
            (entry,) = read_feed(json.dumps(feed).encode(), "https://a.example/", "").entries
            assert entry.url.startswith(("https://", "http://")) or not entry.url
            assert "\n" not in entry.title


def test_whatever_is_known_of_a_feed_the_rest_is_read_as_in_the_whole() -> None:
    cut, wrong = 0, []
    for row in map(json.loads, (FEEDS / "expected.jsonl").open(encoding="utf-8")):
        body = (FEEDS / row["file"]).read_bytes()
        whole = _quietly(body)
        if whole is None or not whole.fingerprints:
            continue
        cut += 1
        wrong += [] if _agrees(body, whole) else [row["file"]]
    assert (cut > 1500, wrong) == (True, [])


def _agrees(body: bytes, whole: ParsedFeed) -> bool:
    """Whether every other entry, known, leaves the others as they were."""
    prints = [whole.fingerprints[at : at + 8] for at in range(0, len(whole.fingerprints), 8)]
    known = set(prints[::2])
    others = [entry for entry, one in zip(whole.entries, prints, strict=True) if one not in known]
    seen = read_feed(body, "https://feeds.example/", "", b"".join(known))
    if not seen.known:  # read whole, which is always right
        return seen.entries == whole.entries
    return seen == replace(whole, entries=tuple(others), known=len(prints) - len(others))
