"""From the names of an entity to the patterns that find them, in the ways that papers write them.

``J.D. Vance`` is also J. D. Vance, ``Donald Trump`` also Donald J. Trump, ``The Guardian`` also the
Guardian; and where names are declined, each stands in all its cases.
"""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, product

from tocsin.core.rules.patterns import (
    Letters,
    Link,
    Pattern,
    Test,
    is_acronym,
    patterns_of,
    phrase_patterns,
)
from tocsin.core.rules.tree import Entity, Term
from tocsin.core.text.declensions import case_forms
from tocsin.core.text.fold import fold, listed
from tocsin.core.text.tokens import Tokens, tokenise

_MOST_NEEDLES = 1000
_ARTICLES = listed("the le la les el los las il lo gli al der die das de den het van von bin ibn")
_letters = re.compile(r"(?:[^\W\d_]\.){2,4}|[^\W\d_]{2,3}")
_letter = re.compile(r"[^\W\d_]\.?")


def name_patterns(
    entity: Entity, names: Collection[str], languages: Collection[str]
) -> tuple[Pattern, ...]:
    """The patterns that find *names* of *entity* in all their case forms; ``=name`` is exact."""
    spelt = dict.fromkeys(each for name in names for each in _spellings(name))
    return tuple(each for name in spelt for each in _patterns(entity, name, languages))


def _patterns(entity: Entity, name: str, languages: Collection[str]) -> Iterator[Pattern]:
    if name.startswith("=") or entity.case == "exact":
        yield from patterns_of(Term(text=name.removeprefix("="), exact=True, forms=False))
        return
    tokens = tokenise(name)
    tests = tuple(_name_tests(name, tokens)) if entity.case == "name" else ()
    choices = _choices(name, tokens, languages)
    for phrase in product(*map(sorted, choices)):
        yield from phrase_patterns(phrase, tests)
    if entity.type == "person":
        for gap in sorted({1, len(choices) - 1} - {0, len(choices)}):
            yield from _with_initials(choices, gap, tests)


def _with_initials(
    choices: Sequence[frozenset[str]], gap: int, tests: tuple[Test, ...]
) -> Iterator[Pattern]:
    """A name with initials in its *gap*: the words behind it are the rarer, and searched for."""
    ahead = tuple(map(Link, choices[:gap]))
    for phrase in product(*map(sorted, choices[gap:])):
        yield Pattern(f" {' '.join(phrase)} ", size=len(phrase), tests=tests, ahead=ahead)


def _choices(name: str, tokens: Tokens, languages: Collection[str]) -> list[frozenset[str]]:
    """For each word of *name* what may stand for it."""
    surfaces = [name[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    choices = [
        frozenset((word,)) if surface.isupper() else case_forms(surface, languages) | {word}
        for word, surface in zip(tokens.words, surfaces, strict=True)
    ]
    if math.prod(map(len, choices)) > _MOST_NEEDLES:
        choices = [*(frozenset((word,)) for word in tokens.words[:-1]), choices[-1]]
    return choices


def _spellings(name: str) -> Iterator[str]:
    """*name* with its initials as they are, apart and together: J.D. Vance, J. D. Vance."""
    yield name
    chunks = name.removeprefix("=").split()
    if len(chunks) < 2 or name.startswith("="):
        return
    apart = " ".join(_apart(chunk) for chunk in chunks)
    together = " ".join(
        "".join(f"{chunk[0]}." for chunk in run) if single else " ".join(run)
        for single, run in _runs(chunks)
    )
    yield from (each for each in (apart, together) if each != name)


def _apart(chunk: str) -> str:
    if not (chunk.isupper() and _letters.fullmatch(chunk)):
        return chunk
    return " ".join(f"{letter}." for letter in chunk.replace(".", ""))


def _runs(chunks: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """*chunks* in runs that are single capitals or not."""

    def single(chunk: str) -> bool:
        return chunk.isupper() and bool(_letter.fullmatch(chunk))

    return ((initials, list(run)) for initials, run in groupby(chunks, single))


def _name_tests(name: str, tokens: Tokens) -> Iterator[Test]:
    """The first word that bears the name needs its capital: the Guardian, al-Qaeda."""
    surfaces = [name[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    capitals = [number for number, surface in enumerate(surfaces) if surface[:1].isupper()]
    bearing = [number for number in capitals if surfaces[number].lower() not in _ARTICLES]
    first = next(iter(bearing or capitals), None)
    for number, surface in enumerate(surfaces):
        if is_acronym(name, tokens.starts[number], tokens.ends[number]):
            yield number, Letters.CAPITALS, surface
        elif number == first:
            alone = len(surfaces) == 1 and len(surface) <= 3
            yield number, Letters.SHORT if alone else Letters.INITIAL, surface


def folded_words(name: str, languages: Collection[str]) -> frozenset[str]:
    """The folded words of *name*, in all case forms."""
    tokens = tokenise(name)
    surfaces = (name[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True))
    return frozenset(
        form for surface in surfaces for form in (*case_forms(surface, languages), fold(surface))
    )
