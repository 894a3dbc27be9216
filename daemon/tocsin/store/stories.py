"""Articles and the stories that they make."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    bindparam,
    func,
    insert,
    select,
    update,
)

from tocsin.core.alerting import Fact, Joined, StoryView, Told, facts_of
from tocsin.core.errors import TocsinError
from tocsin.core.grouping import LONGEST, canonical_url, content_hash
from tocsin.core.grouping.growing import QUIET
from tocsin.core.model import Article, Coverage, Match, Placement
from tocsin.store.schema import articles, matches, stories
from tocsin.store.values import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article where it belongs."""

    article: Article
    story_id: int
    placement: Placement


def known_article(conn: Connection, article: Article, *, own_page: bool = True) -> int | None:
    """The article that *article* repeats: the same address, or the same words at one outlet.

    Without a page of its *own* its address tells nothing.
    """
    found = article_at(conn, canonical_url(article.url)) if article.url and own_page else None
    if found is not None or not article.text:
        return found
    words = content_hash(article.title, article.text)
    return conn.execute(_SAME_WORDS, {"hash": words, "outlet": article.outlet}).scalar()


def article_at(conn: Connection, address: str) -> int | None:
    """The article of that canonical address, whichever feed brought it."""
    found: int | None = conn.execute(_AT, {"address": address}).scalar()
    return found


def add_article(
    conn: Connection, article: Article, placement: Placement, *, own_page: bool = True
) -> Placed:
    """Keep *article* in the story that *placement* names, or in a new one.

    Its address names it from then on, if it has a page of its *own*.
    """
    independent = placement.copy_of is None
    if placement.story_id is None:
        story_id = open_story(conn, article.first_seen, follows=placement.follows)
    else:
        story_id = placement.story_id
        _grow_story(conn, story_id, article.first_seen, independent=independent)
    kept = {
        "feed_id": article.feed_id,
        "outlet": article.outlet,
        "url": article.url,
        "address": canonical_url(article.url) if article.url and own_page else "",
        "hash": content_hash(article.title, article.text),
        "title": article.title,
        "text": article.text,
        "lang": article.lang,
        "author": article.author,
        "tags": sorted(article.tags),
        "published": article.published,
        "first_seen": article.first_seen,
        "summary_only": article.summary_only,
        "story_id": story_id,
        "independent": int(independent),
        "placement": dump(placement),
    }
    article_id = _add(conn, articles, kept)
    return Placed(article=replace(article, id=article_id), story_id=story_id, placement=placement)


def add_matches(conn: Connection, placed: Placed, found: tuple[Match, ...], now: datetime) -> None:
    """Keep the evidence; the story is watched from its first match on."""
    if not found:
        return
    article_id = placed.article.id
    conn.execute(_INTO["matches"], [{"article_id": article_id, **_row(match)} for match in found])
    stated = [dump(fact) for fact in facts_of(placed.article, found)]
    conn.execute(_STATES, {"article": article_id, "facts": stated})
    conn.execute(_WATCHED, {"story": placed.story_id, "watched_at": now})


def revise_article(conn: Connection, placed: Placed, found: tuple[Match, ...]) -> bool:
    """Keep an edited article in its new words, with the evidence that these give; whether they
    state something that it did not before.

    What matched before and no longer does was told, so its evidence stays as it was.
    """
    article = placed.article
    before = {fact.key for fact in _facts(conn, article.id)}
    stated = facts_of(article, found) if found else ()
    conn.execute(
        update(articles)
        .where(articles.c.id == article.id)
        .values(
            facts=[dump(fact) for fact in stated],
            title=article.title,
            text=article.text,
            hash=content_hash(article.title, article.text),
            lang=article.lang,
            summary_only=article.summary_only,
        )
    )
    for match in found:
        mine = (matches.c.article_id == article.id, matches.c.rule_id == match.rule_id)
        conn.execute(update(matches).where(*mine).values(_row(match)))
    return any(fact.prominent and fact.key not in before for fact in stated)


def _row(match: Match) -> dict[str, Any]:
    return {
        "rule_id": match.rule_id,
        "rule_hash": match.rule_hash,
        "severity": match.severity,
        "relevance": match.relevance,
        "match": dump(match),
    }


def _facts(conn: Connection, article_id: int) -> tuple[Fact, ...]:
    kept = conn.execute(select(articles.c.facts).where(articles.c.id == article_id)).scalar()
    return tuple(load(Fact, fact) for fact in kept or ())


def grow(conn: Connection, story_id: int) -> None:
    """A story says more than before without a new article: its next message is another one."""
    conn.execute(_GROWN, {"story": story_id})


def unknown_matches(
    conn: Connection, placed: Placed, found: tuple[Match, ...]
) -> tuple[Match, ...]:
    """Those of *found* whose rule was not known to match the article."""
    if not found:
        return ()
    rows = conn.execute(select(matches.c.rule_id).where(matches.c.article_id == placed.article.id))
    known = {row.rule_id for row in rows}
    return tuple(match for match in found if match.rule_id not in known)


def story_of(conn: Connection, story_id: int) -> Row[*tuple[Any, ...]]:
    """A story's row.

    Raises:
        TocsinError: There is no such story.
    """
    row = conn.execute(select(stories).where(stories.c.id == story_id)).first()
    if row is None:
        raise TocsinError(f"there is no story #{story_id}")
    return row


def newest_article(conn: Connection) -> int:
    """The id of the article that was placed last, or 0."""
    return conn.execute(_NEWEST).scalar() or 0


