"""Words of the watchlist that are likely slips."""

import pytest

from core.rules.watching import watch


@pytest.mark.parametrize(
    ("entity", "warned"),
    [
        ({"name": "Strike", "type": "org"}, True),
        ({"name": "Strike", "type": "org", "context": ["union"]}, False),
        ({"name": "Putin", "type": "person"}, False),
    ],
)
def test_a_name_that_is_an_ordinary_word_needs_a_context(entity: object, warned: bool) -> None:
    warnings = watch("@e", {"e": entity}).warnings
    assert [warning.context for warning in warnings] == ['entity "e"'] * warned


@pytest.mark.parametrize(
    ("rule", "warned"), [("Cut", True), ("=Cut", False), ("cut", False), ("Xi", False)]
)
def test_a_capitalised_keyword_that_is_an_ordinary_word_is_a_warning(
    rule: str, warned: bool
) -> None:
    assert bool(watch(rule).warnings) is warned
