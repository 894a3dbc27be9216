"""The store that a command works on, beside a daemon or without one."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tocsin.config import Settings
from tocsin.store.sqlite import SqliteStore, open_sqlite

R = TypeVar("R")


async def in_store(settings: Settings, ask: Callable[[SqliteStore], Awaitable[R]]) -> R:
    """What *ask* finds in the store of *settings*, which is made where there is none."""
    store = await asyncio.to_thread(open_sqlite, settings.store)
    try:
        return await ask(store)
    finally:
        await store.close()
