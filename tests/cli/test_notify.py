"""What ``notify test`` and ``check --online`` say, against the real other side of each channel."""

import json
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from shared_forms import share_forms
from tocsin.cli.notify import send_all
from tocsin.cli.online import look
from tocsin.clock import SystemClock
from tocsin.config import Settings, read_config
from tocsin.newsroom import DAY, open_newsroom
from world.slack import TOKEN, slack_world
from world.smtp import smtp_server

pytestmark = pytest.mark.anyio


def settings(folder: Path, **sections: Any) -> Settings:
    share_forms(folder)
    rules = [{"id": "strike", "match": "strike"}]
    nothing = {"feeds": ["https://example.org/feed"], "watchlist": {"rules": rules}}
    (folder / "tocsin.yaml").write_text(json.dumps({**nothing, **sections}))
    return read_config(folder / "tocsin.yaml", {})


async def test_a_test_shows_an_alert_and_how_each_channel_updates_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with slack_world() as slack, smtp_server() as postbox:
        bot = {"type": "slack", "token": TOKEN, "channel": "#alerts", "api_url": slack.api_url}
        hook = {"type": "slack", "webhook": slack.webhook_url}
        mail = {"type": "email", "to": "a@b.org", "smtp": postbox.url, "starttls": False}
        given = settings(tmp_path, channels={"desk": bot, "hook": hook, "mail": mail})
        failed = await send_all(given.channels, given)
    said = capsys.readouterr().out.splitlines()
    root, reply = slack.messages
    two = postbox.mails[1].message["Message-ID"]
    assert (failed, len(slack.posted), slack.refusals) == (0, 2, [])
    assert said[0:2] == ["desk (slack)", f"  an alert: taken as {root['ts']}"]
    assert said[2].endswith(f"told what is new in its thread as {reply['ts']}")
    assert said[5].endswith("a message of its own")
    assert said[8] == f"  its update to a@b.org: taken as {two}, a reply in the first one's thread"


async def test_a_test_that_a_channel_does_not_take_says_why_and_tries_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with slack_world() as slack:
        away = {"type": "slack", "token": TOKEN, "channel": "elsewhere", "api_url": slack.api_url}
        given = settings(tmp_path, channels={"away": away, "here": {"type": "console"}})
        failed = await send_all(given.channels, given)
    said = capsys.readouterr().out
    assert failed == 1
    assert "  an alert: taken\n" in said
    assert "  its update: taken, a message of its own\n" in said
    assert "an alert: not taken: Slack (away) refused: not_in_channel (invite the bot" in said
    assert "#0 updated: Third Voice" in said


async def test_a_look_asks_each_feed_once_and_sends_nobody_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with AsyncExitStack() as stack:
        newsroom = await stack.enter_async_context(open_newsroom(DAY, SystemClock()))
        slack = await stack.enter_async_context(slack_world())
        newsroom.hold()
        newsroom.advance(timedelta(hours=7))
        broken = [{"id": name, "url": url} for name, url in newsroom.broken.items()]
        given = settings(
            tmp_path,
            feeds=[{"id": newsroom.feeds[0].id, "url": newsroom.feeds[0].url}, *broken],
            fetch={"allow": ["127.0.0.1"], "timeout": "5s"},
            channels={
                "desk": {"type": "slack", "webhook": slack.webhook_url},
                "gone": {"type": "slack", "webhook": f"{slack.address}/services/gone"},
            },
        )
        unwell = await look(given)
    said = capsys.readouterr().out
    assert unwell == (3, 1)
    assert f"{newsroom.feeds[0].id}: well, " in said
    assert "missing: not well: 404 Not Found" in said
    assert "greeting desk (slack)\n  the webhook is in force\n" in said
    assert "not well: Slack (gone) refused the message: no_service" in said
    assert (slack.posted, (tmp_path / "tocsin.db").exists()) == ([], False)
