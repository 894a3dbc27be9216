"""Stories: how they are opened and grow, and all that can be told of one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select, update

from tocsin.core.alerting import Fact, Joined, StoryView, Told
from tocsin.core.errors import TocsinError
from tocsin.core.grouping import LONGEST, QUIET
from tocsin.core.model import Coverage, Match, Placement
from tocsin.store.columns import Instant
from tocsin.store.rows import AnyRow, add_row
from tocsin.store.schema import articles, matches, stories
from tocsin.store.values import load

_Rows = Select[tuple[Any, ...]]


def open_story(conn: Connection, seen: datetime, **links: int | None) -> int:
    """A new story's id; *links* are the stories that it *follows*, or is *split_from*."""
    opened = {"opened_at": seen, "last_independent_at": seen, "revision": 1, **links}
    return add_row(conn, stories, opened)


def reported(conn: Connection, story_id: int, seen: datetime, *, independent: bool) -> None:
    """A story grows by an article; one that is *independent* keeps it open for longer."""
    if independent:
        conn.execute(_REPORTED, {"story": story_id, "seen": seen})
    else:
        grow(conn, story_id)


def grow(conn: Connection, story_id: int) -> None:
    """A story says more than before without a new article: its next message is another one."""
    conn.execute(_GROWN, {"story": story_id})


def story_of(conn: Connection, story_id: int) -> AnyRow:
    """A story's row.

    Raises:
        TocsinError: There is no such story.
    """
    row = conn.execute(_STORY, {"story": story_id}).first()
    if row is None:
        raise TocsinError(f"there is no story #{story_id}")
    return row


def open_and_watched(conn: Connection, now: datetime) -> Iterator[tuple[int, datetime]]:
    """The stories that may still grow and that a rule matches, with since when one does."""
    rows = (
        select(stories.c.id, stories.c.watched_at)
        .where(stories.c.watched_at.is_not(None), stories.c.merged_into.is_(None))
        .where(stories.c.last_independent_at > now - QUIET, stories.c.opened_at > now - LONGEST)
        .order_by(stories.c.id)
    )
    for row in conn.execute(rows):
        yield row.id, row.watched_at


def titles(conn: Connection, ids: Collection[int]) -> dict[int, str]:
    """The earliest headline of each story that has any."""
    rows = select(articles.c.story_id, articles.c.title).where(articles.c.story_id.in_(ids))
    latest_first = rows.where(articles.c.title != "").order_by(articles.c.id.desc())
    return {row.story_id: row.title for row in conn.execute(latest_first)}


def view(conn: Connection, story_id: int, told: Told | None = None) -> StoryView:
    """All that an alert may tell of a story; where a person moved what it told into another, what
    *told* says, since it has that no more."""
    story = story_of(conn, story_id)
    found, rows = _with_matches(conn, _OF_STORY, {"story": story_id})
    split_into = None if found else _split_into(conn, story_id)
    if told is not None and (story.merged_into or split_into):
        found, rows = _with_matches(conn, _NAMED, {"ids": list(told.articles)})
    matched = {article_id for article_id, _ in found}
    return StoryView(
        id=story_id,
        revision=story.revision,
        watched_at=story.watched_at or story.opened_at,
        ends=min(story.last_independent_at + QUIET, story.opened_at + LONGEST),
        follows=story.follows,
        split_from=story.split_from,
        merged_into=story.merged_into,
        split_into=split_into,
        coverage=tuple(_coverage(row, matched) for row in rows),
        matches=found,
        joins=tuple(_joined(row) for row in rows),
        facts=tuple((row.id, load(Fact, fact)) for row in rows for fact in row.facts or ()),
    )


def _split_into(conn: Connection, story_id: int) -> int | None:
    """The last story that took from this one what a rule matched."""
    taken = select(func.max(stories.c.id)).where(
        stories.c.split_from == story_id, stories.c.watched_at.is_not(None)
    )
    return conn.execute(taken).scalar()


def _with_matches(
    conn: Connection, among: tuple[_Rows, _Rows], which: dict[str, Any]
) -> tuple[tuple[tuple[int, Match], ...], Sequence[AnyRow]]:
    """The matches of some articles, each with its article's id, and the articles' rows."""
    found, rows = (conn.execute(asked, which).all() for asked in among)
    return tuple((row.article_id, load(Match, row.match)) for row in found), rows


def _joined(row: AnyRow) -> Joined:
    return Joined(
        article_id=row.id,
        placement=load(Placement, row.placement),
        feed_id=row.feed_id,
        tags=frozenset(row.tags),
    )


def _coverage(row: AnyRow, matched: set[int]) -> Coverage:
    return Coverage(
        article_id=row.id,
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        first_seen=row.first_seen,
        published=row.published,
        independent=bool(row.independent),
        matched=row.id in matched,
    )


def _asking(mine: ColumnElement[bool]) -> tuple[_Rows, _Rows]:
    """Asks for the matches of some articles, and for the articles."""
    found = (
        select(matches.c.article_id, matches.c.match)
        .join(articles, articles.c.id == matches.c.article_id)
        .where(mine)
        .order_by(matches.c.article_id, matches.c.rule_id)
    )
    return found, select(articles).where(mine).order_by(articles.c.id)


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_STORY = select(stories).where(stories.c.id == bindparam("story"))
_OF_STORY = _asking(articles.c.story_id == bindparam("story"))
_NAMED = _asking(articles.c.id.in_(bindparam("ids", expanding=True)))
_GROWN = (
    update(stories)
    .where(stories.c.id == bindparam("story"))
    .values(revision=stories.c.revision + 1)
)
_SEEN, _LAST = bindparam("seen", type_=Instant), stories.c.last_independent_at
_REPORTED = _GROWN.values(last_independent_at=case((_LAST < _SEEN, _SEEN), else_=_LAST))
