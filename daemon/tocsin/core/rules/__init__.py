"""The watchlist: from YAML to a matcher that says which rules an article satisfies, and why."""

from tocsin.core.rules.matcher import Matcher, compile_watchlist
from tocsin.core.rules.printing import print_entity, print_rule
from tocsin.core.rules.tree import Entity, Rule, Watchlist
from tocsin.core.rules.yaml_watchlist import read_watchlist

__all__ = [
    "Entity",
    "Matcher",
    "Rule",
    "Watchlist",
    "compile_watchlist",
    "print_entity",
    "print_rule",
    "read_watchlist",
]
