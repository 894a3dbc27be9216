"""What every test may use."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tocsin.store.sqlite import SqliteStore, open_sqlite


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A store in a file of the test's own."""
    opened = open_sqlite(tmp_path / "t.db")
    yield opened
    await opened.close()
