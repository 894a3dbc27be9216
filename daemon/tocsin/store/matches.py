"""Matches: which rules articles meet, with the evidence, and what those articles state."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from tocsin.core.alerting import Fact, facts_of
from tocsin.core.model import Match
from tocsin.store.articles import Placed
from tocsin.store.schema import articles, matches, stories
from tocsin.store.values import dump, load


def add(conn: Connection, placed: Placed, found: tuple[Match, ...], now: datetime) -> None:
    """Keep the evidence; the story is watched from its first match on."""
    if not found:
        return
    article_id = placed.article.id
    conn.execute(_ADD, [{"article_id": article_id, **_row(match)} for match in found])
    stated = [dump(fact) for fact in facts_of(placed.article, found)]
    conn.execute(_STATES, {"article": article_id, "facts": stated})
    conn.execute(_WATCHED, {"story": placed.story_id, "watched_at": now})


def revise(conn: Connection, placed: Placed, found: tuple[Match, ...]) -> bool:
    """Keep the evidence that an edited article gives for the rules that it was known to meet;
    whether it states something that it did not before.

    What matched before and no longer does was told, so its evidence stays as it was.
    """
    article = placed.article
    before = {fact.key for fact in _facts(conn, article.id)}
    stated = facts_of(article, found) if found else ()
    facts = [dump(fact) for fact in stated]
    conn.execute(_STATES, {"article": article.id, "facts": facts})
    for match in found:
        mine = (matches.c.article_id == article.id, matches.c.rule_id == match.rule_id)
        conn.execute(update(matches).where(*mine).values(_row(match)))
    return any(fact.prominent and fact.key not in before for fact in stated)


def unknown(conn: Connection, placed: Placed, found: tuple[Match, ...]) -> tuple[Match, ...]:
    """Those of *found* whose rule was not known to match the article."""
    if not found:
        return ()
    rows = conn.execute(select(matches.c.rule_id).where(matches.c.article_id == placed.article.id))
    known = {row.rule_id for row in rows}
    return tuple(match for match in found if match.rule_id not in known)


def of_story(conn: Connection, story_id: int) -> list[tuple[Match, frozenset[str]]]:
    """Every match of a story with the tags of its article, in the order in which those came."""
    rows = conn.execute(_TAGGED, {"story": story_id})
    return [(load(Match, row.match), frozenset(row.tags)) for row in rows]


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


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_ADD = insert(matches)
_STATES = update(articles).where(articles.c.id == bindparam("article"))
_WATCHED = update(stories).where(stories.c.id == bindparam("story"), stories.c.watched_at.is_(None))
_TAGGED = (
    select(matches.c.match, articles.c.tags)
    .join(articles, articles.c.id == matches.c.article_id)
    .where(articles.c.story_id == bindparam("story"))
    .order_by(matches.c.article_id, matches.c.rule_id)
)
