"""Where an entity is spoken of: names, short names and roles, and what speaks against them."""

import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tocsin.core.rules.names import folded_words, name_patterns
from tocsin.core.rules.patterns import Pattern, inflected_words, patterns_of
from tocsin.core.rules.searched import Place, Searched
from tocsin.core.rules.terms import word_term
from tocsin.core.rules.tree import Entity, Term
from tocsin.core.text.names import NO_GIVEN_NAME, is_title

_COMMON_LETTERS = str.maketrans({"w": "v", "y": "i", "j": "i", "k": "c", "z": "s"})


@dataclass(frozen=True, slots=True)
class EntityPatterns:
    """An entity, ready to be found.

    *given* are the words of its full names, *own* all that may stand before its surname.
    """

    entity: Entity
    names: tuple[Pattern, ...]
    short: tuple[Pattern, ...]
    short_always: bool
    roles: tuple[Pattern, ...]
    context: tuple[Pattern, ...]
    not_part_of: tuple[Pattern, ...]
    given: frozenset[str]
    own: frozenset[str]

    @property
    def telling(self) -> tuple[Pattern, ...]:
        """The patterns of which one must stand in an article that speaks of the entity."""
        always = self.short if self.short_always else ()
        return (*self.names, *always, *(self.roles if self.entity.roles_always else ()))

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """All that is to be searched for."""
        return (*self.names, *self.short, *self.roles, *self.context, *self.not_part_of)


def context_terms(entity: Entity) -> tuple[Term, ...]:
    """The terms of *entity* that stand for all their forms."""
    return tuple(word_term(text) for text in (*entity.context, *entity.not_part_of))


def entity_patterns(
    entity: Entity,
    known: Mapping[str, Collection[str]],
    ordinary: Collection[str],
    languages: Collection[str],
) -> EntityPatterns:
    """What to search for *entity*, with the *known* forms of its `context_terms`; *ordinary* are
    words of the dictionary, casefolded; names are declined as in *languages*."""
    always = entity.short_always
    if always is None:
        everyday = NO_GIVEN_NAME.union(ordinary)
        always = not any(short.casefold() in everyday for short in entity.short)
    context, not_part_of = (
        tuple(
            pattern for term in terms for pattern in patterns_of(term, inflected_words(term), known)
        )
        for terms in (map(word_term, entity.context), map(word_term, entity.not_part_of))
    )
    return EntityPatterns(
        entity=entity,
        names=name_patterns(entity, (entity.name, *entity.aliases), languages),
        short=name_patterns(entity, entity.short, languages),
        short_always=always,
        roles=name_patterns(entity, entity.roles, languages),
        context=context,
        not_part_of=not_part_of,
        given=_given_names(entity, languages),
        own=_own_words(entity, languages),
    )


def _given_names(entity: Entity, languages: Collection[str]) -> frozenset[str]:
    """The words of the names of *entity* that have more than one."""
    full = [name for name in (entity.name, *entity.aliases) if len(name.split()) > 1]
    return frozenset(word for name in full for word in folded_words(name, languages))


def _own_words(entity: Entity, languages: Collection[str]) -> frozenset[str]:
    """The given names and titles of *entity*, also with the letters that spellings mix up."""
    given = _given_names(entity, languages)
    own = given.union(*(folded_words(role, languages) for role in entity.roles))
    return frozenset(own | {_spelt(word) for word in own} | {word[0] for word in given})


def _spelt(word: str) -> str:
    return word.translate(_COMMON_LETTERS)


# --- in an article ---------------------------------------------------------------------------


def entity_places(
    patterns: EntityPatterns, searched: Searched, *, boilerplate: bool
) -> list[Place]:
    """Where the article speaks of the entity, ascending, no two overlapping."""

    def places(of: Iterable[Pattern]) -> list[Place]:
        return searched.places(of, boilerplate=boilerplate)

    cancelled = searched.places(patterns.not_part_of, boilerplate=True)
    taken = {number for each in cancelled for number in range(each.first, each.last + 1)}
    stands = _Stands(patterns, searched, taken, sorted(places(patterns.context)))
    names = [place for place in places(patterns.names) if stands(place)]
    short = [place for place in places(patterns.short) if stands(place)]
    if not names and not patterns.short_always:
        short = []
    roles = [place for place in places(patterns.roles) if stands(place)]
    if not names and not short and not patterns.entity.roles_always:
        roles = []
    return apart([*names, *short, *roles])


@dataclass(frozen=True, slots=True)
class _Stands:
    """Whether a place that bears a name of the entity speaks of it.

    *taken* are the words of phrases that cancel a hit, *context* ascending.
    """

    patterns: EntityPatterns
    searched: Searched
    taken: set[int]
    context: list[Place]

    def __call__(self, place: Place) -> bool:
        if not self.taken.isdisjoint(range(place.first, place.last + 1)):
            return False
        return self._in_context(place) and not self._is_another_person(place)

    def _in_context(self, place: Place) -> bool:
        within = self.patterns.entity.context_within
        if not self.patterns.entity.context:
            return True
        if within is None:
            return bool(self.context)
        behind = bisect_left(self.context, place)
        around = self.context[max(0, behind - 1) : behind + 1]
        return any(words_between(place, other) <= within for other in around)

    def _is_another_person(self, place: Place) -> bool:
        """Whether a given name that is not the entity's stands before its surname."""
        before = place.first - 1
        if self.patterns.entity.type != "person" or place.last > place.first or before < 0:
            return False
        searched = self.searched
        between = searched.gap(place.first)
        initial = len(searched.words[before]) == 1 and between.startswith(".")
        if not between or between.strip(" .\u00a0" if initial else " \u00a0"):
            return False  # a sign between: a possessive, a comma, a hyphen
        if searched.sentence(before) != searched.sentence(place.first):
            return False
        if searched.field(before) == "title" and searched.title_is_capitalised:
            return False
        return not self._is_middle_name(before) and self._is_given_name(before, initial=initial)

    def _is_middle_name(self, number: int) -> bool:
        """Whether the entity's given name stands right before word *number*: Vladimir I. Putin."""
        between = self.searched.gap(number)
        own_before = bool(between) and self.searched.words[number - 1] in self.patterns.given
        return own_before and not between.strip(" \u00a0")

    def _is_given_name(self, number: int, *, initial: bool) -> bool:
        """Whether word *number* is another's name; "A. Putin" is an *initial*, "A Putin" not."""
        word, surface = self.searched.words[number], self.searched.surface(number)
        own = self.patterns.own
        if word in own or _spelt(word) in own or (is_title(word) and not initial):
            return False
        if not surface[:1].isupper() or not any(_alike(word, other) for other in own):
            return False
        return len(surface.rstrip(".")) == 1 or not surface.isupper()


def _alike(word: str, other: str) -> bool:
    """Whether both are written in the same script.

    Where no full name of the entity is in a script, its given names there are not known, and
    nothing can be said of another's.
    """
    return _script(word[0]) == _script(other[0])


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def words_between(one: Place, other: Place) -> int:
    """How many words stand between two places; negative where they overlap."""
    return max(one.first, other.first) - min(one.last, other.last) - 1


def apart(places: Iterable[Place]) -> list[Place]:
    """As many of *places* as do not overlap, ascending; of two that begin together the longer."""
    kept: list[Place] = []
    for place in sorted(set(places), key=lambda place: (place.first, -place.last)):
        if not kept or place.first > kept[-1].last:
            kept.append(place)
    return kept
