"""How fast rules match, beside a loop of ``in`` over the same terms and texts in the same run."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path

from simplemma.strategies import DefaultDictionaryFactory

from tocsin.core.model import Article
from tocsin.core.rules import Watchlist, compile_watchlist
from tocsin.core.rules.regexes import spans
from tocsin.core.rules.tree import And, Node, Or, Rule, Term

_SYLLABLES = (
    "ba ke lo mi ra su ta vo ne di pu ga fi zo wen tor mal kir das hul bri cho dre fal gon hei jor "
    "kas lem mur nak oro pel qua rin sol tav ulm vas wil xan yor zem"
)
_COMMON = (
    "the of to and a in that is was for on with as it be at by from this are said has have an were "
    "not which or but its their more will would new about after who had been one year two"
)
EVIL = (
    r"(a+)+$", r"(a|a)*$", r"(a|aa)+$", r"(.*a){20}", r"(a*)*b", r"([a-zA-Z]+)*$", r"(x+x+)+y",
    r"(a+){10}b", r"^(a+)+$", r"(\w+\s?)*!", r"(.+)+x", r"((a{1,20}){1,20})b", r"(a?){30}a{30}b",
    r"(\d+)*\.", r"(ab|a)*c", r"\s+$", r"(.*),(.*),(.*),(.*)z", r"(a.*)*q", r"(?:a|b|ab)*c",
    r"([^b]+)*b",
)  # fmt: skip


class NoForms:
    """The `Forms` port without a dictionary: every word alone."""

    def forms(
        self, words: Collection[str], languages: tuple[str, ...]
    ) -> Mapping[str, frozenset[str]]:
        """Each word for itself."""
        return {word: frozenset((word,)) for word in words}


def names(count: int, seed: int) -> list[str]:
    """*count* different invented names of one or two words, as watchlists hold them."""
    chance = random.Random(seed)
    syllables = _SYLLABLES.split()
    found: dict[str, None] = {}
    while len(found) < count:
        words = ("".join(chance.choices(syllables, k=chance.choice((3, 4)))) for _ in range(2))
        found[" ".join(list(words)[: chance.choice((1, 2))]).title()] = None
    return list(found)


def articles(count: int, terms: list[str], seed: int = 1) -> list[Article]:
    """*count* English-looking articles of 5 kB, each with three of *terms*.

    Half the words are the commonest of English, half are drawn from its dictionary.
    """
    chance = random.Random(seed)
    dictionary = [
        word for word in DefaultDictionaryFactory().get_dictionary("en") if word.isalpha()
    ]
    rare = chance.sample(dictionary, 8000)
    return [_article(chance, rare, chance.choices(terms, k=3)) for _ in range(count)]


def _article(chance: random.Random, rare: list[str], terms: list[str]) -> Article:
    common = _COMMON.split()
    words = [chance.choice(common if chance.random() < 0.5 else rare) for _ in range(850)]
    for term in terms:
        words[chance.randrange(len(words))] = term
    for place in range(0, len(words), 12):
        words[place] = f"{words[place].capitalize()}"
        words[place - 1] += chance.choice((".", ".", ",", "?", "’s"))
    text = " ".join(words)[:5000]
    when = datetime(2026, 1, 1, tzinfo=UTC)
    return Article(
        feed_id="f", outlet="o", url="", title=" ".join(words[:9]), text=text, first_seen=when
    )


def watchlist(terms: list[str], rules: int, *, also: Node | None = None) -> Watchlist:
    """A watchlist that asks for one of *terms* in each of so many *rules*, and for *also*."""
    parts = [terms[number::rules] for number in range(rules)]
    wanted = (Or(nodes=tuple(Term(text=text) for text in part)) for part in parts)
    made = (
        Rule(id=f"rule-{number}", match=And(nodes=(node, also)) if also else node)
        for number, node in enumerate(wanted)
    )
    return Watchlist(rules=tuple(made))


def _microseconds(work: Callable[[Article], object], read: list[Article]) -> float:
    """The CPU time of *work* for one article: the best of five rounds over all."""
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for article in read:
            work(article)
        rounds.append((time.process_time() - start) / len(read) * 1e6)
    return min(rounds)


def _by_hand(terms: list[str]) -> Callable[[Article], list[str]]:
    lower = [term.lower() for term in terms]

    def work(article: Article) -> list[str]:
        text = f"{article.title} {article.text}".lower()
        return [term for term in lower if term in text]

    return work


def match_rows() -> list[tuple[str, str, str]]:
    """µs an article, ours and the loop's.

    Most articles hold no word of any rule, or a few without satisfying one; those that match cost
    the evidence too.
    """
    rows = []
    for count in (10, 1000, 10_000, 100_000):
        terms = names(count, seed=count)
        read = articles(100, terms)
        elsewhere = articles(100, ["Elsewhere"] * 3)
        rules = max(1, count // 20)
        matcher = compile_watchlist(watchlist(terms, rules), NoForms())
        unheard_of = Term(text="zq", forms=False)  # so short that rules go by their other terms
        unmet = compile_watchlist(watchlist(terms, rules, also=unheard_of), NoForms())
        loop = _microseconds(_by_hand(terms), read[: max(2, 20_000 // count)])
        for what, match, texts in (
            ("no rule touched", matcher.match, elsewhere),
            ("three touched, none holds", unmet.match, read),
            ("three hold", matcher.match, read),
        ):
            ours = _microseconds(match, texts)
            against = f"{loop:,.0f} µs: {loop / ours:,.0f}×"
            rows.append((f"{count:,} terms, {what}", f"{ours:,.0f} µs", against))
    return rows


_BUILD = """
import time
from benchmarks.rules_speed import NoForms, names, watchlist
from tocsin.core.rules import compile_watchlist
made = watchlist(names(100_000, seed=1), 5_000)
def megabytes():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
before = megabytes()
start = time.process_time()
matcher = compile_watchlist(made, NoForms())
print(time.process_time() - start, megabytes() - before)
"""
_LOAD = """
import sys, time
from pathlib import Path
start = time.process_time()
from tocsin.config.document import read_document
from tocsin.core.rules import compile_watchlist, read_watchlist
from tocsin.forms import SimplemmaForms
imported = time.process_time()
node = read_document(Path(sys.argv[1]))
watchlist = read_watchlist(node, channels=None, feeds=None)
compile_watchlist(watchlist, SimplemmaForms(Path(sys.argv[2])))
print(time.process_time() - imported, imported - start)
"""


def _alone(program: str, *arguments: str) -> list[float]:
    """The numbers that *program* prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True
    )
    return [float(number) for number in done.stdout.split()]


