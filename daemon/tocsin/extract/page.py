"""Bytes of a page in, the article's text out: what runs in a worker for each new entry.  Pure.

Strategy: trafilatura in its fast mode, without metadata (the feed has title and date), on a page
that is small enough to be read in time; then the quality gate says whether to trust it.  What
cannot be read whole is refused rather than read in part, so that nobody takes a part for all.
"""

import re

import lxml.etree
import trafilatura

from tocsin.core.model import Extraction
from tocsin.extract.charset import decode
from tocsin.extract.quality import judge

MOST_BYTES = 3 << 20
MOST_TAGS = 50_000
_TAG = re.compile(r"<[a-zA-Z]")
_WIDE_CELLS = lxml.etree.XPath("//*[string-length(@colspan) > 2 or string-length(@rowspan) > 2]")
"""No table of an article is so wide; each cell would be made as many times over."""

_TOO_DEEP = lxml.etree.XPath("boolean(//*[count(ancestor::*) > 200])")
"""libxml2 drops what is nested deeper than 256, and says nothing."""


def read_page(body: bytes, content_type: str = "") -> Extraction:
    """The article that a page holds; `problem` says why not, where it holds none."""
    if len(body) > MOST_BYTES:
        return Extraction(text="", problem=f"page larger than {MOST_BYTES >> 20} MiB")
    page = decode(body, content_type)
    if page.count("<") > MOST_TAGS and len(_TAG.findall(page)) > MOST_TAGS:
        return Extraction(text="", problem=f"page of more than {MOST_TAGS:,} tags")
    tree = trafilatura.load_html(page)
    if tree is None:
        return Extraction(text="", problem="not a page")
    if _TOO_DEEP(tree):
        return Extraction(text="", lang=_lang(tree), problem="page nested too deep")
    for cell in _WIDE_CELLS(tree):
        cell.attrib.pop("colspan", None)
        cell.attrib.pop("rowspan", None)
    lang, title = _lang(tree), tree.findtext(".//title") or ""  # before it is taken apart
    text = _tidy(trafilatura.extract(tree, fast=True, include_comments=False) or "")
    return Extraction(text=text, lang=lang, problem=judge(text, title.strip(), page).value)


def _lang(tree: lxml.etree._Element) -> str:
    """The primary subtag that the page states of itself."""
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return tag.replace("_", "-").partition("-")[0].strip().lower()


def _tidy(text: str) -> str:
    """White space tidied, a paragraph a line; a table's rulers are no text."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line.strip("|- "))
