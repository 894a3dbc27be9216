"""Bytes of a page in, the article's text out: what runs in a worker for each new entry.  Pure.

Strategy: trafilatura in its fast mode, without metadata (the feed has title and date), on a page
that is small enough to be read in time; the page's own paragraphs where that finds only a lead;
then the quality gate says whether to trust it, and an article gets what was missed of it.  What
cannot be read whole is refused rather than read in part, so that nobody takes a part for all.
"""

import re
from copy import copy

import lxml.etree
import lxml.html
import trafilatura
import trafilatura.utils

from tocsin.core.model import Extraction
from tocsin.extract.charset import decode
from tocsin.extract.elsewhere import article_elsewhere
from tocsin.extract.missed import with_bare_text, with_lead
from tocsin.extract.quality import judge
from tocsin.markup import sound, text_of

MOST_BYTES = 3 << 20
MOST_TAGS = 50_000
LEAD = 1000
"""Characters below which a text may be a lead without its article."""

FAR_MORE = 4
"""So many times longer, the page's own paragraphs are the article.  Both were chosen on one half of
trafilatura's 990 pages; the other half gained as much (docs/performance.md)."""

PARAGRAPH = 80
"""Characters above which a paragraph is one, and no caption, link or button."""

# lxml asks Python for the class of each element that it hands out; those of forms are none of ours.
trafilatura.utils.HTML_PARSER.set_element_class_lookup(
    lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)
)
_TAG = re.compile(r"<[a-zA-Z]")

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
    text = sound(_found(_cleared(tree, remove), chosen))
    title = (tree.findtext(".//title") or "").strip()
    problem = judge(text, title, page).value
    if not problem and not chosen:
        text = sound(with_lead(tree, with_bare_text(tree, text)))
    leads_to = article_elsewhere(tree, url) if problem else ""
    return Extraction(text=text, lang=_lang(tree), problem=problem, leads_to=leads_to)


def _found(tree: lxml.etree._Element, chosen: str) -> str:
    """The text of what is *chosen*, else of what looks most like an article."""
    if chosen and (text := "\n".join(text_of(copy(element)) for element in tree.xpath(chosen))):
        return text
    text = _tidy(trafilatura.extract(tree, fast=True, include_comments=False) or "")
    if len(text) >= LEAD:
        return text
    paragraphs = (text_of(paragraph) for paragraph in tree.iter("p"))
    page = "\n".join(one for one in paragraphs if len(one) > PARAGRAPH)
    return page if len(page) > FAR_MORE * len(text) else text


def _cleared(tree: lxml.etree._Element, remove: tuple[str, ...]) -> lxml.etree._Element:
    """*tree* without what is no part of an article, and without what makes it slow to read."""
    for path in remove:
        for element in tree.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()
    for cell in tree.iter("td", "th"):
        for span in ("colspan", "rowspan"):
            if len(cell.get(span, "")) > 2:  # it would be made as many times over
                del cell.attrib[span]
    return tree


def _lang(tree: lxml.etree._Element) -> str:
    """The primary subtag that the page states of itself."""
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return tag.replace("_", "-").partition("-")[0].strip().lower()


def _tidy(text: str) -> str:
    """White space tidied, a paragraph a line; a table's rulers are no text."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line.strip("|- "))
