"""What an article states that can be told to be new: numbers, quotes and names.

Deliberately narrow, since a fact that is new can ring for what is otherwise a mere copy.  A number
counts with the word behind it ("340 dockers"), in the title or the opening, unless it is a date, a
time or an age; it is new where the story has not had that number.  A quote counts by its first
words.  A name counts where it is an entity of the watchlist by which a rule matched.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tocsin.core.grouping.calendar import MONTHS, WEEKDAYS
from tocsin.core.grouping.sketch import sketch
from tocsin.core.model import Article, Match

MOST = 16
"""So many facts of an article are kept."""

_OPENING = 500  # characters: what stands further down is background
_QUOTE_WORDS = 6
_ENTITY = "entity:"
_YEARS = range(1900, 2100)
_NUMBER = re.compile(
    r"(?<![\w.,:/–-])(?P<number>\d{1,3}(?:[., ]\d{3})+|\d+(?:[.,]\d+)?)"
    r"\s(?P<noun>[^\W\d_]{3,})"
)
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.][0-5]\d")
_TIME_WORDS = """
second seconds minute minutes min mins hour hours day days week weeks month months year years
gmt utc bst cet est edt pst pdt old uhr
stunde stunden minuten tag tage tagen woche wochen monat monate monaten jahr jahre jahren
heures jour jours semaine semaines mois ans hora horas minutos día días semana semanas mes meses
año años giorno giorni settimane mese mesi anno anni ore minuti
"""
_TIMES = frozenset(_TIME_WORDS.split()) | MONTHS.keys() | WEEKDAYS.keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that an article states, as it stands there; *key* is the same for the same fact.

    What is not *prominent* only makes a later mention no news.
    """

    text: str
    key: str
    prominent: bool = True


def facts_of(article: Article, found: Iterable[Match]) -> tuple[Fact, ...]:
    """What a matched article states, the prominent first, each once."""
    every = [*_names(found), *_quotes(article), *_numbers(article)]
    by_key: dict[str, Fact] = {}
    for fact in sorted(every, key=lambda fact: not fact.prominent):
        by_key.setdefault(fact.key, fact)
    return tuple(by_key.values())[:MOST]


def _numbers(article: Article) -> Iterator[Fact]:
    opening = f"{article.title}\n{article.text[:_OPENING]}"
    for text, prominent in ((opening, True), (article.text[_OPENING:], False)):
        for found in _NUMBER.finditer(text):
            number = re.sub(r"\D", "", found["number"])
            if not _is_time(found["number"], found["noun"].casefold()):
                said = " ".join(found.group().split())
                yield Fact(text=said, key=f"number {number}", prominent=prominent)


def _is_time(number: str, noun: str) -> bool:
    """Whether it says when something was, or for how long."""
    year = number.isdecimal() and int(number) in _YEARS
    return year or noun in _TIMES or _CLOCK.fullmatch(number) is not None


def _quotes(article: Article) -> Iterator[Fact]:
    for quote in sketch(article.title, article.text).quotes.values():
        words = re.findall(r"\w+", quote.casefold())
        if len(words) >= _QUOTE_WORDS:
            key = "quote " + " ".join(words[:_QUOTE_WORDS])
            yield Fact(text=f'"{quote}"', key=key)


def _names(found: Iterable[Match]) -> Iterator[Fact]:
    for match in found:
        for hit in match.hits:
            if hit.clause.startswith(_ENTITY):
                yield Fact(text=hit.via, key=f"name {hit.clause.removeprefix(_ENTITY)}")
