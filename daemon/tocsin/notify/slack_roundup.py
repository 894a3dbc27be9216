"""A bulletin as a Slack message: its words, then one story after another while there is room."""

from tocsin.core.model import Severity
from tocsin.notify.clean import cut
from tocsin.notify.slack_elements import (
    BUDGET,
    LABEL,
    NEWS,
    REST,
    TITLE,
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
from tocsin.notify.wording import Roundup, Wording

LINE = 300
MOST_LINES, MOST_STORIES, MOST_NEWS = 10, 40, 3


def roundup(told: Roundup) -> Message:
    """The whole bulletin."""
    said = [words(f"\n{cut(line, LINE)}") for line in told.lines[:MOST_LINES]]
    heading = section(words(cut(told.title, TITLE), bold=True), *said)
    room = BUDGET - spent(heading) - REST
    rows = fitting((_story(story) for story in told.stories[:MOST_STORIES]), room)
    rest = told.more + len(told.stories) - len(rows) + len(told.lines) - len(said)
    more = [section(words(f"and {rest:,} more"))] if rest else []
    whole = rich(heading, *bullets(rows), *more)
    return {"text": _summary(told), "blocks": [*calling(told.mention), whole]}


def short_roundup(told: Roundup) -> Message:
    """The least that tells the bulletin, for when Slack calls the whole one invalid."""
    heading = section(words(cut(told.title, TITLE), bold=True))
    rest = told.more + len(told.stories) + len(told.lines)
    more = [section(words(f"and {rest:,} more"))] if rest else []
    return {"text": _summary(told), "blocks": [*calling(told.mention), rich(heading, *more)]}


def _summary(told: Roundup) -> str:
    return escape(cut(": ".join((told.title, *told.lines[:1])), TITLE))


def _story(told: Wording) -> Element:
    label = f"\n{told.number} · {told.severity} · {cut(told.rules, LABEL)} · {told.counts}"
    news = [words(f"\n– {cut(news, NEWS)}") for news in told.news[:MOST_NEWS]]
    rest = told.all_news - len(news)
    more = [words(f"\n– and {rest:,} more")] if rest > 0 and news else []
    return section(
        sign(Severity(told.severity)),
        words(" "),
        linked(told.best_url, cut(told.title, TITLE), bold=True),
        words(label),
        *news,
        *more,
    )
