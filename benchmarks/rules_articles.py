"""Watchlists and articles to time matching with: invented names, and texts that hold some of them.

Half the rules ask for one of their names, half for a word beside it.  So an article may touch no
rule, touch rules that do not hold, or satisfy some.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from simplemma.strategies import DefaultDictionaryFactory

from tocsin.core.model import Article
from tocsin.core.rules import Watchlist
from tocsin.core.rules.tree import And, Or, Rule, Term

LENGTH = 5000
KINDS = (("no rule touched", 80), ("touched, none holds", 12), ("one holds", 6), ("three hold", 2))
"""What a day's articles are to a large watchlist: most are on something else."""

_SYLLABLES = (
    "ba ke lo mi ra su ta vo ne di pu ga fi zo wen tor mal kir das hul bri cho dre fal gon hei jor "
    "kas lem mur nak oro pel qua rin sol tav ulm vas wil xan yor zem"
)
_COMMON = (
    "the of to and a in that is was for on with as it be at by from this are said has have an were "
    "not which or but its their more will would new about after who had been one year two"
)


@dataclass(frozen=True, slots=True)
class Watched:
    """*names*, those of each rule, in the order of the *watchlist*'s rules."""

    names: Sequence[Sequence[str]]
    watchlist: Watchlist


def names(count: int, seed: int) -> list[str]:
    """*count* different invented names of one or two words, as watchlists hold them."""
    chance = random.Random(seed)
    syllables = _SYLLABLES.split()
    found: dict[str, None] = {}
    while len(found) < count:
        words = ["".join(chance.choices(syllables, k=chance.choice((3, 4)))) for _ in range(2)]
        found[" ".join(words[: chance.choice((1, 2))]).title()] = None
    return list(found)


def watched(terms: Sequence[str], rules: int) -> Watched:
    """A watchlist of so many *rules* that share *terms* out; every other rule asks for more."""
    parts = [terms[number::rules] for number in range(rules)]
    beside = Or(nodes=tuple(Term(text=text) for text in names(8, seed=0)))  # in no article
    made = []
    for number, part in enumerate(parts):
        either = Or(nodes=tuple(Term(text=text) for text in part))
        match = And(nodes=(either, beside)) if number % 2 else either
        made.append(Rule(id=f"rule-{number}", match=match))
    return Watched(names=parts, watchlist=Watchlist(rules=tuple(made)))


# --- articles --------------------------------------------------------------------------------


def invented(count: int) -> list[Article]:
    """English-looking articles: half their words are the commonest of English, half from its
    dictionary, with paragraphs, quotations, figures and names with an accent."""
    chance = random.Random(1)
    dictionary = DefaultDictionaryFactory().get_dictionary("en")
    rare = chance.sample([word for word in dictionary if word.isalpha()], 8000)
    return [_invented(chance, rare) for _ in range(count)]


def _invented(chance: random.Random, rare: list[str]) -> Article:
    common = _COMMON.split()
    marks = (".", ".", ".", ",", "?", "’s", ".”\n“", ".\n", ".\n", " – 1.5%", " Müller,", " U.S.")
    words = [chance.choice(common if chance.random() < 0.5 else rare) for _ in range(1000)]
    for place in range(0, len(words), 12):
        words[place] = words[place].capitalize()
        words[place - 1] += chance.choice(marks)
    return article(" ".join(words[:9]), " ".join(words))


def joined(rows: Iterable[tuple[str, str]]) -> Iterator[Article]:
    """Articles of the full length out of the titles and texts of shorter ones, in their order."""
    first, body = "", ""
    for title, text in rows:
        first = first or title
        body += f"{text}\n"
        if len(body) >= LENGTH:
            yield article(first, body)
            first, body = "", ""


def article(title: str, text: str) -> Article:
    """An article of *title* and as much of *text* as is timed."""
    when = datetime(2026, 1, 1, tzinfo=UTC)
    return Article(
        feed_id="f", outlet="o", url="", title=title, text=text[:LENGTH], first_seen=when
    )


def of_kind(kind: str, read: Sequence[Article], told: Watched) -> list[Article]:
    """The articles *read*, each with names of rules put in such that it is of *kind*."""
    chance = random.Random(kind)
    rules = len(told.names)
    asking, plain = range(1, rules, 2) or range(rules), range(0, rules, 2)
    count = {"no rule touched": 0, "one holds": 1}.get(kind, 3)
    numbers = asking if kind == "touched, none holds" else plain
    return [
        _with(
            each, chance, [chance.choice(told.names[chance.choice(numbers)]) for _ in range(count)]
        )
        for each in read
    ]


def _with(read: Article, chance: random.Random, found: list[str]) -> Article:
    paragraphs = read.text.split("\n")
    for name in found:
        words = paragraphs[place := chance.randrange(len(paragraphs))].split(" ")
        words.insert(chance.randrange(len(words) + 1), name)
        paragraphs[place] = " ".join(words)
    return replace(read, text="\n".join(paragraphs))