def placed(conn: Connection, article_id: int) -> Placed | None:
    """The article of that id."""
    row = conn.execute(select(articles).where(articles.c.id == article_id)).first()
    return _placed(row) if row else None


def placed_at(conn: Connection, url: str) -> Placed | None:
    """The article at that address, under whatever name it was given."""
    here = articles.c.address == canonical_url(url)
    row = conn.execute(select(articles).where(here).limit(1)).first()
    return _placed(row) if row else None


def placed_in(conn: Connection, story_id: int) -> Iterator[Placed]:
    """The articles of a story, in the order of their placing."""
    mine = select(articles).where(articles.c.story_id == story_id).order_by(articles.c.id)
    for row in conn.execute(mine):
        yield _placed(row)


def placed_since(conn: Connection, since: datetime, after_id: int = 0) -> Iterator[Placed]:
    """The articles seen since a time and placed after another, in the order of their placing."""
    rows = (
        select(articles)
        .where(articles.c.first_seen >= since, articles.c.id > after_id)
        .order_by(articles.c.id)
    )
    for row in conn.execute(rows):
        yield _placed(row)


def view(conn: Connection, story_id: int, told: Told | None = None) -> StoryView:
    """All that an alert may tell of a story; of one that was merged into another, what *told* says,
    since it has no articles any more."""
    story = story_of(conn, story_id)
    mine = articles.c.story_id == story_id
    if story.merged_into is not None and told is not None:
        mine = articles.c.id.in_(told.articles)
    rows = conn.execute(select(articles).where(mine).order_by(articles.c.id)).all()
    found = _matches(conn, mine)
    matched = {article_id for article_id, _ in found}
    return StoryView(
        id=story_id,
        revision=story.revision,
        watched_at=story.watched_at or story.opened_at,
        ends=min(story.last_independent_at + QUIET, story.opened_at + LONGEST),
        follows=story.follows,
        split_from=story.split_from,
        merged_into=story.merged_into,
        coverage=tuple(_coverage(row, matched) for row in rows),
        matches=tuple(found),
        joins=tuple(_joined(row) for row in rows),
        facts=tuple((row.id, load(Fact, fact)) for row in rows for fact in row.facts or ()),
    )


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


def matches_of(conn: Connection, story_id: int) -> list[tuple[Match, frozenset[str]]]:
    """Every match of a story with the tags of its article, in the order in which those came."""
    rows = conn.execute(_TAGGED, {"story": story_id})
    return [(load(Match, row.match), frozenset(row.tags)) for row in rows]


def _matches(conn: Connection, among: ColumnElement[bool]) -> list[tuple[int, Match]]:
    """The matches of some articles, each with its article's id."""
    rows = conn.execute(
        select(matches.c.article_id, matches.c.match)
        .join(articles, articles.c.id == matches.c.article_id)
        .where(among)
        .order_by(matches.c.article_id, matches.c.rule_id)
    )
    return [(row.article_id, load(Match, row.match)) for row in rows]


def open_story(conn: Connection, seen: datetime, **links: int | None) -> int:
    """A new story's id; *links* are the stories that it *follows*, or is *split_from*."""
    opened = {"opened_at": seen, "last_independent_at": seen, "revision": 1, **links}
    return _add(conn, stories, opened)


def _grow_story(conn: Connection, story_id: int, seen: datetime, *, independent: bool) -> None:
    if independent:
        conn.execute(_REPORTED, {"story": story_id, "seen": seen})
    else:
        conn.execute(_GROWN, {"story": story_id})


def _add(conn: Connection, table: Table, row: dict[str, Any]) -> int:
    """The id of a new *row*."""
    key = conn.execute(_INTO[table.name], row).inserted_primary_key
    assert key is not None  # noqa: S101  (one row was inserted)
    new_id: int = key[0]
    return new_id


def _joined(row: Row[*tuple[Any, ...]]) -> Joined:
    return Joined(
        article_id=row.id,
        placement=load(Placement, row.placement),
        feed_id=row.feed_id,
        tags=frozenset(row.tags),
    )


def _coverage(row: Row[*tuple[Any, ...]], matched: set[int]) -> Coverage:
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


def _placed(row: Row[*tuple[Any, ...]]) -> Placed:
    return Placed(
        article=_article(row), story_id=row.story_id, placement=load(Placement, row.placement)
    )


def _article(row: Row[*tuple[Any, ...]]) -> Article:
    names = set(Article.__dataclass_fields__) - {"tags"}
    values = {name: row._mapping[name] for name in names}
    return Article(**values, tags=frozenset(row.tags))


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_AT = select(articles.c.id).where(articles.c.address == bindparam("address")).limit(1)
_SAME_WORDS = (
    select(articles.c.id)
    .where(articles.c.hash == bindparam("hash"), articles.c.outlet == bindparam("outlet"))
    .limit(1)
)
_NEWEST = select(func.max(articles.c.id))
_INTO = {table.name: insert(table) for table in (articles, stories, matches)}
_STATES = update(articles).where(articles.c.id == bindparam("article"))
_WATCHED = update(stories).where(stories.c.id == bindparam("story"), stories.c.watched_at.is_(None))
_GROWN = (
    update(stories)
    .where(stories.c.id == bindparam("story"))
    .values(revision=stories.c.revision + 1)
)
_REPORTED = _GROWN.values(last_independent_at=bindparam("seen"))
_TAGGED = (
    select(matches.c.match, articles.c.tags)
    .join(articles, articles.c.id == matches.c.article_id)
    .where(articles.c.story_id == bindparam("story"))
    .order_by(matches.c.article_id, matches.c.rule_id)
)
