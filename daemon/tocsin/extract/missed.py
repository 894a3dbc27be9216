"""What trafilatura leaves out of an article though the page shows it as a part.  Pure.

Strategy: only what the page itself vouches for.  Its lead, which often stands above the body, is
what it states as its own description; and what stands between two paragraphs of the article is the
article's, whether or not it is marked as a paragraph.  Linear in the size of the page: XPath's
siblings are not.
"""

from collections.abc import Iterator
from copy import copy

import lxml.etree

from tocsin.markup import text_of

ALIKE = 25
"""Characters by which a description and a lead are known for the same."""

LONGEST_LEAD = 1000

SENTENCE = 40
"""Characters outside links above which a bare text is one, and no button or label."""

_DESCRIPTIONS = lxml.etree.XPath(
    "head/meta[@name='description' or @property='og:description']/@content"
)
_LEADS = ("p", "h2", "h3", "h4", "div", "span", "strong", "b", "em")
_BARE = ("div", "section", "center")
_INLINE_NAMES = "a abbr b br cite em font i mark q s small span strong sub sup u"
_INLINE = frozenset(_INLINE_NAMES.split())
_OUTSIDE = frozenset(("footer", "nav", "form"))


def with_lead(tree: lxml.etree._Element, text: str) -> str:
    """*text*, below the lead that the page shows elsewhere and describes itself by."""
    for description in _DESCRIPTIONS(tree):
        start = " ".join(description.split())[:ALIKE]
        if len(start) < ALIKE:
            continue
        if start in text:
            return text
        lead = _lead(tree, start)
        if 0 < len(lead) < LONGEST_LEAD and _letters(lead) not in _letters(text):
            return f"{lead}\n{text}"
    return text


def _lead(tree: lxml.etree._Element, start: str) -> str:
    """The first paragraph or heading of the page that begins so."""
    word = start.partition(" ")[0]
    for element in tree.iter(*_LEADS):
        begins = element.text
        if begins and word in begins and " ".join(begins.split()).startswith(start):
            return _block(element)
    return ""


def _block(element: lxml.etree._Element) -> str:
    """The whole paragraph or heading that *element* stands in, if that is in the page's midst."""
    around = [element, *element.iterancestors()]
    if any(one.tag in _OUTSIDE for one in around):
        return ""
    return text_of(copy(next(one for one in around if one.tag not in _INLINE)))


def with_bare_text(tree: lxml.etree._Element, text: str) -> str:
    """*text* with what stands between two of its paragraphs and is marked as none."""
    bare = _bare(tree)
    if not bare:
        return text
    lines, known = text.split("\n"), _letters(text)
    places = {_letters(line): place for place, line in enumerate(lines)}
    missed: dict[int, list[str]] = {}
    for parent in dict.fromkeys(element.getparent() for element in bare):
        for place, one in _between(parent, bare, places):
            if _letters(one) not in known:
                missed.setdefault(place, []).append(one)
    return "\n".join(
        one for place, line in enumerate(lines) for one in (line, *missed.get(place, ()))
    )


def _bare(tree: lxml.etree._Element) -> set[lxml.etree._Element]:
    """The blocks beside paragraphs that hold sentences and none of their own."""
    beside = (
        element.getparent()
        for element in tree.iter(*_BARE)
        if (before := element.getprevious()) is not None and before.tag == "p"
    )
    parents = dict.fromkeys(beside)
    return {one for parent in parents for one in parent.iterchildren(*_BARE) if _says(one)}


def _says(element: lxml.etree._Element) -> bool:
    """Whether it holds a sentence, and neither blocks nor links alone."""
    if any(child.tag not in _INLINE for child in element):
        return False
    linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return len(" ".join("".join(element.itertext()).split())) - linked > SENTENCE


def _between(
    parent: lxml.etree._Element, bare: set[lxml.etree._Element], places: dict[str, int]
) -> Iterator[tuple[int, str]]:
    """Each *bare* text between two paragraphs that have their *places*, and the place before it."""
    before = -1
    waiting: list[lxml.etree._Element] = []
    for child in parent:
        if child in bare:
            waiting.append(child)
        elif child.tag == "p" and (place := places.get(_last_line(child), -1)) >= 0:
            if before >= 0:
                yield from ((before, text_of(copy(one))) for one in waiting)
            before, waiting = place, []


def _last_line(paragraph: lxml.etree._Element) -> str:
    return _letters(text_of(copy(paragraph)).rpartition("\n")[2])


def _letters(text: str) -> str:
    """*text* without white space, of which no two readers of a page see the same."""
    return "".join(text.split())
