"""``tocsin init``: a configuration to start from."""

import shutil
import sys
from pathlib import Path

import typer

from tocsin.core.errors import TocsinError

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("tocsin.yaml", "watchlist.yaml")


def write_samples(folder: Path) -> None:
    """Write the samples into *folder*, unless a file of their name stands there.

    Raises:
        TocsinError: One does, or the folder cannot be made or written to.
    """
    try:
        if found := [name for name in NAMES if (folder / name).exists()]:
            raise TocsinError(f"{folder / found[0]} is there already; nothing was written")
        folder.mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            (folder / name).write_text((SAMPLES / name).read_text("utf-8"), "utf-8")
            typer.echo(f"wrote {folder / name}")
    except OSError as error:
        raise TocsinError(f"cannot write to {folder}: {error.strerror}") from None
    typer.echo(f"next: {program()} check --config {folder / NAMES[0]}")


def program() -> str:
    """What to type for this program: its path, where the shell does not find its name."""
    return "tocsin" if shutil.which("tocsin") else sys.argv[0]
