"""What articles are compared by: an article's words, names, figures and quotes, counted once.

All of it is taken from the title and the text as they stand, in any language that separates words
by spaces (scripts that do not are taken two characters at a time).  A pure function of the two
texts, so a sketch never needs to be stored.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

LONGEST_TEXT = 20_000
"""Characters of a text that are looked at: the news stands at the top of an article."""

SHINGLE_WORDS = 5

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_QUOTE = re.compile(r"[\"“„«]([^\"“”„«»]{12,300})[\"”“»]")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b([A-ZÀ-ÞА-Я][\w'’-]+(?:\s+[A-ZÀ-ÞА-Я][\w'’-]+)*)")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text for comparing it; *shown* has each term as it stands there."""

    terms: Mapping[str, int]
    quotes: frozenset[str]
    shingles: frozenset[int]
    shown: Mapping[str, str]


def content_hash(title: str, text: str) -> str:
    """32 hexadecimal digits, the same for all that reads as the same words in the same order."""
    words = " ".join(_words(f"{title} {text}"))
    return blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(maxsize=512)
def sketch(title: str, text: str) -> Sketch:
    """The sketch of an article; remembered for a while, as it is asked for twice."""
    text = text[:LONGEST_TEXT]
    shown: dict[str, str] = {}
    body = [_term(word, shown) for word in _WORD.findall(text)]
    head = [_term(word, shown) for word in _WORD.findall(title)]
    terms = Counter(body) + Counter(head + head)
    return Sketch(terms, _quotes(text), _shingles(body or head), shown)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _term(word: str, shown: dict[str, str]) -> str:
    term = word.casefold()
    shown.setdefault(term, word)
    return term


def _quotes(text: str) -> frozenset[str]:
    return frozenset(" ".join(_words(quote)) for quote in _QUOTE.findall(text))


def _shingles(words: list[str]) -> frozenset[int]:
    runs = zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False)
    return frozenset(crc32(" ".join(run).encode("utf-8", "replace")) for run in runs)
