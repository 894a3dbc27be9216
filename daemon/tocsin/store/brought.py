"""How much each feed has brought: entries, articles, alerts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from tocsin.store.schema import articles, entries, outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of a feed.

    *baseline* entries were there before we were, *waiting* ones are still to be read, those in
    *quarantine* could not be.  *alerts* are the stories told that hold an article of it.
    """

    entries: int = 0
    baseline: int = 0
    waiting: int = 0
    quarantine: int = 0
    articles: int = 0
    in_full: int = 0
    alerts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A feed's article in a line."""

    id: int
    title: str
    first_seen: datetime


def brought(conn: Connection) -> dict[str, Brought]:
    """What came of every feed that brought anything, by its id."""
    counts: dict[str, dict[str, int]] = {}
    for query in (_ENTRIES, _ARTICLES, _ALERTS):
        for row in conn.execute(query).mappings():
            counts.setdefault(row["feed_id"], {}).update(row)
    return {
        feed_id: Brought(**{name: number for name, number in of.items() if name != "feed_id"})
        for feed_id, of in counts.items()
    }


def headlines(conn: Connection, feed_id: str, limit: int) -> list[Headline]:
    """The newest articles of a feed, newest first."""
    columns = (articles.c.id, articles.c.title, articles.c.first_seen)
    rows = select(*columns).where(articles.c.feed_id == feed_id)
    newest = rows.order_by(articles.c.id.desc()).limit(limit)
    return [Headline(**row._mapping) for row in conn.execute(newest)]


_ENTRIES = (
    select(
        entries.c.feed_id,
        func.count().label("entries"),
        func.count().filter(entries.c.status == "baseline").label("baseline"),
        func.count().filter(entries.c.status == "new").label("waiting"),
        func.count().filter(entries.c.status == "quarantined").label("quarantine"),
    )
    .where(entries.c.same_as.is_(None))  # the others are further names of these
    .group_by(entries.c.feed_id)
)

_ARTICLES = select(
    articles.c.feed_id,
    func.count().label("articles"),
    func.count().filter(articles.c.summary_only == "").label("in_full"),
).group_by(articles.c.feed_id)

_ALERTS = (
    select(articles.c.feed_id, func.count(func.distinct(articles.c.story_id)).label("alerts"))
    .join(outbox, outbox.c.story_id == articles.c.story_id)
    .where(outbox.c.told.is_not(None))
    .group_by(articles.c.feed_id)
)
