"""Bytes in, entries out: what runs in a worker for each feed that has changed.  Pure."""

from tocsin.core.errors import NotAFeed
from tocsin.core.model import ParsedFeed
from tocsin.parse import jsonfeed, xmlfeed
from tocsin.parse.lookalike import describe
from tocsin.parse.prechecks import prepare


def read_feed(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """The feed that *body* holds, whatever its format; *url* is what relative links stand on.

    Raises:
        NotAFeed: It holds none; the message says what it holds instead.
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        feed = jsonfeed.read(body, url)
    else:
        xml, content_type = prepare(body, content_type)
        feed = xmlfeed.read(xml, url, content_type)
    if feed is None:
        raise NotAFeed(describe(body, url))
    return feed
