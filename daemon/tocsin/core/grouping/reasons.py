"""Why articles belong together, in words that stand in both of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from tocsin.core.grouping.row import Row
from tocsin.core.grouping.sketch import Keys, Word, spelled_words
from tocsin.core.model import Article, Placement, Shared

_MOST_NAMED = 8
_MOST_TOLD = 5
_MOST_QUOTED = 90


@dataclass(frozen=True, slots=True)
class Kept:
    """What the index keeps of an article's wording: no text, only keys."""

    keys: Keys
    names: Keys
    quotes: frozenset[int]


class Wording:
    """How an article spells what it shares with others."""

    def __init__(self, article: Article, row: Row, quotes: Mapping[int, str]) -> None:
        self._quotes = quotes
        self._weight = dict(zip(row.keys.tolist(), row.weights[0].tolist(), strict=True))
        self._spelled: dict[int, tuple[Word, str]] = {}
        for word, spelling in spelled_words(f"{article.title}\n{article.text}"):
            if not word.capital or word.key not in self._spelled:  # once small, it is no name
                self._spelled[word.key] = (word, spelling)

    def shared(self, other: Kept, gap: timedelta | None) -> Shared:
        """What it has in common with that other article, the weightiest first."""
        common = {key for key in other.keys.tolist() if self._weight.get(key, 0.0) > 0.0}
        names, figures, terms = self._by_kind(common, set(other.names.tolist()))
        quoted = sorted((self._quotes[key] for key in other.quotes if key in self._quotes), key=len)
        return Shared(
            quotes=tuple(reversed(quoted)),
            names=tuple(names[:_MOST_NAMED]),
            numbers=tuple(figures[:_MOST_NAMED]),
            terms=tuple(terms[:_MOST_NAMED]),
            hours_apart=None if gap is None else round(gap / timedelta(hours=1), 1),
        )

    def _by_kind(self, common: set[int], named: set[int]) -> tuple[list[str], list[str], list[str]]:
        ranked = sorted(common & self._spelled.keys(), key=self._weight.__getitem__, reverse=True)
        names, figures, terms = [], [], []
        for word, spelling in map(self._spelled.__getitem__, ranked):
            if word.figure:
                figures.append(spelling)
            elif word.capital and word.key in named:
                names.append(spelling)
            else:
                terms.append(spelling.casefold())
        return names, figures, terms


def tell(reason: Placement | Shared) -> str:
    """Why together, on one line for people: a quote first, then names, figures and other words."""
    shared = reason.shared if isinstance(reason, Placement) else reason
    quoted = f'"{_short(shared.quotes[0])}" quoted by both' if shared.quotes else ""
    words = (*shared.names[: _MOST_TOLD - 1], *shared.numbers[:2], *shared.terms)
    return "; ".join(part for part in (quoted, ", ".join(words[:_MOST_TOLD])) if part)


def _short(quote: str) -> str:
    return quote if len(quote) <= _MOST_QUOTED else quote[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"
