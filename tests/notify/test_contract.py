"""What holds for every kind of channel, against the real other side of each."""

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
import regex

from tocsin.core.errors import DeliveryError, Refused, Unavailable
from tocsin.core.model import Receipt
from tocsin.notify import find_kind, kinds
from world.alerts import (
    HOSTILE,
    SCRIPTS,
    THIRD_REPORT,
    alert,
    bulletin,
    giant,
    giant_bulletin,
    hostile,
    update,
)
from world.stages import STAGES, Stage


def unknown_characters(taken: list[bytes]) -> set[str]:
    """What stands in the messages as one character and is none of the twelve scripts: a piece of
    one.  Our own words are ASCII but for some marks."""
    known = set(regex.findall(r"\X", "".join(SCRIPTS) + "…·–“”\u200b"))
    return {
        character
        for message in taken
        for character in regex.findall(r"\X", everything_shown(message))
        if not character.isascii() and character not in known
    }


def everything_shown(taken: bytes) -> str:
    """All texts of a message: the values in JSON, the parts of a mail, else the whole of it."""
    try:
        return "\n".join(texts(json.loads(taken)))
    except ValueError:
        mail = message_from_bytes(taken, policy=default)
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]
    parts = [body.get_content() for body in bodies if body and taken.startswith(b"From")]
    return "\n".join([str(mail["Subject"]), *parts]) if parts else taken.decode()


