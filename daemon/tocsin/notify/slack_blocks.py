"""An alert or a bulletin as a Slack message: what it says, within what Slack takes.

The room (see :mod:`tocsin.notify.slack_elements`) is spent first on what must be said, each part
with its own limit, then on one report, or one story of a bulletin, after another.  Times of reports
are `date` elements: each reader sees their own zone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tocsin.core.model import Alert, Severity
from tocsin.notify.clean import cut, units
from tocsin.notify.slack_elements import (
    BUDGET,
    LABEL,
    NEWS,
    REST,
    TITLE,
    Block,
    Element,
    Message,
    bullets,
    calling,
    escape,
    fitting,
    linked,
    rich,
    section,
    sign,
    spent,
    words,
)
from tocsin.notify.wording import (
    NAMED,
    OTHERS,
    Piece,
    Report,
    Roundup,
    Wording,
    order,
    others,
    untold,
)

OUTLET, TOGETHER, SNIPPET = 80, 500, 500
MOST_REPORTS, MOST_NEWS, MOST_SNIPPETS = 15, 6, 3
LINE = 300
MOST_LINES, MOST_NEWS_EACH, SNIPPET_EACH = 25, 3, 200  # of a bulletin
BRIEF = 120  # of an address
SHORT = BUDGET // 2
NEWS_ROOM = 2_500  # for all news, with their addresses


def message(alert: Alert, told: Wording) -> Message:
    """The whole alert: the first message on a story, or one that must stand for itself."""
    first = [*calling(alert.mention), rich(_heading(alert, told), *bullets(_news(told)))]
    rest = [*_why(told), *_closing(told)]
    reports = _reports(told, BUDGET - spent([*first, *rest]) - REST)
    return {"text": summary(told), "blocks": [*first, *reports, *rest]}


def standing(alert: Alert, told: Wording) -> Message:
    """The alert as it now stands, which the first message is changed into."""
    return message(alert, replace(told, news=(), all_news=0))


def reply(alert: Alert, told: Wording) -> Message:
    """What is new, for the thread under the first message."""
    new = [words("New: ", bold=True), words(told.counts)]
    blocks = [*calling(alert.mention), rich(section(*new), *bullets(_news(told)))]
    return {"text": summary(told), "blocks": blocks}


def short(alert: Alert, told: Wording) -> Message:
    """The least that tells the alert, for when Slack calls the whole one invalid."""
    page = [rich(section(linked(told.page, "the story")))] if told.page else []
    return {
        "text": summary(told),
        "blocks": [*calling(alert.mention), rich(_heading(alert, told)), *page],
    }


def summary(told: Wording) -> str:
    """One line of mrkdwn, for notifications and for readers of screens."""
    if told.news:
        return escape(cut(f"{told.number} updated: {'; '.join(told.news)}", TITLE))
    return escape(f"{told.severity}: {cut(told.title, TITLE)} ({told.counts})")


def _heading(alert: Alert, told: Wording) -> Element:
    title = linked(told.best_url, cut(told.title, TITLE), bold=True)
    label = f"\n{told.number} · {told.severity} · {cut(told.rules, LABEL)} · {told.counts}"
    return section(sign(alert.severity, alert.state), words(" "), title, words(label))


def _news(told: Wording) -> list[Element]:
    rows = (section(_named(one, told)) for one in told.news[:MOST_NEWS])
    news = fitting(rows, NEWS_ROOM)
    rest = told.all_news - len(news)
    return [*news, section(words(f"and {rest:,} more"))] if rest > 0 else news


def _named(news: str, told: Wording) -> Element:
    """One of the news, linked to the report that brings it."""
    return linked(told.where.get(news, ""), cut(news, NEWS))


def _reports(told: Wording, room: int) -> list[Block]:
    """One line an outlet, as many as there is room for, and how many more there are."""
    rows = fitting((_report(report) for report in told.reports[:MOST_REPORTS]), room - OTHERS)
    return [rich(*bullets(rows), *_last(others(told, len(rows))))] if told.reports else []


def _report(report: Report) -> Element:
    repeats = " (copy)" if report.copy else ""
    more = f" (and {report.more:,} more)" if report.more else ""
    return section(
        {
            "type": "date",
            "timestamp": int(report.at.timestamp()),
            "format": "{date_short_pretty} {time}",
            "fallback": report.when,
        },
        words(" "),
        words(cut(report.outlet, OUTLET), bold=True),
        words(f"{repeats}: "),
        linked(report.url, cut(report.title, TITLE)),
        *([words(more)] if more else []),
    )


def _why(told: Wording) -> list[Block]:
    quotes = [
        {"type": "rich_text_quote", "elements": elements}
        for snippet in told.why[:MOST_SNIPPETS]
        if (elements := list(_quoted(snippet, SNIPPET)))
    ]
    return [rich(*quotes)] if quotes else []


def _quoted(snippet: Iterable[Piece], room: int) -> Iterable[Element]:
    for piece in snippet:
        if room <= 0:
            return
        yield words(cut(piece.text, room), bold=piece.marked)
        room -= units(piece.text)


def _closing(told: Wording) -> list[Block]:
    """Why these belong together, and where to read on."""
    lines = []
    if told.together:
        lines.append(words(f"together because: {cut(told.together, TOGETHER)}"))
    if told.page and lines:
        lines.append(words("\n"))
    if told.page:
        lines.append(linked(told.page, "the story"))
    return [rich(section(*lines))] if lines else []


# --- several stories, or a word on the service ------------------------------------------------


def roundup(told: Roundup) -> Message:
    """The whole bulletin."""
    said = [words(f"\n{cut(line, LINE)}") for line in told.lines[:MOST_LINES]]
    heading = section(words(cut(told.title, TITLE), bold=True), *said)
    rows = _stories(told.stories, BUDGET - spent(heading) - REST)
    return _together(told, heading, rows, untold(told, len(rows), len(said)))


def short_roundup(told: Roundup) -> Message:
    """The least that tells the bulletin, for when Slack calls the whole one invalid."""
    heading = section(words(cut(told.title, TITLE), bold=True))
    names = (section(words(story.name)) for story in told.stories)
    rows = fitting(names, SHORT - spent(heading) - REST)
    return _together(told, heading, rows, untold(told, len(rows), 0))


def _together(told: Roundup, heading: Element, rows: list[Element], rest: str) -> Message:
    """A message of one block: a heading, a row a story, and what is left out."""
    whole = rich(heading, *bullets(rows), *_last(rest))
    return {"text": _summary(told), "blocks": [*calling(told.mention), whole]}


def _last(rest: str) -> list[Element]:
    """What stands under a list that does not hold all, if anything does."""
    return [section(words(rest))] if rest else []


def _summary(told: Roundup) -> str:
    return escape(cut(": ".join((told.title, *told.lines[:1])), TITLE))


def _stories(stories: Sequence[Wording], room: int) -> list[Element]:
    """A row for each: what is told here is not told again, so all are named before any is linked,
    and linked before more is said; the first of them in full."""
    names = [section(words(story.name)) for story in stories]
    links = [section(_brief(story)) for story in stories]
    least = links if spent(links) <= room else fitting(names, room)
    left = room - spent(least)
    rows = []
    for story, brief in zip(stories, least, strict=False):
        whole = _story(story)
        more = spent(whole) - spent(brief)
        rows.append(whole if more <= left else brief)
        left -= more if more <= left else 0
    return rows


def _brief(told: Wording) -> Element:
    return linked(told.best_url if units(told.best_url) <= BRIEF else "", told.name)


def _story(told: Wording) -> Element:
    label = f"\n{told.number} · {told.severity} · {cut(told.rules, LABEL)} · {told.counts}"
    title = linked(told.best_url, cut(told.title, TITLE), bold=True)
    return section(sign(Severity(told.severity)), words(" "), title, words(label), *_since(told))


def _since(told: Wording) -> Iterable[Element]:
    """What is new of a story; of one that is told for the first time, who has it and why."""
    news = told.news[:MOST_NEWS_EACH]
    for one in news:
        yield from (words("\n– "), _named(one, told))
    if (rest := told.all_news - len(news)) > 0:
        yield words(f"\n– and {rest:,} more")
    if not news:
        yield words(f"\n{cut(order(told, NAMED), NEWS)}")
        for snippet in told.why[:1]:
            yield from (words("\n"), *_quoted(snippet, SNIPPET_EACH))
