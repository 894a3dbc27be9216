"""Word forms take a second to look up: the tests' stores keep them in one place."""

import tempfile
from pathlib import Path

SHARED = Path(tempfile.gettempdir()) / "tocsin-tests-forms"


def share_forms(folder: Path) -> None:
    """Let the store ``tocsin.db`` in *folder* find the word forms that another test looked up."""
    SHARED.mkdir(exist_ok=True)
    place = folder / "tocsin.db-forms"
    if not place.exists():
        place.symlink_to(SHARED)
