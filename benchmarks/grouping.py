"""Stories from a corpus of news, online, in one pass, by the product's own code.

``python -m benchmarks.grouping CORPUS.jsonl.gz`` prints one ``{"id", "cluster"}`` a line.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from tocsin.core.grouping import StoryIndex
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


def group(rows: list[Row]) -> Iterator[int]:
    """The number of each row's story, from an empty store on."""
    index = StoryIndex()
    for number, row in enumerate(rows, 1):
        article = article_of(number, row)
        placement = index.decide(article, article.published)
        story_id = placement.story_id or number
        index.add(article, article.published, story_id, placement)
        yield story_id


def main(arguments: list[str]) -> None:
    rows = read(Path(arguments[0]))
    for row, story_id in zip(rows, group(rows), strict=True):
        print(json.dumps({"id": row["id"], "cluster": story_id}))
    print(f"{len(rows)} articles grouped", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
