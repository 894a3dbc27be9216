"""``tocsin healthcheck``: for a container's health check; needs neither curl nor a port."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import typer

from tocsin.cli.loading import load
from tocsin.clock import SystemClock
from tocsin.store import facts
from tocsin.store.sqlite import SqliteStore

STALE = timedelta(seconds=60)
"""A daemon that has not said for so long that it lives is not well."""


def check_health(config: Path | None) -> None:
    """End with 0 where a daemon has lately written to its store, else say so and end with 1."""
    path = load(config).store
    if not path.exists():
        _not_well(f"there is no store at {path}; is the daemon running?")
    said = asyncio.run(_last_alive(path))
    silent = SystemClock().now() - said if said else None
    if silent is None or silent > STALE:
        since = f"for {silent.total_seconds():.0f} s" if silent else "since it was started or ended"
        _not_well(f"no daemon has written to the store {since}")
    typer.echo("well")


def _not_well(why: str) -> None:
    typer.echo(f"not well: {why}", err=True)
    raise typer.Exit(1)


async def _last_alive(path: Path) -> datetime | None:
    store = SqliteStore(path)
    try:
        return await store.read(facts.last_alive)
    finally:
        await store.close()
