"""From terms to the patterns that the automaton searches.

A pattern is a *needle*, a piece of the joined words of an article with the spaces that bound it,
and what must be true where the needle was found: the case of letters, a wildcard, further words.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from tocsin.core.rules.tree import Case, Term
from tocsin.core.text.declensions import case_forms
from tocsin.core.text.fold import exact, listed
from tocsin.core.text.names import takes_prefixes
from tocsin.core.text.tokens import Tokens, tokenise, words


class Letters(Enum):
    """What a word's letters must be where it stands."""

    CAPITALS = "all capitals"
    INITIAL = "a capital first"
    SHORT = "a capital first, the rest small"
    AS_WRITTEN = "capitals where the rule has them"
    EXACT = "just as written"


Test = tuple[int, Letters, str]  # which word of the pattern, what is asked of it, as it is written


@dataclass(frozen=True, slots=True)
class Link:
    """A word that follows the needle: one of *choices*, or a wildcard."""

    choices: frozenset[str] = frozenset()
    wild: re.Pattern[str] | None = None

    def fits(self, word: str) -> bool:
        """Whether *word* is it."""
        return self.wild.fullmatch(word) is not None if self.wild else word in self.choices


class Pattern(NamedTuple):
    """*needle* covers *size* words; *wild* is for the last of them; *links* follow, with up to
    *slop* words in between; *glued*: short words may be written onto its front; *ahead* stand
    before it, with a person's initials in between.

    A tuple, since there may be hundreds of thousands.
    """

    needle: str
    size: int = 1
    tests: tuple[Test, ...] = ()
    wild: re.Pattern[str] | None = None
    links: tuple[Link, ...] = ()
    slop: int = 0
    glued: bool = False
    ahead: tuple[Link, ...] = ()

    @property
    def length(self) -> int:
        """How many words the whole pattern has."""
        return len(self.ahead) + self.size + len(self.links)


# --- terms -----------------------------------------------------------------------------------


# What a verb takes behind it: where a phrase ends so, its first word is the one that changes.
_PARTICLES = listed("""
    about across ahead along apart around as aside at away back by down for forth forward from in
    into of off on onto out over through to together under up upon with
""")


def inflected_words(term: Term) -> tuple[str, str]:
    """The words of *term* that stand for all their forms: its last, and the verb of `step down`.

    Nothing for either where it does not.
    """
    return (_last_inflected(term), _phrasal_verb(term)) if term.forms else ("", "")


