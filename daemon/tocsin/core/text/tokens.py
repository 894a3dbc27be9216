"""Words: what rules and articles are compared by.

A text is cut at white space into chunks, and each chunk into words (``U.S.-led`` is *us* and
*led*).  What a chunk holds depends on the chunk alone, so it is worked out once and remembered:
that is what makes reading an English article cost less than searching it.  ``joined`` is the
quick form, words only; ``Places`` says where those words stand, ``tokenise`` gives both at once.

Invariant: ``joined(text).split() == tokenise(text).words``, and every place is the exact slice of
the source that the word was written as, without a possessive or a suffix after an apostrophe.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from tocsin.core.model import Span
from tocsin.core.text.affixes import without_affixes
from tocsin.core.text.fold import IGNORABLE, fold_cluster

Piece = tuple[str, int, int]
Value = TypeVar("Value")

_MEMORY = 60_000
_LONGEST_REMEMBERED = 40
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x3005, 0x3007),
    (0x3040, 0x318F), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F),
    (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip


def _marks() -> str:
    """All combining marks, as the inside of a character class (`\\w` leaves them out)."""
    marks = [code for code in range(0x300, 0x1F000) if unicodedata.category(chr(code))[0] == "M"]
    return "".join(map(chr, marks))


_MARKS = _marks()
_CJK = "".join(f"{chr(low)}-{chr(high)}" for low, high in _UNSPACED)
_cluster = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[\uac00-\ud7a3][\u11a8-\u11ff]"
    f"|.[{_MARKS}{IGNORABLE}\uff9e\uff9f]*",
    re.DOTALL,
)
_LETTER = f"(?:(?![{_CJK}])[^\\W_]|[{_MARKS}](?<![{_CJK}]))"
_word = re.compile(
    f"(?P<unspaced>(?:[^\\W_]|[{_MARKS}])(?<=[{_CJK}]))"
    f"|(?P<signed>[a-z](?:\\+\\+|\\#))(?![^\\W_])"
    f"|{_LETTER}+(?:(?:\\.?'|[.,]){_LETTER}+)*"
)
_part = re.compile(r"[^.,]+")
_possessive = re.compile(r"\.'(?:s|ll|re|ve|d|m)$")

# Marks that only ever separate, each replaced by one space so that places stay true.
_SEPARATORS = str.maketrans(dict.fromkeys('\n\t\r"()[]{}<>;:!?/\\|-_&=*^~@%', " "))
_COMMON = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u201c", " "), ("\u201d", " "), ("\u2013", " "),
    ("\u2014", " "), ("\u2026", " "), ("\u00a0", " "), ("\u00ab", " "), ("\u00bb", " "),
)  # fmt: skip
_FREQUENT = ("\n", "-", "(", ")", ":", ";", "/", '"', "?", "!")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text and where each begins and ends in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]


class _Memory(dict[str, Value]):
    """What a chunk was found to hold; emptied when full, so that no text can fill the memory."""

    def __init__(self, work_out: Callable[[str], Value]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, chunk: str) -> Value:
        value = self._work_out(chunk)
        if len(chunk) <= _LONGEST_REMEMBERED:
            if len(self) >= _MEMORY:
                self.clear()
            self[chunk] = value
        return value


def joined(text: str) -> str:
    """The words of *text*, folded, each with a space before it, and one space at the end."""
    found = " ".join(filter(None, map(_joined.__getitem__, _prepared(text).split())))
    return f" {found} " if found else " "


def words(text: str) -> list[str]:
    """The words of *text*, folded."""
    return joined(text).split()


def tokenise(text: str) -> Tokens:
    """The words of *text*, folded, with their places."""
    places = Places(text)
    spans = [places[number] for number in range(len(places))]
    return Tokens(places.words(), [start for start, _ in spans], [end for _, end in spans])


class Places:
    """Where each word of a text stands in it, worked out for the words that are asked for."""

    def __init__(self, text: str) -> None:
        chunks = _prepared(text).split(" ")
        self._pieces = list(map(_pieces.__getitem__, chunks))
        # How many words end with each chunk, and how many characters, spaces left out, precede it.
        self._words = list(accumulate(map(len, self._pieces)))
        self._before = list(accumulate(map(len, chunks), initial=0))

    def __len__(self) -> int:
        return self._words[-1]

    def __getitem__(self, number: int) -> Span:
        chunk = bisect_right(self._words, number)
        _, low, high = self._pieces[chunk][number - self._words[chunk]]
        start = self._before[chunk] + chunk
        return start + low, start + high

    def words(self) -> list[str]:
        """The words themselves, folded."""
        return [word for pieces in self._pieces for word, _, _ in pieces]


def _prepared(text: str) -> str:
    """*text*, as long as before, with its plainest separators turned into spaces."""
    if not text.isascii():
        for mark, plain in _COMMON:
            text = text.replace(mark, plain)
    if text.isascii():
        text = text.translate(_SEPARATORS)
    else:
        for mark in _FREQUENT:
            text = text.replace(mark, " ")
    return text.replace(". ", "  ").replace(", ", "  ")


def _join_pieces(chunk: str) -> str:
    if chunk.isascii() and chunk.isalnum():
        return chunk.lower()
    return " ".join(word for word, _, _ in _pieces[chunk])


def _cut(chunk: str) -> tuple[Piece, ...]:
    if chunk.isascii() and chunk.isalnum():
        return ((chunk.lower(), 0, len(chunk)),)
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    for cluster in _cluster.finditer(chunk):
        letters = fold_cluster(cluster.group())
        folded.extend(letters)
        places.extend([cluster.span()] * len(letters))
    return tuple(
        (word, places[low][0], places[high - 1][1]) for word, low, high in _lex("".join(folded))
    )


def _lex(folded: str) -> Iterator[Piece]:
    for found in _word.finditer(folded):
        if found["unspaced"] or found["signed"]:
            yield found.group(), *found.span()
        else:
            yield from _lex_joined(found.group(), found.start())


def _lex_joined(run: str, at: int) -> Iterator[Piece]:
    """The words of a run joined by full stops, commas and apostrophes."""
    run = _possessive.sub("", run)
    if _is_number(run):
        yield run.replace(",", "" if _grouped.fullmatch(run) else "."), at, at + len(run)
        return
    parts = [(part.group().strip("'"), part.start(), part.end()) for part in _part.finditer(run)]
    for low, high in _acronyms([part for part, _, _ in parts]):
        if high - low > 1:
            letters = "".join(part[0] for part, _, _ in parts[low:high])
            start = at + parts[low][1]
            yield letters, start, at + parts[high - 1][1] + 1
        else:
            part, start, _ = parts[low]
            for word, first, last in without_affixes(part):
                yield word, at + start + first, at + start + last


_grouped = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?[^\W\d]*")
_decimal = re.compile(r"\d+(?:\.\d+|,\d{1,2})[^\W\d]*")


def _is_number(run: str) -> bool:
    return run[0].isdigit() and bool(_grouped.fullmatch(run) or _decimal.fullmatch(run))


def _acronyms(parts: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of single letters (U.S., J.K.) together, everything else alone, as index ranges."""
    low = 0
    while low < len(parts):
        high = low
        while high < len(parts) and _is_initial(parts[high]):
            high += 1
        yield low, max(high, low + 1)
        low = max(high, low + 1)


def _is_initial(part: str) -> bool:
    letter, _, suffix = part.partition("'")
    return len(letter) == 1 and letter.isalpha() and suffix in ("", "s")


_pieces: _Memory[tuple[Piece, ...]] = _Memory(_cut)
_joined: _Memory[str] = _Memory(_join_pieces)
