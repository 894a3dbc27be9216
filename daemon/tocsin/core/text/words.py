"""The words of a whole article at once: joined to be searched, each with its place on demand.

An article has five thousand characters, and a step of Python for each would take longer than all
the rest of matching.  So numpy turns them into their folded letters by one look-up in a table,
which learns a character when it is first met, and drops all spaces but one between words.  Only
what depends on its surroundings (an apostrophe, a full stop within a word, a mark, a letter that
folds to two) leaves its chunk, from space to space, to `lexed`, which knows all the rules: an
English article has a dozen such chunks.  Where the words stand is worked out when somebody asks,
since most articles satisfy no rule.

Invariant: the words and places are those that `tokenise` finds in title and body.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from tocsin.core.model import Span
from tocsin.core.text.fold import IGNORABLE, fold
from tocsin.core.text.tokens import BLANK, LETTER, MARKS, UNSPACED, Lexed, Piece, lexed

BETWEEN = "\n"  # the word between title and body, so that nothing crosses from one to the other

Codes = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]
Offsets = npt.NDArray[np.intp]

# What the table holds for a character: its folded letter, and _APART added where each is a word
# of its own; or one of the others.
_UNKNOWN, _SPACE, _ODD, _STOP, _APART = 0, ord(" "), 0xFFFF, 0x10000, 1 << 31
_CODE = np.dtype("<u4")
_SIGN = "\0"  # stands for BETWEEN in the source; texts that hold it have a space instead
_table = np.full(0x10000, _UNKNOWN, _CODE)
_table[ord(_SIGN)], _table[-1] = ord(BETWEEN), _ODD  # the last is for all beyond the table
_joining = re.compile(f"[{MARKS}{IGNORABLE}\u1100-\u11ff\uff9e\uff9f]")  # adds to the letter before
_letter = re.compile(f"{LETTER}|(?P<apart>{UNSPACED})")
_signs = re.compile(r"(?:[^\w.,'+#]|_)+")


class Words:
    """The words of *title* and *body*, numbered through, with `BETWEEN` as a word between them.

    *joined* has a space before each word and one at its end.
    """

    def __init__(self, title: str, body: str) -> None:
        title, body = title.replace(_SIGN, " "), body.replace(_SIGN, " ")
        self._source = f" {title} {_SIGN} {body} "
        self._body_start = len(title) + 4
        letters = _letters(self._source)
        self._gaps: Mask = letters == _SPACE
        self._odd = self._odd_chunks(np.flatnonzero(letters == _ODD))
        self._edges = self._bare_edges(letters)
        self.joined = self._join(letters)
        self.title_size = self.joined.count(" ", 0, self.joined.index(BETWEEN)) - 1

    def span(self, number: int) -> Span:
        """Where word *number* stands in its field, without a suffix after an apostrophe."""
        before = 1 if number < self.title_size else self._body_start
        places = self._places
        last = bisect_right(places.odd, number) - 1  # the last odd chunk that begins up to here
        if last >= 0 and number < places.odd[last] + len(places.pieces[last][1]):
            low, pieces = places.pieces[last]
            _, first, end = pieces[number - places.odd[last]]
            return low + first - before, low + end - before
        chunk = number - places.more[last + 1]
        return int(places.starts[chunk]) - before, int(places.ends[chunk]) - before

    def _odd_chunks(self, odd: Offsets) -> dict[Span, Lexed]:
        """What stands from space to space around each of the *odd* characters."""
        if not len(odd):
            return {}
        spaces = np.flatnonzero(self._gaps)
        behind = spaces.searchsorted(odd)
        bounds = zip((spaces[behind - 1] + 1).tolist(), spaces[behind].tolist(), strict=True)
        return {(low, high): lexed(self._source[low:high]) for low, high in dict.fromkeys(bounds)}

    def _bare_edges(self, letters: Codes) -> Offsets:
        """Where a word begins with no space before it, as in Chinese; takes _APART off."""
        if letters.max() < _APART:
            return np.empty(0, np.intp)
        apart: Mask = letters >= _APART
        letters[apart] -= _APART
        for low, high in self._odd:
            apart[low:high] = False
        edges = np.flatnonzero(apart[1:] | apart[:-1]) + 1
        return edges[~(self._gaps[edges] | self._gaps[edges - 1])]

    def _join(self, letters: Codes) -> str:
        doubled = np.flatnonzero(self._gaps[1:] & self._gaps[:-1]) + 1
        single: Mask = np.ones(len(letters), bool)
        single[doubled] = False
        letters = letters[single]
        if len(self._edges):
            places = self._edges - doubled.searchsorted(self._edges)
            letters = np.insert(letters, places, _SPACE)
        plain = letters.astype("<u2").tobytes().decode("utf-16-le")  # far quicker than utf-32
        lows = np.array([low for low, _ in self._odd], np.intp)
        places = lows - doubled.searchsorted(lows) + self._edges.searchsorted(lows)
        return "".join(self._replaced(plain, places.tolist()))

    def _replaced(self, plain: str, places: list[int]) -> Iterator[str]:
        """*plain* with the words of the odd chunks, which begin at *places* in it."""
        done = 0
        for place, ((low, high), (words, _)) in zip(places, self._odd.items(), strict=True):
            yield plain[done:place]
            yield words
            done = place + high - low + (not words)  # where no word is, one space goes too
        yield plain[done:]

    @cached_property
    def _places(self) -> "_Places":
        before, here = self._gaps[:-1], self._gaps[1:]
        starts, ends = np.flatnonzero(before > here) + 1, np.flatnonzero(before < here) + 1
        if len(self._edges):
            starts, ends = (np.sort(np.append(each, self._edges)) for each in (starts, ends))
        pieces = [(low, pieces) for (low, _), (_, pieces) in self._odd.items()]
        more = list(accumulate((len(each) - 1 for _, each in pieces), initial=0))
        chunks = starts.searchsorted([low for low, _ in pieces]).tolist()
        odd = [chunk + extra for chunk, extra in zip(chunks, more, strict=False)]
        return _Places(starts, ends, odd, pieces, more)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the chunks begin and end.  Of each odd chunk: *odd*, the number of its first word;
    *pieces*, where it begins and what it holds; *more*, how many more words than chunks precede."""

    starts: Offsets
    ends: Offsets
    odd: list[int]
    pieces: list[tuple[int, tuple[Piece, ...]]]
    more: list[int]


