"""The nouns of Tocsin, as frozen values.

*Feeds hold entries.  We read each new entry in full: an article.  Rules say which articles matter.
Articles that tell the same news make a story.  A channel hears of a story once, then only of what
is new.*

Times are aware and in UTC, durations are ``timedelta``, sizes end in ``_bytes``, texts are plain
(never HTML).  A span is a half-open range of character offsets into the field that it names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

OLDEST_CLAIM = timedelta(days=7)
"""A report that claims to be older than this when we first see it has a date that lies."""

Span = tuple[int, int]
Field = Literal["title", "body"]


class Severity(StrEnum):
    """How much a rule's matches matter, from low to critical."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for low to 3 for critical, for taking the highest of several."""
        return list(Severity).index(self)


# --- what the world offers -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How a feed and its pages are asked for: all of it may hold secrets.

    *headers* (an authorization, cookies) are for the feed's own host alone, *proxy* is a URL.
    """

    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    proxy: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed to watch, as the user configured it.

    *url* holds no name and password: these are in *access*.  *every* None means: as often as the
    feed's own habit asks for.  *first_sight* None means that whatever stands in the feed when it is
    first seen is a silent baseline; a duration takes in what was published within it.  *place* is
    the line of the file that names it.
    """

    id: str
    url: str
    outlet: str
    tags: frozenset[str] = frozenset()
    lang: str = ""
    every: timedelta | None = None
    first_sight: timedelta | None = None
    access: Access = Access()
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, as the feed states it.

    *guid* is what the feed calls it, or empty; *url* is absolute or empty; *text* is the fullest
    text that the feed itself carries, a paragraph a line.  *published* is as the feed claims, not
    yet judged.
    """

    guid: str
    url: str
    title: str
    text: str = ""
    published: datetime | None = None
    author: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """What one poll of a feed held, in the feed's order.

    *ttl* is how long the feed asks to be left alone, *skip_hours* the hours of the day in UTC in
    which it never changes; *note* says what was wrong with a feed that could be read all the same,
    or is empty.  *known* counts the entries that stood in it word for word the last time, which are
    not among *entries*; *fingerprints* is what to know them by the next time.
    """

    title: str
    entries: tuple[Entry, ...]
    lang: str = ""
    ttl: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    note: str = ""
    known: int = 0
    fingerprints: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """An article's text as its page gives it, a paragraph a line.

    *problem* says why the text is not to be trusted as the whole article ("consent wall", "error
    page", "no text found"), or is empty; then *leads_to* is where the page says that the article
    is, if it does.
    """

    text: str
    lang: str = ""
    problem: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An entry, read: what rules are matched on and stories are made of.

    *id* is 0 until the store has given it one.  *url* is where a person can read it.  *text* holds
    a paragraph a line.  *summary_only* says why we have no more than the feed's own words, or is
    empty.  *published* is None where it cannot be true; *first_seen* is ours.
    """

    id: int = 0
    feed_id: str
    outlet: str
    url: str
    title: str
    text: str
    first_seen: datetime
    published: datetime | None = None
    lang: str = ""
    author: str = ""
    tags: frozenset[str] = frozenset()
    summary_only: str = ""

    @property
    def when(self) -> datetime:
        """When it was published, where that is plausible; else when we saw it."""
        return _plausible(self.published, self.first_seen)


def _plausible(published: datetime | None, seen: datetime) -> datetime:
    """Feeds lie about time: years 1770 and 2099 were seen."""
    return published if published and seen - OLDEST_CLAIM <= published <= seen else seen


# --- why an article matters ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One clause of a rule and where the article satisfies it.

    *clause* is the clause as the rule's author would recognise it, *via* the alias or word form
    that stood in the text, *paragraph* counts from 0 within the field, *spans* are offsets into
    the field's own text.
    """

    clause: str
    via: str
    field: Field
    paragraph: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A short piece of an article in which every clause is to be seen; *marks* are its hits."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule that an article satisfies, with its evidence.

    *rule_hash* names the exact wording of the rule; *relevance* is 0 to 100; *absent* are the
    exclusions that were looked for and not found; *masked* are the regions not searched.
    """

    rule_id: str
    rule_name: str
    rule_hash: str
    severity: Severity
    relevance: int
    hits: tuple[Hit, ...]
    snippet: Snippet
    absent: tuple[str, ...] = ()
    masked: tuple[tuple[Field, Span], ...] = ()
    notify: tuple[str, ...] = ()


# --- why articles belong together ------------------------------------------------------------


class Join(StrEnum):
    """How an article came into its story; logs, metrics and explanations print these words."""

    OPENED = "opened a story"
    COPY = "copy"
    SAME_EVENT = "same event"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two articles have in common, the most telling first, as they stand in the text."""

    quotes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    hours_apart: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerUp:
    """The closest story that an article was NOT put into, through its closest article, and why."""

    story_id: int
    article_id: int
    score: float
    shared: Shared
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where an article goes, and why.

    *story_id* None opens a new story.  *nearest* is the article of the story that it is closest
    to; *copy_of* the one whose text it repeats, so that it is no independent report.  *score* is
    the decision's own measure (joined where it reached *threshold*).
    """

    how: Join
    story_id: int | None = None
    nearest: int | None = None
    copy_of: int | None = None
    score: float = 0.0
    threshold: float = 0.0
    shared: Shared = Shared()
    runner_up: RunnerUp | None = None

    @property
    def follows(self) -> int | None:
        """The story that it would have joined, had that not ended."""
        other = self.runner_up
        ended = self.how is Join.OPENED and other is not None and other.score >= self.threshold > 0
        return other.story_id if ended and other else None


# --- what people are told --------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One article of a story, as an alert lists it."""

    article_id: int
    outlet: str
    url: str
    title: str
    first_seen: datetime
    published: datetime | None = None
    independent: bool = True
    matched: bool = False

    @property
    def named(self) -> str:
        """The report in the words in which an alert's news tell of it."""
        repeats = "" if self.independent else " (copy)"
        return f"{self.outlet}: {self.title or self.url}{repeats}"

    @property
    def when(self) -> datetime:
        """When it was published, where that is plausible; else when we saw it."""
        return _plausible(self.published, self.first_seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What one recipient on one channel is to read of one story: frozen before it is sent.

    *id* is the story's.  *revision* grows with the story.  *key* is the same for every try of the
    same message, so that the other side can tell a repetition.  *follows* is the ended story
    that this one carries on, *split_from* the one that a person took it out of.  *news* says what
    is new since the last message and is empty in the first one.  *coverage* is in order of time.
    *frozen_at* is when all this was settled; *mention* calls people in the channel's own way
    ("<!here>").  *state* is what became of the story ("closed", "merged into #12"), empty while it
    may still grow.  *rules* are those that match, by their ids: the names to print.
    """

    id: int
    revision: int
    key: str
    channel: str
    recipient: str
    severity: Severity
    rules: Mapping[str, str]
    title: str
    coverage: tuple[Coverage, ...]
    why_matched: tuple[Snippet, ...]
    why_together: str
    news: tuple[str, ...] = ()
    page_url: str = ""
    follows: int | None = None
    split_from: int | None = None
    frozen_at: datetime | None = None
    mention: str = ""
    state: str = ""

    @property
    def outlets(self) -> int:
        """How many outlets report it."""
        return len({report.outlet for report in self.coverage})

    @property
    def independent(self) -> int:
        """How many of the reports are not copies."""
        return sum(report.independent for report in self.coverage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """Several stories, or a word on the service itself, in one message that stands for itself.

    A digest, what quiet hours or a rate limit held back, what was missed while we were down; or a
    notice to the operator.  *key* is as in `Alert`.  *lines* are said after the *title*; *alerts*
    has one entry a story, with only what is new since it was last told.
    """

    key: str
    channel: str
    recipient: str
    title: str
    lines: tuple[str, ...] = ()
    alerts: tuple[Alert, ...] = ()
    frozen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the other side gave us for a message: what an edit, a reply or a question needs.

    *reference* is its own name for the message (a Slack ts, a Message-ID), empty where it gives it
    none; *thread* names the
    first message of the conversation where there is one; *edited* is true where the message that
    stood there was changed in place.
    """

    reference: str = ""
    thread: str = ""
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Until a time nothing is told of a rule's matches, of a feed's articles, or of one story.

    One of *rule*, *feed* and *story* is set; *id* is 0 until the store has given it one.
    """

    id: int = 0
    rule: str = ""
    feed: str = ""
    story: int | None = None
    until: datetime
    comment: str = ""
    by: str = ""
    created: datetime
