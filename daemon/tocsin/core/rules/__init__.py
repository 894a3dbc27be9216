"""The watchlist: from YAML to a matcher that says which rules an article satisfies, and why."""

from tocsin.core.rules.examples import check_examples
from tocsin.core.rules.explain import Branch, Context, Explanation
from tocsin.core.rules.matcher import Matcher, compile_watchlist
from tocsin.core.rules.printing import print_entity, print_rule
from tocsin.core.rules.spellings import spellings
from tocsin.core.rules.tree import Entity, Rule, Watchlist
from tocsin.core.rules.yaml_watchlist import read_watchlist

__all__ = [
    "Branch",
    "Context",
    "Entity",
    "Explanation",
    "Matcher",
    "Rule",
    "Watchlist",
    "check_examples",
    "compile_watchlist",
    "print_entity",
    "print_rule",
    "read_watchlist",
    "spellings",
]
