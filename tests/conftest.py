"""What every test may use."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, settings

from tocsin.store.sqlite import SqliteStore, open_sqlite

# Programs that tests start need not compile their modules each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same examples every time, and as long as they take: neither chance nor a busy machine fails a
# test.
settings.register_profile(
    "tocsin", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tocsin")


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
