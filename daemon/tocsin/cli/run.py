"""``tocsin run``: the daemon in the foreground, or one round of it."""

import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import typer

from tocsin.app import open_app
from tocsin.cli.loading import load
from tocsin.cli.once import notifier_dry, notifier_once, run_once
from tocsin.cli.summary import Summary, to_json, to_text
from tocsin.config import Settings
from tocsin.logs import set_up_logs
from tocsin.service import Service
from tocsin.store.sqlite import Lock, backup


def run_daemon(config: Path | None) -> None:
    """Watch and ring until a signal ends it."""
    settings = load(config)
    set_up_logs(settings.log_level, settings.log_format)
    asyncio.run(_forever(settings))


def run_one_round(config: Path | None, *, dry: bool, as_json: bool) -> None:
    """Poll every feed once, ring what is due, print what that brought."""
    settings = load(config)
    set_up_logs("error", "console")
    summary = asyncio.run(_dry(settings) if dry else _once(settings))
    text = to_json(summary, dry=dry) + "\n" if as_json else to_text(summary, settings.zone, dry=dry)
    typer.echo(text, nl=False)


async def _forever(settings: Settings) -> None:
    with Lock(settings.store):
        async with open_app(settings) as joined:
            await Service(joined, os.environ).run()


async def _once(settings: Settings) -> Summary:
    with Lock(settings.store):
        async with open_app(settings, make=notifier_once) as joined:
            return await run_once(joined, _progress)


async def _dry(settings: Settings) -> Summary:
    """One round on a copy of the store, so that what is only tried is not taken for told."""
    with tempfile.TemporaryDirectory(prefix="tocsin-") as folder:
        copy = Path(folder) / "copy.db"
        if settings.store.exists():
            backup(settings.store, copy)
        async with open_app(replace(settings, store=copy), make=notifier_dry) as joined:
            return await run_once(joined, _progress)


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201  (standard error is for this)
