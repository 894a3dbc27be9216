"""Takes from a feed's bytes what would make feedparser slow, fail or lose words, without changing
what the feed means to say.

Each measure names what it is against; whatever is left to be slow meets the worker's deadline.
Linear in the size of the input.
"""

import codecs
import re
import zlib

from tocsin.core.errors import NotAFeed
from tocsin.parse.lookalike import describe

MOST_ENTRIES = 10_000
"""A hundred times what feeds hold."""

_ENTRY = re.compile(rb"<(?:[\w-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ROOT = re.compile(rb"<\w")
_DOCTYPE = re.compile(rb"<!doctype", re.IGNORECASE)
_DOCTYPE_IN_LINE = re.compile(rb"(\?>|-->)[ \t]*(?=<!doctype)", re.IGNORECASE)
_WHITE = re.compile(rb"[ \t\r\n]{2,}")
_AUTHORS = rb"(?:author|creator|contributor|managingEditor|webMaster|publisher|owner|name)"
_LONG_AUTHOR = re.compile(
    rb"(<(?=[acmnopw]|\w+:)(?:\w+:)?" + _AUTHORS + rb"\b[^>]{0,999}>)"
    rb"(?:([^<]{2000})[^<]+|(\s*<!\[CDATA\[[^\]]{2000})[^\]]+)",
    re.IGNORECASE,
)
_ONE_HALF = rb"&#(?:[xX][dD][89a-fA-F][0-9a-fA-F]{2}|5[5-7][0-9]{3});"
_HALVES = re.compile(_ONE_HALF + rb"(?:" + _ONE_HALF + rb")*")  # found faster than by a plus
_HALF = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_BEYOND = re.compile(rb"&#(?:[xX]0*[1-9a-fA-F][0-9a-fA-F]{5,}|0*[1-9][0-9]{6,});?")
_BARE_AMPERSAND = re.compile(rb"&(?=\w+=)")
_CDATA, _CDATA_ENDS = b"<![CDATA[", b"]]>"
_OTHER_ALPHABETS = b"\x1b"
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
_GZIP = b"\x1f\x8b\x08"
_UTF8 = "application/xml; charset=utf-8"


def unpacked(body: bytes, max_bytes: int) -> bytes:
    """*body*, decompressed where it is a gzip file that the server did not say it was.

    Raises:
        NotAFeed: It is damaged, or larger than *max_bytes* once decompressed.
    """
    if not body.startswith(_GZIP):
        return body
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = member.decompress(body, max_bytes + 1)
    except zlib.error:
        plain = b""
    if not plain:
        raise NotAFeed("a gzip file that is damaged")
    if len(plain) > max_bytes:
        raise NotAFeed(f"a gzip file of more than {max_bytes >> 20} MiB")
    return plain


def prepare(body: bytes, content_type: str) -> tuple[bytes, str]:
    """*body* as feedparser may have it, and the content type that it is to be read by.

    Raises:
        NotAFeed: It has no element at all, more than one DOCTYPE, or far too many entries.
    """
    body, content_type = _narrowed(body, content_type)
    root = _ROOT.search(body)
    if not root:
        raise NotAFeed(describe(body, ""))
    head, rest = body[: root.start()], body[root.start() :]
    if len(_DOCTYPE.findall(head)) > 1:  # each is tried as the start of an entity: quadratic
        raise NotAFeed("more than one DOCTYPE: made to be slow to read")
    if rest.count(b"<") > MOST_ENTRIES:  # else there are not so many, and that is counted sooner
        refuse_many(sum(1 for _ in _ENTRY.finditer(rest)))
    head = _WHITE.sub(b"\n", head).lstrip()  # 40 KB of blank lines: seconds
    head = _DOCTYPE_IN_LINE.sub(rb"\1\n", head)  # feedparser would leave it, and lose entities
    rest = _LONG_AUTHOR.sub(rb"\1\2\3", rest)  # searched for an address: quadratic
    return head + _mended(rest), content_type


def _mended(rest: bytes) -> bytes:
    """The elements of a feed, without those faults of their writers that cost words."""
    rest = _HALVES.sub(_joined, rest)  # feedparser raises, as it does
    rest = _BEYOND.sub(b"", rest)  # at characters that there are not
    if _OTHER_ALPHABETS not in rest and _BARE_AMPERSAND.search(rest):
        rest = _escaped(rest)  # "?a=1&copy=2": a sign of copyright
    return rest


def _joined(halves: re.Match[bytes]) -> bytes:
    """The characters that references to halves of them (of UTF-16) stand for; what has no other
    half is left out."""
    codes = (int(c or d, 16 if c else 10) for c, d in _HALF.findall(halves[0].decode("ascii")))
    wide = "".join(map(chr, codes)).encode("utf-16-le", "surrogatepass")
    return wide.decode("utf-16-le", "ignore").encode("ascii", "xmlcharrefreplace")


def _escaped(rest: bytes) -> bytes:
    """Its bare ampersands escaped, but for those in CDATA sections, where they mean themselves."""
    before, *sections = rest.split(_CDATA)
    pieces = [_BARE_AMPERSAND.sub(b"&amp;", before)]
    for section in sections:
        said, end, after = section.partition(_CDATA_ENDS)
        pieces.append(said + end + _BARE_AMPERSAND.sub(b"&amp;", after))
    return _CDATA.join(pieces)


def refuse_many(entries: int) -> None:
    """Each is kept in the store, and is in the way of others there.

    Raises:
        NotAFeed: So many entries are more than any feed holds.
    """
    if entries > MOST_ENTRIES:
        raise NotAFeed(f"more than {MOST_ENTRIES:,} entries: made to be slow to read")


def _narrowed(body: bytes, content_type: str) -> tuple[bytes, str]:
    """*body* in a charset that holds ASCII as it is, and what to read it by.

    What is UTF-8 beyond doubt is UTF-8, whatever is said: servers often state the wrong charset,
    while text of another one that holds more than ASCII is practically never valid UTF-8.
    """
    for start, charset in _WIDE:
        if body.startswith(start):
            return body.decode(charset, "replace").lstrip("\ufeff").encode(), _UTF8
    body = body.removeprefix(codecs.BOM_UTF8)
    if body.isascii():
        return body, content_type or "application/xml"
    if is_utf8(body):
        return body, _UTF8
    text = _joined_halves(body) or body.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if 2 * text.count("\ufffd") < beyond_ascii:  # UTF-8 but for a few broken bytes
        return text.encode(), _UTF8
    return body, content_type or "application/xml"


def _joined_halves(body: bytes) -> str:
    """What is UTF-8 but for characters written as their halves of UTF-16, as some writers do; or
    nothing."""
    try:
        halves = body.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_utf8(body: bytes) -> bool:
    """Whether *body* is valid UTF-8, as ASCII is."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
