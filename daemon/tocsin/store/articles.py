"""Articles, each placed in a story."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from tocsin.core.grouping import canonical_url, content_hash
from tocsin.core.model import Article, Placement
from tocsin.store import stories
from tocsin.store.rows import AnyRow, add_row
from tocsin.store.schema import articles
from tocsin.store.values import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An article where it belongs."""

    article: Article
    story_id: int
    placement: Placement


def known(conn: Connection, article: Article, *, own_page: bool = True) -> int | None:
    """The article that *article* repeats: the same address, or the same words at one outlet.

    Without a page of its *own* its address tells nothing.
    """
    found = at(conn, canonical_url(article.url)) if article.url and own_page else None
    if found is not None or not article.text:
        return found
    words = content_hash(article.title, article.text)
    return conn.execute(_SAME_WORDS, {"hash": words, "outlet": article.outlet}).scalar()


def at(conn: Connection, address: str) -> int | None:
    """The article of that canonical address, whichever feed brought it."""
    found: int | None = conn.execute(_AT, {"address": address}).scalar()
    return found


def add(
    conn: Connection, article: Article, placement: Placement, *, own_page: bool = True
) -> Placed:
    """Keep *article* in the story that *placement* names, or in a new one.

    Its address names it from then on, if it has a page of its *own*.
    """
    independent = placement.copy_of is None
    if placement.story_id is None:
        story_id = stories.open_story(conn, article.first_seen, follows=placement.follows)
    else:
        story_id = placement.story_id
        stories.reported(conn, story_id, article.first_seen, independent=independent)
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
    new = replace(article, id=add_row(conn, articles, kept))
    return Placed(article=new, story_id=story_id, placement=placement)


def revise(conn: Connection, article: Article) -> None:
    """Keep an edited article in its new words."""
    conn.execute(
        update(articles)
        .where(articles.c.id == article.id)
        .values(
            title=article.title,
            text=article.text,
            hash=content_hash(article.title, article.text),
            lang=article.lang,
            summary_only=article.summary_only,
        )
    )


def newest(conn: Connection) -> int:
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


def _placed(row: AnyRow) -> Placed:
    return Placed(
        article=_article(row), story_id=row.story_id, placement=load(Placement, row.placement)
    )


def _article(row: AnyRow) -> Article:
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
