"""``tocsin init``: a configuration to start from."""

from pathlib import Path

import typer

from tocsin.config import SAMPLES


def write_samples(folder: Path) -> None:
    """Write the samples into *folder*, unless a file of their name stands there."""
    found = [name for name in SAMPLES if (folder / name).exists()]
    if found:
        typer.echo(f"{folder / found[0]} is there already; nothing was written", err=True)
        raise typer.Exit(1)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in SAMPLES.items():
        (folder / name).write_text(text, "utf-8")
        typer.echo(f"wrote {folder / name}")
    typer.echo(f"next: tocsin check --config {folder / 'tocsin.yaml'}")
