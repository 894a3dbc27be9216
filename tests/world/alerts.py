"""Alerts to send: the harbour strike, as two outlets report it and then a third."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tocsin.core.model import Alert, Bulletin, Coverage, Severity, Snippet

WHY = "…Okafor told members… that it could halt container traffic until Friday…"
FIRST_REPORT = Coverage(
    article_id=1,
    outlet="Example News",
    url="https://news.example/harbour",
    title="Dockers walk out as harbour talks fail",
    first_seen=datetime(2026, 11, 20, 14, 3, tzinfo=UTC),
    published=datetime(2026, 11, 20, 14, 2, tzinfo=UTC),
    matched=True,
)
SECOND_REPORT = replace(
    FIRST_REPORT,
    article_id=2,
    outlet="Other Paper",
    url="https://paper.example/a/b?c=d&e=f",
    title="Cranes stand still",
    first_seen=datetime(2026, 11, 20, 14, 32, tzinfo=UTC),
    published=datetime(2026, 11, 20, 14, 31, tzinfo=UTC),
)
THIRD_REPORT = replace(
    FIRST_REPORT,
    article_id=3,
    outlet="Third Voice",
    url="https://voice.example/1",
    title="“Not one more night shift”",
    first_seen=datetime(2026, 11, 20, 15, 11, tzinfo=UTC),
    published=datetime(2026, 11, 20, 15, 10, tzinfo=UTC),
)
# Each a title, a name or a text that a feed may hold and that somebody once obeyed.
HOSTILE = (
    "",
    "\ufeff",
    "a\r\nBcc: everybody@example.org",
    "a\nb\u2028c\x00d\x1b[31m\x07\x9b2J",
    "half of a pair: \ud83d, and \udc00",
    "<!channel> <!here> <@U123> <https://evil.example|click> &amp; & < >",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %} %s %(a)s {0}",
    "[link](javascript:alert(1)) [bold]x[/bold]",
    "\u202edrawkcab\u2066",
    "नमस्ते 👩‍👩‍👧‍👦 e\u0301" * 60,
    "ح" * 500,
    "=?utf-8?b?PHNjcmlwdD4=?=",
    "@channel @here @everyone",
)


SCRIPTS = (
    "harbour strike ", "забастовка ", "απεργία ", "إضراب ", "שביתה ", "हड़ताल ",
    "การนัดหยุดงาน ", "파업 ", "ストライキ ", "罷工 ", "გაფიცვა ", "👩‍👩‍👧‍👦🏳️‍🌈 ",
)  # fmt: skip


def alert(**changes: Any) -> Alert:
    """A first alert on the strike, with *changes*."""
    first = Alert(
        id=1042,
        revision=1,
        key="1042:desk::1",
        channel="desk",
        recipient="",
        severity=Severity.HIGH,
        rules={"harbour-strike": "harbour-strike"},
        title=FIRST_REPORT.title,
        coverage=(FIRST_REPORT, SECOND_REPORT),
        why_matched=(Snippet(text=WHY, marks=((1, 7), (41, 58))),),
        why_together="“not one more night shift” quoted by both; Okafor, Lindqvist, 340",
        page_url="https://desk.example/stories/1042",
        frozen_at=datetime(2026, 11, 20, 14, 32, tzinfo=UTC),
    )
    return replace(first, **changes)


def update(**changes: Any) -> Alert:
    """What follows once the third outlet has it."""
    grown = alert(
        revision=2,
        key="1042:desk::2",
        coverage=(FIRST_REPORT, SECOND_REPORT, THIRD_REPORT),
        news=("Third Voice reports it too", "12,000 containers"),
        frozen_at=datetime(2026, 11, 20, 15, 11, tzinfo=UTC),
    )
    return replace(grown, **changes)


def bulletin(**changes: Any) -> Bulletin:
    """A summary of the strike's growth and of a story of its own, but for *changes*."""
    other = alert(id=1043, key="1043:desk::1", title="Ferry firm fined", page_url="")
    summary = Bulletin(
        key="digest:desk::1",
        channel="desk",
        recipient="",
        title="While it was quiet: 2 stories",
        lines=("held back from 22:00 to 07:00",),
        alerts=(update(), other),
        frozen_at=datetime(2026, 11, 21, 7, 0, tzinfo=UTC),
    )
    return replace(summary, **changes)


def hostile(text: str, **changes: Any) -> Alert:
    """An alert in which all that a feed or page can set is *text*."""
    report = replace(FIRST_REPORT, outlet=text, title=text, url=text)
    linked = replace(report, article_id=2, url=f"https://evil.example/{text}")
    return alert(
        title=text,
        coverage=(report, linked),
        why_matched=(Snippet(text=text, marks=((0, len(text)),)),),
        why_together=text,
        news=(text,),
        **changes,
    )


def giant(**changes: Any) -> Alert:
    """5,000 articles with titles of 500 characters in twelve scripts."""
    coverage = tuple(
        replace(
            FIRST_REPORT,
            outlet=f"Outlet {number} {SCRIPTS[number % 12] * 50}",
            title=SCRIPTS[number % 12] * (500 // len(SCRIPTS[number % 12])),
            url=f"https://outlet{number}.example/{'x' * 200}",
        )
        for number in range(5_000)
    )
    text = "".join(SCRIPTS) * 100
    return update(
        title=coverage[0].title,
        coverage=coverage,
        why_matched=(Snippet(text=text, marks=((3, 3_000),)),) * 40,
        why_together=text,
        news=(text,) * 50,
        rules={f"rule-{number}": "a rule with a name" for number in range(100)},
        **changes,
    )


def giant_bulletin(**changes: Any) -> Bulletin:
    """500 stories with titles of 500 characters in twelve scripts, and as many lines."""
    titles = [script * (500 // len(script)) for script in SCRIPTS]
    stories = tuple(
        update(id=number, title=titles[number % 12], news=(titles[number % 12],) * 9)
        for number in range(500)
    )
    return bulletin(title=titles[0], lines=tuple(titles) * 20, alerts=stories, **changes)
