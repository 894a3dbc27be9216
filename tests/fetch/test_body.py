"""Bodies are decoded as they claim, within bounds."""

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.errors import FetchError, TooLarge
from tocsin.fetch.body import open_decoder

CHUNK = 7


def decoded(encoding: str, body: bytes, max_bytes: int = 1 << 20) -> bytes:
    decoder = open_decoder(encoding, max_bytes)
    for start in range(0, len(body), CHUNK):
        decoder.feed(body[start : start + CHUNK])
    return decoder.finish()


@given(st.binary(max_size=200))
def test_whatever_was_compressed_comes_out_again(text: bytes) -> None:
    for encoding, body in (
        ("gzip", gzip.compress(text)),
        ("x-gzip", gzip.compress(text[:9]) + gzip.compress(text[9:])),
        ("deflate", zlib.compress(text)),
        ("identity", text),
        ("", text),
    ):
        assert decoded(encoding, body) == text


def test_a_body_that_only_claims_to_be_compressed_is_taken_as_it_is() -> None:
    assert decoded("gzip", b"<rss/>") == b"<rss/>"


def test_padding_after_a_compressed_body_is_dropped() -> None:
    assert decoded("gzip", gzip.compress(b"news") + bytes(20)) == b"news"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "gzip,gzip"])
def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(FetchError, match=r"not asked for|times over"):
        open_decoder(encoding, 100)


def test_a_compressed_body_that_breaks_off_or_is_damaged_is_no_body() -> None:
    whole = gzip.compress(b"news" * 100)
    with pytest.raises(FetchError, match="broke off"):
        decoded("gzip", whole[:-9])
    with pytest.raises(FetchError, match="damaged"):
        decoded("gzip", whole[:12] + b"\xff" + whole[13:])


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_no_more_than_the_cap_comes_out(encoding: str) -> None:
    body = gzip.compress(bytes(1001)) if encoding else bytes(1001)
    assert len(decoded(encoding, body, 1001)) == 1001
    with pytest.raises(TooLarge):
        decoded(encoding, body, 1000)


def test_a_bomb_is_never_held_whole() -> None:
    bomb, decoder = gzip.compress(bytes(64 << 20)), open_decoder("gzip", 1 << 20)
    tracemalloc.start()
    with pytest.raises(TooLarge):
        decoder.feed(bomb)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert held < 8 << 20


def test_a_stream_that_decodes_to_nothing_ends_all_the_same() -> None:
    with pytest.raises(TooLarge):
        decoded("gzip", gzip.compress(b"") * 100, 1000)
