"""Takes from a feed's bytes what would make feedparser slow, without changing what it says.

Each measure names what it is against; whatever is left to be slow meets the worker's deadline.
Linear in the size of the input.
"""

import re

from tocsin.core.errors import NotAFeed

_ROOT = re.compile(rb"<\w")
_DOCTYPE = re.compile(rb"<!doctype", re.IGNORECASE)
_WHITE = re.compile(rb"[ \t\r\n]{2,}")
_LONG_AUTHOR = re.compile(
    rb"(<(?:\w+:)?(?:author|creator|contributor|managingEditor|webMaster|publisher|owner|name)\b"
    rb"[^>]{0,999}>[^<]{2000})[^<]+",
    re.IGNORECASE,
)
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def prepare(body: bytes) -> bytes:
    """*body* as feedparser may have it.

    Raises:
        NotAFeed: It has no element at all, or more than one DOCTYPE.
    """
    if body.startswith(_BOMS) or b"\x00" in body[:64]:
        return body  # UTF-16 and -32, in which none of the slow shapes was ever seen
    root = _ROOT.search(body)
    if not root:
        raise NotAFeed("this is neither a feed nor a page")
    head, rest = body[: root.start()], body[root.start() :]
    if len(_DOCTYPE.findall(head)) > 1:  # each is tried as the start of an entity: quadratic
        raise NotAFeed("more than one DOCTYPE: made to be slow to read")
    head = _WHITE.sub(b"\n", head).lstrip()  # 40 KB of blank lines: seconds
    return head + _LONG_AUTHOR.sub(rb"\1", rest)  # searched for an address: quadratic


def charset_as_it_is(body: bytes, content_type: str) -> str:
    """The content type to read *body* by: what is UTF-8 beyond doubt is UTF-8, whatever is said.

    Text of another charset that holds more than ASCII is practically never valid UTF-8, while
    servers often state the wrong charset.
    """
    if body.isascii() or b"\x00" in body[:64] or not _is_utf8(body):
        return content_type or "application/xml"
    return "application/xml; charset=utf-8"


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
