"""The rule cases, and how fast matching is, both by the product's own code.

``python -m benchmarks.rules CASES.jsonl`` prints ``{"id", "result"}`` a line, where the result is
true, false or ``error:Q003``; how many agree with what their case expects goes to standard error.
``python -m benchmarks.rules --speed [CORPUS.jsonl.gz …]`` prints a table of speed and memory,
on the texts of the corpora, else on invented ones.
"""

import json
import sys
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Map
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.rules_speed import table
from tocsin.core.errors import ConfigError, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence
from tocsin.core.model import Article
from tocsin.core.ports import Forms
from tocsin.core.rules import Matcher, compile_watchlist, read_watchlist
from tocsin.forms import SimplemmaForms


class CommonForms:
    """The forms of the words of many watchlists, found in one look through each dictionary.

    Until `look_up` a word has no forms but itself; whoever asks is noted.
    """

    def __init__(self) -> None:
        self._asked: dict[tuple[str, ...], set[str]] = {}
        self._found: dict[tuple[str, ...], Map[str, frozenset[str]]] = {}

    def forms(self, words: Collection[str], languages: tuple[str, ...]) -> Map[str, frozenset[str]]:
        self._asked.setdefault(languages, set()).update(words)
        found = self._found.get(languages, {})
        return {word: found.get(word, frozenset({word})) for word in words}

    def look_up(self) -> None:
        """From now on every word that was asked for has its forms."""
        for languages, words in self._asked.items():
            self._found[languages] = SimplemmaForms().forms(words, languages)


def located(value: Any, where: Where) -> Node:
    """*value* as it stands in a configuration file: every scalar is a text."""
    if isinstance(value, dict):
        pairs = ((Scalar(where=where, text=key), located(value[key], where)) for key in value)
        return Mapping(where=where, pairs=tuple(pairs))
    if isinstance(value, list):
        return Sequence(where=where, items=tuple(located(each, where) for each in value))
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(where=where, text=text, plain=not isinstance(value, str))


def matcher(case: dict[str, Any], forms: Forms) -> Matcher:
    """The matcher of the one rule of a case."""
    rule = case["rule"]
    match = {"query": rule} if isinstance(rule, str) else rule
    document: dict[str, Any] = {"rules": [{"id": "case", "match": match}]}
    document |= {key: case[key] for key in ("entities", "languages") if case.get(key)}
    node = located(document, Where(file=case["id"], line=1, column=1))
    return compile_watchlist(read_watchlist(node, channels=None, feeds=None), forms)


def article(case: dict[str, Any]) -> Article:
    """The article of a case, with what its ``meta`` knows of it."""
    meta = case.get("meta") or {}
    tags = meta.get("tags", meta.get("tag", ()))
    return Article(
        feed_id=meta.get("feed", ""),
        outlet=meta.get("outlet", ""),
        url=meta.get("url", ""),
        title=case.get("title") or "",
        text=case.get("text") or "",
        first_seen=datetime(2026, 1, 1, tzinfo=UTC),
        lang=meta.get("lang", ""),
        author=meta.get("author", ""),
        tags=frozenset([tags] if isinstance(tags, str) else tags),
    )


def results(found: list[dict[str, Any]]) -> Iterator[bool | str]:
    """What each case gives, in order: whether it matches, or the first error of its rule."""
    forms = CommonForms()
    for case in found:
        with suppress(ConfigError):
            matcher(case, forms)
    forms.look_up()
    yield from (result(case, forms) for case in found)


def result(case: dict[str, Any], forms: Forms) -> bool | str:
    """What a case gives: whether it matches, or the first error of its rule."""
    try:
        return bool(matcher(case, forms).match(article(case)))
    except ConfigError as error:
        return f"error:{error.problems[0].code}"


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--speed"]:
        print(table([Path(argument) for argument in arguments[1:]]))
        return
    expected = agreed = 0
    found = cases(Path(arguments[0]))
    for case, got in zip(found, results(found), strict=True):
        print(json.dumps({"id": case["id"], "result": got}), flush=True)
        if "expected" in case:
            expected += 1
            agreed += got == case["expected"]
            if got != case["expected"]:
                print(f"{case['id']}: {got}, not {case['expected']}", file=sys.stderr)
    print(f"{agreed} of {expected} agree", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
