"""What a poll shows of a feed's entries, remembered: which are new, and under which names.

Which of them are news is decided by :mod:`tocsin.core.identity`; here is what that decision needs
and what it leaves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, union_all, update

from tocsin.core.identity import Known, Names, Sight, Sighting, believed, names_of, tell_apart
from tocsin.core.model import Entry, Feed, ParsedFeed
from tocsin.store import articles
from tocsin.store.rows import AnyRow, add_row
from tocsin.store.schema import entries
from tocsin.store.values import dump

MOST_REREADS = 24
"""An entry that is edited more often than this is a clock, not news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many of a poll's entries were new, taken as baseline, and known already.

    Of those known, how many were *edited*, and *renamed* in a feed that has moved.
    """

    new: int = 0
    baseline: int = 0
    known: int = 0
    edited: int = 0
    renamed: int = 0


def take_in(
    conn: Connection, feed: Feed, parsed: ParsedFeed, now: datetime, *, first: bool
) -> TakenIn:
    """Remember what a poll held; what was not known is new, or baseline at *first* sight.

    At first sight an entry is new all the same where the feed's `first_sight` takes it in by its
    date.
    """
    found = [names_of(entry) for entry in parsed.entries]
    total = len(found) + parsed.known
    sightings = tell_apart(found, _known(conn, feed, found), total)
    poll = _Poll(conn, feed, now, first=first)
    for sighting, entry in zip(sightings, parsed.entries, strict=True):
        poll.take(sighting, entry)
    poll.counts["known"] += parsed.known
    return TakenIn(**poll.counts)


class _Poll:
    """One poll being remembered; *counts* says of what it held."""

    def __init__(self, conn: Connection, feed: Feed, now: datetime, *, first: bool) -> None:
        self._conn = conn
        self._feed = feed
        self._now = now
        self._first = first
        self._roots: dict[int, int] = {}  # what came of this poll's entries, by their number
        self._taken = 0
        self.counts = dict.fromkeys(TakenIn.__dataclass_fields__, 0)

    def take(self, sighting: Sighting, entry: Entry) -> None:
        self._taken += 1
        if sighting.known is None:
            self._roots[-self._taken] = self._add(sighting, entry)
            return
        self.counts["known"] += 1
        self._roots[-self._taken] = root = self._root(sighting.known)
        if sighting.sight is Sight.RENAMED:
            self.counts["renamed"] += 1
        elif sighting.sight is Sight.EDITED:
            self.counts["edited"] += 1
            self._edit(root, entry)
        self._rename(sighting, root)

    def _root(self, known: Known) -> int:
        return self._roots[known.root] if known.root < 0 else known.root

    def _add(self, sighting: Sighting, entry: Entry) -> int:
        """Keep an entry that the feed has not shown before; its row."""
        elsewhere = self._elsewhere(sighting) if sighting.own_page else None
        status = "known" if elsewhere else _status(self._feed, entry, self._now, first=self._first)
        self.counts[status] += 1
        return self._insert(
            sighting,
            status=status,
            article_id=elsewhere,
            entry=dump(entry) if status == "new" else None,
        )

    def _elsewhere(self, sighting: Sighting) -> int | None:
        """The article that another feed brought from the same address."""
        address = sighting.names.address
        return articles.at(self._conn, address) if address else None

    def _rename(self, sighting: Sighting, root: int) -> None:
        """Keep the names that an entry bears now: of its own row, or beside those that it had."""
        known, names = sighting.known, sighting.names
        if known is None or _columns(known.names) == _columns(names):
            return
        same_guid = known.names.guid == names.guid
        if known.root > 0 and same_guid:
            mine = update(entries).where(entries.c.id == known.id)
            self._conn.execute(mine.values(**_columns(names)))
        elif known.names.words != names.words or not same_guid:
            self._insert(sighting, status="known", same_as=root)

    def _insert(self, sighting: Sighting, **values: Any) -> int:
        row = {
            "feed_id": self._feed.id,
            "first_seen": self._now,
            "own_page": int(sighting.own_page),
            **_columns(sighting.names),
            **values,
        }
        return add_row(self._conn, entries, row)

    def _edit(self, root: int, entry: Entry) -> None:
        """Have an edited entry read, or read again, in its new words."""
        row, words = update(entries).where(entries.c.id == root), dump(entry)
        never_read = entries.c.status.in_(("baseline", "quarantined"))
        was_read = entries.c.status.in_(("read", "known"))
        reading = and_(entries.c.status == "new", entries.c.leased_until.is_not(None))
        for where, values in (
            (or_(reading, was_read), {"reread_at": self._now, "tries": 0}),
            (entries.c.status == "new", {"entry": words}),
            (never_read, {"status": "new", "first_seen": self._now, "tries": 0, "entry": words}),
            (was_read, {"entry": words}),
        ):
            self._conn.execute(row.where(where, entries.c.rereads < MOST_REREADS).values(**values))


def _known(conn: Connection, feed: Feed, found: Sequence[Names]) -> list[Known]:
    """The rows of *feed* that share a name with what was found, oldest first."""
    shared = {
        "guid": {names.guid for names in found},
        "address": {names.address for names in found},
        "title": {names.title for names in found},
        "hash": {names.words for names in found},
    }
    asked = {name: list(values - {""}) for name, values in shared.items()}
    rows = {row.id: row for row in conn.execute(_SHARING, {"feed": feed.id, **asked})}
    if not rows:
        return []
    roots = {row.same_as or row.id for row in rows.values()}
    never_read = {row.id for row in conn.execute(_BASELINE, {"roots": list(roots)})}
    return [_known_by(rows[number], never_read) for number in sorted(rows)]


def _known_by(row: AnyRow, never_read: set[int]) -> Known:
    root = row.same_as or row.id
    names = Names(
        guid=row.guid,
        address=row.address,
        title=row.title,
        words=row.hash,
        said=row.said,
        telling=True,
    )
    return Known(id=row.id, root=root, names=names, baseline=root in never_read)


def _columns(names: Names) -> dict[str, str]:
    return {
        "guid": names.guid,
        "address": names.address,
        "title": names.title,
        "hash": names.words,
        "said": names.said,
    }


def _status(feed: Feed, entry: Entry, now: datetime, *, first: bool) -> str:
    if not first:
        return "new"
    published = believed(entry.published, now)
    recent = (
        feed.first_sight is not None
        and published is not None
        and published >= now - feed.first_sight
    )
    return "new" if recent else "baseline"


# Made once: SQLAlchemy takes longer to make such a statement than SQLite to answer it.

_NAMED = [entries.c[n] for n in ("id", "same_as", "guid", "address", "title", "hash", "said")]
_SHARING = union_all(
    *(
        select(*_NAMED).where(
            entries.c.feed_id == bindparam("feed"),
            entries.c[name].in_(bindparam(name, expanding=True)),
        )
        for name in ("guid", "address", "title", "hash")
    )
)
_BASELINE = select(entries.c.id).where(
    entries.c.id.in_(bindparam("roots", expanding=True)), entries.c.status == "baseline"
)
