"""Everything that docs/watchlist.md shows works as it says."""

import re
from pathlib import Path

import pytest

from core.rules.watching import watchlist
from tocsin.core.errors import ConfigError
from tocsin.core.rules import check_examples, compile_watchlist
from tocsin.forms import SimplemmaForms

PAGE = (Path(__file__).parents[3] / "docs" / "watchlist.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
ROWS = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
ERROR = re.search(r"```\n(watchlist\.yaml.*?)\n```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_every_watchlist_does_what_its_examples_say(block: str) -> None:
    matcher = compile_watchlist(watchlist(block, channels={"desk", "mail"}), SimplemmaForms())
    assert [str(problem) for problem in check_examples(matcher)] == []
    assert all(rule.examples.match for rule in matcher.watchlist.rules)


@pytest.mark.parametrize(("condition", "finds", "ignores"), ROWS)
def test_every_line_of_the_tables_is_true(condition: str, finds: str, ignores: str) -> None:
    spelt = condition if condition.startswith("{") else f"{{query: '{condition}'}}"
    rule = f"rules:\n  - id: row\n    match: {spelt}\n"
    texts = f"    examples: {{match: ['{finds}'], ignore: ['{ignores}']}}\n"
    matcher = compile_watchlist(watchlist(rule + texts), SimplemmaForms())
    assert [str(problem) for problem in check_examples(matcher)] == []


def test_the_error_is_the_one_that_a_user_sees() -> None:
    assert ERROR is not None
    query = ERROR[1].splitlines()[1].strip()
    with pytest.raises(ConfigError) as refused:
        watchlist(f"rules:\n  - id: harbour\n    match:\n      query: {query}\n")
    assert str(refused.value) == ERROR[1]


def test_the_page_shows_enough_to_be_worth_testing() -> None:
    assert len(BLOCKS) >= 6
    assert len(ROWS) >= 20
