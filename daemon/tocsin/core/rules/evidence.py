"""What a match is told by: where its clauses stand, and how much the article is about them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tocsin.core.model import Field, Hit, Span
from tocsin.core.rules.entities import apart, words_between
from tocsin.core.rules.evaluate import Clause
from tocsin.core.rules.searched import Place, Searched

_TITLE, _LEAD, _BODY = 1.0, 0.6, 0.3
_REPEAT, _MOST_REPEATS = 0.1, 3
_CLOSE, _CLOSE_WORDS = 0.15, 10
_NEARBY, _NEARBY_WORDS = 0.08, 30


def hits(clauses: Iterable[Clause], searched: Searched) -> tuple[Hit, ...]:
    """Every clause with where it stands, in the order of the text."""
    found: defaultdict[tuple[str, str, Field, int], set[Span]] = defaultdict(set)
    order: dict[tuple[str, str, Field, int], int] = {}
    for shown in (shown for clause in clauses for shown in clause):
        field, paragraph = searched.paragraph(shown.place.first)
        key = (shown.clause, shown.place.via, field, paragraph)
        found[key].add(searched.span(shown.place))
        order.setdefault(key, shown.place.first)
    return tuple(
        Hit(clause=key[0], via=key[1], field=key[2], paragraph=key[3], spans=tuple(sorted(spans)))
        for key, spans in sorted(found.items(), key=lambda entry: order[entry[0]])
    )


# --- relevance -------------------------------------------------------------------------------


def relevance(clauses: Sequence[Clause], searched: Searched) -> int:
    """How much the article is about the rule, 0 to 100: where its clauses stand and how close.

    Half the weakest clause, half the mean of all, and more where two stand together.
    """
    weights = [_weight(clause, searched) for clause in clauses if clause]
    if not weights:
        return round(100 * _BODY)
    score = (min(weights) + sum(weights) / len(weights)) / 2 + _togetherness(clauses, searched)
    return round(100 * min(1.0, score))


def _weight(clause: Clause, searched: Searched) -> float:
    places = apart(shown.place for shown in clause)
    best = max(_field_weight(place, searched) for place in places)
    return best + _REPEAT * min(_MOST_REPEATS, len(places) - 1)


def _field_weight(place: Place, searched: Searched) -> float:
    if searched.in_field(place, "title"):
        return _TITLE
    return _LEAD if searched.in_field(place, "lead") else _BODY


def _togetherness(clauses: Sequence[Clause], searched: Searched) -> float:
    """The bonus for the two places of different clauses that stand closest."""
    ordered = sorted((shown.place, number) for number, c in enumerate(clauses) for shown in c)
    gaps = [
        words_between(one, other)
        for (one, number), (other, another) in pairwise(ordered)
        if number != another and searched.field(one.first) == searched.field(other.first)
    ]
    closest = min(gaps, default=_NEARBY_WORDS + 1)
    if closest <= _CLOSE_WORDS:
        return _CLOSE
    return _NEARBY if closest <= _NEARBY_WORDS else 0.0
