"""Entries that were read before are left out, and change nothing of what is said of the others."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.model import ParsedFeed
from tocsin.newsroom import DAY
from tocsin.parse.feed import read_feed

URL = "https://courier.example/feed"
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
    "<title>Courier</title>{}<ttl>30</ttl></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title>{}'
    "<updated>2026-03-02T12:00:00Z</updated></feed>"
)
WORDS = [report.title for report in DAY.reports]


def rss(*titles: str, shape: str = RSS) -> bytes:
    entries = (
        f"\n <item><title>{title}</title><guid>{title}</guid><dc:creator>A</dc:creator></item>"
        for title in titles
    )
    return shape.format("".join(entries)).encode()


def atom(*titles: str) -> bytes:
    entries = (f"<entry><title>{title}</title><id>{title}</id></entry>" for title in titles)
    return ATOM.format("<!-- an entry -->".join(entries)).encode()


def read(body: bytes, known: bytes = b"") -> ParsedFeed:
    return read_feed(body, URL, "application/xml", known)


def titles(feed: ParsedFeed) -> list[str]:
    return [entry.title for entry in feed.entries]


@given(st.lists(st.sampled_from(WORDS)), st.lists(st.sampled_from(WORDS)))
@pytest.mark.parametrize("write", [rss, atom])
def test_what_is_left_is_read_as_in_the_whole(
    write: Callable[..., bytes], before: Sequence[str], now: Sequence[str]
) -> None:
    known, whole = read(write(*before)).fingerprints, read(write(*now))

    unseen = read(write(*now), known)

    expected = tuple(entry for entry in whole.entries if entry.title not in before)
    assert unseen == replace(whole, entries=expected, known=len(now) - len(expected))


def test_an_entry_that_was_edited_is_read_again() -> None:
    known = read(rss("Bridge closed", "Roads open")).fingerprints

    assert titles(read(rss("Bridge closed", "Roads shut"), known)) == ["Roads shut"]


@pytest.mark.parametrize(
    "entry",
    [
        "<title>a</title><item><title>b</title></item>",
        "<title>a</title><description><![CDATA[<item>b]]></description>",
    ],
    ids=["nested", "in a CDATA section"],
)
def test_what_cannot_be_cut_for_sure_is_read_whole(entry: str) -> None:
    body = RSS.format(f"<item>{entry}</item><item><title>c</title></item>").encode()

    assert read(body).fingerprints == b""


@pytest.mark.parametrize(
    "body",
    [rss("a & b", "c"), rss("a", "c").replace(b"Courier", b"Caf\xe9"), b'<rss version="2.0"/>'],
    ids=["not well-formed", "not UTF-8", "no entry"],
)
def test_nothing_is_known_of_a_feed_that_is_not_sound(body: bytes) -> None:
    assert read(body).fingerprints == b""


def test_a_feed_that_breaks_is_read_whole() -> None:
    known = read(rss("a", "b")).fingerprints

    assert titles(read(rss("a", "b", "c & d"), known)) == ["a", "b", "c & d"]


def test_the_same_bytes_at_another_address_or_under_other_names_are_other_entries() -> None:
    known = read(rss("a", "b")).fingerprints

    assert read_feed(rss("a", "b"), "https://other.example/", "application/xml", known).known == 0
    assert read(rss("a", "b").replace(b"dc/elements/1.1", b"dc/terms"), known).known == 0
