"""Where sentences and paragraphs begin.

A paragraph is a line.  A sentence ends at a full stop, question or exclamation mark before white
space, or at their East Asian kin; not after an abbreviation, an initial or a short number.
"""

import re
from collections.abc import Iterator

from tocsin.core.text.fold import listed

_end = re.compile(r"([.!?…؟۔।]+)[\"'”’»)\]]*(?=\s)|[。！？｡]+[」』”）]*|\n")
_mark = re.compile("[.!?…؟۔।。！？｡\n]")  # what may end one: quicker to look for
_last_word = re.compile(r"[^\W_]+$")
_SHORT = listed("""
    mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm cmdr rev hon pres st mt ft no
    nos vs inc corp ltd co bros jan feb mar apr jun jul aug sep sept oct nov dec approx dept est
    fig vol ed eds messrs mme mlle sr sra dra hr fr nr bzw ca г гг ул им тыс млн млрд руб др
    проф акад т д п
""")


def sentence_starts(text: str) -> list[int]:
    """The offsets at which the sentences of *text* begin, ascending; 0 is the first."""
    return [0, *_ends(text, 0, len(text))]


def is_one_sentence(text: str, low: int, high: int) -> bool:
    """Whether no sentence of *text* begins behind *low* and up to *high*, where a word begins."""
    return next(_ends(text, low, high), None) is None


def paragraph_starts(text: str) -> list[int]:
    """The offsets at which the lines of *text* begin, ascending; 0 is the first."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


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
    if mark != ".":
        following = text[end:].lstrip(" \t")[:1] if end + 2 < len(text) else ""
        return following.islower()
    last = _last_word.search(text, max(0, start - 20), start)
    if last is None:
        return False
    word = last.group()
    if word.isdigit():
        return len(word) <= 2
    return word.lower() in _SHORT or (len(word) == 1 and word.isupper())
