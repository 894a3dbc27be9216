"""The snippet of a match: a few words of the article in which every clause is to be seen."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from tocsin.core.model import Field, Snippet, Span
from tocsin.core.rules.evaluate import Clause
from tocsin.core.rules.searched import Place, Searched

_LENGTH = 300
_LONGEST_MARK = 120
_LEAST_ROOM = 40
_GAP = " … "

Sentence = tuple[Field, int]


def snippet(clauses: Sequence[Clause], searched: Searched) -> Snippet:
    """The sentence that shows most clauses, and one more for each clause that it lacks.

    About 300 characters; more only where the marks themselves need it.
    """
    wanted = [[shown.place for shown in clause] for clause in clauses if clause]
    chosen = _sentences(wanted, searched)
    if not chosen:
        return Snippet(text=searched.article.title[:_LENGTH])
    room = max(_LEAST_ROOM, (_LENGTH - len(_GAP) * (len(chosen) - 1)) // len(chosen))
    every = [place for places in wanted for place in places]
    text = ""
    marks: set[Span] = set()
    for sentence, needed in sorted(chosen.items(), key=lambda entry: min(entry[1])):
        field = sentence[0]
        spans = [searched.span(place) for place in every if searched.field(place.first) == field]
        source = searched.text(field)
        for low, high in _windows(sentence, [searched.span(p) for p in needed], searched, room):
            text += _GAP if text else ""
            marks |= {
                (len(text) + first - low, len(text) + min(last, high) - low)
                for first, last in spans
                if low <= first < high
            }
            text += source[low:high]
    return Snippet(text=text, marks=_merged(marks))


def _sentences(
    wanted: Sequence[Sequence[Place]], searched: Searched
) -> dict[Sentence, list[Place]]:
    """The sentences to show, each with the places that it is to show."""
    stands: defaultdict[Sentence, dict[int, Place]] = defaultdict(dict)
    for number, places in enumerate(wanted):
        for place in places:
            stands[searched.sentence(place.first)].setdefault(number, place)
    missing = set(range(len(wanted)))
    chosen: dict[Sentence, list[Place]] = {}
    while missing:
        best = max(
            stands, key=lambda sentence: (len(missing & stands[sentence].keys()), _rank(sentence))
        )
        shown = missing & stands[best].keys()
        chosen[best] = [stands[best][number] for number in sorted(shown)]
        missing -= shown
    return chosen


def _rank(sentence: Sentence) -> tuple[bool, int]:
    """Of two that show as much, the body's, since the title is read anyway, and the earlier."""
    return sentence[0] == "body", -sentence[1]


def _windows(
    sentence: Sentence, needed: list[Span], searched: Searched, room: int
) -> Sequence[Span]:
    """The parts of a *sentence* to show: all of it, or about *room* characters at the marks."""
    source = searched.text(sentence[0])
    start, end = searched.sentence_span(sentence)
    end = max(end, *(min(last, first + _LONGEST_MARK) for first, last in needed))
    if end - start <= room:
        return [(start, end)]
    around = room // len(needed)
    return _merged([_window(source, (start, end), mark, around) for mark in needed])


def _window(source: str, sentence: Span, mark: Span, room: int) -> Span:
    """*mark* and about *room* characters around it, cut between words."""
    first, last = mark[0], min(mark[1], mark[0] + _LONGEST_MARK)
    spare = max(0, room - (last - first)) // 2
    low, high = max(sentence[0], first - spare), min(sentence[1], last + spare)
    if low > sentence[0]:
        space = source.find(" ", low, first)
        low = space + 1 if space >= 0 else low
    if high < sentence[1]:
        space = source.rfind(" ", last, high)
        high = space if space >= 0 else high
    return low, high


def _merged(spans: Collection[Span]) -> tuple[Span, ...]:
    """*spans*, ascending, those that overlap or touch made one."""
    merged: list[Span] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)
