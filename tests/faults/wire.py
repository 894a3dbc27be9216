"""A wire of news without end: a day for the newsroom with as many stories as a fault needs.

Every word is invented, from a seed.  Each story has a name of its own, its *mark*, in every title
and text about it, so that it can be looked for in whatever a channel was told; and every text says
``flood``, for which `WATCHLIST` rings.
"""

import random
import re
from dataclasses import dataclass
from datetime import timedelta

from tocsin.newsroom.day import Day, FeedKind, Layout, Outlet, Report

WATCHLIST = "languages: [en]\nrules:\n  - {id: floods, severity: high, match: flood}\n"
SPACING = timedelta(seconds=20)
"""So far apart the stories of a wire begin, in its own time."""

EARLIER = "Earlier"
"""The mark of what stands in the feeds when the wire begins, and rings for nobody."""

_KINDS: tuple[FeedKind, ...] = ("rss", "atom", "json")
_LAYOUTS: tuple[Layout, ...] = ("broadsheet", "tabloid", "station")
_CONSONANTS, _VOWELS = "bdfgklmnprstvwz", "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """The *day* to play, and its stories' *marks* in the order in which they begin."""

    day: Day
    marks: tuple[str, ...]

    def after(self, stories: int) -> timedelta:
        """When so many stories have begun."""
        return SPACING * stories

    def reports(self) -> list[Report]:
        """What stood in the feeds before, then the first report of each story."""
        earlier = [report for report in self.day.reports if report.at < timedelta()]
        return earlier + [self._first(mark) for mark in self.marks]

    def _first(self, mark: str) -> Report:
        return next(r for r in self.day.reports if r.slug.startswith(f"{mark.lower()}-"))

    def published(self, stories: int) -> list[str]:
        """The names in their addresses of all reports that are out by then, the oldest first."""
        until = self.after(stories)
        return [report.slug for report in self.day.reports if timedelta() < report.at <= until]


def tells(text: str, name: str) -> bool:
    """Whether a message that says *text* tells the report of that *name*.

    It gives its address; or, where it tells several stories and gives one address of each, it
    counts both outlets of the story, of which no third report ever comes.
    """
    mark = name.partition("-")[0].title()
    counted = re.search(rf"{mark} flood.*?(\d+) outlet", text, re.DOTALL)
    return name in text or (counted is not None and counted[1] == "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What two reports of one story have in common; what came before the wire is about a fair."""

    mark: str
    person: str
    figure: str
    said: str

    @property
    def about(self) -> str:
        return "fair" if self.mark == EARLIER else "flood"


def wire(stories: int, outlets: int = 6, seed: int = 1) -> Wire:
    """*stories* stories; of every second one there is a second report, two stories later."""
    chance = random.Random(seed)
    papers = tuple(_outlet(number) for number in range(outlets))
    marks = _marks(stories, chance)
    reports = [_report(paper, _facts(EARLIER, chance), -1, chance) for paper in papers]
    for number, mark in enumerate(marks, start=1):
        facts = _facts(mark, chance)
        reports.append(_report(papers[number % outlets], facts, number, chance))
        if number % 2:
            reports.append(_report(papers[(number + 1) % outlets], facts, number + 2, chance))
    length = SPACING * (stories + 3)
    day = Day(length=length, outlets=papers, reports=tuple(reports), watchlist=WATCHLIST)
    return Wire(day=day, marks=marks)


def _outlet(number: int) -> Outlet:
    kind, layout = _KINDS[number % 3], _LAYOUTS[number % 3]
    return Outlet(id=f"paper-{number}", name=f"Paper {number}", kind=kind, layout=layout)


def _marks(count: int, chance: random.Random) -> tuple[str, ...]:
    marks: dict[str, None] = {}
    while len(marks) < count:
        marks[_word(chance, 4).title()] = None
    return tuple(marks)


def _facts(mark: str, chance: random.Random) -> _Facts:
    said = " ".join(_word(chance) for _ in range(9))
    return _Facts(
        mark=mark,
        person=f"{_word(chance).title()} {_word(chance).title()}",
        figure=f"{chance.randrange(1000, 99999):,}",
        said=f"“{said},”",
    )


def _report(outlet: Outlet, facts: _Facts, number: int, chance: random.Random) -> Report:
    """One outlet's words around the facts of a story; *number* is its place in the wire."""
    return Report(
        outlet=outlet.id,
        slug=f"{facts.mark}-{number}".lower(),
        at=SPACING * number,
        title=f"{facts.mark} {facts.about} {_words(chance, 5)}",
        author=_word(chance).title(),
        paragraphs=(
            f"{_words(chance, 25).capitalize()} at {facts.mark}.",
            f"{facts.person} saw {facts.figure} {_words(chance, 20)} {facts.about}.",
            f"{facts.said} {facts.person} told {_words(chance, 30)}.",
        ),
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count))


def _word(chance: random.Random, syllables: int = 0) -> str:
    count = syllables or chance.choice((2, 3))
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(count))
