"""The whole way: a newsroom's feeds over HTTP, in at one end; alerts, out at the other."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import redirect_stdout, suppress
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from shared_forms import share_forms
from tocsin.app import open_app
from tocsin.cli import main
from tocsin.cli.once import notifier_once, run_once
from tocsin.cli.summary import to_json
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.newsroom import DAY, Newsroom, open_newsroom
from waiting import LIMIT_SECONDS, until_told
from world.slack import slack_world

pytestmark = pytest.mark.anyio

TWO_REPORTS = timedelta(hours=7, minutes=30)
THREE_REPORTS = timedelta(hours=15)
A_COPY = timedelta(hours=22)
EVERYTHING = timedelta(hours=30)

FETCH = {"allow": ["127.0.0.1"], "first_sight": "24h"}


@pytest.fixture
async def newsroom() -> AsyncIterator[Newsroom]:
    async with open_newsroom(DAY, SystemClock()) as opened:
        opened.hold()
        yield opened


def write_config(folder: Path, newsroom: Newsroom, **sections: Any) -> Path:
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(newsroom.watchlist)
    feeds = [{"id": feed.id, "url": feed.url, "outlet": feed.outlet} for feed in newsroom.feeds]
    config = {"feeds": feeds, "watchlist": "watchlist.yaml", "fetch": FETCH} | sections
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps(config))
    return path


async def tocsin(*arguments: str | Path, code: int = 0) -> str:
    """What ``tocsin …`` prints on standard output, if it ends with *code*."""
    process = await start(*arguments)
    out, err = await process.communicate()
    assert process.returncode == code, err.decode()
    return out.decode() if code == 0 else err.decode()


async def typed(*arguments: str | Path) -> str:
    """What ``tocsin …`` says, typed beside what runs in this process."""

    def run() -> str:
        out = StringIO()
        sys.argv = ["tocsin", *map(str, arguments)]
        with redirect_stdout(out), suppress(SystemExit):
            main()
        return out.getvalue()

    return await asyncio.to_thread(run)


async def start(*arguments: str | Path) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    program = (sys.executable, "-c", "from tocsin.cli import main; main()")
    environ = {**os.environ, "TZ": "UTC", "COLUMNS": "200"}
    return await asyncio.create_subprocess_exec(
        *program, *arguments, stdout=pipe, stderr=pipe, env=environ
    )


async def once(config: Path) -> dict[str, Any]:
    """What one round says, run in this process, which is quicker than to start one."""
    async with open_app(read_config(config, {}), make=notifier_once) as app:
        said: dict[str, Any] = json.loads(to_json(await run_once(app, lambda _: None), dry=False))
        return said


async def test_rewordings_make_one_alert_that_grows(newsroom: Newsroom, tmp_path: Path) -> None:
    config = write_config(tmp_path, newsroom)
    newsroom.advance(TWO_REPORTS)
    (first,) = (await once(config))["alerts"]
    newsroom.advance(THREE_REPORTS)
    (grown,) = (await once(config))["alerts"]

    assert outlets(first) == ["Harrowmouth Courier", "The Northern Ledger"]
    assert grown["id"] == first["id"]
    assert outlets(grown) == [*outlets(first), "Coastline Radio"]
    assert [sent["outcome"] for sent in grown["deliveries"]] == ["sent", "sent"]
    assert "quoted by both" in first["why_together"]
    assert all("**surcharge**" in passage for passage in grown["why_matched"])


async def test_a_copy_is_counted_and_rings_nobody(newsroom: Newsroom, tmp_path: Path) -> None:
    config = write_config(tmp_path, newsroom)
    newsroom.advance(THREE_REPORTS)
    await once(config)
    newsroom.advance(A_COPY)

    rung = (await once(config))["alerts"]
    assert [outlets(alert) for alert in rung] == [["Tolvik Herald"]], "the look-alike alone"


async def test_look_alikes_and_the_next_day_are_other_stories(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    config = write_config(tmp_path, newsroom)
    newsroom.advance(EVERYTHING)

    strike, elsewhere = (await once(config))["alerts"]

    assert len(strike["articles"]) == 4
    assert sum(article["independent"] for article in strike["articles"]) == 3
    assert outlets(elsewhere) == ["Tolvik Herald"]


async def test_a_second_round_rings_nobody(newsroom: Newsroom, tmp_path: Path) -> None:
    config = write_config(tmp_path, newsroom)
    newsroom.advance(TWO_REPORTS)

    first = await tocsin("run", "--once", "--config", config)
    again = await typed("run", "--once", "--json", "--config", config)

    assert "1 alert\n" in first
    assert json.loads(again)["alerts"] == []


async def test_a_dry_run_tells_nobody_and_keeps_nothing(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.advance(TWO_REPORTS)
    async with slack_world() as slack:
        desk = {"desk": {"type": "slack", "webhook": slack.webhook_url}}
        config = write_config(tmp_path, newsroom, channels=desk)

        dry = await typed("run", "--once", "--dry-run", "--config", config)

        assert "would go to desk" in dry
        assert slack.posted == []
        assert len((await once(config))["alerts"]) == 1
        assert len(slack.posted) == 1


async def test_at_first_sight_a_feed_is_a_silent_baseline(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    config = write_config(tmp_path, newsroom, fetch={"allow": ["127.0.0.1"]})
    newsroom.advance(EVERYTHING)

    said = await typed("run", "--once", "--config", config)

    assert re.search(r"\d+ entries taken as baseline", said)
    assert "0 alerts\n" in said


async def test_broken_feeds_are_each_told_and_the_rest_goes_on(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.advance(TWO_REPORTS)
    config = write_config(tmp_path, newsroom, fetch={**FETCH, "timeout": "5s"})
    document = json.loads(config.read_text())
    document["feeds"] += [{"id": name, "url": url} for name, url in newsroom.broken.items()]
    config.write_text(json.dumps(document))

    said = await typed("run", "--once", "--config", config)

    assert "11 feeds  8 ok  3 failing" in said
    assert "html: this is an HTML page, not a feed" in said
    assert "missing: 404 Not Found" in said
    assert "silent: gave up after 5 s" in said
    assert "2 alerts\n" in said, "the malformed feed's malformed page is read as far as it goes"


async def test_a_second_daemon_on_one_store_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    config = write_config(tmp_path, newsroom)
    first = await start("run", "--config", config)
    assert first.stderr is not None
    await first.stderr.readuntil(b"watching")

    refused = await tocsin("run", "--once", "--config", config, code=1)

    first.send_signal(signal.SIGTERM)
    assert "another tocsin is running on this store" in refused
    assert await asyncio.wait_for(first.wait(), LIMIT_SECONDS) == 0


async def test_a_daemon_that_lives_is_well_and_one_that_does_not_is_not(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    config = write_config(tmp_path, newsroom)
    assert "there is no store" in await tocsin("healthcheck", "--config", config, code=1)
    daemon = await start("run", "--config", config)
    assert daemon.stderr is not None
    await daemon.stderr.readuntil(b"watching")

    await until_told(partial(is_well, config))
    daemon.send_signal(signal.SIGTERM)
    await daemon.wait()

    assert "no daemon is at work" in await tocsin("healthcheck", "--config", config, code=1)


async def is_well(config: Path) -> bool:
    return await typed("healthcheck", "--config", config) == "well\n"


async def test_the_demo_shows_one_alert_that_grows_and_ends_by_itself() -> None:
    said = await tocsin("demo")

    first, update = (said.index(" 2 outlets"), said.index(" 3 outlets"))
    assert first < update < said.index("The day is over.")
    assert "Tolvik Herald" not in said[first:update]
    assert "only copies are new" in said


async def test_a_version_is_said() -> None:
    assert re.fullmatch(r"tocsin \d+\.\d+\.\d+\n", await tocsin("--version"))


def outlets(alert: dict[str, Any]) -> list[str]:
    return [article["outlet"] for article in alert["articles"]]
