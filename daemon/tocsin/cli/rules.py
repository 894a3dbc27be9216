"""``tocsin rules …``: what the watchlist's rules look for, and what they find."""

import asyncio
import json
from pathlib import Path
from typing import Any

import typer
from sqlalchemy import Connection

from tocsin.app import addresses, make_channels, word_forms
from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.errors import ConfigError, TocsinError
from tocsin.core.rules import (
    Matcher,
    Rule,
    check_examples,
    compile_watchlist,
    print_rule,
    spellings,
)
from tocsin.core.wording import count, did_you_mean
from tocsin.intake.placing import Desk, apply_to_open
from tocsin.store import report


def list_rules(config: Path | None, *, as_json: bool) -> None:
    """Print each rule with its severity and how much it matched."""
    settings = load(config)
    hits = asyncio.run(in_store(settings, lambda store: store.read(report.hits)))
    rows: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "name": rule.name or rule.id,
            "severity": rule.severity.value,
            "enabled": rule.enabled,
            "articles": hits.get(rule.id, report.Hits()).articles,
            "stories": hits.get(rule.id, report.Hits()).stories,
        }
        for rule in settings.watchlist.rules
    ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = max(len(row["id"]) for row in rows) if rows else 0
    for row in rows:
        off = "" if row["enabled"] else "  (off)"
        found = f"in {count(row['articles'], 'article')}, {count(row['stories'], 'story')}"
        typer.echo(f"{row['id']:<{width}}  {row['severity']:<8}  {found:<28}  {row['name']}{off}")


def show_rule(config: Path | None, rule_id: str) -> None:
    """Print the rule as it was understood, and every word that is looked for."""
    settings = load(config)
    rule = _rule(settings, rule_id)
    typer.echo(print_rule(rule))
    typer.echo("looks for")
    for term, found in spellings(rule, settings.watchlist, word_forms(settings)).items():
        typer.echo(f"  {term}: {', '.join(found)}")


def test_rules(config: Path | None) -> None:
    """Run every example.

    Raises:
        ConfigError: An example does not do what it says.
    """
    settings = load(config)
    rules = settings.watchlist.rules
    if wrong := check_examples(compile_watchlist(settings.watchlist, word_forms(settings))):
        raise ConfigError(*wrong)
    examples = sum(len(rule.examples.match) + len(rule.examples.ignore) for rule in rules)
    without = [rule.id for rule in rules if not (rule.examples.match or rule.examples.ignore)]
    tried = f"{count(examples, 'example')} of {count(len(rules) - len(without), 'rule')}"
    typer.echo(f"{tried} tried: all do what they say")
    if without:
        typer.echo(f"without examples: {', '.join(without)}")


def apply_rule(config: Path | None, rule_id: str) -> None:
    """Make the open stories that the rule matches due, as if their articles came now."""
    settings = load(config)
    _rule(settings, rule_id)
    matcher = compile_watchlist(settings.watchlist, word_forms(settings))
    found = asyncio.run(_apply(settings, matcher, rule_id))
    numbers = ", ".join(f"#{story_id}" for story_id in found)
    stories = count(len(found), "open story")
    told = " The daemon tells them now; without one, `run --once` does." if found else ""
    typer.echo(f"{rule_id} newly matches {stories}{': ' + numbers if found else ''}.{told}")


async def _apply(settings: Settings, matcher: Matcher, rule_id: str) -> list[int]:
    channels = make_channels(settings)
    desk = Desk(addressed=addresses(channels, settings), now=SystemClock().now())

    def only(conn: Connection) -> list[int]:
        return apply_to_open(conn, matcher.match, desk, frozenset({rule_id}))

    return await in_store(settings, lambda store: store.turn(only))


def _rule(settings: Settings, rule_id: str) -> Rule:
    known = {rule.id: rule for rule in settings.watchlist.rules}
    if rule_id not in known:
        hint = did_you_mean(rule_id, known)
        raise TocsinError(f"there is no rule {rule_id}{hint}: `tocsin rules list` names them")
    return known[rule_id]
