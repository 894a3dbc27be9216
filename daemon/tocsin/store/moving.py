"""What a person decides about stories: splits and merges, which stand for good.

The machine never moves an article that is placed, so nothing undoes them; the live stories see by
the count of moves that they must be built anew.  What was told already is made good where a channel
can change it: a merged story's message says where that went, one that lost reports tells the rest
or, where no rule matches that, where what matched went.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, func, select, update

from tocsin.core.errors import TocsinError
from tocsin.core.model import Join
from tocsin.store import facts
from tocsin.store.schema import articles, matches, outbox, stories
from tocsin.store.stories import open_story, story_of

_MOVES = "moves"


def moves(conn: Connection) -> int:
    """How often a person has moved articles."""
    return facts.get(conn, _MOVES) or 0


def split(conn: Connection, story_id: int, moved: Collection[int], now: datetime) -> int:
    """Take articles out of a story into a new one, whose id this is.

    Raises:
        TocsinError: An article is not in the story, or none would be left.
    """
    held = _held(conn, story_id)
    if missing := sorted(set(moved) - held):
        raise TocsinError(f"article #{missing[0]} is not in story #{story_id}")
    if not moved or held <= set(moved):
        raise TocsinError(f"story #{story_id} must keep an article and give one")
    new = open_story(conn, now, split_from=story_id)
    _move(conn, moved, new)
    _grow(conn, (story_id, new), now)
    if not _matched(conn, story_id):
        _decide(conn, story_id, now)
    return new


def merge(conn: Connection, one: int, other: int, now: datetime) -> int:
    """Put two stories together; the older one, whose id this is, keeps its alert.

    Raises:
        TocsinError: One of them is not there or was merged before, or they are the same.
    """
    if one == other:
        raise TocsinError("these are the same story")
    for story_id in (one, other):
        if (into := story_of(conn, story_id).merged_into) is not None:
            raise TocsinError(f"story #{story_id} was merged into #{into}: name that one")
    older, newer = sorted((one, other))
    moved = _held(conn, newer)
    _held(conn, older)
    _move(conn, moved, older)
    conn.execute(update(stories).where(stories.c.id == newer).values(merged_into=older))
    both = stories.c.id.in_((older, newer))
    latest = select(func.max(stories.c.last_independent_at)).where(both).scalar_subquery()
    kept = update(stories).where(stories.c.id == older)
    conn.execute(kept.values(last_independent_at=latest))
    _grow(conn, (older, newer), now)
    _decide(conn, newer, now)
    return older


def _held(conn: Connection, story_id: int) -> set[int]:
    story_of(conn, story_id)
    rows = conn.execute(select(articles.c.id).where(articles.c.story_id == story_id))
    return {row.id for row in rows}


def _move(conn: Connection, moved: Collection[int], story_id: int) -> None:
    placements = conn.execute(
        select(articles.c.id, articles.c.placement).where(articles.c.id.in_(moved))
    )
    for row in placements.all():
        by_hand = row.placement | {"how": Join.BY_HAND, "story_id": story_id}
        here = update(articles).where(articles.c.id == row.id)
        conn.execute(here.values(story_id=story_id, placement=by_hand))
    facts.put(conn, _MOVES, moves(conn) + 1)


def _grow(conn: Connection, changed: tuple[int, int], now: datetime) -> None:
    """Both stories are revised; each is watched if an article of it matches."""
    grown = update(stories).where(stories.c.id.in_(changed))
    conn.execute(grown.values(revision=stories.c.revision + 1))
    matched = (
        select(func.count())
        .select_from(matches.join(articles, articles.c.id == matches.c.article_id))
        .where(articles.c.story_id == stories.c.id)
        .scalar_subquery()
    )
    conn.execute(grown.where(stories.c.watched_at.is_(None), matched > 0).values(watched_at=now))


def _matched(conn: Connection, story_id: int) -> bool:
    """Whether a rule matches something in the story."""
    here = matches.join(articles, articles.c.id == matches.c.article_id)
    found = select(matches.c.rule_id).select_from(here).where(articles.c.story_id == story_id)
    return conn.execute(found.limit(1)).first() is not None


def _decide(conn: Connection, story_id: int, now: datetime) -> None:
    """Have it decided what is still said of a story that nobody hears of any more: see
    `alerting.decide`."""
    mine = and_(outbox.c.story_id == story_id, outbox.c.status.in_(("due", "told")))
    conn.execute(update(outbox).where(mine).values(status="due", due_at=now, since=now))
