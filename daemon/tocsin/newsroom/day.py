"""A day of news, as frozen values: who reports what, and when.

Pure.  The day is written as offsets from its beginning; entries with a negative offset stand in
the feeds when it begins.  Only :func:`published` ties it to a calendar.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

FeedKind = Literal["rss", "atom", "json"]
Layout = Literal["broadsheet", "tabloid", "station"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A paper or a station: what its feed is written in and what its pages look like."""

    id: str
    name: str
    kind: FeedKind
    layout: Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article of one outlet; *at* is when it appears, counted from the day's beginning."""

    outlet: str
    slug: str
    at: timedelta
    title: str
    author: str
    paragraphs: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What the feed carries of it: the opening paragraph."""
        return self.paragraphs[0]

    @property
    def text(self) -> str:
        """The whole article, a paragraph a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The script: the outlets, what they report, and a watchlist (YAML) to read it by.

    Every outlet has a report from before the day, so that no feed is ever empty.
    """

    length: timedelta
    outlets: tuple[Outlet, ...]
    reports: tuple[Report, ...]
    watchlist: str

    def standing(self, outlet: Outlet, played: timedelta) -> tuple[Report, ...]:
        """What stands in an outlet's feed after *played* of the day, the newest first."""
        out = (r for r in self.reports if r.outlet == outlet.id and r.at <= played)
        return tuple(sorted(out, key=lambda report: report.at, reverse=True))

    def published(self, report: Report, ends: datetime) -> datetime:
        """When a report appeared, if the day ends at *ends*; to the second, as feeds say it."""
        return (ends - self.length + report.at).replace(microsecond=0)


def manuscript(outlet: str, slug: str, at: timedelta, text: str) -> Report:
    """A report from its plain text: title, byline and paragraphs, with an empty line between."""
    title, author, *paragraphs = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return Report(
        outlet=outlet,
        slug=slug,
        at=at,
        title=title,
        author=author.removeprefix("By "),
        paragraphs=tuple(paragraphs),
    )
