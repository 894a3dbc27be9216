"""How fast rules match, beside a loop of ``in`` over the same terms and texts in the same run.

Each article is timed by itself, best of five, on the process's own CPU clock; the table says the
median and the 95th percentile, for each kind of article and for the mix of `KINDS`.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from simplemma.strategies import DefaultDictionaryFactory

from benchmarks.corpus import read
from benchmarks.rules_articles import KINDS, invented, joined, names, of_kind, watched
from tocsin.core.model import Article
from tocsin.core.rules import compile_watchlist
from tocsin.core.rules.regexes import spans

Row = tuple[str, str, str]

_ARTICLES, _ROUNDS = 100, 5
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


def texts(corpora: Sequence[Path]) -> list[Article]:
    """A hundred articles of 5 kB: of the corpora, else invented."""
    rows = ((row["title"] or "", row["text"] or "") for path in corpora for row in read(path))
    return list(joined(rows))[:_ARTICLES] if corpora else invented(_ARTICLES)


def _microseconds(work: Callable[[Article], object], articles: Sequence[Article]) -> list[float]:
    """The CPU time of *work* for each article."""
    rounds = []
    for _ in range(_ROUNDS):
        times = []
        for article in articles:
            start = time.process_time_ns()
            work(article)
            times.append((time.process_time_ns() - start) / 1000)
        rounds.append(times)
    return [min(times) for times in zip(*rounds, strict=True)]


def _by_hand(terms: list[str]) -> Callable[[Article], list[str]]:
    lower = [term.lower() for term in terms]

    def work(article: Article) -> list[str]:
        text = f"{article.title} {article.text}".lower()
        return [term for term in lower if term in text]

    return work


def match_rows(articles: Sequence[Article]) -> list[Row]:
    """µs an article, ours and the loop's, for watchlists of several sizes."""
    rows = []
    for count in (10, 1000, 10_000, 100_000):
        terms = names(count, seed=count)
        told = watched(terms, max(2, count // 20))
        matcher = compile_watchlist(told.watchlist, NoForms())
        few = articles[: max(2, 20_000 // count)]
        loop = statistics.median(_microseconds(_by_hand(terms), few))
        mix: list[float] = []
        for kind, share in KINDS:
            ours = _microseconds(matcher.match, of_kind(kind, articles, told))
            mix += random.Random(kind).choices(ours, k=share * 10)
            rows.append(_match_row(f"{count:,} terms, {kind}", ours, loop))
        rows.append(_match_row(f"{count:,} terms, the mix", mix, loop))
    return rows


def _match_row(name: str, ours: list[float], loop: float) -> Row:
    p50, p95 = statistics.median(ours), statistics.quantiles(ours, n=20)[-1]
    against = f"p95 {p95:,.0f} µs; in: {loop:,.0f} µs, {loop / p50:,.0f}× and {loop / p95:,.0f}×"
    return name, f"{p50:,.0f} µs", against


_BUILD = """
import time
from benchmarks.rules_articles import names, watched
from benchmarks.rules_speed import NoForms
from tocsin.core.rules import compile_watchlist
made = watched(names(100_000, seed=1), 5_000).watchlist
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


def build_rows() -> list[Row]:
    """Time and memory to make 100,000 terms ready."""
    seconds, megabytes = _alone(_BUILD)
    return [("100,000 terms made ready", f"{seconds:.2f} s", f"{megabytes:.0f} MB")]


def load_rows() -> list[Row]:
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


def regex_rows() -> list[Row]:
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


def table(corpora: Sequence[Path] = ()) -> str:
    """All rows, as plain text; the articles are those of *corpora*, else invented."""
    articles = texts(corpora)
    rows = [*match_rows(articles), *build_rows(), *load_rows(), *regex_rows()]
    width = max(len(name) for name, _, _ in rows)
    size = statistics.mean(len(article.text) for article in articles)
    ascii_only = sum(article.text.isascii() for article in articles)
    origin = " ".join(path.name for path in corpora) or "invented"
    shares = ", ".join(f"{share} % {kind}" for kind, share in KINDS)
    return "\n".join(
        [
            f"{len(articles)} articles ({origin}), {size:,.0f} characters, {ascii_only} in ASCII",
            f"the mix: {shares}",
            *(f"{name:<{width}}  {ours:>10}  {other}" for name, ours, other in rows),
        ]
    )
