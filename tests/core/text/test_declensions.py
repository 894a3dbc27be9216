"""The case forms of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.declensions import case_forms
from tocsin.core.text.fold import fold


@given(st.text(min_size=1, max_size=12))
def test_a_name_is_among_its_own_case_forms(name: str) -> None:
    assert fold(name) in case_forms(name)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Путин", "Путина Путину Путиным Путине"),
        ("Зеленский", "Зеленского Зеленскому Зеленским Зеленском"),
        ("Зеленський", "Зеленського Зеленському Зеленським"),
        ("Байден", "Байдена Байдену Байденом Байдене"),
        ("Россия", "России Россию Россией"),
        ("Берлин", "Берлина Берлином"),
        ("Москва", "Москвы Москве Москву Москвой"),
        ("Казань", "Казани Казанью"),
        ("Київ", "Києва Києву Києвом Києві"),
        ("Толстая", "Толстой Толстую"),
        ("Навальный", "Навального Навальному Навальным Навальном"),
    ],
)
def test_a_cyrillic_name_has_the_forms_of_its_cases(name: str, forms: str) -> None:
    assert {fold(form) for form in forms.split()} <= case_forms(name)


@pytest.mark.parametrize(
    ("name", "other"), [("Путин", "Путинка"), ("Путин", "Распутин"), ("Зеленский", "Зелень")]
)
def test_another_word_is_no_case_form(name: str, other: str) -> None:
    assert fold(other) not in case_forms(name)


@pytest.mark.parametrize(
    ("language", "name", "forms"),
    [
        ("de", "Putin", "putins"),
        ("de", "Scholz", ""),
        ("pl", "Kaczyński", "kaczynskiego kaczynskiemu kaczynskim"),
        ("pl", "Tusk", "tuska tuskowi tuskiem tusku"),
        ("pl", "Warszawa", "warszawy warszawe"),
        ("cs", "Fiala", "fialy fialovi fialu fialou"),
        ("cs", "Pekarová", "pekarove pekarovou"),
        ("hr", "Vučić", "vucica vucicu vucicem"),
    ],
)
def test_a_latin_name_has_the_forms_of_a_language(language: str, name: str, forms: str) -> None:
    assert {fold(name), *forms.split()} <= case_forms(name, [language])


@pytest.mark.parametrize("word", ["putin", "NATO", "Po", "普京"])
def test_what_is_no_latin_name_is_not_declined(word: str) -> None:
    assert case_forms(word, ["pl", "de"]) == {fold(word)}


def test_latin_names_have_one_form_where_no_language_declines_them() -> None:
    assert case_forms("Putin", ["en", "fr"]) == {"putin"}
