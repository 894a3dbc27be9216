"""``tocsin check`` and ``tocsin config show``: is the configuration right, and what will it do?"""

from pathlib import Path
from urllib.parse import urlsplit

import typer

from tocsin.app import make_matcher
from tocsin.cli.loading import load
from tocsin.cli.online import check_online
from tocsin.cli.routing import describe_limit, describe_routes
from tocsin.config import Settings, as_yaml
from tocsin.core.wording import count
from tocsin.notify import find_kind


def check_config(config: Path | None, *, online: bool = False) -> None:
    """Say what the daemon will do; with *online*, ask feeds and channels whether it could.

    Raises:
        ConfigError: The configuration is wrong, or a rule does not do what its examples say.
    """
    settings = load(config)
    matcher = make_matcher(settings)
    for warning in (*settings.warnings, *matcher.warnings):
        typer.echo(str(warning), err=True)
    for line in describe(settings):
        typer.echo(line)
    if online:
        check_online(settings)


def describe(settings: Settings) -> list[str]:
    """What the daemon will do, a line a fact."""
    lines = [
        f"{settings.path} is right",
        f"  {count(len(settings.feeds), 'feed')}, {count(len(settings.watchlist.rules), 'rule')}",
        f"  store: {settings.store}",
    ]
    for channel in settings.channels:
        kind = find_kind(channel.kind)
        said = kind.describe(channel.options) if kind else ()
        lines.append(f"  channel {channel.name}: {channel.kind}")
        lines += [f"    {sentence}" for sentence in (*said, describe_limit(channel))]
    return [*lines, *describe_routes(settings), *_operator(settings), *_heartbeat(settings)]


def _operator(settings: Settings) -> list[str]:
    """Where notices on the service itself go, and why there."""
    if settings.operator is None:
        why = "there are several channels, and `operator` names none of them"
        return [f"  notices on the service go to the log alone: {why}"]
    only = " (the only channel)" if len(settings.channels) == 1 else ""
    return [f"  notices on the service go to {settings.operator}{only}, and to the log"]


def _heartbeat(settings: Settings) -> list[str]:
    beat, lines = settings.heartbeat, []
    if beat.url:
        host = urlsplit(beat.url.get_secret_value()).hostname
        lines.append(f"  heartbeat: {host} is pinged every 5 minutes while all is well")
    if beat.daily:
        lines.append(f"  heartbeat: a line to {settings.operator} daily at {beat.daily:%H:%M}")
    return lines


def show_config(config: Path | None) -> None:
    """Print the configuration as it was understood."""
    typer.echo(as_yaml(load(config)), nl=False)
