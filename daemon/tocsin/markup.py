"""HTML as people read it: plain text, a paragraph a line.

Entities are resolved and tags dropped; nothing of what is not text (scripts, styles, comments)
comes through.  Linear in the size of its input.
"""

import html
import re

import lxml.etree
import lxml.html

_BLOCK_NAMES = """
    address article aside blockquote body br caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section
    summary table tbody td tfoot th thead tr ul
"""
_INLINE_NAMES = """
    a abbr acronym applet b bdi bdo big blink cite code data del dfn em embed font i img ins kbd
    label link mark marquee meta nobr q s samp small span strike strong sub sup svg time tt u var
    wbr
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_INLINE = frozenset(_INLINE_NAMES.split())
_UNSEEN = ("script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg")
_MARKUP = re.compile(
    rf"</?(?:{'|'.join(sorted(_BLOCKS | _INLINE | set(_UNSEEN)))})\b[^<>]*>|<!\[CDATA\[|\]\]>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(  # up to the next such tag, which is its end (3.11.2 errs with `(?:…)*+`)
    r"<(script|style)\b[^<>]*>[^<]*(?:<(?!/?(?:script|style)\b)[^<]*)*</\1\s*>", re.IGNORECASE
)
_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]")
_BEYOND = re.compile(r"&#[0-9]{20,};?")  # no character; Python refuses longer numbers still
_WHITE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udfff]")


def sound(text: str) -> str:
    """*text* without what terminals obey (control characters) and no store takes (halves of
    characters); white space stays."""
    return _CONTROL.sub(_meant, text)


def _meant(control: re.Match[str]) -> str:
    """The character that browsers read there: windows-1252's of the upper half, else none."""
    is_upper = "\x7f" < control[0] < "\xa0"
    return control[0].encode("latin-1").decode("cp1252", "ignore") if is_upper else ""


def one_line(text: str) -> str:
    """A title as plain text: entities resolved, the tags of HTML dropped, what only looks like a
    tag ("Vec<String>") kept."""
    if _LOOKS_LIKE_HTML.search(text):
        plain = _unescaped(untagged := _untagged(text))
        text = plain if untagged != text else _untagged(plain)  # it may be escaped twice
    return " ".join(sound(text).split())


def _unescaped(text: str) -> str:
    return html.unescape(_BEYOND.sub("", text))


def _untagged(text: str) -> str:
    return _MARKUP.sub(_gap, _uncommented(_SCRIPT.sub("", text)))


def _uncommented(text: str) -> str:
    """*text* without comments: none is looked for behind the last end of one, to stay linear."""
    commented, end, rest = text.rpartition("-->")
    return _COMMENT.sub("", commented + end) + rest


def _gap(tag: re.Match[str]) -> str:
    """A word ends where a block does, and goes on over a tag within the line."""
    name = tag.group().strip("</>").partition(" ")[0].lower()
    return " " if name.rstrip("/") in _BLOCKS else ""


def paragraphs(markup: str) -> str:
    """A text that may be HTML as plain text, a paragraph a line, without empty lines."""
    markup = sound(markup)
    if not _LOOKS_LIKE_HTML.search(markup):
        return lines(markup)
    try:
        root = lxml.html.document_fromstring(f"<div>{markup}</div>")
    except (lxml.etree.LxmlError, ValueError):
        return lines(_unescaped(_MARKUP.sub(" ", _uncommented(markup))))
    return text_of(root)


def text_of(root: lxml.etree._Element) -> str:
    """The text of an element, a paragraph a line; what nobody sees is taken out of it."""
    lxml.etree.strip_elements(root, lxml.etree.Comment, *_UNSEEN, with_tail=False)
    return lines("".join(_pieces(root)))


def _pieces(root: lxml.etree._Element) -> list[str]:
    """The text in order, with a line break wherever a block begins or ends."""
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        text = element.text if event == "start" else element.tail
        if text:
            pieces.append(_WHITE.sub(" ", text))
    return pieces


def lines(text: str) -> str:
    """Plain text with its white space tidied and its empty lines gone."""
    tidy = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in tidy if line)
