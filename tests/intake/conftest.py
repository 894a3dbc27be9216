"""An intake on fakes for each test."""

import pytest

from intake.bench import Bench, known
from tocsin.store.sqlite import SqliteStore


@pytest.fixture
async def bench(store: SqliteStore) -> Bench:
    """An intake whose one feed has been seen before, empty."""
    return await known(Bench(store))
