"""Stories from a corpus of news, online, in one pass, by the product's own code.

``python -m benchmarks.grouping CORPUS.jsonl.gz`` prints one ``{"id", "cluster"}`` a line.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import Row, article_of, read
from tocsin.core.grouping import StoryIndex
from tocsin.core.grouping.index import LONGEST


def group(rows: list[Row]) -> Iterator[int]:
    """The number of each row's story, from an empty store on."""
    index = StoryIndex()
    for number, row in enumerate(rows, 1):
        article = article_of(number, row)
        if article.published:
            index.forget(article.published - LONGEST)
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
