"""A story as alerts see it, and what somebody has been told of it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from tocsin.core.alerting.facts import Fact
from tocsin.core.model import Coverage, Match, Placement, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Who is told."""

    channel: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An article of a story, where it came from and how it came in."""

    article_id: int
    placement: Placement
    feed_id: str = ""
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A watched story as it stands; everything in the order in which the articles came.

    *ends* is when it takes no more reports, unless another independent one comes before.
    *follows*, *split_from* and *merged_into* are the stories that it carries on, that a person took
    it out of, or put it into; *split_into* is the one into which a person took all that a rule
    matched.  Of one that was moved like that this is what somebody was told.
    """

    id: int
    revision: int
    watched_at: datetime
    ends: datetime
    follows: int | None = None
    split_from: int | None = None
    merged_into: int | None = None
    split_into: int | None = None
    coverage: tuple[Coverage, ...]
    matches: tuple[tuple[int, Match], ...]
    joins: tuple[Joined, ...]
    facts: tuple[tuple[int, Fact], ...] = ()

    @property
    def severity(self) -> Severity:
        """The highest of its matches'."""
        return max((match.severity for _, match in self.matches), key=lambda one: one.rank)

    @property
    def rules(self) -> dict[str, str]:
        """The rules that its articles match, by their ids: the names to print."""
        return {match.rule_id: match.rule_name for _, match in self.matches}

    @property
    def moved(self) -> str:
        """Where what was told of it has gone; "" where it is still here."""
        if self.merged_into is not None:
            return f"merged into #{self.merged_into}"
        return f"what matched is in #{self.split_into} now" if self.split_into is not None else ""

    def without(self, articles: Collection[int]) -> "StoryView":
        """The story as if these articles had not come."""
        return replace(
            self,
            coverage=tuple(one for one in self.coverage if one.article_id not in articles),
            matches=tuple(one for one in self.matches if one[0] not in articles),
            joins=tuple(one for one in self.joins if one.article_id not in articles),
            facts=tuple(one for one in self.facts if one[0] not in articles),
        )

    def new_facts(self, told: "Told") -> tuple[Fact, ...]:
        """What its matched articles state prominently that somebody was not told, each once."""
        matched = {article_id for article_id, _ in self.matches}
        new = {
            fact.key: fact
            for article_id, fact in self.facts
            if article_id in matched and fact.prominent and fact.key not in told.facts
        }
        return tuple(new.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the last message to somebody said, and how many there were.

    *facts* are the keys of what its articles stated.  *rang* is when the last one came that was to
    be noticed, *mentioned* whom they called; *closed* is whether it said that the story has ended,
    *in_place* whether it stands where it can be changed.
    """

    revision: int
    articles: frozenset[int]
    rules: frozenset[str]
    at: datetime
    facts: frozenset[str] = frozenset()
    title: str = ""
    messages: int = 1
    rang: datetime | None = None
    mentioned: frozenset[str] = frozenset()
    closed: bool = False
    in_place: bool = False
