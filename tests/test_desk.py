"""What a person does beside a running daemon holds at once; and what is said of the service."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from test_whole_way import (
    EVERYTHING,
    FETCH,
    TWO_REPORTS,
    newsroom,
    once,
    typed,
    write_config,
)
from tocsin.app import open_app
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.core.notices import Notice
from tocsin.logs import set_up_logs
from tocsin.newsroom import Newsroom
from tocsin.service import Service
from tocsin.store import notices
from tocsin.store.sqlite import open_sqlite
from waiting import until, until_told
from world.slack import TOKEN, Slack, slack_world

__all__ = ["newsroom"]  # a fixture
pytestmark = pytest.mark.anyio


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    async with slack_world() as world:
        yield world


def at_slack(slack: Slack) -> dict[str, Any]:
    desk = {"type": "slack", "token": TOKEN, "channel": "#alerts", "api_url": slack.api_url}
    return {"channels": {"desk": desk}, "alerts": {"wait_before_first": "0s"}}


def said(slack: Slack) -> str:
    return json.dumps(slack.messages)


@asynccontextmanager
async def daemon(config: Path) -> AsyncIterator[None]:
    """A daemon that runs in this process, and logs to standard error."""
    set_up_logs("error", "console")
    async with open_app(read_config(config, {})) as app:
        service = Service(app, {})
        running = asyncio.create_task(service.run())
        try:
            yield
        finally:
            service.stop()
            await running


async def test_a_merge_and_a_resending_beside_a_running_daemon_are_told_by_it(
    newsroom: Newsroom, slack: Slack, tmp_path: Path
) -> None:
    config = write_config(tmp_path, newsroom, **at_slack(slack))
    newsroom.advance(EVERYTHING)
    async with daemon(config):
        await until(lambda: len(slack.messages) == 2)
        listed = json.loads(await typed("alerts", "list", "--json", "--config", config))
        newer, older = (line["story_id"] for line in listed)

        resent = await typed("alerts", "resend", str(newer), "--config", config)
        await until(lambda: "sent again, as somebody asked" in said(slack))
        await typed("stories", "merge", str(newer), str(older), "--config", config)
        await until(lambda: f"merged into #{older}" in said(slack))

    assert "the running daemon sends it now" in resent
    assert slack.refusals == []


async def silence_has_held_back(config: Path) -> bool:
    said = await typed("silence", "list", "--config", config)
    return "has held back 1 alert, 1 of them still" in said


async def test_a_silence_made_beside_a_running_daemon_holds_and_its_end_tells(
    newsroom: Newsroom, slack: Slack, tmp_path: Path
) -> None:
    feeds = [
        {"id": feed.id, "url": feed.url, "outlet": feed.outlet, "every": "1s"}
        for feed in newsroom.feeds
    ]
    eager = {**FETCH, "every": {"least": "1s"}}
    config = write_config(tmp_path, newsroom, feeds=feeds, fetch=eager, **at_slack(slack))
    silence = ("silence", "add", "--rule", "kestmar-surcharge", "--for", "1h")
    async with daemon(config):
        await typed(*silence, "--config", config)
        newsroom.advance(TWO_REPORTS)
        await until_told(partial(silence_has_held_back, config))
        assert slack.messages == []

        ended = await typed("silence", "expire", "1", "--config", config)
        await until(lambda: len(slack.messages) == 1)

    assert "1 alert that it held back can be told now" in ended


async def test_a_round_tells_the_operator_what_waits_for_him(
    newsroom: Newsroom, slack: Slack, tmp_path: Path
) -> None:
    config = write_config(tmp_path, newsroom, **at_slack(slack))
    store = open_sqlite(tmp_path / "tocsin.db")
    notice = Notice(key="feed-down/x/1", title="x is down: 403 for 2 days")
    await store.write(notices.post, notice, SystemClock().now())
    await store.close()

    await once(config)

    assert "x is down: 403 for 2 days" in said(slack)
