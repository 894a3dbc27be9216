"""The matcher: which rules of a watchlist an article satisfies, and why."""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable

from tocsin.core.model import Article, Match
from tocsin.core.ports import Forms
from tocsin.core.rules.compile import Compiled, compile_patterns
from tocsin.core.rules.evaluate import Evaluation
from tocsin.core.rules.evidence import hits, relevance
from tocsin.core.rules.explain import Explanation, explain
from tocsin.core.rules.known import in_scope
from tocsin.core.rules.labels import label
from tocsin.core.rules.lints import lint_words
from tocsin.core.rules.printing import print_entity, print_rule
from tocsin.core.rules.searched import Found, Searched
from tocsin.core.rules.snippets import snippet
from tocsin.core.rules.tree import And, EntityRef, Node, Not, Rule, Watchlist, nodes_below
from tocsin.core.text.words import Words

Located = tuple[int, int, int]  # a needle's number, where it begins and ends in joined words


def compile_watchlist(watchlist: Watchlist, forms: Forms) -> "Matcher":
    """A matcher for *watchlist*; word forms are looked up now and never again."""
    collecting = gc.isenabled()
    gc.disable()  # a large watchlist is a million values, none of them garbage: a fifth of the time
    try:
        return Matcher(watchlist, compile_patterns(watchlist, forms))
    finally:
        if collecting:
            gc.enable()


class Matcher:
    """Matches articles against a watchlist.  Safe to share between threads."""

    def __init__(self, watchlist: Watchlist, compiled: Compiled) -> None:
        self.watchlist = watchlist
        self._compiled = compiled
        self.warnings = (*watchlist.warnings, *lint_words(watchlist, compiled.ordinary))
        self._hashes: dict[str, str] = {}

    def match(self, article: Article) -> tuple[Match, ...]:
        """The rules that *article* satisfies, in the order of the watchlist."""
        words = Words(article.title, article.text)
        hits = self._hits(words)
        rules = self._candidates({number for number, _, _ in hits})
        if not rules:
            return ()
        searched = Searched(article, words, self._found(hits))
        ways = {
            boilerplate: Evaluation(self._compiled, searched, boilerplate=boilerplate)
            for boilerplate in (False, True)
        }
        matches = (
            self._match(rule, ways[rule.boilerplate], searched)
            for rule in map(self.watchlist.rules.__getitem__, rules)
            if ways[False].may_hold(rule.match) and in_scope(rule.scope, article)
        )
        return tuple(match for match in matches if match is not None)

    def explain(self, article: Article, rule_id: str) -> Explanation:
        """Why the rule *rule_id* holds for *article*, or not.

        Raises:
            KeyError: There is no such rule.
        """
        rule = {rule.id: rule for rule in self.watchlist.rules}[rule_id]
        words = Words(article.title, article.text)
        searched = Searched(article, words, self._found(self._hits(words)))
        allowed = rule.enabled and in_scope(rule.scope, article)
        return explain(rule, self._compiled, searched, in_scope=allowed)

    def _hits(self, words: Words) -> list[Located]:
        return self._compiled.automaton.find_matches_as_indexes(words.joined, overlapping=True)

    def _candidates(self, needles: Collection[int]) -> list[int]:
        """The rules that may hold, given which needles stand in the article."""
        known = self._compiled.candidates
        found = {rule for number in needles for rule in known[number]}
        return sorted(found.union(self._compiled.always))

    def _found(self, hits: Iterable[Located]) -> Found:
        places: defaultdict[int, list[int]] = defaultdict(list)
        for number, start, _ in hits:
            places[number].append(start)
        needles, touches = self._compiled.needles, self._compiled.touches
        touched = {node for number in places for node in touches[number]}
        return Found({needles[number]: starts for number, starts in places.items()}, touched)

    def _hash(self, rule: Rule) -> str:
        """`rule_hash`, worked out once a rule and only for those that match."""
        if rule.id not in self._hashes:
            self._hashes[rule.id] = rule_hash(rule, self.watchlist)
        return self._hashes[rule.id]

    def _match(self, rule: Rule, evaluation: Evaluation, searched: Searched) -> Match | None:
        clauses = evaluation.clauses(rule.match)
        if clauses is None:
            return None
        score = relevance(clauses, searched)
        return Match(
            rule_id=rule.id,
            rule_name=rule.name or rule.id,
            rule_hash=self._hash(rule),
            severity=rule.severity,
            relevance=score,
            hits=hits(clauses, searched),
            snippet=snippet(clauses, searched),
            absent=tuple(exclusions(rule.match)),
            masked=() if rule.boilerplate else tuple(("body", span) for span in searched.masked),
            notify=rule.channels_for(score),
        )


def exclusions(node: Node) -> Iterable[str]:
    """What a rule says must not stand in the article, at its top level."""
    if isinstance(node, Not):
        yield label(node.node)
    elif isinstance(node, And):
        for child in node.nodes:
            yield from exclusions(child)


def rule_hash(rule: Rule, watchlist: Watchlist) -> str:
    """A name for the exact wording of *rule*, of the entities that it names and the languages."""
    named = {node.id for node in nodes_below(rule.match) if isinstance(node, EntityRef)}
    wording = [print_rule(rule), *watchlist.languages]
    wording += [print_entity(watchlist.entities[name]) for name in sorted(named)]
    return hashlib.sha256("\0".join(wording).encode()).hexdigest()[:12]
