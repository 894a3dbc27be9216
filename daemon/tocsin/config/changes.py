"""What a new configuration changes, in a line for the log."""

from collections.abc import Mapping
from typing import Any

from tocsin.config.settings import Settings
from tocsin.core.rules import Rule
from tocsin.core.wording import count

ELSE = (
    "timing",
    "operator",
    "heartbeat",
    "zone",
    "fetch",
    "least",
    "most",
    "log_level",
    "log_format",
)


def changes(old: Settings, new: Settings) -> str:
    """``+2 feeds, 1 rule changed``; ``nothing`` where both ask for the same."""
    said = [
        *_changed(old.feeds, new.feeds, "feed"),
        *_changed(_rules(old), _rules(new), "rule"),
        *_changed(old.watchlist.entities, new.watchlist.entities, "entity"),
        *_changed(_channels(old), _channels(new), "channel"),
    ]
    if old.routes != new.routes:
        said.append("routes changed")
    if any(getattr(old, name) != getattr(new, name) for name in ELSE):
        said.append("other settings changed")
    return ", ".join(said) or "nothing"


def changed_rules(old: Settings, new: Settings) -> frozenset[str]:
    """The rules of *new* that are new or were worded otherwise."""
    before, entities = _rules(old), old.watchlist.entities == new.watchlist.entities
    same = {rule_id for rule_id, rule in _rules(new).items() if before.get(rule_id) == rule}
    return frozenset(_rules(new)) - (same if entities else frozenset())


def _rules(settings: Settings) -> Mapping[str, Rule]:
    return {rule.id: rule for rule in settings.watchlist.rules}


def _channels(settings: Settings) -> Mapping[str, Any]:
    return {channel.name: channel for channel in settings.channels}


def _changed(old: Mapping[str, Any], new: Mapping[str, Any], noun: str) -> list[str]:
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    other = sum(old[name] != new[name] for name in old.keys() & new.keys())
    return [
        *([f"+{count(added, noun)}"] if added else []),
        *([f"-{count(gone, noun)}"] if gone else []),
        *([f"{count(other, noun)} changed"] if other else []),
    ]
