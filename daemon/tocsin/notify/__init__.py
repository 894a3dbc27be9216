"""The kinds of channel, one module each, found by name: `type: slack` is `notify/slack.py`.

A module of this package is a kind if it has `Options` (what a user may set, checked by pydantic;
secrets are `SecretStr`; `type` is not among them) and `create`.  There is no list to keep.
"""

import importlib
import pkgutil
from datetime import tzinfo
from typing import Any, Protocol, cast

from tocsin.core.ports import Notifier
from tocsin.notify.options import ChannelOptions


class Kind(Protocol):
    """What a module that makes notifiers offers."""

    @property
    def Options(self) -> type[ChannelOptions]:  # noqa: N802 (a class that the module holds)
        """What a user may set."""

    def create(self, options: Any, name: str, zone: tzinfo) -> Notifier:
        """A notifier for the channel *name*, telling times as they are in *zone*."""

    def describe(self, options: Any) -> tuple[str, ...]:
        """What a channel set like this can and cannot do, a sentence each."""


def kinds() -> tuple[str, ...]:
    """The names of all kinds, in order."""
    return tuple(sorted(name for name in _modules() if find_kind(name) is not None))


def find_kind(type: str) -> Kind | None:  # noqa: A002 (the user's word for it)
    """The kind that a channel's `type:` names, or None; `kinds()` says which there are."""
    if type not in _modules():
        return None
    module = importlib.import_module(f"{__name__}.{type}")
    return (
        cast("Kind", module) if hasattr(module, "Options") and hasattr(module, "create") else None
    )


def _modules() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))
