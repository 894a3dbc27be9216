"""How alike two articles are, column by column, as the live index asks it."""

import pytest

from tocsin.core.grouping import Frequencies
from tocsin.core.grouping.day import Day, Placed
from tocsin.core.grouping.row import LIKENESS, Row, likeness, unpacked, weigh
from tocsin.core.grouping.sketch import LONGEST_TEXT, sketch


def row(text: str, title: str = "") -> Row:
    return weigh(sketch(title, text), Frequencies())


def alike(text: str, other: str, titles: tuple[str, str] = ("", "")) -> dict[str, float]:
    day = Day()
    day.add(row(other, titles[1]), Placed(article_id=1, story_id=1))
    return dict(
        zip(
            LIKENESS,
            likeness(row(text, titles[0]), unpacked([day.line(0)]))[0].tolist(),
            strict=False,
        )
    )


def test_an_article_is_wholly_like_itself() -> None:
    text = "Lisle mourned 12 dead on Monday after the ferry Aurelia sank off Skarn."
    told = alike(text, text)
    assert [told[kind] for kind in ("words", "lead", "names", "figures")] == pytest.approx(
        [1, 1, 1, 1], abs=0.02
    )
    assert told["same figure"] == pytest.approx(1 / 3)
    assert told["other figure"] == 0


def test_another_toll_is_another_figure_of_the_same_kind() -> None:
    told = alike("A quake left 12 dead in Lisle", "A quake left 3 dead in Vessel")
    assert told["same figure"] == 0
    assert told["other figure"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("other", "share"),
    [
        ("Bo Farrow was arrested. Police said Bo Farrow drove.", 1.0),
        ("Bo Farrow was arrested, as Ada Linden was. Bo Farrow drove.", 0.5),
        ("Ada Linden was arrested. Police said Ada Linden drove.", 0.0),
    ],
)
def test_the_main_name_of_each_is_looked_for_in_the_other(other: str, share: float) -> None:
    told = alike("Ada Linden was arrested. Police said Ada Linden drove.", other)
    assert told["other main name"] == share


def test_the_function_words_of_a_language_make_no_articles_alike() -> None:
    ferry = (
        "Nach dem Unglück sind die Fähren wieder auf dem Weg über den Sund, wurde bei uns bekannt."
    )
    budget = (
        "Über den Haushalt wurde auf dem Parteitag nach langem Streit bei uns wieder abgestimmt."
    )
    assert not any(alike(ferry, budget).values())
    assert alike(ferry, ferry)["words"] == pytest.approx(1, abs=0.02)


def test_an_article_without_words_is_like_nothing() -> None:
    told = alike("", "A quake left 3 dead in Vessel")
    assert not any(told.values())


def test_the_same_two_characters_all_over_the_longest_title_and_text_are_weighed() -> None:
    assert row("東" * LONGEST_TEXT, "東" * LONGEST_TEXT).weights[:, 0].tolist() == [1]


def test_beside_no_other_article_there_is_no_likeness() -> None:
    assert likeness(row("Lisle mourned 12 dead."), unpacked([])).shape == (0, len(LIKENESS) + 1)


def test_a_title_counts_by_the_share_of_it_that_the_other_tells_anywhere() -> None:
    whole = "The ferry Aurelia ran onto rocks off Skarn"
    for other, met in (("Aurelia on the rocks", True), ("Orsk cheese wins gold", False)):
        told = alike(whole, whole, ("Aurelia aground off Skarn", other))
        assert (told["title"] > 0.3) == met


def test_a_quote_is_the_same_whatever_stands_around_it() -> None:
    told = alike('"We were lucky today," he said.', 'A man: "We were lucky today."')
    assert told["same quote"] == 0.5