def patterns_of(
    term: Term,
    inflected: tuple[str, str] = ("", ""),
    known: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> tuple[Pattern, ...]:
    """The patterns that find *term*, of which the *inflected* words have the *known* forms."""
    last, verb = inflected
    forms = known.get(last, ())
    if not verb:
        return _patterns(term, forms)
    heads = sorted({verb, *known.get(verb, ())})
    texts = (head + term.text[len(verb) :] for head in heads)
    return tuple(each for text in texts for each in _patterns(replace(term, text=text), forms))


def _last_inflected(term: Term) -> str:
    if _is_plain(term.text):
        last = term.text.rpartition(" ")[2]
        acronym = term.case is Case.AUTO and _in_capitals(last)
        return last.lower() if last.isalpha() and not acronym else ""
    tokens = tokenise(term.text)
    if not tokens.words or _is_acronym(term, tokens, len(tokens.words) - 1):
        return ""
    last = exact(term.text[tokens.starts[-1] : tokens.ends[-1]])
    return last.casefold() if last.isalpha() else ""


def _phrasal_verb(term: Term) -> str:
    """The first word of a phrase like `step down`; a capital there is a name's, not a verb's."""
    if term.text.rpartition(" ")[2].lower() not in _PARTICLES:
        return ""
    first, _, rest = term.text.partition(" ")
    return first if rest and first.isalpha() and first.islower() else ""


def _patterns(term: Term, forms: Collection[str]) -> tuple[Pattern, ...]:
    """The patterns of *term* of which the last word has *forms*, the others none."""
    if term.wild:
        return (_wild_pattern(term),)
    found = _literal_patterns(term, forms)
    return found + _plurals(term, found) if term.forms else found


def _plurals(term: Term, found: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
    """Those of NGOs, where *found* are those of NGO; in capitals it would be another acronym."""
    last = term.text.rpartition(" ")[2]
    if term.case is not Case.AUTO or term.slop or not _perhaps_capitals.match(last):
        return ()
    if not (last.isascii() and last.isalpha() and last.isupper()) or last.endswith("S"):
        return ()
    (single,) = found
    tests = (*single.tests[:-1], (single.size - 1, Letters.AS_WRITTEN, f"{last}s"))
    return (single._replace(needle=f"{single.needle[:-1]}s ", tests=tests),)


def _literal_patterns(term: Term, forms: Collection[str]) -> tuple[Pattern, ...]:
    if term.case is Case.AUTO and not (term.slop or term.exact) and _is_plain(term.text):
        return _plain_patterns(term.text, forms)
    tokens = tokenise(term.text)
    tests = tuple(_tests(term, tokens))
    lasts = _last_words(term, tokens, forms)
    if term.slop and len(tokens.words) > 1:
        links = (*(Link(frozenset((word,))) for word in tokens.words[1:-1]), Link(lasts))
        return (Pattern(f" {tokens.words[0]} ", tests=tests, links=links, slop=term.slop),)
    phrases = ((*tokens.words[:-1], last) for last in sorted(lasts))
    return tuple(pattern for phrase in phrases for pattern in phrase_patterns(phrase, tests))


_perhaps_capitals = re.compile("[A-Z][A-Z0-9]|[0-9][A-Z]")  # every acronym has one of these


def _is_plain(text: str) -> bool:
    """Whether *text* is English letters and digits with single spaces: the quick way will do."""
    return text.isascii() and text.replace(" ", "").isalnum() and "  " not in text


def _plain_patterns(text: str, forms: Collection[str]) -> tuple[Pattern, ...]:
    """The patterns of a plain *text*, as the long way would find them."""
    tests: tuple[Test, ...] = ()
    if _perhaps_capitals.search(text):
        numbered = enumerate(text.split())
        tests = tuple((n, Letters.CAPITALS, word) for n, word in numbered if _in_capitals(word))
    head, _, last = f" {text.lower()}".rpartition(" ")
    size = text.count(" ") + 1
    if not forms:
        return (Pattern(f"{head} {last} ", size, tests),)
    lasts = {last, *(" ".join(words(form)) for form in forms if form != last)} - {""}
    return tuple(Pattern(f"{head} {form} ", size, tests) for form in sorted(lasts))


def phrase_patterns(phrase: tuple[str, ...], tests: tuple[Test, ...]) -> Iterator[Pattern]:
    """The patterns that find the folded words of *phrase*."""
    needle = f"{' '.join(phrase)} "
    if not takes_prefixes(needle):
        yield Pattern(f" {needle}", size=len(phrase), tests=tests)
        return
    yield Pattern(needle, size=len(phrase), tests=tests, glued=True)
    if needle.startswith("ال") and len(phrase[0]) > 3:  # بال… keeps the article, لل… swallows its ا
        yield Pattern(f"لل{needle[2:]}", size=len(phrase), tests=tests, glued=True)


def _last_words(term: Term, tokens: Tokens, forms: Collection[str]) -> frozenset[str]:
    """What the last word of *term* stands for."""
    last = tokens.words[-1]
    if not (term.forms and _last_inflected(term)):
        return frozenset((last,))
    known = (" ".join(words(form)) for form in forms)
    surface = term.text[tokens.starts[-1] : tokens.ends[-1]]
    cases = case_forms(surface) if surface[:1].isupper() else frozenset[str]()
    return frozenset({last, *(form for form in known if form), *cases})


def _tests(term: Term, tokens: Tokens) -> Iterator[Test]:
    for number, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
        surface = exact(term.text[start:end])
        if term.exact:
            yield number, Letters.EXACT, surface
        elif term.case is Case.EXACT and surface.lower() != surface.upper():
            yield number, Letters.AS_WRITTEN, surface
        elif _is_acronym(term, tokens, number):
            yield number, Letters.CAPITALS, surface


def _is_acronym(term: Term, tokens: Tokens, number: int) -> bool:
    return term.case is Case.AUTO and is_acronym(
        term.text, tokens.starts[number], tokens.ends[number]
    )


def is_acronym(text: str, start: int, end: int) -> bool:
    """Whether the word at *start* to *end* is in capitals, by itself or in what it is part of."""
    word = text[start:end]
    low = max(text.rfind(" ", 0, start) + 1, 0)
    high = text.find(" ", end)
    whole = text[low : high if high >= 0 else len(text)]
    return any(map(str.isalpha, word)) and (_in_capitals(word) or _in_capitals(whole))


def _in_capitals(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) >= 2


# --- wildcards -------------------------------------------------------------------------------

_piece = re.compile(r"(?:[^\W_]|['’.*?\u0300-\u036f\u0900-\u0dff])+")


def _wild_pattern(term: Term) -> Pattern:
    """Wildcards stand for letters within one word."""
    parts = [part for piece in _piece.findall(term.text) for part in _wild_parts(piece)]
    size = 1
    while size < len(parts) and not term.slop and isinstance(parts[size - 1], str):
        size += 1
    head = parts[:size]
    links = tuple(
        Link(frozenset((part,))) if isinstance(part, str) else Link(wild=part[1])
        for part in parts[size:]
    )
    last = head[-1]
    literal = [part for part in head[:-1] if isinstance(part, str)]
    if isinstance(last, str):
        return Pattern(f" {' '.join((*literal, last))} ", size=size, links=links, slop=term.slop)
    needle = f" {' '.join((*literal, last[0]))}"
    return Pattern(needle, size=size, wild=last[1], links=links, slop=term.slop)


def _wild_parts(piece: str) -> list[str | tuple[str, re.Pattern[str]]]:
    """The words of *piece*: plain, or the letters before its first wildcard and its expression."""
    if not re.search(r"\w[*?]", piece):
        return list(words(piece))
    folded = ["".join(words(part)) for part in re.split(r"[*?]", piece.rstrip("?."))]
    signs = re.findall(r"[*?]", piece.rstrip("?."))
    expression = "".join(
        re.escape(letters) + (".*" if sign == "*" else "." if sign else "")
        for letters, sign in zip(folded, [*signs, ""], strict=True)
    )
    return [(folded[0], re.compile(expression, re.DOTALL))]
