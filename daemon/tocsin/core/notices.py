"""Words on the service itself: when the operator is told, and how many notices become one message.

One cause has many effects (a network that is down fails every feed), so a notice waits a little for
others, and messages keep a distance; what comes together is told together.  While no feed answers
at all, that is said once, and what is said of single feeds waits until one does.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from tocsin.core.model import Alert, Bulletin
from tocsin.core.wording import count, length

SETTLE = timedelta(minutes=1)
"""So long a notice waits for others, and for its own end."""

APART = timedelta(minutes=10)
"""So far apart messages to the operator are."""

NO_ANSWER = timedelta(minutes=10)
"""After so long without an answer from any feed, the network is suspected."""

FEW = 3
"""So many feeds must have failed for that: one or two may well be down by themselves."""

MOST_LINES = 20

FEED_DOWN, FEED_SILENT, FEED_GONE = "feed-down", "feed-silent", "feed-gone"
FEED_BACK, DEAD_LETTER, OUTAGE = "feed-back", "dead-letter", "outage"

RESEND = "once the channel is mended, `tocsin alerts resend --dead` sends what was given up"
"""What to do about dead letters."""

_MANY = {
    FEED_DOWN: "feeds are down",
    FEED_SILENT: "feeds are silent",
    FEED_GONE: "feeds are gone",
    FEED_BACK: "feeds are back",
    DEAD_LETTER: "alerts were given up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that who runs Tocsin should know, told once per *key*.

    The key is ``kind/what/since``, such as ``feed-down/courier/2026-03-02T12:00:00+00:00``: notices
    of a kind are counted together where many come at once.  *title* is one sentence that stands
    alone ("courier is down: 403 Forbidden for 2 days"), *lines* are details.  *ends* is the key of
    the notice that this one takes back ("courier answers again").
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    ends: str = ""

    @property
    def kind(self) -> str:
        """What it is about, for counting like ones together."""
        return self.key.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How the feeds answer: when one did last, and which have begun to fail since, with why."""

    last: datetime | None
    failed: tuple[tuple[str, str], ...]


def is_due(first: datetime, last_told: datetime | None, now: datetime) -> bool:
    """Whether the operator is told now of what waits since *first*.  A time that lies ahead was
    noted by a clock that has been set back since: nothing waits for it."""
    settled = not first <= now < first + SETTLE
    return settled and not (last_told and last_told <= now < last_told + APART)


def gather(notices: Sequence[Notice]) -> tuple[str, tuple[str, ...]]:
    """The title and the lines of one message that tells all of *notices*, one at least."""
    titles = Counter(notice.title for notice in notices)
    kinds = {notice.kind for notice in notices}
    hint = (RESEND,) if DEAD_LETTER in kinds else ()
    if len(titles) == 1:
        said = [line for one in notices for line in one.lines]
        return notices[0].title, (*_bounded(said), *hint)
    what = _MANY.get(kinds.pop()) if len(kinds) == 1 else None
    said = [f"{title} ({times} times)" if times > 1 else title for title, times in titles.items()]
    return f"{len(notices)} {what or 'notices on the service'}", (*_bounded(said), *hint)


def suspect(answers: Answers, started: datetime, now: datetime) -> datetime | None:
    """Since when no feed answers, where that looks like our own network; else None.

    *started* is when we began to ask.
    """
    since = max(answers.last or started, started)
    long = now >= since + NO_ANSWER
    return since if long and len(answers.failed) >= FEW else None


def outage(answers: Answers, since: datetime, zone: tzinfo) -> Notice:
    """The word on a silence of all feeds."""
    asked = f"{count(len(answers.failed), 'feed')} were asked, and none answered:"
    said = [f"{feed}: {why}" for feed, why in answers.failed]
    return Notice(
        key=f"{OUTAGE}/{since.isoformat()}",
        title=f"all feeds fail since {since.astimezone(zone):%H:%M}: is the network up?",
        lines=_bounded([asked, *said]),
    )


def outage_over(since: datetime, now: datetime) -> Notice:
    """The word on its end; it takes back the first where nobody was told yet."""
    key = f"{OUTAGE}/{since.isoformat()}"
    title = f"feeds answer again: none did for {length(now - since)}"
    return Notice(key=f"{key}/over", title=title, ends=key)


def dead_letter(message: Alert | Bulletin, lost: Sequence[Alert], why: str) -> Notice:
    """The word on a message that a channel will never take, and on the stories that it told."""
    return Notice(
        key=f"{DEAD_LETTER}/{message.key}",
        title=f"{message.channel} does not take alerts: {why}",
        lines=tuple(f"#{alert.id} {alert.title}" for alert in lost),
    )


def _bounded(lines: list[str]) -> tuple[str, ...]:
    rest = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], *([f"and {rest:,} more"] if rest > 0 else []))
