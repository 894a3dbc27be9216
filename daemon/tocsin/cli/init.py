"""``tocsin init``: a configuration to start from."""

from pathlib import Path

import typer

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("tocsin.yaml", "watchlist.yaml")


def write_samples(folder: Path) -> None:
    """Write the samples into *folder*, unless a file of their name stands there."""
    found = [name for name in NAMES if (folder / name).exists()]
    if found:
        typer.echo(f"{folder / found[0]} is there already; nothing was written", err=True)
        raise typer.Exit(1)
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (folder / name).write_text((SAMPLES / name).read_text("utf-8"), "utf-8")
        typer.echo(f"wrote {folder / name}")
    typer.echo(f"next: tocsin check --config {folder / NAMES[0]}")
