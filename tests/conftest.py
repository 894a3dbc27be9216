"""What every test may use."""

import os
import sys
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

LONG = {f"test_{what}.py" for what in ("faults", "whole_way", "day_told", "desk", "pool")}


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two more than there are cores, since the longest tests mostly wait."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return cores + 2


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Have each of xdist's workers begin with a share of the long tests, so that none is left alone
    with one when all else is done."""
    workers: int = getattr(config, "workerinput", {}).get("workercount", 1)
    long = [item for item in items if item.path.name in LONG]
    short = [item for item in items if item.path.name not in LONG]
    each = len(short) // workers + 1
    items[:] = [
        item
        for number in range(workers)
        for item in (*long[number::workers], *short[number * each : (number + 1) * each])
    ]


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
