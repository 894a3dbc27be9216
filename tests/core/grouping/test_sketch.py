"""What articles are compared by."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.grouping import content_hash
from tocsin.core.grouping.sketch import Sketch, sketch


def told(drawn: Sketch) -> dict[int, str]:
    """How each word of a sketch is spelled, by its key."""
    spelled = (drawn.words[place] for place in drawn.places.tolist())
    return dict(zip(drawn.keys.tolist(), spelled, strict=True))


def test_the_same_words_have_the_same_hash_whatever_stands_between_them() -> None:
    assert content_hash("Flood in Lisle", "“Two dead.”") == content_hash(
        "FLOOD in Lisle:", "Two dead"
    )


def test_another_word_changes_the_hash() -> None:
    assert content_hash("Flood in Lisle", "Two dead") != content_hash(
        "Flood in Lisle", "Three dead"
    )


@given(st.text(), st.text())
def test_any_text_can_be_sketched(title: str, text: str) -> None:
    drawn = sketch(title, text)
    assert drawn.counts.shape == (5, len(drawn.keys))
    assert (drawn.counts[0] > 0).all()
    assert set(told(drawn).values()) <= set(drawn.words)


def test_a_script_without_spaces_is_taken_by_pairs_of_characters() -> None:
    one = told(sketch("", "東京で地震がありました"))
    other = told(sketch("", "昨夜東京で強い地震"))
    assert {one[key] for key in one.keys() & other.keys()} == {
        "東京",
        "京で",
        "地震",
    }


def test_a_date_is_the_same_either_way_round_and_in_two_languages() -> None:
    dates = {sketch("", f"Il est mort le {day}.").days.dates for day in ("2 juillet", "July 2")}
    assert len(dates) == 1
    assert dates != {0}


def test_what_is_written_small_anywhere_is_no_name() -> None:
    drawn = sketch("Storm hits Lisle", "The storm came at night. Lisle slept.")
    names = {told(drawn)[key] for key in drawn.keys[drawn.counts[2] > 0].tolist()}
    assert "Lisle" in names
    assert "storm" not in names


def test_a_figure_is_kept_with_what_it_counts() -> None:
    one, other = sketch("", "The quake left 12 dead."), sketch("", "Rescuers counted 12 dead.")
    assert one.counted.tolist() == other.counted.tolist() != []


def test_two_figures_of_one_kind_differ_in_their_number_alone() -> None:
    one, other = sketch("", "3 dead"), sketch("", "12 dead")
    assert one.counted[0] >> 16 == other.counted[0] >> 16
    assert one.counted[0] != other.counted[0]


def test_a_figure_before_a_function_word_counts_nothing() -> None:
    assert sketch("", "Es waren 300 nach und 40 der").counted.size == 0
    assert sketch("", "Es waren 300 Boote und 40 der").counted.size == 1


def test_a_year_counts_nothing() -> None:
    assert sketch("", "the 2013 season").counted.size == 0


@pytest.mark.parametrize(("texts", "text"), [(30, "word " * 200_000), (1_000, "x" * 6_000)])
def test_no_text_or_word_however_long_fills_the_memory(texts: int, text: str) -> None:
    tracemalloc.start()
    for number in range(texts):
        sketch("", f"{number}{text}")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert kept < 5_000_000


def test_the_main_name_is_the_one_told_most_often() -> None:
    drawn = sketch("", "Ada Linden met Bo Farrow. Later Ada Linden left, and she saw Ada Linden.")
    assert [told(drawn)[key] for key in drawn.main.tolist()] == ["Ada", "Linden"]


def test_a_name_told_once_is_nobodys_main_name() -> None:
    assert not sketch("", "Then Ada Linden met a man.").main.any()


def test_a_titles_last_word_and_a_texts_first_are_no_name() -> None:
    drawn = sketch("He praised Ada", "Linden rose. Linden won.")
    assert not drawn.full_names


def test_words_joined_by_a_hyphen_are_no_name_of_two_words() -> None:
    drawn = sketch("", "We saw Anna-Lena Kern in Skarn.")
    assert [drawn.words[at : at + 2] for at in drawn.full_names.values()] == [["Lena", "Kern"]]


def test_the_first_words_of_a_text_stand_for_a_missing_title() -> None:
    drawn = sketch(
        "", "The ferry Aurelia ran onto rocks outside the harbour of Skarn with all on board."
    )
    titled = {told(drawn)[key] for key in drawn.keys[drawn.counts[4] > 0].tolist()}
    assert "Aurelia" in titled
    assert "board" not in titled
