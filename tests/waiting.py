"""To wait for what comes, however long it takes on this machine."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

LIMIT_SECONDS = 300
"""Only what never comes takes so long, however busy the machine."""

LOOK_SECONDS = 0.05


async def until(done: Callable[[], bool]) -> None:
    """Return as soon as *done* says so; if it never does, the test has failed."""

    async def look() -> bool:
        return done()

    await until_told(look)


async def until_told(done: Callable[[], Awaitable[bool]]) -> None:
    """Like `until`, where it takes a while to ask."""
    try:
        async with asyncio.timeout(LIMIT_SECONDS):
            while True:
                if await done():
                    return
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        pytest.fail(f"it did not come to that in {LIMIT_SECONDS} s")
