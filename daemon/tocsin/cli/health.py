"""``tocsin healthcheck``: for a container's health check; needs neither curl nor a port.

It reads no more of the configuration than where the store is: one that is wrong on the disk is no
reason to restart a daemon that goes on under the one before.
"""

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from shutil import disk_usage
from typing import NoReturn

import typer

from tocsin.clock import SystemClock
from tocsin.config import find_config, find_store
from tocsin.core.wording import length
from tocsin.store import facts
from tocsin.store.facts import Alive
from tocsin.store.sqlite import SqliteStore

STALE = timedelta(seconds=60)
"""A daemon that has not said for so long that it lives is not well."""

ROOM_BYTES = 2**20
"""With less room than this on its disk, a store that takes no word has none left."""


def check_health(config: Path | None) -> None:
    """End with 0 where a daemon has lately written to its store and all its beats go on.

    Else say what is wrong, and end with 1.
    """
    path = find_store(find_config(config, os.environ), os.environ)
    if not os.path.exists(path):  # also where it may not be looked at
        _not_well(f"there is no store at {path}: `tocsin run` makes it")
    said = asyncio.run(_last_alive(path))
    if said is None:
        _not_well(f"no daemon is at work on {path}: `tocsin run` starts one")
    silent = abs(SystemClock().now() - said.at)
    if silent > STALE:
        disk = ": its disk is full" if disk_usage(path.parent).free < ROOM_BYTES else ""
        _not_well(f"no daemon has written to the store for {length(silent)}{disk}")
    if said.still:
        _not_well(f"the daemon lives, but these beats stand still: {', '.join(said.still)}")
    typer.echo(f"well, but {said.but}" if said.but else "well")


def _not_well(why: str) -> NoReturn:
    typer.echo(f"not well: {why}", err=True)
    raise typer.Exit(1)


async def _last_alive(path: Path) -> Alive | None:
    store = SqliteStore(path)
    try:
        return await store.read(facts.last_alive)
    finally:
        await store.close()
