"""A store in a file of its own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tocsin.store.sqlite import SqliteStore, open_sqlite


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = open_sqlite(tmp_path / "t.db")
    yield opened
    await opened.close()
