"""Why articles belong together, in words that stand in both of them."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt

from tocsin.core.grouping.row import Row
from tocsin.core.grouping.sketch import Sketch
from tocsin.core.model import Placement, Shared

_MOST_NAMED = 8
_MOST_TOLD = 5
_MOST_QUOTED = 90
_NAME, _FIGURE = 2, 3  # of a row's kinds


@dataclass(frozen=True, slots=True)
class Kept:
    """What the index keeps of an article's wording: no text, only keys, and 0, which is none.

    *names* says of each of *words* how much it tells as a name.
    """

    words: list[int]
    names: npt.NDArray[np.uint8]
    full_names: list[int]
    quotes: list[int]


def shared_with(other: Kept, drawn: Sketch, row: Row, gap: timedelta | None) -> Shared:
    """What an article has in common with that *other* one, as it spells it, weightiest first."""
    full = _full_names(drawn, other)
    names, figures, terms = [], [], []
    both = set(other.words)
    for slot, key in zip(row.leading.tolist(), row.keys[row.leading].tolist(), strict=True):
        if key not in both:
            continue
        spelling = drawn.words[drawn.places.item(row.places.item(slot))]
        if row.weights.item(slot, _FIGURE) > 0:
            figures.append(spelling)
        elif row.weights.item(slot, _NAME) > 0 and other.names[other.words.index(key)]:
            names.append(full.get(spelling, spelling))
        else:
            terms.append(spelling.casefold())
    quoted = [quote for key, quote in drawn.quotes.items() if key in other.quotes]
    return Shared(
        quotes=tuple(sorted(quoted, key=len, reverse=True)),
        names=tuple(dict.fromkeys(names))[:_MOST_NAMED],
        numbers=tuple(figures[:_MOST_NAMED]),
        terms=tuple(terms[:_MOST_NAMED]),
        hours_apart=None if gap is None else round(gap / timedelta(hours=1), 1),
    )


def _full_names(drawn: Sketch, other: Kept) -> dict[str, str]:
    """The names of several words that both articles have, by each of their words."""
    both = drawn.full_names.keys() & other.full_names
    runs: list[list[str]] = []
    last = None
    for at in sorted(drawn.full_names[pair] for pair in both):
        if at - 1 == last:
            runs[-1].append(drawn.words[at + 1])
        else:
            runs.append(drawn.words[at : at + 2])
        last = at
    return {word: " ".join(run) for run in reversed(runs) for word in run}


def tell(reason: Placement | Shared) -> str:
    """Why together, on one line for people: a quote first, then names, figures and other words."""
    shared = reason.shared if isinstance(reason, Placement) else reason
    quoted = f'"{_short(shared.quotes[0])}" quoted by both' if shared.quotes else ""
    words = (*shared.names[: _MOST_TOLD - 1], *shared.numbers[:2], *shared.terms)
    return "; ".join(part for part in (quoted, ", ".join(words[:_MOST_TOLD])) if part)


def _short(quote: str) -> str:
    return quote if len(quote) <= _MOST_QUOTED else quote[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"
