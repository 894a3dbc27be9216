"""The turn: readings into their stories, with their matches and what falls due."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from tocsin.core.alerting import Address
from tocsin.core.grouping import LONGEST, Frequencies, StoryIndex
from tocsin.core.model import Article, Match
from tocsin.store import articles, entries, facts, matches, moving, outbox, stories
from tocsin.store.articles import Placed

WINDOW = LONGEST
"""Older articles are of stories that have ended."""

FREQUENCIES = "frequencies"
"""The name under which the live word frequencies are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An entry, read and matched, on its way to its story.

    An article with an id is an edited one, which is there already.  *own_page* unless its address
    is other entries' address too; *again_at* is when the entry is to be read once more.
    """

    entry_id: int
    article: Article
    matches: tuple[Match, ...]
    own_page: bool = True
    again_at: datetime | None = None


class LiveStories:
    """The stories that can still grow: a cache of the store, brought up to date inside each turn.

    It knows the newest article that it holds.  Where the store has a newer one it catches up; where
    the store's newest is older, a transaction that it had already counted on was undone, or where a
    person has moved articles, it is built anew.
    """

    def __init__(self) -> None:
        self.index = StoryIndex()
        self._newest = 0
        self._moves: int | None = None

    def catch_up(self, conn: Connection, now: datetime) -> None:
        """Agree with the store."""
        newest, moves = articles.newest(conn), moving.moves(conn)
        if newest < self._newest or moves != self._moves:
            kept = b64decode(facts.get(conn, FREQUENCIES) or "")
            self.index = StoryIndex(Frequencies.restore(kept))
            self._newest, self._moves = 0, moves
        if newest > self._newest:
            for placed in articles.placed_since(conn, now - WINDOW, self._newest):
                self.add(placed)
            self._newest = newest
        self.index.forget(now - WINDOW)

    def keep_frequencies(self, conn: Connection) -> None:
        """Keep how common words are beyond the articles that are live."""
        facts.put(conn, FREQUENCIES, b64encode(self.index.frequencies.snapshot()).decode())

    def add(self, placed: Placed) -> None:
        """Count *placed* among the live articles."""
        self.index.add(placed.article, placed.article.when, placed.story_id, placed.placement)
        self._newest = placed.article.id


Addressed = Callable[[Iterable[tuple[Match, frozenset[str]]]], Sequence[Address]]
"""Who hears of a story with certain matches, each on an article with tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who hears of a match, and the time of the turn."""

    addressed: Addressed
    now: datetime


def place(
    conn: Connection, live: LiveStories, readings: Sequence[Reading], desk: Desk
) -> list[Placed]:
    """The turn: each reading into its story, with its matches and what falls due, or none of it.

    What arrives together is placed in order of time, so that the original comes before its copy.

    An entry is read once this has committed, so a crash before that repeats the reading and a crash
    after it loses nothing.
    """
    live.catch_up(conn, desk.now)
    in_time = sorted(readings, key=lambda reading: reading.article.when)
    placed = [_place(conn, live, reading, desk) for reading in in_time]
    return [one for one in placed if one is not None]


def apply_to_open(
    conn: Connection,
    match: Callable[[Article], tuple[Match, ...]],
    desk: Desk,
    rules: frozenset[str],
) -> list[int]:
    """Match *rules* on the articles of every open story; the stories that they newly match.

    What is new is kept and made due, as if those articles came now.
    """
    grown: dict[int, None] = {}
    open_now = list(articles.placed_since(conn, desk.now - WINDOW))
    for placed, new in _newly_matched(conn, open_now, match, rules):
        matches.add(conn, placed, new, desk.now)
        grown[placed.story_id] = None
    for story_id in grown:
        stories.grow(conn, story_id)
        make_due(conn, story_id, desk)
    return list(grown)


def would_match(
    conn: Connection,
    match: Callable[[Article], tuple[Match, ...]],
    rules: frozenset[str],
    now: datetime,
) -> int:
    """How many open stories *rules* match that they have not matched so far; changes nothing."""
    open_now = articles.placed_since(conn, now - WINDOW)
    return len({placed.story_id for placed, _ in _newly_matched(conn, open_now, match, rules)})


def _newly_matched(
    conn: Connection,
    among: Iterable[Placed],
    match: Callable[[Article], tuple[Match, ...]],
    rules: frozenset[str],
) -> Iterator[tuple[Placed, tuple[Match, ...]]]:
    """Those of *among* that *rules* match, each with its matches that were not known."""
    for placed in among:
        found = tuple(one for one in match(placed.article) if one.rule_id in rules)
        if new := matches.unknown(conn, placed, found):
            yield placed, new


def make_due(conn: Connection, story_id: int, desk: Desk) -> None:
    """Have every channel decide that hears of the story; where none does, the ledger says so."""
    found = matches.of_story(conn, story_id)
    addressed = desk.addressed(found)
    for to in addressed:
        outbox.make_due(conn, story_id, to, desk.now)
    if found and not addressed:
        outbox.told_nowhere(conn, story_id, desk.now)


def _place(conn: Connection, live: LiveStories, reading: Reading, desk: Desk) -> Placed | None:
    if reading.article.id:
        _revise(conn, live, reading, desk)
        return None
    known = articles.known(conn, reading.article, own_page=reading.own_page)
    if known is not None:
        entries.mark_read(conn, reading.entry_id, known)
        return None
    placement = live.index.decide(reading.article, reading.article.when)
    placed = articles.add(conn, reading.article, placement, own_page=reading.own_page)
    live.add(placed)
    matches.add(conn, placed, reading.matches, desk.now)
    entries.mark_read(conn, reading.entry_id, placed.article.id, reading.again_at)
    if reading.matches or placement.story_id is not None:  # else it is a story that none matches
        make_due(conn, placed.story_id, desk)
    return placed


def _revise(conn: Connection, live: LiveStories, reading: Reading, desk: Desk) -> None:
    """Keep an edited article; where another rule matches it now, or it states more, its story says
    so.

    It stays in its story, where later articles are compared with its new words: an edit moves none.
    """
    entries.mark_reread(conn, reading.entry_id)
    before = articles.placed(conn, reading.article.id)
    if before is None or before.article == reading.article:
        return
    now = replace(before, article=reading.article)
    articles.revise(conn, reading.article)
    live.index.revise(reading.article, now.story_id)
    more = matches.revise(conn, now, reading.matches)
    if new := matches.unknown(conn, now, reading.matches):
        matches.add(conn, now, new, desk.now)
    if new or more:
        stories.grow(conn, now.story_id)
        make_due(conn, now.story_id, desk)
