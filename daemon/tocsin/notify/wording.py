"""The words in which alerts and bulletins are told, the same on every channel; how they are laid
out differs.

All text in a `Wording` or a `Roundup` is clean (see :mod:`tocsin.notify.clean`).  Its parts are
bounded in number and in length, whatever the size of the story; channels may cut them further.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from tocsin.core.model import Alert, Bulletin, Coverage, Snippet
from tocsin.core.wording import count as count  # for those who lay an alert out
from tocsin.core.wording import reports
from tocsin.notify.clean import TEXT, clean, cut, link, tidy, units

MOST_REPORTS, MOST_NEWS, MOST_SNIPPETS = 50, 20, 10
MOST_STORIES, MOST_LINES = 200, 50

NAMED = 3
"""Outlets of a story that a bulletin names."""

NAME, OUTLET = 120, 60
"""How much of a title tells which story is meant, and of an outlet's name which outlet."""

OTHERS = 300
"""Room for the names of the outlets whose reports are not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a snippet; *marked* where the rule hit."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one outlet has of a story, told by its first report.

    *when* is *at* in words, *copy* where all it has repeats others, *more* counts its further
    reports.
    """

    outlet: str
    title: str
    url: str
    at: datetime
    when: str
    copy: bool
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An alert in words.

    *reports* has the first of the *outlets* that report it, each once, in order of time; *news*
    the first of *all_news*, *where* the address of each report that they name.
    """

    number: str
    rules: str
    severity: str
    title: str
    counts: str
    outlets: int
    reports: tuple[Report, ...]
    together: str
    why: tuple[tuple[Piece, ...], ...]
    news: tuple[str, ...]
    all_news: int
    where: Mapping[str, str]
    page: str

    @property
    def name(self) -> str:
        """Which story it is, in few words."""
        return f"{self.number} {cut(self.title, NAME)}"

    @property
    def best_url(self) -> str:
        """Where to read it: the story's page, else the first report; may be empty."""
        return self.page or next((report.url for report in self.reports if report.url), "")

    @property
    def read_on(self) -> tuple[str, ...]:
        """Where to read what is new: the reports that the news name, else `best_url`."""
        reports = tuple(self.where[news] for news in self.news if self.where.get(news))
        return reports or ((self.best_url,) if self.best_url else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Roundup:
    """A bulletin in words: *more* counts what is in neither *lines* nor *stories*.

    *mention* calls everybody whom one of the stories calls, in the user's own words.
    """

    mention: str
    title: str
    lines: tuple[str, ...]
    stories: tuple[Wording, ...]
    more: int


def round_up(bulletin: Bulletin, zone: tzinfo) -> Roundup:
    """*bulletin* in words, its times as they are in *zone*."""
    lines, stories = bulletin.lines[:MOST_LINES], bulletin.alerts[:MOST_STORIES]
    untold = len(bulletin.lines) - len(lines) + len(bulletin.alerts) - len(stories)
    mentions = (word for alert in bulletin.alerts for word in alert.mention.split())
    return Roundup(
        mention=" ".join(dict.fromkeys(mentions)),
        title=_title(bulletin.title),
        lines=tuple(tidy(line) or "…" for line in lines),
        stories=tuple(word(alert, zone) for alert in stories),
        more=untold,
    )


def word(alert: Alert, zone: tzinfo) -> Wording:
    """*alert* in words, its times as they are in *zone*."""
    return Wording(
        number=f"#{alert.id}",
        rules=", ".join(tidy(rule) for rule in alert.rules.values()),
        severity=alert.severity.value,
        title=_title(alert.title),
        counts=_counts(alert),
        outlets=alert.outlets,
        reports=_reports(alert.coverage, zone),
        together=tidy(alert.why_together),
        why=tuple(pieces(snippet) for snippet in alert.why_matched[:MOST_SNIPPETS]),
        news=tuple(tidy(news) or "…" for news in alert.news[:MOST_NEWS]),
        all_news=len(alert.news),
        where=_where(alert),
        page=link(alert.page_url),
    )


def order(told: Wording, room: int) -> str:
    """Who was first and who came then, at most *room* of them by name."""
    named = [f"{report.outlet} {report.when}{_copy(report)}" for report in told.reports[:room]]
    more = f" and {told.outlets - room:,} more" if told.outlets > room else ""
    if len(named) < 2:
        return "".join(named)
    return f"first {named[0]}, then {', '.join(named[1:])}{more}"


def others(told: Wording, shown: int) -> str:
    """The outlets beyond the first *shown*: how many, by name as far as there is room, and where
    the rest are named; "" where there are none."""
    left, room, names = told.outlets - shown, OTHERS, list[str]()
    if left <= 0:
        return ""
    for report in told.reports[shown:]:
        name = cut(report.outlet, OUTLET)
        room -= units(name) + 2
        if room < 0:
            break
        names.append(name)
    more = f"and {count(left, 'more outlet')}"
    if len(names) == left:
        return f"{more}: {', '.join(names)}"
    return f"{more}, among them {', '.join(names)} (see `tocsin alerts show {told.number[1:]}`)"


def untold(told: Roundup, stories: int, lines: int | None = None) -> str:
    """What is left out where so many of the *stories* and, if not all, of the *lines* are told, and
    where it can be read; "" where nothing is."""
    said = len(told.lines) if lines is None else lines
    left = told.more + len(told.stories) - stories + len(told.lines) - said
    where = " (see `tocsin alerts list`)" if told.stories else ""
    return f"and {left:,} more{where}" if left else ""


def pieces(snippet: Snippet) -> tuple[Piece, ...]:
    """The snippet from its start to its end, marked where its marks are; cut where it is long."""
    found, at = [], 0
    for start, end in sorted(snippet.marks):
        start, end = max(start, at), min(end, len(snippet.text))
        if start < end:
            found += [(at, start, False), (start, end, True)]
            at = end
    found.append((at, len(snippet.text), False))
    parts = [(snippet.text[start:end], marked) for start, end, marked in found if start < end]
    return tuple(_within(parts, TEXT))


def _within(parts: Iterable[tuple[str, bool]], room: int) -> Iterator[Piece]:
    for text, is_marked in parts:
        if room <= 0:
            return
        piece = cut(clean(text), room)
        room -= units(piece)
        if piece:  # it may have held nothing but marks that nobody sees
            yield Piece(text=piece, marked=is_marked)


def marked(found: Iterable[Piece]) -> str:
    """The pieces with ``**`` around what is marked, for whoever shows plain text."""
    return "".join(f"**{piece.text}**" if piece.marked else piece.text for piece in found)


def _counts(alert: Alert) -> str:
    follows = f", follows #{alert.follows}" if alert.follows else ""
    split = f", split from #{alert.split_from}" if alert.split_from else ""
    state = f", {tidy(alert.state)}" if alert.state else ""
    return reports(alert.outlets, alert.independent) + follows + split + state


def _where(alert: Alert) -> dict[str, str]:
    """The address of each report that the news name, by its words there."""
    news = set(alert.news)
    named = (report for report in alert.coverage if news and report.named in news)
    return {tidy(report.named): link(report.url) for report in named}


def _title(text: str) -> str:
    return tidy(text) or "(no title)"


def _copy(report: Report) -> str:
    return " (copy)" if report.copy else ""


def _reports(coverage: Iterable[Coverage], zone: tzinfo) -> tuple[Report, ...]:
    by_outlet: dict[str, list[Coverage]] = {}
    for article in sorted(coverage, key=lambda article: article.when):
        by_outlet.setdefault(article.outlet, []).append(article)
    shown = list(by_outlet.values())[:MOST_REPORTS]
    return tuple(
        _report(articles, when=_when(articles[0].when, shown[-1][0].when, zone))
        for articles in shown
    )


def _report(articles: list[Coverage], *, when: str) -> Report:
    first = articles[0]
    return Report(
        outlet=tidy(first.outlet) or "unnamed outlet",
        title=_title(first.title),
        url=link(first.url),
        at=first.when,
        when=when,
        copy=not any(article.independent for article in articles),
        more=len(articles) - 1,
    )


def _when(at: datetime, latest: datetime, zone: tzinfo) -> str:
    """The time of day; with its day where that is not the day of the latest report."""
    local = at.astimezone(zone)
    if local.date() == latest.astimezone(zone).date():
        return f"{local:%H:%M}"
    return f"{local.day} {local:%b %H:%M}"