def _letters(source: str) -> Codes:
    """What each character of *source* folds to: a letter, a space or _ODD."""
    codes = np.frombuffer(source.encode("utf-32-le", "surrogatepass"), _CODE)
    letters: Codes = _table.take(codes, mode="clip")
    if not letters.min():
        for code in set(codes[letters == _UNKNOWN].tolist()):
            _table[code] = _kind(chr(code))
        letters = _table.take(codes, mode="clip")
    stops = np.flatnonzero(letters == _STOP)
    within = _may_join(letters[stops - 1]) & _may_join(letters[stops + 1])
    letters[stops] = np.where(within, _ODD, _SPACE)
    return letters


def _may_join(letters: Codes) -> Mask:
    """Whether a full stop or comma beside each of *letters* may belong to a word."""
    return (letters > _SPACE) & (letters <= _ODD)


def _kind(character: str) -> int:
    """What the table is to hold for *character*."""
    if character.isspace() or character == BLANK:
        return _SPACE
    folded = fold(character)
    if _joining.match(character) or not folded:
        return _ODD
    if folded in (".", ","):
        return _STOP
    if (found := _letter.fullmatch(folded)) and ord(folded) < _ODD:
        return ord(folded) + (_APART if found["apart"] else 0)
    return _SPACE if _signs.fullmatch(character + folded) else _ODD
