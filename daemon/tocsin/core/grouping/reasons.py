"""Why articles belong together, in words that stand in both of them."""

from collections.abc import Mapping

from tocsin.core.grouping.sketch import Sketch
from tocsin.core.model import Placement, Shared

_MOST_SHOWN = 6


def shared_between(
    one: Sketch, other: Sketch, weights: Mapping[str, float], others: Mapping[str, float]
) -> Shared:
    """What the two have in common, the weightiest first, as it stands in the first of them."""
    common = sorted(weights.keys() & others.keys(), key=lambda term: -weights[term] * others[term])
    numbers = [one.shown[term] for term in common if term[0].isdigit()]
    names = [one.shown[t] for t in common if one.shown[t][0].isupper() and not t[0].isdigit()]
    terms = [one.shown[t] for t in common if not one.shown[t][0].isupper() and not t[0].isdigit()]
    return Shared(
        quotes=tuple(sorted(one.quotes & other.quotes, key=len, reverse=True)[:_MOST_SHOWN]),
        names=tuple(names[:_MOST_SHOWN]),
        numbers=tuple(numbers[:_MOST_SHOWN]),
        terms=tuple(terms[:_MOST_SHOWN]),
    )


def tell(reason: Placement | Shared) -> str:
    """Why together, on one line for people: quotes first, then names, figures and other words."""
    shared = reason.shared if isinstance(reason, Placement) else reason
    quoted = f'"{shared.quotes[0]}" quoted by both' if shared.quotes else ""
    words = ", ".join((shared.names + shared.numbers + shared.terms)[:_MOST_SHOWN])
    return "; ".join(part for part in (quoted, words) if part)
