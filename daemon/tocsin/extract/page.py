"""Bytes of a page in, the article's text out: what runs in a worker for each new entry.  Pure.

Strategy: trafilatura in its fast mode, without metadata (the feed has title and date), on a page
that is small enough to be read in time, and in its full mode where that finds next to nothing; then
the quality gate says whether to trust it.  What cannot be read whole is refused rather than read in
part, so that nobody takes a part for all.
"""

import re

import lxml.etree
import trafilatura

from tocsin.core.model import Extraction
from tocsin.extract.charset import decode
from tocsin.extract.elsewhere import article_elsewhere
from tocsin.extract.quality import judge
from tocsin.markup import text_of

MOST_BYTES = 3 << 20
MOST_TAGS = 50_000
SECOND_LOOK = 500
"""Characters below which a text is searched for once more, by slower means: it may be a lead
without its article."""

FAR_MORE = 2
"""So many times longer, what that finds is the article."""

_TAG = re.compile(r"<[a-zA-Z]")
_WIDE_CELLS = lxml.etree.XPath(
    "//@colspan[string-length() > 2]/.. | //@rowspan[string-length() > 2]/.."
)
"""No table of an article is so wide; each cell would be made as many times over."""

Where = tuple[str, tuple[str, ...]]
ANYWHERE: Where = ("", ())

_TOO_DEEP = lxml.etree.XPath(f"boolean({'/*' * 202})")
"""libxml2 drops what is nested deeper than 256, and says nothing."""


def read_page(
    body: bytes, content_type: str = "", url: str = "", where: Where = ANYWHERE
) -> Extraction:
    """The article that a page holds; `problem` says why not, where it holds none.

    *where* says in XPath where the article stands, and what is no part of it.
    """
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
    chosen, remove = where
    tree = _cleared(tree, remove)
    lang, title = _lang(tree), tree.findtext(".//title") or ""  # before it is taken apart
    leads_to = article_elsewhere(tree, url)
    text = "\n".join(text_of(element) for element in tree.xpath(chosen)) if chosen else ""
    text = text or _extracted(tree, fast=True)
    if len(text) < SECOND_LOOK:
        again = _extracted(_cleared(trafilatura.load_html(page), remove), fast=False)
        text = again if len(again) > FAR_MORE * len(text) else text
    problem = judge(text, title.strip(), page).value
    return Extraction(text=text, lang=lang, problem=problem, leads_to=leads_to if problem else "")


def _cleared(tree: lxml.etree._Element, remove: tuple[str, ...]) -> lxml.etree._Element:
    """*tree* without what is no part of an article, and without what makes it slow to read."""
    for path in remove:
        for element in tree.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()
    for cell in _WIDE_CELLS(tree):
        cell.attrib.pop("colspan", None)
        cell.attrib.pop("rowspan", None)
    return tree


def _extracted(tree: lxml.etree._Element, *, fast: bool) -> str:
    return _tidy(trafilatura.extract(tree, fast=fast, include_comments=False) or "")


def _lang(tree: lxml.etree._Element) -> str:
    """The primary subtag that the page states of itself."""
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return tag.replace("_", "-").partition("-")[0].strip().lower()


def _tidy(text: str) -> str:
    """White space tidied, a paragraph a line; a table's rulers are no text."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line.strip("|- "))
