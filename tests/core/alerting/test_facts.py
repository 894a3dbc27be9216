"""What counts as a fact that may be new."""

import pytest

from sample import article, match
from tocsin.core.alerting import facts_of
from tocsin.core.model import Hit


def prominent(text: str, title: str = "") -> list[str]:
    found = facts_of(article(title=title, text=text), [match()])
    return [fact.text for fact in found if fact.prominent]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Some 340 dockers walked out.", ["340 dockers"]),
        ("The flood left 1,200 people homeless.", ["1,200 people"]),
        ("It cost 3.5 million euros.", ["3.5 million"]),
        ("Am Montag streikten 340 Hafenarbeiter.", ["340 Hafenarbeiter"]),
        ('"We will not load one more ship," she said.', ['"We will not load one more ship"']),
    ],
)
def test_counted_things_and_quotes_are_facts(text: str, facts: list[str]) -> None:
    assert prominent(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 12 March at 10:30 in the morning.",
        "The talks took 14 hours and resume in 3 days.",
        "The 2026 season opens.",
        "John, 54, came 2-1 behind at 10.30 sharp.",
        'They called it "a good deal" at last.',
        "Seit 12 Stunden, um 15 Uhr.",
    ],
)
def test_dates_times_years_scores_and_snatches_are_none(text: str) -> None:
    assert prominent(text) == []


def test_what_stands_far_down_is_known_but_no_news() -> None:
    text = "An opening without a figure. " * 30 + "Years ago 77 ships lay here."

    (fact,) = facts_of(article(title="", text=text), [match()])

    assert (fact.text, fact.prominent) == ("77 ships", False)


def test_an_entity_that_a_rule_found_is_a_name() -> None:
    hit = Hit(clause="entity:okafor", via="Ms Okafor", field="body", paragraph=0, spans=())

    found = facts_of(article(title="", text="Ms Okafor spoke."), [match(hits=(hit,))])

    assert [(fact.text, fact.key) for fact in found] == [("Ms Okafor", "name okafor")]
