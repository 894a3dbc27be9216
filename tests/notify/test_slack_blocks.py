from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.alerting import LISTED
from tocsin.core.model import Alert, Bulletin
from tocsin.notify.clean import units
from tocsin.notify.slack_blocks import message, reply, roundup, short, short_roundup, standing
from tocsin.notify.slack_elements import BUDGET, Message, escape, spent
from tocsin.notify.wording import Roundup, round_up, word
from world.alerts import (
    FIRST_REPORT,
    HOSTILE,
    SCRIPTS,
    THIRD_REPORT,
    alert,
    bulletin,
    giant,
    hostile,
    update,
)
from world.slack_rules import pings, wrong_with

FAR_AWAY = tuple(
    replace(FIRST_REPORT, title=str(number), url=f"https://e.example/{'x' * 950}")
    for number in range(20)
)
LONG_ADDRESS = replace(FIRST_REPORT, url=f"https://e.example/{'x' * 9_000}")


def everything(told: Alert) -> list[dict[str, Any]]:
    words = word(told, UTC)
    return [form(told, words) for form in (message, standing, reply, short)]


def test_a_story_of_5000_articles_is_within_slacks_limits() -> None:
    without_page = replace(giant(), page_url="", coverage=(LONG_ADDRESS,) * 5_000)
    called = replace(giant(), mention="<!here>")
    linked = replace(giant(), coverage=FAR_AWAY, news=tuple(one.named for one in FAR_AWAY))
    for content in everything(called) + everything(without_page) + everything(linked):
        assert wrong_with(content["blocks"]) == ""
        assert spent(content["blocks"]) <= BUDGET
        assert units(content["text"]) <= 3_000


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_long_title_is_cut_between_characters_of_any_script(script: str) -> None:
    title = (script * 500).strip()
    told = alert(title=title)
    heading = message(told, word(told, UTC))["blocks"][0]["elements"][0]["elements"]
    (shown,) = [element["text"] for element in heading if element["type"] == "link"]
    whole = [found.group() for found in regex.finditer(r"\X", title)]
    kept = len(regex.findall(r"\X", shown)) - 1
    assert "".join(whole[:kept]).rstrip() == shown.removesuffix("…")


def test_what_is_left_out_is_counted() -> None:
    told = str(message(giant(), word(giant(), UTC)))
    assert any(f"and {5_000 - shown:,} more outlets, among" in told for shown in range(5, 16))
    assert "'and 44 more'" in told


@given(st.lists(st.text(max_size=400), min_size=1, max_size=30), st.integers(0, 3_000))
def test_any_alert_is_within_slacks_limits(texts: list[str], length: int) -> None:
    coverage = tuple(
        replace(FIRST_REPORT, outlet=text, title=text, url=f"https://e.example/{'y' * length}")
        for text in texts
    )
    told = update(title=texts[0], coverage=coverage, news=tuple(texts), why_together=texts[0])
    assert [wrong_with(content["blocks"]) for content in everything(told)] == [""] * 4


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_feed_can_ping_anybody(text: str) -> None:
    for content in everything(hostile(text)):
        assert pings(content) == []
        assert wrong_with(content["blocks"]) == ""


def test_a_story_that_is_over_says_so_in_its_message() -> None:
    told = alert(state="merged into #12")
    shown = str(standing(told, word(told, UTC))["blocks"])
    assert "merged into #12" in shown
    assert "white_check_mark" in shown


def test_a_mention_that_the_user_wrote_pings() -> None:
    told = alert(mention="<!here>")
    assert pings(message(told, word(told, UTC))) == ["<!here>"]


def test_a_bulletin_calls_once_whom_its_stories_call() -> None:
    called = (alert(mention="<!here> <@U1>"), alert(mention="<!here>"))
    said = roundup(round_up(bulletin(alerts=called), UTC))
    assert pings(said) == ["<!here>", "<@U1>"]
    assert wrong_with(said["blocks"]) == ""


def long_stories() -> Bulletin:
    """As many stories as one message tells, each with all that makes it long."""
    told = [alert(id=number, title=f"{number} {'x' * 400}") for number in range(LISTED)]
    address = f"https://e.example/{'y' * 900}"
    page = [replace(one, page_url=address, why_matched=giant().why_matched) for one in told]
    return bulletin(alerts=tuple(page))


@pytest.mark.parametrize("form", [roundup, short_roundup])
def test_every_story_that_a_bulletin_tells_is_named(form: Callable[[Roundup], Message]) -> None:
    said = form(round_up(long_stories(), UTC))

    named = {int(number) for number in regex.findall(r"\b(\d+) xx", str(said["blocks"]))}
    assert named == set(range(LISTED))
    assert wrong_with(said["blocks"]) == ""
    assert spent(said["blocks"]) <= BUDGET


def test_only_three_characters_are_escaped() -> None:
    assert escape("a & b < c > d \"'*_~`") == "a &amp; b &lt; c &gt; d \"'*_~`"


def test_hits_are_bold_and_titles_are_links() -> None:
    blocks = message(alert(), word(alert(), UTC))["blocks"]
    assert "{'type': 'text', 'text': 'container traffic', 'style': {'bold': True}}" in str(blocks)
    assert "'text': 'Cranes stand still', 'url': 'https://paper.example/a/b?c=d&e=f'" in str(blocks)


def test_news_of_a_report_lead_to_it() -> None:
    told = update(news=(THIRD_REPORT.named, "12,000 containers"))
    news = {"type": "link", "text": THIRD_REPORT.named, "url": THIRD_REPORT.url}
    assert str(news) in str(reply(told, word(told, UTC))["blocks"])


def test_a_first_message_changed_in_place_tells_no_news_but_the_thread_does() -> None:
    words = word(update(), UTC)
    assert "12,000 containers" not in str(standing(update(), words))
    assert "12,000 containers" in str(reply(update(), words)["blocks"])
