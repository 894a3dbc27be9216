"""Feeds to try: those of the corpus that ``TOCSIN_CORPUS`` names, and as many of our own making."""

import json
import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from faults.wire import wire
from sample import NOON
from tocsin.core.model import Entry
from tocsin.newsroom import feeds
from tocsin.newsroom.day import FeedKind, Outlet, Report

CORPUS = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "feeds"

HOME = "http://made.example"

_ENTRY = re.compile(rb"<(item|entry)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """The bytes of a feed; *entries* is how many it must yield, None where nobody says."""

    name: str
    body: bytes
    content_type: str = "application/xml"
    entries: int | None = None

    def reordered(self) -> bytes:
        """The same entries, last to first."""
        if self.body.lstrip().startswith(b"{"):
            return _reordered_json(self.body)
        found = list(_ENTRY.finditer(self.body))
        pieces, at = [], 0
        for here, there in zip(found, reversed(found), strict=True):
            pieces += [self.body[at : here.start()], there.group()]
            at = here.end()
        return b"".join((*pieces, self.body[at:]))


def collected() -> list[Specimen]:
    """The feeds of the corpus; none where there is no corpus."""
    stated = CORPUS / "expected.jsonl"
    if not stated.exists():
        return []
    with stated.open(encoding="utf-8") as rows:
        return [_collected(json.loads(row)) for row in rows]


def made(count: int, seed: int = 1) -> Iterator[Specimen]:
    """So many feeds of every kind, of ten entries each."""
    reports, chance = wire(60, outlets=1, seed=seed).reports(), random.Random(seed)
    kinds: tuple[FeedKind, ...] = get_args(FeedKind)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        outlet = Outlet(id=f"made-{number}", name=f"Made {number}", kind=kind, layout="station")
        entries = tuple(_entry(report) for report in chance.sample(reports, 10))
        edition = feeds.Edition(
            outlet=outlet,
            url="http://made.example/feed",
            home="http://made.example",
            entries=entries,
        )
        yield Specimen(
            name=f"made-{number}",
            body=feeds.render(edition),
            content_type=feeds.CONTENT_TYPES[kind],
            entries=10,
        )


def _collected(row: dict[str, object]) -> Specimen:
    name, headers = str(row["file"]), row.get("response_headers") or {}
    assert isinstance(headers, dict)
    types = [value for header, value in headers.items() if header.lower() == "content-type"]
    stated = row.get("n_entries")
    return Specimen(
        name=name,
        body=(CORPUS / name).read_bytes(),
        content_type=str(types[0]) if types else "application/xml",
        entries=stated if isinstance(stated, int) else None,
    )


def _reordered_json(body: bytes) -> bytes:
    try:
        feed = json.loads(body)
        feed["items"].reverse()
    except (ValueError, KeyError, AttributeError, TypeError):
        return body
    return json.dumps(feed).encode()


def _entry(report: Report) -> Entry:
    return Entry(
        guid=report.slug,
        url=f"{HOME}/{report.slug}",
        title=report.title,
        text=report.summary,
        published=NOON,
        author=report.author,
    )
