"""An alert or a bulletin as lines of text: what a terminal shows and `run --once` prints.

Lines are runs of text in a look, so that a terminal can show a mark in bold where plain text puts
two stars around it.
"""

import unicodedata
from collections.abc import Iterable
from datetime import tzinfo
from enum import StrEnum

from tocsin.core.model import Alert, Bulletin
from tocsin.notify.wording import NAMED, Report, Wording, order, others, round_up, untold, word

OUTLETS = 12  # named by name; the story's page has them all
COLUMN = 96  # where the counts stand, so that they stand under one another
INDENT = " " * 8


class Look(StrEnum):
    """How a run of text is to stand out."""

    PLAIN = "plain"
    STRONG = "strong"
    MARK = "mark"


Run = tuple[str, Look]
Line = tuple[Run, ...]


def render(alert: Alert, zone: tzinfo) -> tuple[Line, ...]:
    """*alert* as lines of any length, its times as they are in *zone*."""
    told = word(alert, zone)
    lines = [*_heading(told), _coverage(told), *_why(told), *_links(told)]
    if told.page:
        lines.append(_indented(f"story: {told.page}"))
    return tuple(lines)


def render_bulletin(bulletin: Bulletin, zone: tzinfo) -> tuple[Line, ...]:
    """*bulletin* as lines of any length, its times as they are in *zone*."""
    told = round_up(bulletin, zone)
    lines: list[Line] = [((f"  {told.title}", Look.STRONG),)]
    lines += [_indented(line) for line in told.lines]
    for story in told.stories:
        lines += _heading(story)
        lines += [_indented(url) for url in story.read_on[:NAMED]]
    rest = untold(told, len(told.stories))
    return (*lines, _indented(rest)) if rest else tuple(lines)


def plain(lines: Iterable[Line]) -> str:
    """The lines as text, each ended by a newline, with ``**`` around what is marked."""
    return "".join(
        "".join(f"**{text}**" if look is Look.MARK else text for text, look in line) + "\n"
        for line in lines
    )


def _heading(told: Wording) -> list[Line]:
    label = f"{told.severity} · {told.rules}   "
    if not told.news:
        start = f"  {told.number} {label}"
        return [
            (
                (start, Look.PLAIN),
                (told.title, Look.STRONG),
                _counts(told, after=start + told.title),
            )
        ]
    rest = told.all_news - len(told.news)
    more = f"; and {rest:,} more" if rest else ""
    news = f"  {told.number} updated: {'; '.join(told.news)}{more}"
    return [
        ((news, Look.STRONG), _counts(told, after=news)),
        ((INDENT + label, Look.PLAIN), (told.title, Look.STRONG)),
    ]


def _counts(told: Wording, after: str) -> Run:
    return " " * max(3, COLUMN - _columns(after)) + told.counts, Look.PLAIN


def _coverage(told: Wording) -> Line:
    together = f"   together because: {told.together}" if told.together else ""
    return _indented(order(told, OUTLETS) + together)


def _why(told: Wording) -> list[Line]:
    if not told.why:
        return []
    line: list[Run] = [(INDENT + "why: ", Look.PLAIN)]
    for number, snippet in enumerate(told.why):
        line += [(" · ", Look.PLAIN)] if number else []
        line += [(piece.text, Look.MARK if piece.marked else Look.PLAIN) for piece in snippet]
    return [tuple(line)]


def _links(told: Wording) -> list[Line]:
    lines = [
        _indented(f"{report.outlet}{_more(report)}: {report.url}")
        for report in told.reports[:OUTLETS]
        if report.url
    ]
    rest = others(told, OUTLETS)
    return [*lines, _indented(rest)] if rest else lines


def _more(report: Report) -> str:
    return f" (and {report.more:,} more)" if report.more else ""


def _indented(text: str) -> Line:
    return ((INDENT + text, Look.PLAIN),)


def _columns(text: str) -> int:
    """About how many columns of a terminal *text* takes: two where it is wide (Chinese)."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
