"""Tells the operator how feeds are: down, silent, gone, and back; one notice each.

It is told in the transaction of the poll that shows it, so that a crash neither loses nor doubles
the notice.  The log says the same.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Connection

from tocsin.core.cadence import PAUSE, Health, Record, health
from tocsin.core.model import Feed
from tocsin.core.notices import FEED_BACK, FEED_DOWN, FEED_GONE, FEED_SILENT, Notice
from tocsin.core.wording import length
from tocsin.store import notices
from tocsin.store.feeds import FeedState

_KINDS = {Health.DOWN: FEED_DOWN, Health.SILENT: FEED_SILENT, Health.GONE: FEED_GONE}

log = structlog.get_logger("tocsin.intake")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """A feed as a poll found it: what was told of it before, its *record*, the last *error*."""

    feed: Feed
    before: FeedState
    record: Record
    now: datetime
    error: str = ""


def tell(conn: Connection, checkup: Checkup) -> dict[str, Any]:
    """The columns of the feed's row that this changes; whoever should know is told."""
    how, was = health(checkup.now, checkup.record), Health[checkup.before.health]
    if how is was or _still_unwell(was, how, checkup):
        return {}
    since = _since(how, checkup)
    notice = _back(was, checkup) if how is Health.FINE else _trouble(how, since, checkup)
    notices.post(conn, notice, checkup.now)
    log.warning(notice.title, feed=checkup.feed.id)
    return {"health": how.name, "health_since": since}


def _still_unwell(was: Health, how: Health, checkup: Checkup) -> bool:
    """A feed that was silent and now fails is not back; it is down after a day."""
    return was is not Health.FINE and how is Health.FINE and bool(checkup.record.failing_since)


def _since(how: Health, checkup: Checkup) -> datetime:
    """When what is told began."""
    record = checkup.record
    begun = record.brought if how is Health.SILENT else record.failing_since
    return begun or checkup.now


def _trouble(how: Health, since: datetime, checkup: Checkup) -> Notice:
    feed, lasted = checkup.feed, length(checkup.now - since)
    if how is Health.DOWN:
        title = f"{feed.id} is down: {checkup.error} for {lasted}"
        hint = "it is asked again at least once a day, and you are told when it is back"
    elif how is Health.SILENT:
        gap = length(checkup.record.usual_gap or checkup.now - since)
        title = f"{feed.id} is silent: nothing new for {lasted}, usually something every {gap}"
        hint = "it answers, but brings nothing: does it have another address now?"
    else:
        title = f"{feed.id} is gone: the outlet says that it took the feed away (410)"
        hint = f"it is asked only every {length(PAUSE)}: take it out of the file"
    lines = (feed.url, hint, *([feed.place] if feed.place else []))
    return Notice(key=_key(how, feed, since), title=title, lines=lines)


def _back(was: Health, checkup: Checkup) -> Notice:
    feed, since = checkup.feed, checkup.before.health_since or checkup.now
    does = "has news again" if was is Health.SILENT else "answers again"
    return Notice(
        key=f"{FEED_BACK}/{feed.id}/{checkup.now.isoformat()}",
        title=f"{feed.id} {does}, after {length(checkup.now - since)}",
        ends=_key(was, feed, since),
    )


def _key(how: Health, feed: Feed, since: datetime) -> str:
    return f"{_KINDS[how]}/{feed.id}/{since.isoformat()}"
