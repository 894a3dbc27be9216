"""``tocsin run``: the daemon in the foreground, or one round of it."""

import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tocsin.app import open_app
from tocsin.cli import ConfigPath, app, settings, warn
from tocsin.cli.once import notifier_dry, notifier_once, run_once
from tocsin.cli.summary import Summary, as_json, as_text
from tocsin.config import Settings
from tocsin.logs import set_up_logs
from tocsin.service import run_forever, stop_on_signals
from tocsin.store.sqlite import Lock, backup


@app.command()
def run(
    config: ConfigPath = None,
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="With --once: print instead of sending; keep nothing."),
    ] = False,
    as_data: Annotated[bool, typer.Option("--json", help="With --once: print JSON.")] = False,
) -> None:
    """Watch the feeds and ring once per story."""
    if (dry_run or as_data) and not once:
        raise typer.BadParameter("--dry-run and --json need --once")
    configured = settings(config)
    warn(configured.warnings)
    if once:
        set_up_logs("error", "console")
        summary = asyncio.run(_dry(configured) if dry_run else _once(configured))
        text = (
            as_json(summary) + "\n" if as_data else as_text(summary, configured.zone, dry=dry_run)
        )
        typer.echo(text, nl=False)
    else:
        set_up_logs(configured.log_level, configured.log_format)
        asyncio.run(_forever(configured))


async def _forever(configured: Settings) -> None:
    stop = asyncio.Event()
    stop_on_signals(stop)
    with Lock(configured.store):
        async with open_app(configured) as joined:
            await run_forever(joined, stop)


async def _once(configured: Settings) -> Summary:
    with Lock(configured.store):
        async with open_app(configured, notifiers=notifier_once) as joined:
            return await run_once(joined, _progress)


async def _dry(configured: Settings) -> Summary:
    """One round on a copy of the store, so that what is only tried is not taken for told."""
    with tempfile.TemporaryDirectory(prefix="tocsin-") as folder:
        copy = Path(folder) / "copy.db"
        if configured.store.exists():
            backup(configured.store, copy)
        async with open_app(replace(configured, store=copy), notifiers=notifier_dry) as joined:
            return await run_once(joined, _progress)


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201  (standard error is for this)
