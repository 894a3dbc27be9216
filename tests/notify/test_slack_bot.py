"""Slack as a bot, against a Slack on loopback."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from tocsin.core.errors import Refused, Unavailable
from tocsin.core.model import Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.slack_api import MOST_ASKED
from tocsin.notify.slack_bot import LATEST
from world.alerts import alert, bulletin, update
from world.http import Trouble
from world.slack import START, TOKEN, Slack, slack_world
from world.stages import notifier

pytestmark = pytest.mark.anyio
BEGAN = datetime.fromtimestamp(START, UTC)
FIRST = alert(frozen_at=BEGAN)
SECOND = update(frozen_at=BEGAN + timedelta(minutes=10))
COPY = update(news=(), key="1042:desk::3", revision=3, frozen_at=BEGAN + timedelta(minutes=20))


def bot(slack: Slack, **options: object) -> Notifier:
    given = {"token": TOKEN, "channel": "#alerts", "api_url": slack.api_url, **options}
    return notifier("slack", **given)


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    async with slack_world() as slack:
        yield slack


@pytest.fixture
async def desk(slack: Slack) -> AsyncIterator[Notifier]:
    desk = bot(slack)
    yield desk
    await desk.aclose()


async def test_a_story_is_one_message_edited_and_a_thread(slack: Slack, desk: Notifier) -> None:
    first = await desk.send(FIRST, None)
    second = await desk.send(SECOND, first)
    root, reply = slack.messages
    assert "3 outlets" in str(root["blocks"])
    assert "12,000 containers" not in str(root["blocks"])
    assert (reply["thread_ts"], reply["reply_broadcast"]) == (root["ts"], False)
    assert "12,000 containers" in str(reply["blocks"])
    assert second == Receipt(reference=reply["ts"], thread=root["ts"], edited=True)
    assert slack.refusals == []


async def test_without_news_the_message_is_edited_and_nobody_disturbed(
    slack: Slack, desk: Notifier
) -> None:
    first = await desk.send(FIRST, None)
    assert await desk.send(COPY, first) == Receipt(
        reference=first.reference, thread=first.thread, edited=True
    )
    assert (len(slack.messages), len(slack.edits)) == (1, 1)
    assert desk.edits


async def test_news_of_a_story_long_quiet_is_shown_in_the_channel_too(
    slack: Slack, desk: Notifier
) -> None:
    first = await desk.send(FIRST, None)
    await desk.send(update(frozen_at=BEGAN + timedelta(hours=6, minutes=1)), first)
    assert slack.messages[1]["reply_broadcast"] is True


async def test_a_message_that_is_gone_is_posted_anew(slack: Slack, desk: Notifier) -> None:
    first = await desk.send(FIRST, None)
    slack.messages.clear()
    second = await desk.send(SECOND, first)
    assert second.reference == second.thread == slack.messages[0]["ts"]
    assert "12,000 containers" in str(slack.messages[0]["blocks"])


async def test_what_a_webhook_left_behind_is_no_thread(slack: Slack, desk: Notifier) -> None:
    assert (await desk.send(SECOND, Receipt(reference="1042:desk::1"))).thread
    assert slack.edits == []


async def test_a_channel_is_asked_for_by_name_once(slack: Slack, desk: Notifier) -> None:
    await desk.send(FIRST, None)
    await desk.send(update(), None)
    assert slack.calls == ["conversations.list"] * 2 + ["chat.postMessage"] * 2
    assert {message["channel"] for message in slack.messages} == {"C0ALERTS1"}


async def test_a_channel_may_be_given_by_its_id(slack: Slack) -> None:
    await bot(slack, channel="C0ALERTS1").send(FIRST, None)
    assert slack.calls == ["chat.postMessage"]


@pytest.mark.parametrize("name", ["nowhere", "elsewhere", "C0NOWHERE"])
async def test_a_channel_that_the_bot_is_not_in_is_refused(slack: Slack, name: str) -> None:
    with pytest.raises(Refused, match="invite"):
        await bot(slack, channel=name).send(FIRST, None)


async def test_a_wrong_token_is_refused_without_being_shown(slack: Slack) -> None:
    with pytest.raises(Refused, match="invalid_auth") as caught:
        await bot(slack, token="xoxb-wr0ng").send(FIRST, None)
    assert "wr0ng" not in str(caught.value)


CUT_SHORT = [Trouble(how="reset", taken=True), Trouble(status=502, body="<html>", taken=True)]


@pytest.mark.parametrize("trouble", CUT_SHORT, ids=["reset", "502"])
async def test_a_first_message_cut_short_is_found_and_not_sent_twice(
    slack: Slack, desk: Notifier, trouble: Trouble
) -> None:
    slack.troubles.append(trouble)
    with pytest.raises(Unavailable) as caught:
        await desk.send(FIRST, None)
    assert caught.value.uncertain
    for _ in range(3):  # others talk there too
        await bot(slack).send(update(key="other"), None)
    ts = slack.messages[0]["ts"]
    assert await desk.find(FIRST, None) == Receipt(reference=ts, thread=ts)


async def test_a_message_frozen_by_a_clock_days_ahead_of_slacks_is_found(
    slack: Slack, desk: Notifier
) -> None:
    ahead = alert(frozen_at=BEGAN + timedelta(days=3))
    sent = await desk.send(ahead, None)
    assert await desk.find(ahead, None) == sent


async def test_the_channel_is_searched_no_further_back_than_a_message_can_stand(
    slack: Slack, desk: Notifier
) -> None:
    slack.page = 50
    slack.messages += [{"ts": f"{START + number:.6f}"} for number in range(LATEST + 100)]
    late = alert(frozen_at=BEGAN + timedelta(days=3))
    assert await desk.find(late, None) is None
    assert slack.calls.count("conversations.history") == LATEST // slack.page + 1


async def test_a_bulletin_cut_short_is_found_and_not_sent_twice(
    slack: Slack, desk: Notifier
) -> None:
    told = bulletin(frozen_at=BEGAN)
    slack.troubles.append(CUT_SHORT[0])
    with pytest.raises(Unavailable):
        await desk.announce(told)
    await desk.announce(bulletin(frozen_at=BEGAN, key="another"))
    ts = slack.messages[0]["ts"]
    assert await desk.find(told, None) == Receipt(reference=ts, thread=ts)


async def test_a_message_that_never_arrived_is_not_found(slack: Slack, desk: Notifier) -> None:
    slack.troubles.append(Trouble(how="reset"))
    with pytest.raises(Unavailable):
        await desk.send(FIRST, None)
    assert await desk.find(FIRST, None) is None


async def test_what_another_app_says_is_not_ours(slack: Slack, desk: Notifier) -> None:
    await desk.send(FIRST, None)
    slack.messages[0]["metadata"]["event_type"] = "of_another_app"
    assert await desk.find(FIRST, None) is None


EDIT_PASSES = Trouble(status=200, body='{"ok": true, "ts": "1.0"}', taken=True)


async def test_a_reply_cut_short_is_found_in_its_thread(slack: Slack, desk: Notifier) -> None:
    first = await desk.send(FIRST, None)
    slack.troubles.extend([EDIT_PASSES, CUT_SHORT[0]])
    with pytest.raises(Unavailable):
        await desk.send(SECOND, first)
    found = await desk.find(SECOND, first)
    assert found == Receipt(reference=slack.messages[1]["ts"], thread=first.thread, edited=True)


async def test_an_edit_whose_reply_is_missing_is_not_the_whole_message(
    slack: Slack, desk: Notifier
) -> None:
    first = await desk.send(FIRST, None)
    slack.troubles.extend([EDIT_PASSES, Trouble(how="reset")])
    with pytest.raises(Unavailable):
        await desk.send(SECOND, first)
    assert await desk.find(SECOND, first) is None
    await desk.send(SECOND, first)
    assert slack.keys == [SECOND.key, SECOND.key]  # the message as edited, and its reply


async def test_a_message_that_was_edited_is_not_looked_for_among_all_others(
    slack: Slack, desk: Notifier
) -> None:
    first = await desk.send(FIRST, None)
    slack.troubles.extend([EDIT_PASSES, Trouble(how="reset")])
    with pytest.raises(Unavailable):
        await desk.send(SECOND, first)
    assert await desk.find(SECOND, first) is None
    assert slack.calls.count("conversations.replies") == 1
    assert "conversations.history" not in slack.calls


@pytest.mark.parametrize("trouble", CUT_SHORT, ids=["reset", "502"])
async def test_an_edit_cut_short_is_made_again_at_once(
    slack: Slack, desk: Notifier, trouble: Trouble
) -> None:
    first = await desk.send(FIRST, None)
    slack.troubles.extend([trouble] * (MOST_ASKED - 1))
    assert (await desk.send(COPY, first)).edited
    assert slack.calls.count("chat.update") == MOST_ASKED


async def test_a_question_cut_short_is_asked_again_at_once(slack: Slack, desk: Notifier) -> None:
    sent = await desk.send(FIRST, None)
    slack.deaf.extend(CUT_SHORT)
    assert await desk.find(FIRST, None) == sent


async def test_what_is_asked_in_vain_too_often_is_asked_again_later(
    slack: Slack, desk: Notifier
) -> None:
    first = await desk.send(FIRST, None)
    slack.troubles.extend([CUT_SHORT[0]] * MOST_ASKED)
    with pytest.raises(Unavailable):
        await desk.send(COPY, first)
    assert await desk.find(COPY, first) == Receipt(
        reference=first.reference, thread=first.thread, edited=True
    )


async def test_a_thread_that_is_gone_is_looked_for_in_the_channel(
    slack: Slack, desk: Notifier
) -> None:
    gone = Receipt(reference="1.000000", thread="1.000000")
    anew = await desk.send(SECOND, gone)
    assert await desk.find(SECOND, gone) == anew


@pytest.mark.parametrize(("headers", "seconds"), [({"retry-after": "7"}, 7), ({}, 1)])
async def test_slack_that_asks_us_to_wait_is_asked_again_later(
    slack: Slack, desk: Notifier, headers: dict[str, str], seconds: int
) -> None:
    await desk.send(FIRST, None)
    slack.deaf.append(Trouble(status=429, headers=headers))
    with pytest.raises(Unavailable) as caught:
        await desk.find(FIRST, None)
    assert caught.value.retry_after == timedelta(seconds=seconds)
    assert not caught.value.uncertain


@pytest.mark.parametrize(
    ("body", "error", "uncertain"),
    [
        ('{"ok": false, "error": "is_archived"}', Refused, None),
        ('{"ok": false, "error": "token_revoked"}', Refused, None),
        ('{"ok": false, "error": "missing_scope", "needed": "chat:write"}', Unavailable, False),
        ('{"ok": false, "error": "fatal_error"}', Unavailable, True),
        ('{"ok": false}', Unavailable, False),
        ('{"ok": false, "error": "no xoxb-s3cr3t-t0k3n"}', Unavailable, False),
        ('{"ok": true}', Unavailable, True),
        ("<html>", Unavailable, True),
        ("[]", Unavailable, True),
        ("", Unavailable, True),
    ],
)
async def test_each_answer_means_what_slack_means(
    slack: Slack, desk: Notifier, body: str, error: type[Exception], uncertain: bool | None
) -> None:
    slack.troubles.append(Trouble(status=200, body=body))
    with pytest.raises(error) as caught:
        await desk.send(FIRST, None)
    assert getattr(caught.value, "uncertain", None) is uncertain
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long", "msg_too_long"])
async def test_a_message_that_is_too_much_for_slack_is_shortened_once(
    slack: Slack, desk: Notifier, error: str
) -> None:
    invalid = Trouble(status=200, body=json.dumps({"ok": False, "error": error}))
    slack.troubles.append(invalid)
    first = await desk.send(FIRST, None)
    assert "Cranes stand still" not in str(slack.messages[0]["blocks"])
    slack.troubles.append(invalid)
    await desk.send(COPY, first)
    slack.troubles.extend([invalid] * 2)
    with pytest.raises(Refused):
        await desk.send(SECOND, None)
