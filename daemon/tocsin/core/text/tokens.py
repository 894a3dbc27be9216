"""Words: what rules and articles are compared by.

A text is cut at white space into chunks, and each chunk into words (``U.S.-led`` is *us* and
*led*).  What a chunk holds depends on the chunk alone, so it is worked out once and remembered.
This is for short texts, those of rules; `words` reads whole articles in a quicker way, and leaves
to `lexed` what that cannot tell.

Invariant: every place is the exact slice of the source that the word was written as, without a
possessive or a suffix after an apostrophe.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tocsin.core.text.affixes import without_affixes
from tocsin.core.text.fold import IGNORABLE, fold_cluster

Piece = tuple[str, int, int]
Lexed = tuple[str, tuple[Piece, ...]]  # the words, joined by spaces; each with its place

BLANK = "…"  # between words only, though it stands for three full stops
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
    runs = groupby(enumerate(marks), key=lambda numbered: numbered[1] - numbered[0])
    ends = ([code for _, code in run] for _, run in runs)
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in ends)


MARKS = _marks()
_CJK = "".join(f"{chr(low)}-{chr(high)}" for low, high in _UNSPACED)
_cluster = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[\uac00-\ud7a3][\u11a8-\u11ff]"
    f"|(?:[^\\W_]|[{MARKS}])[{MARKS}{IGNORABLE}\uff9e\uff9f]*|.",
    re.DOTALL,
)
LETTER = f"(?:(?![{_CJK}])[^\\W_]|[{MARKS}](?<![{_CJK}]))"
UNSPACED = f"(?:[^\\W_]|[{MARKS}])(?<=[{_CJK}])"  # a word by itself
_word = re.compile(
    f"(?P<unspaced>{UNSPACED})"
    f"|(?P<signed>[a-z](?:\\+\\+|\\#))(?![^\\W_])"
    f"|{LETTER}+(?:(?:\\.?'|[.,]){LETTER}+)*"
)
_part = re.compile(r"[^.,]+")
_possessive = re.compile(r"\.'(?:s|ll|re|ve|d|m)$")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text and where each begins and ends in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def joined(text: str) -> str:
    """The words of *text*, folded, each with a space before it, and one space at the end."""
    found = " ".join(filter(None, (lexed(chunk)[0] for chunk in _chunks(text))))
    return f" {found} " if found else " "


def words(text: str) -> list[str]:
    """The words of *text*, folded."""
    return joined(text).split()


def tokenise(text: str) -> Tokens:
    """The words of *text*, folded, with their places."""
    found = [
        (word, chunk.start() + low, chunk.start() + high)
        for chunk in re.finditer(r"\S+", text.replace(BLANK, " "))
        for word, low, high in lexed(chunk.group())[1]
    ]
    return Tokens(*map(list, zip(*found, strict=True))) if found else Tokens([], [], [])


def _chunks(text: str) -> list[str]:
    return text.replace(BLANK, " ").split()


_memory: dict[str, Lexed] = {}


def lexed(chunk: str) -> Lexed:
    """The words of *chunk*, in which no white space is."""
    known = _memory.get(chunk)
    if known is None:
        pieces = tuple(_cut(chunk))
        known = " ".join(word for word, _, _ in pieces), pieces
        if len(chunk) <= _LONGEST_REMEMBERED:
            if len(_memory) >= _MEMORY:
                _memory.clear()  # so that no text can fill the memory
            _memory[chunk] = known
    return known


def _cut(chunk: str) -> Iterator[Piece]:
    if chunk.isascii() and chunk.isalnum():
        yield chunk.lower(), 0, len(chunk)
        return
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    for cluster in _cluster.finditer(chunk):
        letters = fold_cluster(cluster.group())
        folded.extend(letters)
        places.extend([cluster.span()] * len(letters))
    for word, low, high in _lex("".join(folded)):
        yield word, places[low][0], places[high - 1][1]


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
