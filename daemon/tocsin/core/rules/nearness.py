"""Which places of several terms stand near one another."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence

from tocsin.core.rules.searched import Place, Searched
from tocsin.core.rules.tree import Near, Unit

Chain = tuple[Place, ...]  # one place of each term, in the order of the terms

_MOST_CHAINS = 4
_REMEMBERED = 8


def chains(near: Near, terms: Sequence[Sequence[Place]], searched: Searched) -> list[Chain]:
    """The first few ways to take one place of each term such that they are as *near* asks.

    Goes through all places once, from the front, and keeps for every set of terms the chains of
    them that end last: if these are too far away, so are all others.
    """
    ordered = sorted((place, term) for term, places in enumerate(terms) for place in places)
    whole = frozenset(range(len(terms)))
    unit = _unit_of(near, searched)
    open_chains: defaultdict[tuple[Hashable, frozenset[int]], deque[dict[int, Place]]]
    open_chains = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    found: list[Chain] = []
    for place, term in ordered:
        key = unit(place)
        grown = [({term: place}, frozenset((term,)))] if not near.in_order or term == 0 else []
        for wanted in [terms_ for unit_, terms_ in open_chains if unit_ == key]:
            if term in wanted or (near.in_order and len(wanted) != term):
                continue
            if chain := _reachable(open_chains[key, wanted], place, near):
                grown.append((chain | {term: place}, wanted | {term}))
        for chain, have in grown:
            if have == whole:
                found.append(tuple(chain[number] for number in range(len(terms))))
                if len(found) == _MOST_CHAINS:
                    return found
            else:
                open_chains[key, have].append(chain)
    return found


def _unit_of(near: Near, searched: Searched) -> Callable[[Place], Hashable]:
    """What places must have in common to be near at all."""
    if near.unit is Unit.SENTENCE:
        return lambda place: searched.sentence(place.first)
    if near.unit is Unit.PARAGRAPH:
        return lambda place: searched.paragraph(place.first)
    return lambda place: searched.field(place.first)


def _reachable(
    open_chains: "deque[dict[int, Place]]", place: Place, near: Near
) -> dict[int, Place] | None:
    """The chain that ends last before *place* and near enough to it."""
    for chain in reversed(open_chains):
        last = max(other.last for other in chain.values())
        if last < place.first:
            near_enough = near.unit is not Unit.WORDS or place.first - last - 1 <= near.words
            return chain if near_enough else None
    return None