def build_rows() -> list[tuple[str, str, str]]:
    """Time and memory to make 100,000 terms ready."""
    seconds, megabytes = _alone(_BUILD)
    return [("100,000 terms made ready", f"{seconds:.2f} s", f"{megabytes:.0f} MB")]


def load_rows() -> list[tuple[str, str, str]]:
    """Time to load a watchlist of 500 English rules, without and with its cache."""
    chance = random.Random(5)
    dictionary = DefaultDictionaryFactory().get_dictionary("en")
    verbs = sorted(
        {
            lemma
            for lemma in dictionary.values()
            if lemma.isalpha() and lemma.islower() and len(lemma) > 3
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "watchlist.yaml"
        rules = (
            f"  - id: rule-{number}\n    match:\n      all:\n"
            f"        - any: [{', '.join(map(repr, chance.sample(verbs, 6)))}]\n"
            f"        - query: '{chance.choice(verbs)} OR \"{chance.choice(verbs)} talks\"'\n"
            for number in range(500)
        )
        path.write_text("rules:\n" + "".join(rules), encoding="utf-8")
        cold, warm = (_alone(_LOAD, str(path), folder) for _ in range(2))
    return [
        (
            "500 rules loaded, dictionary read",
            f"{cold[0]:.2f} s",
            f"and {cold[1]:.2f} s of imports",
        ),
        ("500 rules loaded from the cache", f"{warm[0]:.2f} s", f"and {warm[1]:.2f} s of imports"),
    ]


def regex_rows() -> list[tuple[str, str, str]]:
    """The slowest of twenty evil patterns on 100 KB."""
    text = ("a" * 60 + " " + "ab, xx yy 12.5! ") * 1300
    times = []
    for pattern in EVIL:
        start = time.process_time()
        found = sum(1 for _ in spans(pattern, text, ignore_case=False))
        times.append(((time.process_time() - start) * 1e3, pattern, found))
    slowest = max(times)
    return [
        (
            f"{len(EVIL)} evil patterns on {len(text) // 1000} KB, the slowest",
            f"{slowest[0]:.1f} ms",
            slowest[1],
        )
    ]


def table() -> str:
    """All rows, as plain text."""
    rows = [*match_rows(), *build_rows(), *load_rows(), *regex_rows()]
    width = max(len(name) for name, _, _ in rows)
    return "\n".join(f"{name:<{width}}  {ours:>10}  {other}" for name, ours, other in rows)
