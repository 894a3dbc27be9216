"""Which channel hears of which match, and on which terms.

All routes that take a match apply: their channels are united.  A rule's own `notify`, or that of
its `relevance` for a weak match, replaces them; without any route every rule goes to every channel.
Rules and routes are those in force when this is asked, not when the article came.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from tocsin.core.alerting.view import StoryView
from tocsin.core.daytime import parse_daytime
from tocsin.core.model import Match, Severity, Silence
from tocsin.core.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long the first message waits for company, and how far apart updates are.

    *reminder_every* None: a story of which nothing is new is not told again.
    """

    wait_before_first: timedelta = timedelta(seconds=60)
    update_at_most_every: timedelta = timedelta(minutes=10)
    reminder_every: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Hours in which nobody is disturbed, by the clock on the wall; they may cross midnight."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def parse_quiet(text: str) -> Quiet:
    """The hours that *text* means: ``22:00-07:00``.

    Raises:
        ValueError: It is written otherwise.
    """
    start, _, end = text.replace("–", "-").partition("-")
    try:
        quiet = Quiet(start=parse_daytime(start), end=parse_daytime(end))
    except ValueError:
        raise ValueError('quiet hours are written like "22:00-07:00"') from None
    if quiet.start == quiet.end:
        raise ValueError("quiet hours that end when they start are none, or all the day")
    return quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Takes the matches of *rules*, on articles with one of *tags*, from *severity* on.

    What is empty asks nothing; without *channels* it leads to all of them.  *mention* calls people
    in the channel's own way.
    """

    rules: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    severity: Severity = Severity.LOW
    channels: tuple[str, ...] = ()
    timing: Timing = Timing()
    quiet: Quiet | None = None
    digest: tuple[time, ...] = ()
    mention: str = ""

    def takes(self, match: Match, tags: frozenset[str]) -> bool:
        """Whether this route takes a match on an article with these *tags*."""
        tagged = not self.tags or not self.tags.isdisjoint(tags)
        return tagged and self.asks_for(match.rule_id, match.severity)

    def asks_for(self, rule_id: str, severity: Severity) -> bool:
        """Whether it takes that rule's matches of that severity, at least on some articles."""
        named = not self.rules or rule_id in self.rules
        return named and severity.rank >= self.severity.rank


class Reach(StrEnum):
    """How much of what a rule matches is told somewhere."""

    ALL = "all is told"
    TAGGED = "only articles with certain tags are told: the other routes leave it out"
    WEAK = "no route takes it: only its weak matches are told, where its `relevance` says"
    NONE = "no route takes it: what it matches is told nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """The *rules* in force by their ids, the names of all *channels*, the *routes*, and the
    *timing* where no route says otherwise."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    channels: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    timing: Timing = Timing()

    def current(self, match: Match) -> Match | None:
        """*match* as its rule would now tell it; None where that is no more in force."""
        rule = self.rules.get(match.rule_id)
        if rule is None:
            return None
        notify = rule.channels_for(match.relevance)
        return replace(match, severity=rule.severity, notify=notify)

    def routes_of(self, match: Match, tags: frozenset[str]) -> tuple[Route, ...]:
        """The routes that apply to a current match."""
        if match.notify or not self.routes:
            return (Route(channels=match.notify, timing=self.timing),)
        return tuple(route for route in self.routes if route.takes(match, tags))

    def leads_to(self, route: Route, channel: str) -> bool:
        """Whether the route tells that channel."""
        return channel in (route.channels or self.channels)

    def channels_for(self, found: Iterable[tuple[Match, frozenset[str]]]) -> tuple[str, ...]:
        """The channels that hear of a story with these matches, each on an article with tags."""
        current = ((self.current(match), tags) for match, tags in found)
        routes = [
            route for match, tags in current if match for route in self.routes_of(match, tags)
        ]
        return tuple(
            name for name in self.channels if any(self.leads_to(route, name) for route in routes)
        )

    def reach(self, rule: Rule) -> Reach:
        """How much of what the rule matches is told somewhere."""
        if rule.notify or not self.routes:
            return Reach.ALL
        taking = [route for route in self.routes if route.asks_for(rule.id, rule.severity)]
        if not taking:
            return Reach.WEAK if rule.relevance else Reach.NONE
        return Reach.TAGGED if all(route.tags for route in taking) else Reach.ALL

    def unreached(self) -> tuple[str, ...]:
        """The channels to which no rule in force leads."""
        named = {name for rule in self.rules.values() for name in rule.notify}
        named |= {
            name for rule in self.rules.values() if rule.relevance for name in rule.relevance.notify
        }
        by_route = [rule for rule in self.rules.values() if not rule.notify]
        for route in self.routes or (Route(),):
            if any(route.asks_for(rule.id, rule.severity) for rule in by_route):
                named.update(route.channels or self.channels)
        return tuple(name for name in self.channels if name not in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What of a story a channel hears: *view* has only that, *routes* say on which terms.

    *in_force* is whether a rule that matched is still there; *silent_until* when the first silence
    ends that now hides something of it.
    """

    view: StoryView
    routes: tuple[Route, ...] = ()
    in_force: bool = True
    silent_until: datetime | None = None


def hear(
    view: StoryView, channel: str, routing: Routing, silences: Iterable[Silence] = ()
) -> Heard:
    """What *channel* hears of a story: the matches that lead to it and that nobody silenced."""
    tags = {join.article_id: join.tags for join in view.joins}
    matches: list[tuple[int, Match]] = []
    leading: dict[tuple[int, str], list[Route]] = {}
    in_force = False
    for article_id, match in view.matches:
        current = routing.current(match)
        if current is None:
            continue
        in_force = True
        taken = routing.routes_of(current, tags.get(article_id, frozenset()))
        if here := [route for route in taken if routing.leads_to(route, channel)]:
            matches.append((article_id, current))
            leading[article_id, match.rule_id] = here
    left, silent_until = _unsilenced(replace(view, matches=tuple(matches)), silences)
    routes = dict.fromkeys(
        route for article_id, match in left.matches for route in leading[article_id, match.rule_id]
    )
    return Heard(view=left, routes=tuple(routes), in_force=in_force, silent_until=silent_until)


def _unsilenced(view: StoryView, silences: Iterable[Silence]) -> tuple[StoryView, datetime | None]:
    """*view* without what silences hide, and when the first of these ends."""
    ends = []
    for silence in silences:
        left = _without(view, silence)
        if left != view:
            ends.append(silence.until)
        view = left
    return view, min(ends, default=None)


def _without(view: StoryView, silence: Silence) -> StoryView:
    if silence.story is not None:
        return replace(view, matches=()) if silence.story == view.id else view
    if silence.feed:
        silenced = {join.article_id for join in view.joins if join.feed_id == silence.feed}
        return view.without(silenced) if silenced else view
    left = tuple(one for one in view.matches if one[1].rule_id != silence.rule)
    return replace(view, matches=left)
