"""What every test may use."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog

from tocsin.store.sqlite import SqliteStore, open_sqlite


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def logs_as_at_the_start() -> Iterator[None]:
    """A command that sets up its logs does so for its own test alone."""
    yield
    structlog.reset_defaults()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A store in a file of the test's own."""
    opened = open_sqlite(tmp_path / "t.db")
    yield opened
    await opened.close()
