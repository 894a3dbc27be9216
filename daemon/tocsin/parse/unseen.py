"""Leaves out of a feed what stood in it, byte for byte, the last time: most of it.

Strategy: the XML is cut at its entries, each is known by the hash of its bytes, and feedparser gets
the feed without those that are known.  What it says of the others is what it would have said: the
feed's head, its tail and all that stands between entries stay where they are.

Invariants: fingerprints are given out only for a feed that was well-formed, in UTF-8, and cut into
exactly the entries that feedparser found in it; where that does not hold of what is left of the
next one, the whole is read.  A fingerprint covers what an entry's meaning hangs on outside of it:
the address of the feed and the tags that it stands in.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import xxhash

from tocsin.core.model import ParsedFeed

_OPENING = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?(?:item|entry))[\s>]")
_TAG = re.compile(rb"<[A-Za-z_][^>]*>")
_SIZE = 8
_NOT_CUT = (b"\x1b", b"<!ENTITY")
"""An escape begins other alphabets in seven bits (ISO 2022): any byte may then mean anything."""


def read_unseen(
    body: bytes, url: str, known: bytes, read: Callable[[bytes], ParsedFeed | None]
) -> ParsedFeed | None:
    """What *read* finds in *body*, without the entries whose fingerprints are *known*.

    Relative links stand on *url*, so that at another one the same bytes are another entry.
    """
    cut = _cut(body)
    if cut is None:
        return read(body)
    prints = cut.fingerprints(url)
    seen = {known[at : at + _SIZE] for at in range(0, len(known), _SIZE)}.intersection(prints)
    if seen:
        unseen = [one not in seen for one in prints]
        feed = _noted(read(cut.only(unseen)), prints, entries=sum(unseen))
        if feed is not None and feed.fingerprints:
            return feed
    return _noted(read(body), prints, entries=len(prints))


def _noted(feed: ParsedFeed | None, prints: Sequence[bytes], entries: int) -> ParsedFeed | None:
    """*feed* with the fingerprints of all its entries, if it is well-formed and holds *entries*."""
    if feed is None or feed.note or len(feed.entries) != entries:
        return feed
    return replace(feed, known=len(prints) - entries, fingerprints=b"".join(prints))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A feed in pieces: *between* is one longer than *entries*, which stand in its gaps."""

    between: list[bytes]
    entries: list[bytes]

    def fingerprints(self, url: str) -> list[bytes]:
        around = b"".join(_TAG.findall(self.between[0])[:2])  # <rss …><channel …>
        seed = xxhash.xxh3_64_intdigest(url.encode("utf-8", "replace") + around)
        return [xxhash.xxh3_64_digest(entry, seed) for entry in self.entries]

    def only(self, kept: Sequence[bool]) -> bytes:
        """The feed with the entries that are *kept* alone."""
        entries = [entry if keep else b"" for entry, keep in zip(self.entries, kept, strict=True)]
        pairs = zip(self.between, [*entries, b""], strict=True)
        return b"".join(piece for pair in pairs for piece in pair)


def _cut(body: bytes) -> _Cut | None:
    """*body* in pieces, or None where its entries cannot be told apart for sure."""
    first = _OPENING.search(body)
    if first is None or any(mark in body for mark in _NOT_CUT):
        return None
    opening, closing = re.compile(rb"<" + re.escape(first[1]) + rb"[\s>/]"), b"</" + first[1] + b">"
    *pieces, tail = body.split(closing)
    cut = _Cut([], [])
    for piece in pieces:
        starts = [found.start() for found in opening.finditer(piece)]
        if len(starts) != 1:  # one within another, in a CDATA section, or closed some other way
            return None
        cut.between.append(piece[: starts[0]])
        cut.entries.append(piece[starts[0] :] + closing)
    cut.between.append(tail)
    return None if opening.search(tail) else cut
