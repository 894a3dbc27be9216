"""Fault 14: regular expressions that take an ordinary matcher years."""

import time

from core.rules.watching import article, watch
from faults.outcome import Outcome, Scale, below, count
from tocsin.core.errors import ConfigError
from tocsin.core.rules import Matcher
from tocsin.core.rules.regexes import spans

FAULT = "20 evil regular expressions as rules, on an article of 100 KB"

EVIL = (
    r"(a+)+$", r"(a|a)*$", r"(a|aa)+$", r"(.*a){20}", r"(a*)*b", r"([a-zA-Z]+)*$", r"(x+x+)+y",
    r"(a+){10}b", r"^(a+)+$", r"(\w+\s?)*!", r"(.+)+x", r"((a{1,20}){1,20})b", r"(a?){30}a{30}b",
    r"(\d+)*\.", r"(ab|a)*c", r"\s+$", r"(.*),(.*),(.*),(.*)z", r"(a.*)*q", r"(?:a|b|ab)*c",
    r"([^b]+)*b",
)  # fmt: skip
TEXT = ("a" * 60 + " " + "ab, xx yy 12.5! ") * 1300
MOST_MS = 10


async def run(scale: Scale) -> Outcome:
    slowest = max(_milliseconds(pattern) for pattern in EVIL)
    accepted = [matcher for pattern in EVIL if (matcher := _accepted(pattern))]
    for matcher in accepted:  # the whole way, which must end, too
        matcher.match(article(TEXT))
    return Outcome(
        figures=(
            count("patterns", len(EVIL)),
            count("refused in the configuration", len(EVIL) - len(accepted)),
            below("slowest search", slowest, MOST_MS, " ms"),
        )
    )


def _accepted(pattern: str) -> Matcher | None:
    try:
        return watch({"regex": pattern})
    except ConfigError:
        return None


def _milliseconds(pattern: str) -> float:
    """Of the processor's time, so that a busy machine counts for little; the best of three."""
    return min(_once(pattern) for _ in range(3)) * 1e3


def _once(pattern: str) -> float:
    started = time.process_time()
    for _ in spans(pattern, TEXT, ignore_case=False):
        pass
    return time.process_time() - started
