"""A short form of every fault that `make faults` makes: the same code, fewer of each.

Counts are judged here; seconds and megabytes hang on the machine, so `make faults` judges those.
"""

from pathlib import Path

import pytest

from faults import catalogue
from faults.outcome import NotHere, Scale

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("name", catalogue.names())
async def test_a_fault_does_no_more_harm_than_its_target_allows(name: str, tmp_path: Path) -> None:
    try:
        outcome = await catalogue.find(name).run(Scale(full=False, folder=tmp_path))
    except NotHere as missing:
        pytest.skip(str(missing))

    assert [str(figure) for figure in outcome.missed if not figure.unit] == [], outcome
