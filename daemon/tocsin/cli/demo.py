"""``tocsin demo``: the real daemon on a newsroom of its own, with no account and no network."""

import asyncio
import json
import tempfile
from datetime import timedelta
from pathlib import Path

import typer

from tocsin.app import App, open_app
from tocsin.cli.init import program
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.core.duration import print_duration
from tocsin.core.wording import count, reports
from tocsin.logs import set_up_logs
from tocsin.newsroom import DAY, Newsroom, open_newsroom
from tocsin.service import Service
from tocsin.store import ledger, outbox, report
from tocsin.store.report import Rung

PLAYING = timedelta(seconds=20)
"""So long the newsroom's day of thirty hours takes."""

WAIT = timedelta(seconds=2)
"""How long a first alert waits for company, and updates keep apart, in the day's own haste."""


def show_demo() -> None:
    """Watch a day of news from seven outlets on this machine, in half a minute."""
    set_up_logs("error", "console")
    asyncio.run(_demo())


async def _demo() -> None:
    with tempfile.TemporaryDirectory(prefix="tocsin-demo-") as folder:
        async with open_newsroom(DAY, SystemClock(), PLAYING) as newsroom:
            path = _write_config(Path(folder), newsroom)
            typer.echo(_opening(newsroom))
            async with open_app(read_config(path, {})) as joined:
                service = Service(joined, {})
                ending = asyncio.create_task(_pace(newsroom, joined, service))
                await service.run()
                ending.cancel()
                typer.echo(await _closing(newsroom, joined))


def _write_config(folder: Path, newsroom: Newsroom) -> Path:
    """A configuration as a user would write it, for the newsroom's feeds."""
    (folder / "watchlist.yaml").write_text(newsroom.watchlist, "utf-8")
    feeds = [{"id": feed.id, "url": feed.url, "outlet": feed.outlet} for feed in newsroom.feeds]
    config = {
        "feeds": feeds,
        "watchlist": "watchlist.yaml",
        "alerts": {
            "wait_before_first": print_duration(WAIT),
            "update_at_most_every": print_duration(WAIT),
        },
        "fetch": {"allow": ["127.0.0.1"], "every": {"least": "500ms", "most": "1s"}},
        "store": "sqlite:///demo.db",
    }
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps(config, indent=2), "utf-8")  # JSON is YAML
    return path


async def _pace(newsroom: Newsroom, joined: App, service: Service) -> None:
    """Let the day stand still while an alert waits to be told, so that a slow machine tells the
    same; end when everything is told."""
    store = joined.stages.store
    waiting = True
    while waiting or not newsroom.over:
        await asyncio.sleep(0.1)
        waiting = await store.read(outbox.next_due, "console") is not None
        newsroom.pause(waiting)
    await asyncio.sleep(WAIT.total_seconds())
    service.stop()


def _opening(newsroom: Newsroom) -> str:
    outlets = ", ".join(feed.outlet for feed in newsroom.feeds)
    rules = "".join(f"    {line}\n" for line in newsroom.watchlist.splitlines())
    return (
        f"A newsroom on this machine plays a day of {DAY.length.total_seconds() / 3600:.0f} hours"
        f" in {PLAYING.total_seconds():.0f} seconds: {outlets}.\n"
        f"The daemon reads their feeds and pages over HTTP, with this watchlist:\n\n{rules}\n"
        "Alerts as they ring:\n"
    )


async def _closing(newsroom: Newsroom, joined: App) -> str:
    store, now = joined.stages.store, joined.stages.clock.now()
    totals = await store.read(report.totals)
    rung = await store.read(report.rung_since, 0, now)
    ended = "The day is over." if newsroom.over else "The day was broken off."
    lines = [
        "",
        f"{ended} {len(joined.stages.feeds)} feeds watched, {totals.articles} articles"
        f" read ({totals.in_full} in full), {totals.baseline} older entries taken as baseline.",
        f"{totals.stories} stories, of which {len(rung)} matched the watchlist and rang:",
        *(_line(alert) for alert in rung),
        f"To watch feeds of your own: `{program()} init` writes a configuration to start from.",
    ]
    return "\n".join(lines)


def _line(rung: Rung) -> str:
    sent = sum(attempt.outcome == ledger.SENT for attempt in rung.ledger)
    silent = sum(attempt.outcome == ledger.SILENT for attempt in rung.ledger)
    updates = count(sent - 1, "update")
    kept = f", {count(silent, 'time')} silent: {_reasons(rung)}" if silent else ""
    counts = reports(rung.alert.outlets, rung.alert.independent)
    return f"  #{rung.alert.id} {rung.alert.title}: {counts}; one alert, {updates}{kept}"


def _reasons(rung: Rung) -> str:
    silent = (attempt.detail for attempt in rung.ledger if attempt.outcome == ledger.SILENT)
    return ", ".join(dict.fromkeys(silent))
