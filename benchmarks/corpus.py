"""The corpora of news that grouping is measured on, as the articles that the store would hold."""

import gzip
import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from tocsin.core.model import Article

Row = dict[str, Any]


def read(corpus: Path) -> list[Row]:
    """The rows of a corpus, in its order."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def article_of(number: int, row: Row) -> Article:
    """A row as the article that the store would hold."""
    published = published_of(row)
    return Article(
        id=number,
        feed_id=row.get("publisher") or "",
        outlet=row.get("publisher") or "",
        url="",
        title=row["title"] or "",
        text=row["text"] or "",
        published=published,
        first_seen=published or datetime(1970, 1, 1, tzinfo=UTC),
        lang=row.get("lang") or "",
    )


def published_of(row: Row) -> datetime | None:
    """The time of a row; a date alone is its noon."""
    if not (stated := row.get("published")):
        return None
    if len(stated) == len("2021-04-22"):
        return datetime.combine(datetime.fromisoformat(stated), time(12), tzinfo=UTC)
    return datetime.fromisoformat(stated).astimezone(UTC)
