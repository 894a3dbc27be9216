"""The configuration as understood: every default filled in, every name resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from pathlib import Path
from typing import Any

from tocsin.core.alerting import Timing
from tocsin.core.model import Feed
from tocsin.core.rules import Watchlist
from tocsin.fetch import FetchOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSettings:
    """A channel: its kind (``slack``) and that kind's own options."""

    name: str
    kind: str
    options: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that the daemon needs to know; *files* are all that it was read from."""

    path: Path
    files: tuple[Path, ...]
    feeds: Mapping[str, Feed]
    watchlist: Watchlist
    channels: tuple[ChannelSettings, ...]
    timing: Timing
    zone: tzinfo
    store: Path
    fetch: FetchOptions
    least: timedelta
    most: timedelta
    log_level: str
    log_format: str
