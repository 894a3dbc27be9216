"""Word forms, from the real dictionaries."""

import json
from pathlib import Path

import pytest

from tocsin.forms import SimplemmaForms


@pytest.fixture(scope="module")
def english() -> dict[str, frozenset[str]]:
    words = {
        "sanctions",
        "strike",
        "freeze",
        "buy",
        "market",
        "us",
        "may",
        "putin",
        "xyzzy",
        "go",
        "shoot",
        "grind",
    }
    return dict(SimplemmaForms().forms(words, ("en",)))


def test_a_word_stands_for_all_forms_of_its_lemma(english: dict[str, frozenset[str]]) -> None:
    assert english["sanctions"] == {"sanction", "sanctions", "sanctioned", "sanctioning"}
    assert "struck" in english["strike"]
    assert "went" in english["go"]


def test_verbs_have_the_past_that_the_dictionary_takes_for_a_noun(
    english: dict[str, frozenset[str]],
) -> None:
    assert "shot" in english["shoot"]
    assert "ground" not in english["grind"]


def test_verbs_have_the_ing_form_that_the_dictionary_lacks(
    english: dict[str, frozenset[str]],
) -> None:
    assert "freezing" in english["freeze"]
    assert "buying" in english["buy"]


def test_a_noun_that_went_its_own_way_is_no_form(english: dict[str, frozenset[str]]) -> None:
    assert "marketing" not in english["market"]


@pytest.mark.parametrize("word", ["us", "may", "putin", "xyzzy"])
def test_function_words_and_unknown_words_stand_alone(
    word: str, english: dict[str, frozenset[str]]
) -> None:
    assert english[word] == {word}


def test_a_german_noun_has_its_own_forms_though_a_verb_is_spelt_like_it() -> None:
    found = SimplemmaForms().forms({"haus", "krieg"}, ("de",))
    assert "häuser" in found["haus"]
    assert {"kriege", "kriegen"} <= found["krieg"]


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("en", "panic", "panicked panicking"),  # the dictionary files them under panick
        ("en", "traffic", "trafficked trafficking"),
        ("en", "cancel", "canceled cancelled cancelling"),
        ("en", "shooting", "shootings shoot"),  # a form of shoot, and a lemma too
        ("sv", "strejk", "strejken strejker"),
        ("fr", "licencier", "licencié licenciée licenciés"),
        ("es", "detener", "detenido detenidas"),
        ("it", "arrestare", "arrestato arrestati arrestata"),
        ("pl", "aresztować", "aresztowany aresztowana aresztowano"),
    ],
)
def test_a_form_that_the_dictionary_files_elsewhere_is_found(
    language: str, word: str, forms: str
) -> None:
    assert set(forms.split()) <= SimplemmaForms().forms({word}, (language,))[word]


@pytest.mark.parametrize(
    ("word", "other"), [("bloc", "blocking"), ("new", "news"), ("kill", "killings")]
)
def test_another_word_is_no_form(word: str, other: str) -> None:
    assert other not in SimplemmaForms().forms({word}, ("en",))[word]


def test_a_language_without_a_dictionary_adds_nothing() -> None:
    assert SimplemmaForms().forms({"word"}, ("xx",)) == {"word": {"word"}}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept of one word's forms."""
    folder = tmp_path_factory.mktemp("forms")
    SimplemmaForms(folder).forms({"sanction"}, ("en",))
    (kept,) = folder.iterdir()
    return kept


def test_what_was_found_is_kept_and_believed(tmp_path: Path, kept: Path) -> None:
    (tmp_path / kept.name).write_text('{"sanction": ["sanction", "from the cache"]}')
    assert "from the cache" in SimplemmaForms(tmp_path).forms({"sanction"}, ("en",))["sanction"]
    more = SimplemmaForms(tmp_path).forms({"sanction", "x"}, ("en",))
    assert sorted(more["sanction"]) == json.loads(kept.read_text())["sanction"]


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "{}", '{"sanction": 3}', '{"sanction": ["x"]}', "\xff"]
)
def test_a_damaged_cache_is_made_anew(damage: str, tmp_path: Path, kept: Path) -> None:
    place = tmp_path / kept.name
    place.write_text(damage, encoding="latin-1")
    found = SimplemmaForms(tmp_path).forms({"sanction"}, ("en",))
    assert "sanctioned" in found["sanction"]
    assert place.read_text() == kept.read_text()


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = SimplemmaForms(tmp_path / "file" / "folder").forms({"sanction"}, ("en",))
    assert "sanctioned" in found["sanction"]


def test_old_caches_are_cleared_away(tmp_path: Path) -> None:
    for number in range(8):
        SimplemmaForms(tmp_path).forms({f"x{number}"}, ())
    assert len(list(tmp_path.iterdir())) == 4
