"""A whole article's words, read at once as if one by one."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.text.tokens import joined, tokenise
from tocsin.core.text.words import BETWEEN, Words

PIECES = [
    " ", ". ", ", ", ".", ",", "'", "’s ", "-", "…", "U.S.", "J.K.", "l'x", "1,000", "1.5", "C++",
    "c#", "\n", "\0", "\x1c", "Straße", "æ", "ﬁ", "İ", "É", "e\u0301", "\u00ad", "Й", "京",
    "東京は", "푸틴", "각", "ᆨ", "กรุง", "हिन्दी", "للكرملين", "𝐏", "\ud800", "½", "²", "，", "。",
    "ｶﾞ", "•", "$", "don't",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=15).map("".join)


@given(TEXT, TEXT)
def test_an_article_is_read_word_for_word_as_rules_are(title: str, body: str) -> None:
    assert Words(title, body).joined == f"{joined(title)}{BETWEEN}{joined(body)}"


@given(TEXT, TEXT)
def test_every_word_stands_where_it_does_when_read_alone(title: str, body: str) -> None:
    read = Words(title, body)
    fields = ((0, tokenise(title)), (read.title_size + 1, tokenise(body)))
    for first, tokens in fields:
        spans = [read.span(first + number) for number in range(len(tokens.words))]
        assert spans == list(zip(tokens.starts, tokens.ends, strict=True))


def test_what_parts_title_from_body_cannot_be_written() -> None:
    assert Words("a\0b", "c").title_size == 2
