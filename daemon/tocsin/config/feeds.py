"""The feeds to watch: those of the configuration itself, and those of the OPML files it names.

What the configuration says itself is an error where it is wrong.  An OPML file was written by some
other program: a feed of it that cannot be watched is told in a warning, and the rest are watched.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import xxhash
from pydantic import ValidationError

from tocsin.config.access import BY_PROXY, access, bare
from tocsin.config.opml import Outline, read_opml
from tocsin.config.problems import child
from tocsin.config.schema import FeedSection, FileSection
from tocsin.core.errors import ConfigError, Problem, Where
from tocsin.core.grouping import canonical_url
from tocsin.core.located import Mapping, Node, Sequence
from tocsin.core.model import Feed


def read_feeds(
    file: FileSection, root: Mapping, folder: Path, problems: list[Problem]
) -> dict[str, Feed]:
    """Every feed by its id; the paths of OPML files are relative to *folder*."""
    named, listed = _Named(file, problems), child(root, "feeds")
    places = listed.items if isinstance(listed, Sequence) else ()
    for section, place in zip(file.feeds, places, strict=True):
        named.own(section, place)
    for name in file.opml:
        try:
            for outline in read_opml(folder / name):
                named.of_opml(outline)
        except ConfigError as error:
            problems.extend(error.problems)
    if not named.feeds and not problems:
        message = "there is no feed to watch: name at least one"
        problems.append(Problem(where=(listed or root).where, message=message))
    return named.feeds


@dataclass(slots=True)
class _Named:
    """The feeds named so far, and under which address each is known."""

    file: FileSection
    problems: list[Problem]
    feeds: dict[str, Feed] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)

    def own(self, section: FeedSection, place: Node) -> None:
        """Take a feed of the configuration itself."""
        feed = _feed(section, self.file, place.where)
        if feed.id in self.feeds:
            hint = "" if section.id else ": give one of them an id of its own"
            message = f'there are two feeds with the id "{feed.id}"{hint}'
            self.problems.append(Problem(where=place.where, message=message))
        elif twin := self.addresses.get(canonical_url(feed.url)):
            self._warn(place.where, f'"{feed.id}" has the address of "{twin}": it is asked twice')
        if feed.access.proxy:
            self._warn(place.where, f'"{feed.id}": {BY_PROXY}')
        self._add(feed)

    def of_opml(self, outline: Outline) -> None:
        """Take a feed of an OPML file, unless its address is known."""
        if twin := self.addresses.get(canonical_url(outline.url)):
            self._warn(outline.where, f'left out: its address is that of "{twin}"')
            return
        try:
            section = section_of(outline, self.feeds)
        except ValidationError as error:
            said = error.errors()[0]["msg"].removeprefix("Value error, ")
            self._warn(outline.where, f"left out: {said}")
            return
        self._add(_feed(section, self.file, outline.where))

    def _add(self, feed: Feed) -> None:
        self.feeds[feed.id] = feed
        self.addresses.setdefault(canonical_url(feed.url), feed.id)

    def _warn(self, where: Where, message: str) -> None:
        self.problems.append(Problem(where=where, message=message, warning=True))


def section_of(outline: Outline, known: Collection[str]) -> FeedSection:
    """What a configuration would say of a feed that an OPML file names.

    Its outlet is told by its page, since several feeds of one outlet are one witness.

    Raises:
        ValidationError: Its address is not one of the web.
    """
    given: dict[str, object] = {"url": outline.url}
    given |= {"tags": sorted(outline.tags)} if outline.tags else {}
    given |= {"lang": outline.lang} if outline.lang else {}
    outlet = outlet_name(outline.site)
    given |= {"outlet": outlet} if outlet and outlet != outlet_name(outline.url) else {}
    section = FeedSection.model_validate(given)
    own = unlike_id(section.url, known)
    return FeedSection.model_validate({**given, "id": own}) if own else section


def unlike_id(url: str, known: Collection[str]) -> str:
    """An id for the feed at *url* where its usual one is *known* already, else nothing."""
    usual = feed_id(url)
    return f"{usual}-{xxhash.xxh32_hexdigest(url.encode())}" if usual in known else ""


def _feed(section: FeedSection, file: FileSection, place: Where) -> Feed:
    own = section.first_sight if "first_sight" in section.model_fields_set else None
    return Feed(
        id=section.id or feed_id(section.url),
        url=bare(section.url),
        outlet=section.outlet or outlet_name(section.url),
        tags=frozenset(section.tags),
        lang=section.lang,
        every=section.every,
        first_sight=own if "first_sight" in section.model_fields_set else file.fetch.first_sight,
        access=access(section),
        place=str(place),
    )


def outlet_name(url: str) -> str:
    """The host of an address, with its port where that is not the usual one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    try:
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # no number: the fetch will say so
        port = ""
    return (parts.hostname or "").removeprefix("www.") + port


def feed_id(url: str) -> str:
    """An id made of an address's host and path: ``example-org-world`` of …example.org/world.rss."""
    parts = urlsplit(url)
    host = (parts.netloc.rpartition("@")[2]).removeprefix("www.")
    path = re.sub(r"\.(rss|xml|atom|json|rdf)$", "", parts.path, flags=re.IGNORECASE)
    words = f"{host} {path} {parts.query}".casefold()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-") or "feed"
