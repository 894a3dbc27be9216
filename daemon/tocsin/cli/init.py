"""``tocsin init``: a configuration to start from."""

from pathlib import Path

import typer

from tocsin.core.errors import TocsinError

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("tocsin.yaml", "watchlist.yaml")


def write_samples(folder: Path) -> None:
    """Write the samples into *folder*, unless a file of their name stands there.

    Raises:
        TocsinError: The folder cannot be made or written to.
    """
    found = [name for name in NAMES if (folder / name).exists()]
    if found:
        typer.echo(f"{folder / found[0]} is there already; nothing was written", err=True)
        raise typer.Exit(1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            (folder / name).write_text((SAMPLES / name).read_text("utf-8"), "utf-8")
            typer.echo(f"wrote {folder / name}")
    except OSError as error:
        raise TocsinError(f"cannot write to {folder}: {error.strerror}") from None
    typer.echo(f"next: tocsin check --config {folder / NAMES[0]}")
