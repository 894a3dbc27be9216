"""Stories as a person looks at them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from tocsin.store.articles import Placed, placed_in
from tocsin.store.schema import articles, stories
from tocsin.store.stories import story_of, titles


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in a line: its earliest headline, and how much coverage it has."""

    id: int
    title: str
    opened_at: datetime
    outlets: int
    articles: int
    independent: int
    watched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeStory:
    """A story with its articles, in the order in which they came."""

    id: int
    opened_at: datetime
    watched_at: datetime | None
    follows: int | None
    split_from: int | None
    merged_into: int | None
    placed: tuple[Placed, ...]


def newest(conn: Connection, limit: int, *, watched: bool) -> list[StoryLine]:
    """The stories that were opened last, newest first; only watched ones if *watched*."""
    counted = (
        select(
            stories.c.id,
            stories.c.opened_at,
            stories.c.watched_at,
            func.count(articles.c.id).label("articles"),
            func.count(func.distinct(articles.c.outlet)).label("outlets"),
            func.sum(articles.c.independent).label("independent"),
        )
        .join(articles, articles.c.story_id == stories.c.id)
        .group_by(stories.c.id)
        .order_by(stories.c.id.desc())
        .limit(limit)
    )
    only_watched = counted.where(stories.c.watched_at.is_not(None))
    rows = conn.execute(only_watched if watched else counted).all()
    headlines = titles(conn, [row.id for row in rows])
    return [
        StoryLine(
            id=row.id,
            title=headlines.get(row.id, ""),
            opened_at=row.opened_at,
            outlets=row.outlets,
            articles=row.articles,
            independent=row.independent,
            watched=row.watched_at is not None,
        )
        for row in rows
    ]


def whole(conn: Connection, story_id: int) -> WholeStory:
    """All that is known of a story.

    Raises:
        TocsinError: There is no such story.
    """
    row = story_of(conn, story_id)
    return WholeStory(
        id=row.id,
        opened_at=row.opened_at,
        watched_at=row.watched_at,
        follows=row.follows,
        split_from=row.split_from,
        merged_into=row.merged_into,
        placed=tuple(placed_in(conn, story_id)),
    )
