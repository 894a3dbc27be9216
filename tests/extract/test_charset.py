"""A page is decoded whatever it claims, and never fails."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.extract.charset import decode

WORDS = "Öl für Café: 5 €"
RUSSIAN = "Забастовка в порту"
KOI8 = "<meta charset=koi8-r>"


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (WORDS.encode(), "", WORDS),
        (WORDS.encode(), "text/html; charset=iso-8859-1", WORDS),
        (codecs.BOM_UTF8 + WORDS.encode(), "", WORDS),
        (WORDS.encode("cp1252"), "", WORDS),
        (WORDS.encode("cp1252"), "text/html; charset=ISO-8859-1", WORDS),
        (RUSSIAN.encode("cp1251"), 'text/html; charset="windows-1251"', RUSSIAN),
        (
            b"<meta charset=koi8-r>" + RUSSIAN.encode("koi8-r"),
            "",
            f"<meta charset=koi8-r>{RUSSIAN}",
        ),
        (f"<p>{RUSSIAN}".encode("utf-16"), "", f"<p>{RUSSIAN}"),
        (codecs.BOM_UTF32_BE + RUSSIAN.encode("utf-32-be"), "", RUSSIAN),
        ("<html><body>plain".encode("utf-16-le"), "", "<html><body>plain"),
        ("<html><body>plain".encode("utf-16-be"), "", "<html><body>plain"),
        (b"ne\x00ws", "", "news"),
        ("日本".encode("shift_jis"), "text/html; charset=Shift_JIS", "日本"),
    ],
)
def test_a_page_is_read_as_it_is_written(body: bytes, content_type: str, text: str) -> None:
    assert decode(body, content_type) == text


def test_a_page_with_a_few_broken_bytes_is_read_by_its_claim() -> None:
    body = RUSSIAN.encode("cp1251") + b"\x98"
    assert decode(body, "charset=windows-1251") == RUSSIAN + "\ufffd"


@example(64 * b"x" + b"-\xe9", "punycode")  # whatever it is told to replace, it raises
@given(st.binary(max_size=100), st.sampled_from(["", "utf-8", "utf-16", "rot13", "hex", "a\x00"]))
def test_nothing_raises_and_no_nul_comes_through(body: bytes, charset: str) -> None:
    assert "\x00" not in decode(body, f"text/html; charset={charset}")
