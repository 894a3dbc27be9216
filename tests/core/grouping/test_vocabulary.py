"""How a text is cut into words."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.grouping.vocabulary import WORD, spellings


@given(st.text(st.sampled_from("aB19.,-_ \n’”—…\xa0é")) | st.text(st.characters(codec="ascii")))
def test_plain_text_is_cut_into_the_same_words_as_any_other(text: str) -> None:
    assert spellings(text) == WORD.findall(text)
