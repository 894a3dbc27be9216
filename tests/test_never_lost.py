"""An alert outlives a daemon that is killed, wherever that happens."""

import asyncio
import json
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from shared_forms import share_forms
from tocsin.clock import SystemClock
from tocsin.newsroom import DAY, Newsroom, open_newsroom
from world.slack import Slack, slack_world

pytestmark = pytest.mark.anyio

TWO_REPORTS = timedelta(hours=7, minutes=30)
"""By then two outlets have reported the newsroom's event, and nothing else matches."""

BEFORE_THE_SEND = (
    "call tocsin.intake.polling:take_in",
    "return tocsin.intake.polling:take_in",
    "return tocsin.store.entries:claim_new",
    "call tocsin.intake.placing:place",
    "return tocsin.intake.placing:place",
    "call tocsin.store.outbox:take",
    "return tocsin.store.outbox:take",
    "call tocsin.delivery:Delivery._hand_over",
)
AFTER_THE_SEND = (
    "call tocsin.store.outbox:mark_told",
    "return tocsin.store.outbox:mark_told",
)
AFTER_THE_COMMIT = ("call tocsin.store.report:rung_since",)


@pytest.mark.parametrize("step", BEFORE_THE_SEND + AFTER_THE_COMMIT)
async def test_an_alert_outlives_a_kill_and_is_told_once(step: str, tmp_path: Path) -> None:
    assert await told_in_spite_of(step, tmp_path) == 1


@pytest.mark.parametrize("step", AFTER_THE_SEND)
async def test_a_kill_between_their_yes_and_our_commit_doubles_at_most_once(
    step: str, tmp_path: Path
) -> None:
    """A webhook cannot be asked whether it has a message: lost would be worse than doubled."""
    assert await told_in_spite_of(step, tmp_path) == 2


async def told_in_spite_of(step: str, folder: Path) -> int:
    """How often the alert arrives when the daemon is killed at *step* and started again."""
    async with slack_world() as slack, open_newsroom(DAY, SystemClock()) as newsroom:
        newsroom.hold()
        newsroom.advance(TWO_REPORTS)
        config = write_config(folder, newsroom, slack)
        assert await run(config, step) == -signal.SIGKILL
        assert await run(config) == 0
        assert slack.refusals == []
        return len(slack.posted)


def write_config(folder: Path, newsroom: Newsroom, slack: Slack) -> Path:
    """A configuration that reads the newsroom and tells Slack."""
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(newsroom.watchlist)
    config = {
        "feeds": [{"url": feed.url, "outlet": feed.outlet} for feed in newsroom.feeds],
        "watchlist": "watchlist.yaml",
        "channels": {"desk": {"type": "slack", "webhook": slack.webhook_url}},
        "fetch": {"allow": ["127.0.0.1"], "first_sight": "24h"},
    }
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps(config))
    return path


async def run(config: Path, *steps: str) -> int | None:
    """One round, killed at a step if one is given; its exit code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, Path(__file__).with_name("dying.py"), config, *steps
    )
    return await process.wait()
