"""An article as rules see it: its words, where they stand, and where the patterns were found.

Words are numbered through title and body, with one number between them that belongs to neither,
so that nothing crosses from one field to the other.  Most articles hold a word of some rule and
satisfy none, so whatever is dear is worked out when it is first asked for: the place of a word in
the text, the sentences of one paragraph, the masked regions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tocsin.core.model import Article, Field, Span
from tocsin.core.rules.patterns import Letters, Link, Pattern, Test
from tocsin.core.rules.tree import Node
from tocsin.core.text.fold import exact
from tocsin.core.text.masks import masked_regions
from tocsin.core.text.names import GLUED, NO_GIVEN_NAME
from tocsin.core.text.sentences import is_one_sentence, sentence_end, sentence_start
from tocsin.core.text.words import Words

_LEAD_WORDS = 60
_MOST_PLACES = 1000  # of a needle: no article has more, but a page made to be slow to match does
_STRETCH = 2048


class Place(NamedTuple):
    """Where something was found: its *first* and *last* word, and what it was found as."""

    first: int
    last: int
    via: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the automaton hit in an article: needle → where it begins in the joined words.

    *touched* are the terms and entities that a needle was hit of: no other can stand in it.
    """

    hits: Mapping[str, list[int]]
    touched: Collection[Node]


