"""Decodes a page, whatever it claims to be written in; never fails."""

import codecs
import contextlib
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,999}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_LOOK_AT_BYTES = 16384
_WIDER = {  # what browsers read under these names (WHATWG Encoding, §4.2)
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",  # in a meta that we could read, it cannot be true
}


def decode(body: bytes, content_type: str) -> str:
    """The page as text: by its BOM, else as UTF-8 where it is that, else as it claims (header
    before meta), else as the web's oldest habit."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace").replace("\x00", "")
    if wide := _without_bom(body):
        return body.decode(wide, "replace").replace("\x00", "")
    claims = _claims(body, content_type)
    strict = [(name, "strict") for name in ("utf-8", *claims)]
    lenient = [(name, "replace") for name in claims]  # though a few bytes do not fit it
    for name, errors in (*strict, *lenient):
        with contextlib.suppress(LookupError, ValueError):
            return body.decode(name, errors).replace("\x00", "")
    return body.decode("windows-1252", "replace").replace("\x00", "")


def _claims(body: bytes, content_type: str) -> list[str]:
    header = _HEADER.search(content_type)
    meta = _META.search(body, 0, _LOOK_AT_BYTES)
    names = [header[1]] if header else []
    names += [meta[1].decode("ascii")] if meta else []
    return [_WIDER.get(name.lower(), name) for name in names]


def _without_bom(body: bytes) -> str:
    """UTF-16 by its shape: every other byte of the first markup is zero."""
    start = body[:64]
    if start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > len(start) // 3 else ""
