"""``tocsin check`` and ``tocsin config show``: is the configuration right, and what will it do?"""

from pathlib import Path

import typer

from tocsin.app import make_matcher
from tocsin.cli.loading import load
from tocsin.config import Settings, as_yaml
from tocsin.notify import find_kind


def check_config(config: Path | None) -> None:
    """Say what the daemon will do.

    Raises:
        ConfigError: The configuration is wrong, or a rule does not do what its examples say.
    """
    settings = load(config)
    for warning in make_matcher(settings).warnings:
        typer.echo(str(warning), err=True)
    for line in describe(settings):
        typer.echo(line)


def describe(settings: Settings) -> list[str]:
    """What the daemon will do, a line a fact."""
    lines = [
        f"{settings.path} is right",
        f"  {len(settings.feeds)} feeds, {len(settings.watchlist.rules)} rules",
        f"  store: {settings.store}",
    ]
    for channel in settings.channels:
        kind = find_kind(channel.kind)
        said = kind.describe(channel.options) if kind else ()
        lines.append(f"  channel {channel.name}: {channel.kind}")
        lines += [f"    {sentence}" for sentence in said]
    return lines


def show_config(config: Path | None) -> None:
    """Print the configuration as it was understood."""
    typer.echo(as_yaml(load(config)), nl=False)
