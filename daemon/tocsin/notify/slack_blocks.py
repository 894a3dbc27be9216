"""An alert as a Slack message: what it says, within what Slack takes.

All that comes from feeds stands in `rich_text` elements, which Slack never parses: a title with
`<!channel>` pings nobody.  Only the message's `text` (what a phone's notification shows) is
parsed, so there `& < >` are escaped.  Times are `date` elements: each reader sees their own zone.

Slack's limits (docs.slack.dev/reference/block-kit): 50 blocks, 3,000 characters a text.  The total
is undocumented and lies between 9,600 and 11,300 characters, so 8,000 are spent: first on what
must be said, each part with its own limit, then on one report after another.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tocsin.core.model import Alert, Severity
from tocsin.notify.clean import cut, units
from tocsin.notify.wording import Piece, Report, Wording, count

Block = dict[str, Any]
Element = dict[str, Any]
Message = dict[str, Any]

BUDGET = 8_000
TITLE, LABEL, OUTLET, NEWS, TOGETHER, SNIPPET, URL = 300, 300, 80, 200, 500, 500, 1_000
MOST_REPORTS, MOST_NEWS, MOST_SNIPPETS = 15, 6, 3
REST = 60  # kept for "and 4,985 more"

_SIGNS = {
    Severity.CRITICAL: "rotating_light",
    Severity.HIGH: "red_circle",
    Severity.MEDIUM: "large_orange_circle",
    Severity.LOW: "white_circle",
}


def message(alert: Alert, told: Wording) -> Message:
    """The whole alert: the first message on a story, or one that must stand for itself."""
    first = [*_mention(alert), _rich(_heading(alert, told), *_bullets(_news(told)))]
    rest = [*_why(told), *_closing(told)]
    reports = _reports(told, BUDGET - spent([*first, *rest]) - REST)
    return {"text": summary(told), "blocks": [*first, *reports, *rest]}


def standing(alert: Alert, told: Wording) -> Message:
    """The alert as it now stands, which the first message is changed into."""
    return message(alert, replace(told, news=(), all_news=0))


def reply(alert: Alert, told: Wording) -> Message:
    """What is new, for the thread under the first message."""
    new = [_text("New: ", bold=True), _text(told.counts)]
    blocks = [*_mention(alert), _rich(_section(*new), *_bullets(_news(told)))]
    return {"text": summary(told), "blocks": blocks}


def short(alert: Alert, told: Wording) -> Message:
    """The least that tells the alert, for when Slack calls the whole one invalid."""
    page = [_rich(_section(_link(told.page, "the story")))] if told.page else []
    return {
        "text": summary(told),
        "blocks": [*_mention(alert), _rich(_heading(alert, told)), *page],
    }


def summary(told: Wording) -> str:
    """One line of mrkdwn, for notifications and for readers of screens."""
    if told.news:
        return escape(cut(f"{told.number} updated: {'; '.join(told.news)}", TITLE))
    return escape(f"{told.severity}: {cut(told.title, TITLE)} ({told.counts})")


def escape(text: str) -> str:
    """*text* so that mrkdwn shows it as it is and finds no mention in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def spent(part: object) -> int:
    """The characters that readers see, and the addresses, in blocks or a part of them."""
    if isinstance(part, dict):
        shown = sum(units(part[key]) for key in ("text", "url") if isinstance(part.get(key), str))
        return shown + sum(spent(value) for value in part.values())
    return sum(spent(element) for element in part) if isinstance(part, list) else 0


def _mention(alert: Alert) -> list[Block]:
    """The user's own words, which are meant to ping."""
    text = {"type": "mrkdwn", "text": alert.mention}
    return [{"type": "section", "text": text}] if alert.mention else []


def _heading(alert: Alert, told: Wording) -> Element:
    url = told.page or next((report.url for report in told.reports), "")
    title = _link(url, cut(told.title, TITLE))
    label = f"\n{told.number} · {told.severity} · {cut(told.rules, LABEL)} · {told.counts}"
    return _section(
        {"type": "emoji", "name": _SIGNS[alert.severity]},
        _text(" "),
        {**title, "style": {"bold": True}},
        _text(label),
    )


def _news(told: Wording) -> list[Element]:
    news = [_section(_text(cut(news, NEWS))) for news in told.news[:MOST_NEWS]]
    rest = told.all_news - len(news)
    return [*news, _section(_text(f"and {rest:,} more"))] if rest > 0 else news


def _reports(told: Wording, room: int) -> list[Block]:
    """One line an outlet, as many as there is room for, and how many more there are."""
    rows: list[Element] = []
    for report in told.reports[:MOST_REPORTS]:
        row = _report(report)
        room -= spent(row)
        if room < 0:
            break
        rows.append(row)
    rest = told.outlets - len(rows)
    more = [_section(_text(f"and {count(rest, 'more outlet')}"))] if rest else []
    return [_rich(*_bullets(rows), *more)] if told.reports else []


def _report(report: Report) -> Element:
    repeats = " (copy)" if report.copy else ""
    more = f" (and {report.more:,} more)" if report.more else ""
    return _section(
        {
            "type": "date",
            "timestamp": int(report.at.timestamp()),
            "format": "{date_short_pretty} {time}",
            "fallback": report.when,
        },
        _text(" "),
        _text(cut(report.outlet, OUTLET), bold=True),
        _text(f"{repeats}: "),
        _link(report.url, cut(report.title, TITLE)),
        *([_text(more)] if more else []),
    )


def _why(told: Wording) -> list[Block]:
    quotes = [
        {"type": "rich_text_quote", "elements": elements}
        for snippet in told.why[:MOST_SNIPPETS]
        if (elements := list(_quoted(snippet)))
    ]
    return [_rich(*quotes)] if quotes else []


def _quoted(snippet: Iterable[Piece]) -> Iterable[Element]:
    room = SNIPPET
    for piece in snippet:
        if room <= 0:
            return
        yield _text(cut(piece.text, room), bold=piece.marked)
        room -= units(piece.text)


def _closing(told: Wording) -> list[Block]:
    """Why these belong together, and where to read on."""
    lines = []
    if told.together:
        lines.append(_text(f"together because: {cut(told.together, TOGETHER)}"))
    if told.page and lines:
        lines.append(_text("\n"))
    if told.page:
        lines.append(_link(told.page, "the story"))
    return [_rich(_section(*lines))] if lines else []


def _rich(*elements: Element) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _section(*elements: Element) -> Element:
    return {"type": "rich_text_section", "elements": list(elements)}


def _bullets(rows: list[Element]) -> list[Element]:
    return [{"type": "rich_text_list", "style": "bullet", "elements": rows}] if rows else []


def _text(text: str, *, bold: bool = False) -> Element:
    return {"type": "text", "text": text, **({"style": {"bold": True}} if bold else {})}


def _link(url: str, text: str) -> Element:
    """*text*, linked where there is an address that is not absurdly long."""
    linked = 0 < units(url) <= URL
    return {"type": "link", "url": url, "text": text} if linked else _text(text)
