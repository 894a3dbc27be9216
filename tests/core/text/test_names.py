"""The case forms of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.fold import fold
from tocsin.core.text.names import case_forms


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


def test_names_in_other_scripts_have_one_form() -> None:
    assert case_forms("Putin") == {"putin"}
