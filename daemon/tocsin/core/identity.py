"""Which entries of a poll are news, and which are known, edited or renamed.  Pure.

Strategy: an entry is known by any of its names: its guid, its canonical address, its words.  Feeds
change each of these, so any one will do, but a name that several different entries bear (the
site's front page as everybody's link, one guid for all, "Live: the latest") tells nothing.  Where
most of a feed looks new at once under titles that are known, the feed has moved house: no news.

Laws: the same entries again, in any order, are all known; so are they under new guids, or under new
addresses.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from urllib.parse import urlsplit

from tocsin.core.grouping import canonical_url, content_hash
from tocsin.core.model import Entry

TELLING_WORDS = 12
"""Fewer words than this may well be said twice, so they identify nothing by themselves."""

MOVED_AT_LEAST = 3
"""So many entries must be known by their titles before a feed is said to have moved: one or two
titles do come again ("Morning briefing")."""

RESTYLED_AT_LEAST = 10
"""Where so many entries, and most of the feed, are edited at once, it was the feed's template."""

OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(minutes=15)
"""A feed's dates are believed from `OLDEST` until so far after they were seen."""

_LONGEST_TITLE = 300
_FIGURES = str.maketrans("", "", "0123456789")


class Sight(StrEnum):
    """What an entry of a poll is."""

    NEW = "new"
    KNOWN = "known"
    EDITED = "edited"
    RENAMED = "known by its title, as most of the feed: the feed has moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What an entry can be known by.

    *words* is the hash of its title and text, *telling* whether they are enough to tell it from
    others.  *said* changes when its title does, or the words of its text: figures there count
    comments and shares far more often than they tell news.
    """

    guid: str
    address: str
    title: str
    words: str
    said: str
    telling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name under which an entry is known; *root* is the row of the entry itself.

    *baseline* entries were never read, since they stood in the feed when it was first seen.
    """

    id: int
    root: int
    names: Names
    baseline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry of a poll, and as what it is *known*, if it is.

    A negative root stands for an entry of the same poll: -1 is the first.  *own_page* unless its
    link is other entries' link too.
    """

    sight: Sight
    names: Names
    known: Known | None = None
    own_page: bool = True


def believed(published: datetime | None, seen: datetime) -> datetime | None:
    """A feed's date, unless it cannot be true: feeds were seen to say 1770 and 2099."""
    if published is None or not OLDEST <= published <= seen + AHEAD:
        return None
    return published


def names_of(entry: Entry) -> Names:
    """The names that a feed gives an entry; the front page of a site is nobody's address."""
    address = _storable(canonical_url(entry.url)) if entry.url else ""
    parts = urlsplit(address)
    title = " ".join(_storable(entry.title).casefold().split())[:_LONGEST_TITLE]
    return Names(
        guid=_storable(entry.guid),
        address=address if parts.path or parts.query else "",
        title=title,
        words=content_hash(entry.title, entry.text),
        said=_said(title, entry.text),
        telling=len(f"{entry.title} {entry.text}".split(maxsplit=TELLING_WORDS)) >= TELLING_WORDS,
    )


def tell_apart(found: Sequence[Names], known: Iterable[Known], total: int) -> list[Sighting]:
    """What each of *found* is, in their order.

    *known* holds at least every row that shares a guid, an address, words or a title with one of
    them; *total* is how many entries the feed held in all.
    """
    register = _Register(known, _borne_by_several(found))
    sightings = [register.sight(names, at) for at, names in enumerate(found, start=1)]
    sightings = _moved(sightings, register, total)
    return _restyled(sightings, total)


class _Register:
    """Who bears which name; *shared* are the names that different entries of this poll bear."""

    def __init__(self, known: Iterable[Known], shared: set[tuple[str, str]]) -> None:
        self._shared = shared
        self._exact: dict[tuple[str, str, str], Known] = {}
        self._bearers: dict[tuple[str, str], dict[int, Known]] = {}
        self._judged: set[int] = set()
        for one in known:
            self._add(one)

    def sight(self, names: Names, at: int) -> Sighting:
        """What the poll's entry number *at* is."""
        address = ("address", names.address)
        own_page = address not in self._shared and len(self._bearers.get(address, ())) < 2
        one = self._find(names)
        if one is None:
            self._add(Known(id=-at, root=-at, names=names))
            return Sighting(sight=Sight.NEW, names=names, own_page=own_page)
        sight = Sight.EDITED if self._is_edited(one, names) else Sight.KNOWN
        self._judged.add(one.root)
        return Sighting(sight=sight, names=names, known=one, own_page=own_page)

    def titled(self, title: str) -> Known | None:
        """The one entry of that title, where there is one and no other."""
        bearers = self._bearers.get(("title", title), {})
        seen_before = [one for root, one in bearers.items() if root > 0]
        return seen_before[0] if len(seen_before) == 1 and title else None

    def _add(self, one: Known) -> None:
        names = one.names
        self._exact[names.guid, names.address, names.words] = one
        for name in (*_telling(names), ("title", names.title)):
            self._bearers.setdefault(name, {})[one.root] = one

    def _find(self, names: Names) -> Known | None:
        if same := self._exact.get((names.guid, names.address, names.words)):
            return same
        for name in _telling(names):
            bearers = self._bearers.get(name, {})
            if len(bearers) == 1 and name not in self._shared:
                return next(iter(bearers.values()))
        return None

    def _is_edited(self, one: Known, names: Names) -> bool:
        """Each entry is judged once a poll; one that was never news becomes it by its headline."""
        if one.root < 0 or one.root in self._judged or one.names.said == names.said:
            return False
        return not one.baseline or one.names.title != names.title


def _telling(names: Names) -> list[tuple[str, str]]:
    words = names.words if names.telling else ""
    every = (("guid", names.guid), ("address", names.address), ("words", words))
    return [name for name in every if name[1]]


def _borne_by_several(found: Sequence[Names]) -> set[tuple[str, str]]:
    """The names that entries of different titles bear."""
    titles: dict[tuple[str, str], set[str]] = {}
    for names in found:
        for name in _telling(names):
            titles.setdefault(name, set()).add(names.title)
    return {name for name, borne in titles.items() if len(borne) > 1}


def _moved(sightings: list[Sighting], register: _Register, total: int) -> list[Sighting]:
    """Where most of the feed looks new under known titles, those are no news."""
    fresh = Counter(one.names.title for one in sightings if one.sight is Sight.NEW)
    titles = ((title, register.titled(title)) for title, count in fresh.items() if count == 1)
    met = {title: one for title, one in titles if one}
    if len(met) < MOVED_AT_LEAST or 2 * len(met) <= total:
        return sightings
    return [
        replace(one, sight=Sight.RENAMED, known=met[one.names.title])
        if one.sight is Sight.NEW and one.names.title in met
        else one
        for one in sightings
    ]


def _restyled(sightings: list[Sighting], total: int) -> list[Sighting]:
    """Where most of the feed is edited at once, nothing is."""
    edited = sum(one.sight is Sight.EDITED for one in sightings)
    if edited < RESTYLED_AT_LEAST or 2 * edited <= total:
        return sightings
    return [
        replace(one, sight=Sight.KNOWN) if one.sight is Sight.EDITED else one for one in sightings
    ]


def _storable(text: str) -> str:
    """*text* as a database gives it back: without NUL, and with whole characters alone."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _said(title: str, text: str) -> str:
    words = " ".join(text.translate(_FIGURES).casefold().split())
    return blake2b(f"{title}\n{words}".encode("utf-8", "replace"), digest_size=8).hexdigest()