def texts(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [text for one in inner for text in texts(one)]
    return [str(value)]


def readable(taken: bytes) -> str:
    """A message's text; of a mail, its plain part."""
    body = message_from_bytes(taken, policy=default).get_body(("plain",))
    return taken.decode() + (str(body.get_content()) if body else "")


pytestmark = pytest.mark.anyio
EVERY = [(kind, variant) for kind in kinds() for variant in STAGES.get(kind, {"missing": None})]


@pytest.fixture(params=EVERY, ids="-".join)
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    kind, variant = request.param
    async with STAGES[kind][variant]() as stage:
        yield stage
        await stage.notifier.aclose()


async def test_what_is_sent_is_taken_once_and_acknowledged(stage: Stage) -> None:
    first = alert(recipient=stage.recipient)
    receipt = await stage.notifier.send(first, None)
    assert receipt.reference != first.key  # that is our name for it
    assert len(stage.taken()) == 1


async def test_the_same_alert_sent_again_says_the_same(stage: Stage) -> None:
    first = alert(recipient=stage.recipient)
    await stage.notifier.send(first, None)
    await stage.notifier.send(first, None)
    once, again = stage.taken()
    assert once == again


async def test_an_update_is_taken_after_the_first(stage: Stage) -> None:
    before = await stage.notifier.send(alert(recipient=stage.recipient), None)
    after = await stage.notifier.send(update(recipient=stage.recipient), before)
    assert isinstance(after, Receipt)
    assert stage.taken()[-1] != stage.taken()[0]


async def test_a_channel_that_is_down_is_unavailable(stage: Stage) -> None:
    stage.be_down()
    with pytest.raises(Unavailable):
        await stage.notifier.send(alert(recipient=stage.recipient), None)
    assert stage.taken() == []


async def test_a_channel_that_will_never_take_it_refuses(stage: Stage) -> None:
    if stage.refuse is None:
        pytest.skip("this channel has no way to refuse")
    stage.refuse()
    with pytest.raises(Refused):
        await stage.notifier.send(alert(recipient=stage.recipient), None)
    assert stage.taken() == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_no_feed_can_stop_an_alert(stage: Stage, text: str) -> None:
    await stage.notifier.send(hostile(text, recipient=stage.recipient), None)
    assert len(stage.taken()) == 1


async def test_a_bulletin_is_taken_as_one_message_that_tells_all_of_it(stage: Stage) -> None:
    await stage.notifier.announce(bulletin(recipient=stage.recipient))
    (taken,) = (readable(message) for message in stage.taken())
    for words in (
        "While it was quiet: 2 stories",
        "held back from 22:00 to 07:00",
        "Dockers walk out as harbour talks fail",
        "12,000 containers",
        "Ferry firm fined",
    ):
        assert words in taken


async def test_a_bulletin_names_as_many_stories_as_fit_and_counts_the_rest(stage: Stage) -> None:
    stories = tuple(alert(id=number, title=f"Story {number}") for number in range(1_000, 1_060))
    await stage.notifier.announce(bulletin(alerts=stories, recipient=stage.recipient))
    (taken,) = (readable(message) for message in stage.taken())
    named = set(regex.findall(r"Story (\d+)", taken))
    more = regex.search(r"and (\d+) more \(see `tocsin alerts list`\)", taken)
    assert len(named) + (int(more[1]) if more else 0) == 60
    assert len(named) >= 50


async def test_an_update_in_a_bulletin_leads_to_the_report_that_brings_it(stage: Stage) -> None:
    story = update(news=(THIRD_REPORT.named,))
    await stage.notifier.announce(bulletin(alerts=(story,), recipient=stage.recipient))
    (taken,) = (readable(message) for message in stage.taken())
    assert THIRD_REPORT.url in taken


async def test_a_bulletin_sent_again_says_the_same(stage: Stage) -> None:
    told = bulletin(recipient=stage.recipient)
    await stage.notifier.announce(told)
    await stage.notifier.announce(told)
    once, again = stage.taken()
    assert once == again


async def test_a_bulletin_fails_as_an_alert_does(stage: Stage) -> None:
    told = bulletin(recipient=stage.recipient)
    if stage.refuse is not None:
        stage.refuse()
        with pytest.raises(Refused):
            await stage.notifier.announce(told)
    stage.be_down()
    with pytest.raises(Unavailable):
        await stage.notifier.announce(told)
    assert stage.taken() == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_no_feed_can_stop_a_bulletin(stage: Stage, text: str) -> None:
    told = bulletin(title=text, lines=(text,), alerts=(hostile(text),), recipient=stage.recipient)
    await stage.notifier.announce(told)
    assert len(stage.taken()) == 1


async def test_a_story_of_5000_articles_is_taken_and_cut_inside_no_character(stage: Stage) -> None:
    whole = giant(recipient=stage.recipient)
    before = await stage.notifier.send(whole, None)
    await stage.notifier.send(replace(whole, key="grown", revision=3), before)
    assert unknown_characters(stage.taken()) == set()


async def test_a_bulletin_of_500_stories_is_taken_and_cut_inside_no_character(stage: Stage) -> None:
    await stage.notifier.announce(giant_bulletin(recipient=stage.recipient))
    assert len(stage.taken()) == 1
    assert unknown_characters(stage.taken()) == set()


async def test_nothing_is_found_of_a_bulletin_that_was_never_sent(stage: Stage) -> None:
    assert await stage.notifier.find(bulletin(recipient=stage.recipient), None) is None


async def test_nothing_is_found_of_what_was_never_sent(stage: Stage) -> None:
    assert await stage.notifier.find(alert(recipient=stage.recipient), None) is None


async def test_neither_errors_nor_logs_show_a_secret(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said = repr(stage.notifier)
    for upset in (stage.be_down, stage.refuse):
        if upset is not None:
            upset()
            with pytest.raises(DeliveryError) as caught:
                await stage.notifier.send(alert(recipient=stage.recipient), None)
            said += f"{caught.value} {caught.value!r} {caught.value.__cause__}"
    assert [secret for secret in stage.secrets if secret in said + caplog.text] == []


async def test_who_is_reached_is_named(stage: Stage) -> None:
    assert stage.notifier.recipients == (stage.recipient,)


def test_every_kind_is_tested_here() -> None:
    assert set(STAGES) == set(kinds())


def test_every_kind_says_what_it_can_do() -> None:
    for kind in kinds():
        assert hasattr(find_kind(kind), "describe")


def test_an_unknown_kind_is_none() -> None:
    assert [find_kind(name) for name in ("pigeon", "clean", "../slack", "")] == [None] * 4
