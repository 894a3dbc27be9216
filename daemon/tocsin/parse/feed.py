"""Bytes in, entries out: what runs in a worker for each feed that has changed.  Pure."""

from functools import partial

from tocsin.core.errors import NotAFeed
from tocsin.core.model import ParsedFeed
from tocsin.parse import jsonfeed, xmlfeed
from tocsin.parse.lookalike import describe
from tocsin.parse.prechecks import is_utf8, prepare, unpacked
from tocsin.parse.unseen import read_unseen

MOST_BYTES = 10 << 20
"""Of a feed that comes as a file of gzip: as much as may come over the wire."""


def read_feed(body: bytes, url: str, content_type: str, known: bytes = b"") -> ParsedFeed:
    """The feed that *body* holds, whatever its format; *url* is what relative links stand on.

    Entries whose fingerprints are *known* are only counted (see `ParsedFeed`).

    Raises:
        NotAFeed: It holds none; the message says what it holds instead.
    """
    body = unpacked(body, MOST_BYTES)
    if body[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"{":
        feed = jsonfeed.read(body, url)
    else:
        xml, content_type = prepare(body, content_type)
        feed = _xml(xml, url, content_type, known)
    if feed is None:
        raise NotAFeed(describe(body, url))
    return feed


def _xml(xml: bytes, url: str, content_type: str, known: bytes) -> ParsedFeed | None:
    read = partial(xmlfeed.read, url=url, content_type=content_type)
    if not is_utf8(xml):  # what its charset is may hang on any part of it
        return read(xml)
    return read_unseen(xml, url, known, read)
