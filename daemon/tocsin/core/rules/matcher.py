"""The matcher: which rules of a watchlist an article satisfies, and why."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable

from tocsin.core.model import Article, Match
from tocsin.core.ports import Forms
from tocsin.core.rules.compile import Compiled, compile_patterns
from tocsin.core.rules.evaluate import Clause, Evaluation
from tocsin.core.rules.evidence import hits, relevance
from tocsin.core.rules.known import in_scope
from tocsin.core.rules.labels import label
from tocsin.core.rules.printing import print_entity, print_rule
from tocsin.core.rules.searched import Searched, haystack
from tocsin.core.rules.snippets import snippet
from tocsin.core.rules.tree import And, EntityRef, Node, Not, Rule, Watchlist, nodes_below


def compile_watchlist(watchlist: Watchlist, forms: Forms) -> "Matcher":
    """A matcher for *watchlist*; word forms are looked up now and never again."""
    return Matcher(watchlist, compile_patterns(watchlist, forms))


class Matcher:
    """Matches articles against a watchlist.  Holds no state of its own: safe to share."""

    def __init__(self, watchlist: Watchlist, compiled: Compiled) -> None:
        self.watchlist = watchlist
        self._compiled = compiled
        self._hashes = {rule.id: rule_hash(rule, watchlist) for rule in watchlist.rules}

    def match(self, article: Article) -> tuple[Match, ...]:
        """The rules that *article* satisfies, in the order of the watchlist."""
        searched = haystack(article)
        found = self._compiled.automaton.find_matches_as_indexes(searched, overlapping=True)
        candidates = self._candidates({number for number, _, _ in found})
        rules = [rule for rule in map(self.watchlist.rules.__getitem__, candidates)]
        rules = [rule for rule in rules if in_scope(rule.scope, article)]
        if not rules:
            return ()
        look = self._looking(article, searched, found)
        matches = (self._match(rule, look(rule.boilerplate)) for rule in rules)
        return tuple(match for match in matches if match is not None)

    def _candidates(self, needles: set[int]) -> list[int]:
        """The rules that may hold, given which needles stand in the article."""
        known = self._compiled.candidates
        found = {rule for number in needles if number in known for rule in known[number]}
        return sorted(found.union(self._compiled.always))

    def _looking(
        self, article: Article, searched: str, found: Iterable[tuple[int, int, int]]
    ) -> Callable[[bool], tuple[Evaluation, Searched]]:
        """A way to look at the article with or without its boilerplate, each prepared once."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, start, _ in found:
            places[self._compiled.needles[number]].append(start)
        read = Searched(article, searched, places)
        ways = {
            boilerplate: Evaluation(self._compiled, read, boilerplate=boilerplate)
            for boilerplate in (False, True)
        }
        return lambda boilerplate: (ways[boilerplate], read)

    def _match(self, rule: Rule, look: tuple[Evaluation, Searched]) -> Match | None:
        evaluation, searched = look
        clauses = evaluation.clauses(rule.match)
        if clauses is None:
            return None
        score = relevance(clauses, searched)
        low = rule.relevance is not None and score < rule.relevance.below
        return Match(
            rule_id=rule.id,
            rule_name=rule.name or rule.id,
            rule_hash=self._hashes[rule.id],
            severity=rule.severity,
            relevance=score,
            hits=hits(clauses, searched),
            snippet=snippet(clauses, searched),
            absent=tuple(exclusions(rule.match)),
            masked=() if rule.boilerplate else tuple(("body", span) for span in searched.masked),
            notify=rule.relevance.notify if rule.relevance and low else rule.notify,
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
