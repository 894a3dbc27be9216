"""Who hears of the service itself: the operator's channel, and the heartbeat."""

from dataclasses import replace
from pathlib import Path

from tocsin.config.problems import child, plain
from tocsin.config.schema import FileSection, HeartbeatSection
from tocsin.config.settings import Heartbeat
from tocsin.config.variables import read_secret_files
from tocsin.core.errors import Problem
from tocsin.core.located import Mapping, Node
from tocsin.core.wording import did_you_mean


def read_operator(root: Node, problems: list[Problem]) -> str | None:
    """The channel for notices: as named, else the only one; None where there are several.

    A daily line that would reach nobody is a problem.
    """
    channels = channel_names(root)
    named, daily = child(root, "operator"), child(child(root, "heartbeat") or root, "daily")
    if named is not None:
        return _known(named, channels, problems)
    if len(channels) > 1 and daily is not None:
        message = "a daily line needs a channel to go to: name it with `operator`"
        problems.append(Problem(where=daily.where, message=message))
    return channels[0] if len(channels) == 1 else None


def channel_names(root: Node) -> list[str]:
    """The names of all channels, also of those about which something is wrong."""
    node = child(root, "channels")
    names = [name.text for name, _ in node.pairs] if isinstance(node, Mapping) else []
    return names or ["console"]


def _known(named: Node, channels: list[str], problems: list[Problem]) -> str | None:
    name = plain(named)
    if isinstance(name, str) and name not in channels:
        hint = did_you_mean(name, channels)
        message = f"`operator` must be one of the channels {', '.join(channels)}{hint}"
        problems.append(Problem(where=named.where, message=message))
    return name if isinstance(name, str) else None


def read_heartbeat_file(root: Mapping, folder: Path, problems: list[Problem]) -> Mapping:
    """*root* with the heartbeat's address in place of the file that holds it."""
    pairs = tuple(
        (key, read_secret_files(value, HeartbeatSection.model_fields, folder, problems))
        if key.text == "heartbeat" and isinstance(value, Mapping)
        else (key, value)
        for key, value in root.pairs
    )
    return replace(root, pairs=pairs)


def heartbeat(file: FileSection) -> Heartbeat:
    """The heartbeat that the file asks for, if any."""
    asked = file.heartbeat
    return Heartbeat(url=asked.url, daily=asked.daily) if asked else Heartbeat()
