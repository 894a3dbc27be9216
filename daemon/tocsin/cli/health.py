"""``tocsin healthcheck``: for a container's health check; needs neither curl nor a port."""

import asyncio

import typer

from tocsin.cli import ConfigPath, app, settings
from tocsin.clock import SystemClock
from tocsin.service import STALE
from tocsin.store import facts
from tocsin.store.sqlite import open_sqlite


@app.command()
def healthcheck(config: ConfigPath = None) -> None:
    """Exit with 0 if the daemon on this store is well, else with 1."""
    asyncio.run(_check(config))


async def _check(config: ConfigPath) -> None:
    path = settings(config).store
    if not path.exists():
        typer.echo(f"not well: there is no store at {path}; is the daemon running?", err=True)
        raise typer.Exit(1)
    store = open_sqlite(path)
    try:
        said = await store.read(facts.last_alive)
    finally:
        await store.close()
    silent = SystemClock().now() - said if said else None
    if silent is None or silent > STALE:
        since = f"for {silent.total_seconds():.0f} s" if silent else "ever"
        typer.echo(f"not well: the daemon has not written to its store {since}", err=True)
        raise typer.Exit(1)
    typer.echo("well")
