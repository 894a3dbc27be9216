"""Where sentences and paragraphs begin.

A paragraph is a line.  A sentence ends at a full stop, question or exclamation mark before white
space, or at their East Asian kin; not after an abbreviation, an initial or a short number.
"""

import re
from collections.abc import Iterator

from tocsin.core.text.fold import listed

_end = re.compile(r"([.!?…؟۔।]+)[\"'”’»)\]]*(?=\s)|[。！？｡]+[」』”）]*|\n")
_mark = re.compile("[.!?…؟۔।。！？｡\n]")  # what may end one: quicker to look for
_next_letter = re.compile(r"[ \t]*(.)", re.DOTALL)
_NEAR = 300
_last_word = re.compile(r"[^\W_]+$")
_SHORT = listed("""
    mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm cmdr rev hon pres st mt ft no
    nos vs inc corp ltd co bros jan feb mar apr jun jul aug sep sept oct nov dec approx dept est
    fig vol ed eds messrs mme mlle sr sra dra hr fr nr bzw ca г гг ул им тыс млн млрд руб др
    проф акад т д п
""")


def sentence_start(text: str, at: int) -> int:
    """Where the sentence of *text* begins that holds the letter *at*."""
    paragraph = text.rfind("\n", 0, at) + 1
    for reach in (_NEAR, at):  # most begin near by: only else look through the whole paragraph
        low = max(paragraph, text.rfind(" ", 0, max(0, at - reach)) + 1)
        if ends := list(_ends(text, low, at)):
            return ends[-1]
    return paragraph


def sentence_end(text: str, start: int) -> int:
    """Where the sentence of *text* that begins at *start* ends."""
    paragraph = text.find("\n", start)
    end = paragraph if paragraph >= 0 else len(text)
    return next(_ends(text, start, end), end)


def is_one_sentence(text: str, low: int, high: int) -> bool:
    """Whether no sentence of *text* begins behind *low* and up to *high*, where a word begins."""
    return next(_ends(text, low, high), None) is None


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    behind = low
    for possible in _mark.finditer(text, low, high):
        start = possible.start()
        if start >= behind and (found := _end.match(text, start, high)):
            behind = found.end()
            mark = found[1]
            if mark is None or not _goes_on(text, start, behind, mark):
                yield behind


def _goes_on(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the sentence continues after *mark*, which stands before white space."""
    following = _next_letter.match(text, end)
    if mark != ".":
        return end + 2 < len(text) and following is not None and following[1].islower()
    last = _last_word.search(text, max(0, start - 20), start)
    if last is None:
        return False
    word = last.group()
    if word.isdigit():
        return len(word) <= 2
    if len(word) > 1 or word in _SHORT:
        return word.lower() in _SHORT
    return word.isupper() or _goes_on_small(text, following)


def _goes_on_small(text: str, following: re.Match[str] | None) -> bool:
    """Whether a small letter or another abbreviated one is *following*: 5 p.m. in, z. B."""
    if following is None:
        return False
    return following[1].islower() or text[following.end() : following.end() + 1] == "."
