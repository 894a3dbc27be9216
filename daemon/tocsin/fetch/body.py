"""Decodes a body as it arrives, and never holds more than its cap.

Strategy: one layer of gzip (or zlib, which some servers send unasked), decompressed chunk by chunk
with a bound on each step.  Both what arrives and what comes out are capped, so a stream of
members that decode to nothing ends too.
"""

import zlib
from typing import Protocol

from tocsin.core.errors import FetchError, TooLarge

_GZIP_MAGIC = b"\x1f\x8b"
_EITHER_HEADER = zlib.MAX_WBITS | 32  # gzip's or zlib's, whichever it has
_MADE_BY_ZLIB = frozenset({"gzip", "x-gzip", "deflate"})


class Decoder(Protocol):
    """Takes the body's chunks in order."""

    def feed(self, chunk: bytes) -> None:
        """Raises:
        FetchError: TooLarge, or the bytes are not in the encoding that they claim.
        """

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            FetchError: It broke off.
        """


def open_decoder(encoding: str, max_bytes: int) -> Decoder:
    """A decoder for a ``Content-Encoding`` header.

    Raises:
        FetchError: An encoding that we did not ask for, or several on top of each other.
    """
    layers = [name for name in encoding.lower().replace(" ", "").split(",") if name]
    layers = [name for name in layers if name != "identity"]
    if len(layers) > 1:
        raise FetchError(f"refused: compressed {len(layers)} times over ({', '.join(layers)})")
    if not layers:
        return _Plain(max_bytes)
    if layers[0] not in _MADE_BY_ZLIB:
        raise FetchError(f"answered in the encoding {layers[0]!r}, which was not asked for")
    return _Compressed(max_bytes)


class _Plain:
    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._held = bytearray()

    def feed(self, chunk: bytes) -> None:
        self._held += chunk
        if len(self._held) > self._max_bytes:
            raise too_large(self._max_bytes)

    def finish(self) -> bytes:
        return bytes(self._held)


class _Compressed:
    def __init__(self, max_bytes: int) -> None:
        self._arrived = 0
        self._max_bytes = max_bytes
        self._out = _Plain(max_bytes)
        self._member = zlib.decompressobj(_EITHER_HEADER)
        self._is_plain = False

    def feed(self, chunk: bytes) -> None:
        first = not self._arrived
        self._arrived += len(chunk)
        if self._arrived > self._max_bytes:
            raise too_large(self._max_bytes)
        if first and not _looks_compressed(chunk):  # some servers only claim it
            self._is_plain = True
        if self._is_plain:
            self._out.feed(chunk)
        else:
            self._decompress(chunk)

    def finish(self) -> bytes:
        if self._arrived and not self._is_plain and not self._member.eof:
            raise FetchError("the answer broke off within its compressed body")
        return self._out.finish()

    def _decompress(self, chunk: bytes) -> None:
        while chunk:
            if self._member.eof:
                if not chunk.startswith(_GZIP_MAGIC):
                    return  # padding after the last member
                self._member = zlib.decompressobj(_EITHER_HEADER)
            try:
                self._out.feed(self._member.decompress(chunk, self._max_bytes + 1))
            except zlib.error as error:
                raise FetchError(f"the compressed body is damaged ({error})") from None
            chunk = self._member.unconsumed_tail or self._member.unused_data


def _looks_compressed(chunk: bytes) -> bool:
    """Whether a body begins as gzip does, or as zlib (RFC 1950: method 8, a checked header)."""
    if chunk.startswith(_GZIP_MAGIC[: len(chunk)]):
        return True
    return len(chunk) > 1 and chunk[0] & 15 == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0


def too_large(max_bytes: int) -> TooLarge:
    return TooLarge(f"larger than {max_bytes / (1 << 20):g} MiB, decoded")
