"""``tocsin check``: is the configuration right, and what will each channel do?"""

import typer

from tocsin.cli import ConfigPath, app, settings, warn
from tocsin.config import Settings
from tocsin.notify import find_kind


@app.command()
def check(config: ConfigPath = None) -> None:
    """Say what is wrong with the configuration, or what it will do."""
    configured = settings(config)
    warn(configured.warnings)
    for line in describe(configured):
        typer.echo(line)


def describe(configured: Settings) -> list[str]:
    """What the daemon will do, a line a fact."""
    rules = configured.watchlist.rules
    lines = [
        f"{configured.path} is right",
        f"  {len(configured.feeds)} feeds, {len(rules)} rules",
        f"  store: {configured.store}",
    ]
    for channel in configured.channels:
        kind = find_kind(channel.kind)
        said = kind.describe(channel.options) if kind else ()
        lines.append(f"  channel {channel.name}: {channel.kind}")
        lines += [f"    {sentence}" for sentence in said]
    return lines
