"""Folding: spellings that a reader takes for the same word become the same letters.

``fold`` is for comparing, ``exact`` for the terms that ask for their very letters.  Both work on
any string and change nothing the second time.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'\u2019\u2018\u02bc\u2032\u00b4\u0060\uff07\u02b9\u201b\u05f3\u02bb\u02bd-\u02bf"
# Soft hyphen, joiners, zero-width spaces, bidirectional marks, variation selectors, tatweel,
# and the trade mark's sign, which else is two letters of the word.
IGNORABLE = (
    "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\u2120\u2122\U000e0100-\U000e01ef"
)
# The combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic; the vowels of other scripts
# are letters to their readers and stay.
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed"
    "\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_apostrophe = re.compile(f"[{APOSTROPHES}]")
_ignorable = re.compile(f"[{IGNORABLE}]")
_accent = re.compile(f"[{_ACCENTS}]")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(text: str) -> str:
    """*text* without case, accents, invisible characters and other habits of spelling."""
    if text.isascii():
        return text.lower().replace("`", "'")
    previous = None
    while text != previous:  # a second pass is needed where one step uncovers work for another
        previous, text = text, _fold_once(text)
    return text


def _fold_once(text: str) -> str:
    plain = unicodedata.normalize("NFKC", _ignorable.sub("", text))
    plain = _apostrophe.sub("'", plain).casefold().translate(_LETTERS)
    bare = _accent.sub("", unicodedata.normalize("NFKD", plain))
    return unicodedata.normalize("NFKC", bare)


def exact(text: str) -> str:
    """*text* with its case and accents, but composed, with plain apostrophes, nothing invisible."""
    if text.isascii():
        return text.replace("`", "'")
    return _apostrophe.sub("'", unicodedata.normalize("NFC", _ignorable.sub("", text)))


@lru_cache(maxsize=4096)
def fold_cluster(cluster: str) -> str:
    """`fold` of one character with its marks, remembered: texts repeat their alphabet."""
    return fold(cluster)


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written out in the source."""
    return frozenset(text.split())
