"""What a rule looks for, word by word: the forms of its terms and the names of its entities."""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.core.ports import Forms
from tocsin.core.rules.compile import Compiled, compile_patterns
from tocsin.core.rules.labels import label
from tocsin.core.rules.patterns import Pattern
from tocsin.core.rules.tree import EntityRef, Rule, Term, Watchlist, nodes_below


def spellings(rule: Rule, watchlist: Watchlist, forms: Forms) -> dict[str, tuple[str, ...]]:
    """For each term and entity of *rule*, under its label, what is looked for in its place."""
    compiled = compile_patterns(replace(watchlist, rules=(rule,)), forms)
    return {
        label(node): _searched(node, compiled)
        for node in nodes_below(rule.match)
        if isinstance(node, Term | EntityRef)
    }


def _searched(node: Term | EntityRef, compiled: Compiled) -> tuple[str, ...]:
    if isinstance(node, Term):
        return _needles(compiled.terms[node])
    entity = compiled.entities[node.id]
    return _needles((*entity.names, *entity.short, *entity.roles))


def _needles(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pattern.needle.strip() for pattern in patterns))
