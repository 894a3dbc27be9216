"""Warnings: what is legal in a watchlist, but seldom what its author meant."""

from tocsin.core.errors import Problem
from tocsin.core.rules.tree import Watchlist


def lint(watchlist: Watchlist) -> tuple[Problem, ...]:
    """What looks like a slip in *watchlist*."""
    return ()
