"""The newsroom's day on each kind of channel: one story is one conversation."""

from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from world.day import play_day
from world.slack import TOKEN, Slack, slack_world
from world.smtp import smtp_server
from world.webhook import SECRET, webhook_sink

pytestmark = pytest.mark.anyio
STRIKE, LOOK_ALIKE = "Cranes fall silent at Harrowmouth as night-shift talks collapse", "Tolvik"


async def test_a_story_is_one_message_with_a_thread_one_mail_thread_and_one_id_with_revisions(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(slack_world())
        postbox = await stack.enter_async_context(smtp_server())
        sink = await stack.enter_async_context(webhook_sink())
        bot = {"type": "slack", "token": TOKEN, "channel": "#alerts", "api_url": slack.api_url}
        mail = {"type": "email", "to": "a@b.org", "smtp": postbox.url, "starttls": False}
        hook = {"type": "webhook", "url": sink.url, "secret": SECRET}
        await play_day(tmp_path, {"desk": bot, "mail": mail, "hook": hook}, slack.set_time)

    told_on_slack(slack)
    told_by_mail([sent.message for sent in postbox.mails])
    told_by_webhook([call.content["data"] for call in sink.taken])


def told_on_slack(slack: Slack) -> None:
    root, reply, look_alike = slack.messages
    assert slack.refusals == []
    assert [edit["ts"] for edit in slack.edits] == [root["ts"]] * 2
    assert "4 outlets, 3 independent" in str(root["blocks"]), "the copy is counted in place"
    assert (reply["thread_ts"], reply["reply_broadcast"]) == (root["ts"], True)
    assert "Coastline Radio" in str(reply["blocks"])
    assert "Coastline Radio" in str(root["blocks"])
    assert LOOK_ALIKE in str(look_alike["blocks"])
    assert "thread_ts" not in look_alike


def told_by_mail(mails: list[Any]) -> None:
    first, update, look_alike = mails
    assert first["Subject"] == f"[tocsin] {STRIKE}"
    assert update["Subject"] == f"Re: {first['Subject']}"
    assert update["In-Reply-To"] == update["References"] == first["Message-ID"]
    assert look_alike["References"] is None


def told_by_webhook(told: list[dict[str, Any]]) -> None:
    first, update, look_alike = told
    assert first["id"] == update["id"] != look_alike["id"]
    assert first["revision"] < update["revision"]
    assert (first["outlets"], update["outlets"]) == (2, 3)
    assert any("Coastline Radio" in news for news in update["news"])
