import unicodedata
from urllib.parse import urlsplit

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.notify.clean import clean, cut, link, units
from world.alerts import HOSTILE

ANY = st.text(st.characters() | st.sampled_from("\ud800\udfff\u200d\u0301\U0001f469\u202e\x1b\n"))


@given(ANY)
def test_clean_text_has_no_control_no_surrogate_and_one_line(text: str) -> None:
    cleaned = clean(text)
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert clean(cleaned) == cleaned
    cleaned.encode()


def test_clean_text_keeps_what_scripts_and_emoji_need() -> None:
    for text in ("नमस्ते", "می‌خواهم", "👩‍👩‍👧‍👦", "שלום\u200f!", "e\u0301"):
        assert clean(text) == text


def test_clean_text_cannot_reverse_what_follows_it() -> None:
    assert clean("\u202egnp.exe\u2066") == "gnp.exe"


@given(ANY.map(clean), st.integers(1, 40))
@example("👩‍👩‍👧‍👦" * 3, 12)
def test_a_cut_fits_and_falls_between_characters(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert units(short) <= limit
    if short != text:
        characters = [found.group() for found in regex.finditer(r"\X", text)]
        kept = short.removesuffix("…")
        assert kept in {"".join(characters[:n]).rstrip() for n in range(len(characters))}


def test_an_emoji_of_seven_code_points_is_kept_whole_or_not_at_all() -> None:
    assert cut("ab👩‍👩‍👧‍👦cd", 10) == "ab…"


@given(ANY)
@example("http://[")
@example("https://x/a|b>c")
def test_a_link_is_a_web_address_that_ends_nowhere_early(text: str) -> None:
    for url in (text, f"https://example.org/{text}"):
        safe = link(url)
        assert safe == "" or urlsplit(safe).scheme in ("http", "https")
        assert not set(safe) & set(' |<>"\n\x1b`')


def test_a_link_that_runs_a_script_is_no_link() -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "https:", "//example.org", *HOSTILE):
        assert link(url) == ""


def test_a_link_keeps_what_is_legal() -> None:
    url = "https://example.org:8080/a/b%20c?d=e&f=g#h"
    assert link(url) == url
