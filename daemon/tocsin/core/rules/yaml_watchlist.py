"""The watchlist, from YAML to values: languages, entities and rules."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import cast

from tocsin.core.errors import ConfigError, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence
from tocsin.core.model import Severity
from tocsin.core.rules.lints import lint
from tocsin.core.rules.reading import Reader
from tocsin.core.rules.terms import Refusal, word_term
from tocsin.core.rules.tree import (
    Entity,
    Examples,
    Relevance,
    Rule,
    Scope,
    Watchlist,
    matches_nothing_said,
)
from tocsin.core.rules.tree import Node as Tree
from tocsin.core.rules.yaml_match import MatchReader
from tocsin.core.text.fold import fold
from tocsin.core.wording import did_you_mean

_RULE_KEYS = (
    "id", "name", "severity", "notify", "scope", "match", "relevance", "boilerplate", "enabled",
    "note", "examples",
)  # fmt: skip
_ENTITY_KEYS = (
    "name", "type", "aliases", "short", "short_when", "roles", "roles_when", "context",
    "context_within", "not_part_of", "case",
)  # fmt: skip
_TYPES = ("person", "org", "place", "product", "other")
_SCOPE_KEYS = ("feeds", "feeds_not", "tags", "tags_not", "lang", "lang_not")
_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_language_code = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*")

Keys = dict[str, tuple[Scalar, Node]]


def read_watchlist(
    node: Node, *, channels: Collection[str] | None, feeds: Collection[str] | None
) -> Watchlist:
    """The watchlist that *node* spells, with warnings on what is legal but likely a slip.

    *channels* and *feeds* are the names that rules may use; None checks none of them.

    Raises:
        ConfigError: All that is wrong with it.
    """
    reading = _WatchlistReader(Reader(), channels, feeds)
    watchlist = reading.watchlist(node)
    if reading.reader.problems:
        raise ConfigError(*reading.reader.problems)
    return watchlist


@dataclass(frozen=True, slots=True)
class _WatchlistReader:
    reader: Reader
    channels: Collection[str] | None
    feeds: Collection[str] | None
    places: dict[str, Where] = field(default_factory=dict)

    def watchlist(self, node: Node) -> Watchlist:
        keys = self.reader.mapping(node, ("languages", "entities", "rules"), "watchlist")
        languages = self._languages(keys, "languages") or ("en",)
        entities = self._entities(keys["entities"][1]) if "entities" in keys else {}
        rules = self._rules(keys["rules"][1], entities) if "rules" in keys else ()
        places = self.places
        bare = Watchlist(languages=languages, entities=entities, rules=rules, places=places)
        return Watchlist(
            languages=languages, entities=entities, rules=rules, places=places, warnings=lint(bare)
        )

    # --- entities ----------------------------------------------------------------------------

    def _entities(self, node: Node) -> dict[str, Entity]:
        if not isinstance(node, Mapping):
            self.reader.mapping(node, (), "entities")
            return {}
        found: dict[str, Entity] = {}
        for key, value in node.pairs:
            if not set(key.text) <= _ID | {"_"} or not key.text:
                message = f"the id of an entity is made of a-z, 0-9, - and _, not {key.text!r}"
                self.reader.refuse(key.where, "R011", message)
            elif key.text in found:
                self.reader.refuse(
                    key.where, "R022", f"there are two entities {key.text}: rename one"
                )
            else:
                self.places[f"entity:{key.text}"] = key.where
                with self.reader.within(f'entity "{key.text}"'):
                    found[key.text] = self._entity(key.text, value)
        return found

    def _entity(self, name: str, node: Node) -> Entity:
        keys = self.reader.mapping(node, _ENTITY_KEYS, "an entity")
        if isinstance(node, Mapping) and "name" not in keys:
            self.reader.refuse(node.where, "R011", "an entity needs a name:")
        short_when = self._choice(keys, "short_when", ("always", "full_name"))
        return Entity(
            id=name,
            name=next(iter(self._names(keys, "name")), ""),
            type=self._choice(keys, "type", _TYPES) or "other",
            aliases=self._names(keys, "aliases"),
            short=self._names(keys, "short"),
            short_always=None if short_when is None else short_when == "always",
            roles=self._names(keys, "roles"),
            roles_always=self._choice(keys, "roles_when", ("with_name", "always")) == "always",
            context=self._names(keys, "context"),
            context_within=self._context_within(keys),
            not_part_of=self._names(keys, "not_part_of"),
            case=self._choice(keys, "case", ("name", "any", "exact")) or "name",
        )

    def _names(self, keys: Keys, name: str) -> tuple[str, ...]:
        """Texts that can be looked for; ``[]`` says plainly that there are none."""
        match keys.get(name):
            case (_, Sequence(items=())) if name != "name":
                return ()
        texts = self._texts(keys, name)
        for text in texts:
            try:
                wild = word_term(text).wild
            except Refusal as refusal:
                self.reader.refuse(keys[name][1].where, refusal.code, refusal.message)
                continue
            if wild and name not in ("context", "not_part_of"):
                message = f"a name takes no wildcard: write the names out that {text} stands for"
                self.reader.refuse(keys[name][1].where, "R011", message)
        return texts

    def _context_within(self, keys: Keys) -> int | None:
        """``document`` or ``20 words``."""
        if "context_within" not in keys:
            return None
        node = keys["context_within"][1]
        text = self.reader.text(node, "context_within") or "document"
        number = text.split()[0]
        if text == "document":
            return None
        if text.split()[1:] in ([], ["words"], ["word"]) and number.isascii() and number.isdigit():
            return min(int(number[:6]), 100_000)
        self.reader.refuse(
            node.where, "R011", f"context_within takes document or 20 words, not {text}"
        )
        return None

    # --- rules -------------------------------------------------------------------------------

    def _rules(self, node: Node, entities: dict[str, Entity]) -> tuple[Rule, ...]:
        found = (self._rule(value, entities) for value in self.reader.nodes(node, "rules"))
        return tuple(rule for rule in found if rule is not None)

    def _rule(self, node: Node, entities: dict[str, Entity]) -> Rule | None:
        with self.reader.within(f'rule "{_id_of(node)}"'):
            keys = self.reader.mapping(node, _RULE_KEYS, "a rule")
            name = self._rule_id(node, keys)
            match = self._match(node, keys, entities)
            severity = self._choice(keys, "severity", tuple(Severity))
            rule = Rule(
                id=name or "?",
                match=cast("Tree", match),
                name=self._text(keys, "name"),
                severity=Severity(severity) if severity else Severity.MEDIUM,
                notify=self._channels(keys, "notify"),
                scope=self._scope(keys),
                relevance=self._relevance(keys),
                boilerplate=self._choice(keys, "boilerplate", ("ignore", "include")) == "include",
                enabled="enabled" not in keys
                or self.reader.boolean(keys["enabled"][1], "enabled") is not False,
                note=self._text(keys, "note"),
                examples=self._examples(keys),
            )
        return None if match is None or name is None else rule

    def _rule_id(self, node: Node, keys: Keys) -> str | None:
        if "id" not in keys:
            if isinstance(node, Mapping):
                self.reader.refuse(node.where, "R011", "a rule needs an id:")
            return None
        where = keys["id"][1].where
        name = self.reader.text(keys["id"][1], "id")
        if name is None:
            return None
        if not set(name) <= _ID:
            self.reader.refuse(
                where,
                "R011",
                f"the id of a rule is made of a-z, 0-9 and -, not {name}: write {_as_id(name)}",
            )
            return None
        if name in self.places:
            self.reader.refuse(where, "R022", f"there are two rules {name}: rename one")
            return None
        self.places[name] = where
        return name

    def _match(self, node: Node, keys: Keys, entities: dict[str, Entity]) -> Tree | None:
        if "match" not in keys:
            if isinstance(node, Mapping):
                self.reader.refuse(node.where, "R011", "a rule needs match:")
            return None
        tree = MatchReader(reader=self.reader, entities=entities).node(keys["match"][1])
        if tree is not None and matches_nothing_said(tree):
            message = "this only says what must not stand in an article: add what must"
            self.reader.refuse(keys["match"][1].where, "R030", message)
            return None
        return tree

    def _scope(self, keys: Keys) -> Scope:
        if "scope" not in keys:
            return Scope()
        inner = self.reader.mapping(keys["scope"][1], _SCOPE_KEYS, "scope")
        sets = {name: frozenset(self._texts(inner, name)) for name in _SCOPE_KEYS}
        for name in ("lang", "lang_not"):
            self._languages(inner, name)
        for name in ("feeds", "feeds_not"):
            self._known(inner, name, self.feeds, ("R024", "feed"))
        return Scope(**sets)

    def _relevance(self, keys: Keys) -> Relevance | None:
        if "relevance" not in keys:
            return None
        node = keys["relevance"][1]
        inner = self.reader.mapping(node, ("below", "notify"), "relevance")
        if "below" not in inner or "notify" not in inner:
            if isinstance(node, Mapping):
                self.reader.refuse(node.where, "R011", "relevance takes below: and notify:")
            return None
        below = self.reader.number(inner["below"][1], "below")
        return Relevance(below=below or 0, notify=self._channels(inner, "notify"))

    def _examples(self, keys: Keys) -> Examples:
        if "examples" not in keys:
            return Examples()
        inner = self.reader.mapping(keys["examples"][1], ("match", "ignore"), "examples")
        return Examples(match=self._texts(inner, "match"), ignore=self._texts(inner, "ignore"))

    # --- small values ------------------------------------------------------------------------

    def _channels(self, keys: Keys, name: str) -> tuple[str, ...]:
        self._known(keys, name, self.channels, ("R021", "channel"))
        return self._texts(keys, name)

    def _known(
        self, keys: Keys, name: str, known: Collection[str] | None, kind: tuple[str, str]
    ) -> None:
        """Refuse the names under *name* that are not *known*, as *kind*: a code and a word; what is
        no name at all is for `_texts` to refuse."""
        if known is None or name not in keys:
            return
        node = keys[name][1]
        for value in node.items if isinstance(node, Sequence) else (node,):
            text = value.text.strip() if isinstance(value, Scalar) else ""
            if text and text not in known:
                message = f"there is no {kind[1]} {text}{did_you_mean(text, known)}"
                self.reader.refuse(value.where, kind[0], message)

    def _texts(self, keys: Keys, name: str) -> tuple[str, ...]:
        return self.reader.texts(keys[name][1], name) if name in keys else ()

    def _languages(self, keys: Keys, name: str) -> tuple[str, ...]:
        """The codes of languages under *name*; a name such as *german* would find nothing."""
        node = keys[name][1] if name in keys else None
        for value in node.items if isinstance(node, Sequence) else (node,):
            if (
                isinstance(value, Scalar)
                and value.text
                and not _language_code.fullmatch(value.text)
            ):
                message = f"a language is a code such as en or de, not {value.text}"
                self.reader.refuse(value.where, "R011", message)
        return self._texts(keys, name)

    def _text(self, keys: Keys, name: str) -> str:
        return (self.reader.text(keys[name][1], name) or "") if name in keys else ""

    def _choice(self, keys: Keys, name: str, choices: Collection[str]) -> str | None:
        return self.reader.choice(keys[name][1], choices, name) if name in keys else None


def _id_of(node: Node) -> str:
    """What a rule calls itself, for messages on it."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for key, value in pairs:
        if key.text == "id" and isinstance(value, Scalar):
            return value.text
    return "?"


def _as_id(name: str) -> str:
    """The id that reads most like *name*."""
    return "-".join(re.findall("[a-z0-9]+", fold(name))) or "rule-1"
