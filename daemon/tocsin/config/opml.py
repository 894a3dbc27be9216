"""Lists of feeds as other readers give and take them: OPML 1.0 and 2.0 (opml.org).

A file comes from wherever the user got it, so it is read by expat alone: nothing that it names is
opened, and a file that declares entities, the stuff of every XML bomb, is refused.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers import expat

from tocsin.core.errors import ConfigError, Problem, Where

MOST_BYTES = 20 << 20
DEEPEST = 50
_NOWHERE = Where(file="")
_CHARSET = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_LATE_DECLARATION = re.compile(r"\A(\s+)<\?xml[^>]*\?>")  # expat wants it to come first
_NO_PART_OF_A_CATEGORY = re.compile(r"[,/]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A feed as a list names it: *site* is the page of its outlet, *tags* the folders that it is
    in."""

    url: str
    where: Where = _NOWHERE
    title: str = ""
    site: str = ""
    lang: str = ""
    tags: frozenset[str] = frozenset()


def read_opml(path: Path) -> tuple[Outline, ...]:
    """The feeds that the file *path* lists, in its order.

    Raises:
        ConfigError: It cannot be read, or is no OPML.
    """
    where = Where(file=str(path))
    try:
        if path.stat().st_size > MOST_BYTES:
            message = f"larger than {MOST_BYTES >> 20} MiB: this is no list of feeds"
            raise ConfigError(Problem(where=where, message=message))
        return parse_opml(path.read_bytes(), str(path))
    except FileNotFoundError:
        raise ConfigError(Problem(where=where, message="there is no such file")) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise ConfigError(Problem(where=where, message=message)) from None


def parse_opml(body: bytes, name: str) -> tuple[Outline, ...]:
    """The feeds that *body* lists; places in it are told as in the file *name*.

    Raises:
        ConfigError: It is no OPML.
    """
    reading, text = _Reading(name), _text(body)
    try:
        reading.parser.Parse(text, True)
    except expat.ExpatError as error:
        where = Where(file=name, line=error.lineno, column=error.offset + 1)
        raise ConfigError(Problem(where=where, message=_syntax(error, text))) from None
    return tuple(reading.found)


def _text(body: bytes) -> str:
    """*body* by the charset that it names, of which expat knows few; where that is wrong, by
    others, of which the last reads anything."""
    named = _CHARSET.search(body)
    stated = named[1].decode("ascii") if named else "utf-8"
    wide = body.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for charset in ("utf-16" if wide else stated, "utf-8", "cp1252"):
        with suppress(LookupError, UnicodeError):
            return _LATE_DECLARATION.sub(r"\1", body.decode(charset).removeprefix("\ufeff"))
    return body.decode("latin-1")


class _Reading:
    """The feeds found so far, and the names of the outlines that we are within."""

    def __init__(self, name: str) -> None:
        self.found: list[Outline] = []
        self._name = name
        self._within: list[str] = []
        self._is_opml = False
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._is_opml = self._is_opml or tag.lower() == "opml"
        if not self._is_opml:
            raise self._wrong(f"this is XML (<{tag}>), but no OPML")
        if tag.lower() != "outline":
            return
        if len(self._within) == DEEPEST:
            raise self._wrong(f"outlines within outlines, more than {DEEPEST} deep")
        stated = {key.lower(): " ".join(value.split()) for key, value in attributes.items()}
        title = stated.get("title") or stated.get("text", "")
        if url := stated.get("xmlurl"):
            self.found.append(self._outline(url, title, stated))
        self._within.append("" if url else title)

    def _end(self, tag: str) -> None:
        if tag.lower() == "outline":
            self._within.pop()

    def _entity(self, *_: object) -> None:
        raise self._wrong("it declares entities, which no list of feeds needs: refused")

    def _outline(self, url: str, title: str, stated: dict[str, str]) -> Outline:
        categories = _NO_PART_OF_A_CATEGORY.split(stated.get("category", ""))
        return Outline(
            url=plain_address(url),
            where=self._where(),
            title=title,
            site=stated.get("htmlurl", ""),
            lang=stated.get("language", "").partition("-")[0].lower(),
            tags=frozenset(tag.strip() for tag in (*self._within, *categories) if tag.strip()),
        )

    def _wrong(self, message: str) -> ConfigError:
        return ConfigError(Problem(where=self._where(), message=message))

    def _where(self) -> Where:
        column = self.parser.CurrentColumnNumber + 1
        return Where(file=self._name, line=self.parser.CurrentLineNumber, column=column)


def plain_address(url: str) -> str:
    """*url* without the scheme by which browsers once handed feeds to readers."""
    return re.sub("^feed:(?=https?:)", "", re.sub("^feed://", "http://", url))


def _syntax(error: expat.ExpatError, text: str) -> str:
    if not text.strip():
        return "this file is empty"
    if not text.lstrip().startswith("<"):
        return "this is no OPML: it does not begin as XML does"
    said = expat.errors.messages.get(error.code, "not well-formed")
    if said == expat.errors.XML_ERROR_NO_ELEMENTS:
        return "this file breaks off: it is not whole"
    line = text.split("\n")[error.lineno - 1 : error.lineno]
    bare = any(re.search(r"&(?!\w+;|#)", words) for words in line)
    return f"this is not XML: {said}{' (a bare &? write &amp;)' if bare else ''}"


def print_opml(listed: Iterable[Outline], title: str, now: datetime) -> str:
    """An OPML 2.0 file that `parse_opml` reads as *listed*, sorted into folders.

    A feed stands in the folder of its first tag; all of its tags are its categories.
    """
    root = ET.Element("opml", version="2.0")
    head, body = ET.SubElement(root, "head"), ET.SubElement(root, "body")
    ET.SubElement(head, "title").text = title
    ET.SubElement(head, "dateCreated").text = format_datetime(now, usegmt=True)
    folders: dict[str, ET.Element] = {"": body}
    for outline in listed:
        folder = min(outline.tags, default="")
        if folder not in folders:
            folders[folder] = ET.SubElement(body, "outline", text=folder, title=folder)
        ET.SubElement(folders[folder], "outline", _attributes(outline))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _attributes(outline: Outline) -> dict[str, str]:
    tags = sorted(tag for tag in outline.tags if not _NO_PART_OF_A_CATEGORY.search(tag))
    stated = {
        "type": "rss",
        "text": outline.title or outline.url,
        "title": outline.title or outline.url,
        "xmlUrl": outline.url,
        "htmlUrl": outline.site,
        "language": outline.lang,
        "category": ",".join(f"/{tag}" for tag in tags),
    }
    return {name: value for name, value in stated.items() if value}