class Searched:
    """One article, read as *words*, with what the automaton *found* in them."""

    def __init__(self, article: Article, words: Words, found: Found) -> None:
        self.article = article
        self.touched = found.touched
        self.title_size = words.title_size
        self._joined = words.joined
        self._span = words.span
        self._hits = found.hits

    # --- where words stand -------------------------------------------------------------------

    @cached_property
    def words(self) -> list[str]:
        """The words of both fields, folded."""
        return self._joined.split(" ")[1:-1]

    def field(self, number: int) -> Field:
        """The field that word *number* stands in."""
        return "title" if number < self.title_size else "body"

    def text(self, field: Field) -> str:
        """The source of *field*."""
        return self.article.title if field == "title" else self.article.text

    def span(self, place: Place) -> Span:
        """The characters of *place* in its field."""
        return self._span(place.first)[0], self._span(place.last)[1]

    def surface(self, number: int) -> str:
        """Word *number* as it is written."""
        return self.text(self.field(number))[slice(*self._span(number))]

    def gap(self, number: int) -> str:
        """What stands between word *number* and the one before it, within one field."""
        if number in (0, self.title_size + 1):
            return ""
        return self.text(self.field(number))[self._span(number - 1)[1] : self._span(number)[0]]

    def sentence(self, number: int) -> tuple[Field, int]:
        """The sentence of word *number*: its field, and where in it the sentence begins."""
        field = self.field(number)
        return field, sentence_start(self.text(field), self._span(number)[0])

    def sentence_span(self, sentence: tuple[Field, int]) -> Span:
        """The characters of a sentence, without the white space around it."""
        field, start = sentence
        written = self.text(field)[start : sentence_end(self.text(field), start)]
        return start + len(written) - len(written.lstrip()), start + len(written.rstrip())

    def paragraph(self, number: int) -> tuple[Field, int]:
        """The paragraph of word *number*, counted within its field."""
        field = self.field(number)
        if field == "title":
            return field, 0
        return field, self.article.text.count("\n", 0, self._span(number)[0])

    @cached_property
    def masked(self) -> tuple[Span, ...]:
        """The regions of the body that are not searched."""
        return masked_regions(self.article.text)

    @cached_property
    def _mask_ends(self) -> list[int]:
        return [end for _, end in self.masked]

    def is_masked(self, field: Field, span: Span) -> bool:
        """Whether *span* touches a masked region."""
        if field == "title":
            return False
        behind = bisect_right(self._mask_ends, span[0])
        return behind < len(self.masked) and self.masked[behind][0] < span[1]

    @cached_property
    def lead_end(self) -> int:
        """The number of the first word behind the lead: the first sixty of the body."""
        size = self._joined.count(" ") - 1
        left, number = _LEAD_WORDS, self.title_size + 1
        end = min(number + left, size)
        if not self.masked or end == number or self._span(end - 1)[1] <= self.masked[0][0]:
            return end
        while number < size and left:
            left -= not self.is_masked("body", self._span(number))
            number += 1
        return number

    @cached_property
    def title_shouts(self) -> bool:
        """Whether the whole title is in capitals, so that capitals prove nothing in it."""
        return self.article.title.isupper()

    @cached_property
    def title_is_capitalised(self) -> bool:
        """Whether the title Begins Its Words Like This."""
        told = [
            self.surface(number)
            for number in range(self.title_size)
            if self.words[number] not in NO_GIVEN_NAME and self.words[number][0].isalpha()
        ]
        capitals = sum(word[:1].isupper() for word in told)
        return len(told) >= 4 and capitals >= 0.8 * len(told)

    def in_field(self, place: Place, field: str) -> bool:
        """Whether *place* stands in title, body or lead."""
        if field == "title":
            return place.last < self.title_size
        return place.first > self.title_size and (field == "body" or place.last < self.lead_end)

    def place_of(self, field: Field, span: Span) -> Place:
        """The words that the characters *span* of *field* touch, or the word before them."""
        low, high = (
            (0, self.title_size) if field == "title" else (self.title_size + 1, len(self.words))
        )
        numbers = range(low, high)
        first = low + bisect_right(numbers, span[0], key=lambda number: self._span(number)[1])
        last = low + bisect_left(numbers, span[1], key=lambda number: self._span(number)[0]) - 1
        first = max(low, min(first, last, high - 1))
        return Place(first, max(first, last), self.text(field)[span[0] : span[1]])

    # --- where patterns stand ----------------------------------------------------------------

    def places(self, patterns: Iterable[Pattern], *, boilerplate: bool) -> list[Place]:
        """Where *patterns* stand, masked regions left out unless *boilerplate* counts."""
        return [
            place
            for pattern in patterns
            for start in self._hits.get(pattern.needle, ())[:_MOST_PLACES]
            if (place := self._place(pattern, start)) and (boilerplate or not self._hidden(place))
        ]

    def _hidden(self, place: Place) -> bool:
        in_body = place.first > self.title_size
        return in_body and bool(self.masked) and self.is_masked("body", self.span(place))

    @cached_property
    def _counts(self) -> list[int]:
        """How many spaces stand before each stretch of the joined words."""
        stretches = range(0, len(self._joined), _STRETCH)
        counts = (self._joined.count(" ", start, start + _STRETCH) for start in stretches)
        return list(accumulate(counts, initial=0))

    def _number_at(self, position: int) -> int:
        """The word that the letter at *position* of the joined words belongs to."""
        stretch = position // _STRETCH
        start = stretch * _STRETCH
        return self._counts[stretch] + self._joined.count(" ", start, position) - 1

    def _place(self, pattern: Pattern, start: int) -> Place | None:
        low = self._joined.rfind(" ", 0, start + 1) + 1
        high = self._joined.find(" ", start + len(pattern.needle) - 1)
        if pattern.glued and self._joined[low:start] not in GLUED:
            return None
        if pattern.wild and not pattern.wild.fullmatch(self._joined[low:high].rpartition(" ")[2]):
            return None
        first = self._number_at(low)
        last = first + pattern.size - 1
        numbers = [*range(first, last + 1), *self._following(pattern, last)]
        if pattern.ahead:
            numbers = [*self._before_initials(pattern.ahead, first), *numbers]
        first, last = numbers[0], numbers[-1]
        if len(numbers) < pattern.length or not self._one_sentence(first, last):
            return None
        if not all(self._passes(test, numbers) for test in pattern.tests):
            return None
        whole = not (pattern.links or pattern.ahead)
        via = self._joined[low:high] if whole else " ".join(self.words[first : last + 1])
        return Place(first, last, via)

    def _one_sentence(self, first: int, last: int) -> bool:
        if first == last:
            return True
        field = self.field(first)
        begins, ends = self._span(first)[0], self._span(last)[0]
        return field == self.field(last) and is_one_sentence(self.text(field), begins, ends)

    def _following(self, pattern: Pattern, last: int) -> Iterator[int]:
        """The words that *pattern* has behind its needle, which ends at *last*: the nearest."""
        slop = pattern.slop
        for link in pattern.links:
            near = range(last + 1, min(last + 2 + slop, len(self.words)))
            found = next((number for number in near if link.fits(self.words[number])), None)
            if found is None:
                return
            slop -= found - last - 1
            last = found
            yield found

    def _before_initials(self, ahead: Sequence[Link], first: int) -> Sequence[int]:
        """The words *ahead* of one to three initials, which stand right before word *first*."""
        for start in range(first - 1, max(len(ahead), first - 3) - 1, -1):
            if self.gap(start + 1).strip(" \u00a0") not in ("", ".") or not self._initial(start):
                break
            numbers = range(start - len(ahead), start)
            fits = all(map(Link.fits, ahead, self.words[start - len(ahead) : start]))
            if fits and self.gap(start).isspace():
                return numbers
        return ()

    def _initial(self, number: int) -> bool:
        """Whether word *number* is an initial, or several: J, J., H.W."""
        if len(self.words[number]) > 3:
            return False
        surface = self.surface(number)
        return surface.isupper() and (len(surface.rstrip(".")) == 1 or "." in surface)

    def _passes(self, test: Test, numbers: list[int]) -> bool:
        """Whether *test* holds for a pattern that stands at the words *numbers*."""
        which, letters, written = test
        surface = exact(self.surface(numbers[which]))
        match letters:
            case Letters.CAPITALS:
                shouted = self.title_shouts and self.field(numbers[0]) == "title"
                short = len(numbers) == 1 and sum(map(str.isalpha, surface)) <= 3
                return not (shouted and short) and surface == surface.upper()
            case Letters.INITIAL:
                return not surface[:1].islower()
            case Letters.SHORT:
                return not surface[:1].islower() and not (len(surface) > 1 and surface.isupper())
            case Letters.AS_WRITTEN:
                return _capitals(surface) == _capitals(written)
            case Letters.EXACT:
                return surface == written


def _capitals(word: str) -> str:
    """How *word* uses capitals: none, first, all, or its own way."""
    if word.islower():
        return "none"
    if word.isupper() and len(word) > 1:
        return "all"
    return "first" if word.istitle() else word
