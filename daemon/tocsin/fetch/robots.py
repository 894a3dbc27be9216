"""Whether a site's robots.txt lets us read a page (RFC 9309); feeds are not asked for.

Strategy: one robots.txt an origin, kept for a day; the longest pattern that matches decides, and
where two are as long, the one that allows.  Patterns are matched without regular expressions, in
time linear in the pattern and the address: a robots.txt is as hostile as any page.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from tocsin.core.errors import BadStatus, Blocked, FetchError
from tocsin.core.ports import Clock, Fetcher, Request

READ_BYTES = 500 * 1024  # RFC 9309, 2.5: no parser need read more
MOST_BYTES = 10 * READ_BYTES
MOST_ORIGINS = 10_000
KEPT, KEPT_UNREAD = timedelta(days=1), timedelta(minutes=10)


class Permission(StrEnum):
    """Whether a page may be read, in the words of a log and of a summary-only article."""

    GIVEN = "allowed"
    DENIED = "robots.txt disallows it"
    UNKNOWN = "robots.txt cannot be read now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of a robots.txt: a path, in which ``*`` is anything and a final ``$`` the end."""

    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    until: datetime
    rules: tuple[Rule, ...] | None  # None: it could not be read


class Robots:
    """Asks each origin once a day, as *user_agent* (its product, before any slash or space)."""

    def __init__(self, fetcher: Fetcher, clock: Clock, user_agent: str) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._product = user_agent.replace("/", " ").split(maxsplit=1)[0]
        self._known: dict[str, _Known] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def permission(self, page: Request) -> Permission:
        """Whether *page* may be read; robots.txt is asked for the way that it will be."""
        parts = urlsplit(page.url)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        rules = await self._rules(replace(page, url=f"{origin}/robots.txt", max_bytes=MOST_BYTES))
        if rules is None:
            return Permission.UNKNOWN
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Permission.GIVEN if allows(rules, path) else Permission.DENIED

    async def _rules(self, request: Request) -> tuple[Rule, ...] | None:
        lock = self._asking.setdefault(request.url, asyncio.Lock())
        try:
            async with lock:  # whoever comes meanwhile has the same answer
                return (self._fresh(request.url) or await self._learn(request)).rules
        finally:
            if not lock.locked():
                self._asking.pop(request.url, None)

    def _fresh(self, url: str) -> _Known | None:
        known = self._known.get(url)
        return known if known and known.until > self._clock.now() else None

    async def _learn(self, request: Request) -> _Known:
        if len(self._known) >= MOST_ORIGINS:
            self._known.clear()
        known = self._known[request.url] = await self._ask(request)
        return known

    async def _ask(self, request: Request) -> _Known:
        """A refusal (4xx) means that there are no rules; a failure, that none of it may be read."""
        try:
            answer = await self._fetcher.fetch(request)
            text = answer.body[:READ_BYTES].decode("utf-8-sig", "replace")
            rules = parse(text, self._product)
        except BadStatus as error:
            if error.status >= 500 or error.status == 429:
                return self._unread()
            rules = ()
        except Blocked:
            rules = ()  # nor will the page be fetched, which says better why
        except FetchError:
            return self._unread()
        return _Known(until=self._clock.now() + KEPT, rules=rules)

    def _unread(self) -> _Known:
        return _Known(until=self._clock.now() + KEPT_UNREAD, rules=None)


def parse(text: str, product: str) -> tuple[Rule, ...]:
    """The rules of *text* for *product*: of the groups that name it, else of those for all."""
    ours = product.lower()
    groups: dict[str, list[Rule]] = {}
    current: set[str] = set()
    in_rules = False
    for key, value in _lines(text):
        if key == "user-agent":
            current = set() if in_rules else current
            in_rules = False
            if (agent := value.lower()) in (ours, "*"):
                current.add(agent)
                groups.setdefault(agent, [])
        elif key in ("allow", "disallow"):
            in_rules = True
            for agent in current if value else ():
                groups[agent].append(Rule(allow=key == "allow", pattern=unquote(value)))
    return tuple(groups.get(ours, groups.get("*", ())))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def allows(rules: tuple[Rule, ...], path: str) -> bool:
    """Whether *rules* let *path* (with its query) be read.  Pure."""
    path = unquote(path)
    matching = [rule for rule in rules if _matches(rule.pattern, path)]
    best = max(matching, key=lambda rule: (len(rule.pattern), rule.allow), default=None)
    return best is None or best.allow


def _matches(pattern: str, path: str) -> bool:
    """Whether *path* begins with *pattern*, or is it where that ends in ``$``."""
    to_the_end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not to_the_end or path == first
    at = len(first)
    for piece in rest[:-1]:
        if (found := path.find(piece, at)) < 0:
            return False
        at = found + len(piece)
    if to_the_end:
        return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at
    return path.find(rest[-1], at) >= 0
