"""The configuration as understood: every default filled in, every name resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta, tzinfo
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from tocsin.core.alerting import Rate, Route, Routing, Timing
from tocsin.core.errors import Problem
from tocsin.core.model import Feed
from tocsin.core.rules import Watchlist
from tocsin.extract import Selectors
from tocsin.fetch import FetchOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSettings:
    """A channel: its kind (``slack``), that kind's own options, and how much it takes."""

    name: str
    kind: str
    options: Any
    at_most: Rate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """How one can tell that the service is well: an address to ping, a daily line, or neither."""

    url: SecretStr | None = None
    daily: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that the daemon needs to know; *files* are all that it was read from.

    *warnings* are what is not as the user may think, though it can be used.
    *operator* is the channel for notices on the service itself; None leaves them to the log.
    """

    path: Path
    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]
    feeds: Mapping[str, Feed]
    watchlist: Watchlist
    channels: tuple[ChannelSettings, ...]
    timing: Timing
    routes: tuple[Route, ...]
    operator: str | None
    heartbeat: Heartbeat
    zone: tzinfo
    store: Path
    fetch: FetchOptions
    extract: tuple[Selectors, ...]
    least: timedelta
    most: timedelta
    log_level: str
    log_format: str

    @property
    def routing(self) -> Routing:
        """What of a story goes where."""
        return Routing(
            rules={rule.id: rule for rule in self.watchlist.rules if rule.enabled},
            channels=tuple(channel.name for channel in self.channels),
            routes=self.routes,
            timing=self.timing,
        )
