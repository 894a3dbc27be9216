"""The stories that can still grow: which articles they hold, and since when and until when.

Most stories stay with their one article, so such a story is kept as the number of a place, and
made into a value only where it is looked at.  That halves what a quiet day costs.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tocsin.core.grouping.day import Day
from tocsin.core.grouping.row import Floats

QUIET = timedelta(hours=72)
"""A story ends so long after its last independent report."""

LONGEST = timedelta(days=7)
"""A story ends so long after its first report, whatever comes."""

MEMBERS = 24
"""How many of a story's articles are compared: its latest."""

Place = tuple[date | None, int]
"""The day of an article, None where it has no date, and its number there."""

_DAY = 32  # above so many bits of a packed place stands its day


@dataclass(slots=True)
class Story:
    """What is kept of a story besides its articles; *total* is of the scores of *pairs* pairs."""

    id: int
    members: list[Place] = field(default_factory=list)
    first: datetime | None = None
    last: datetime | None = None
    last_independent: datetime | None = None
    total: float = 0.0
    pairs: int = 0

    @property
    def latest(self) -> list[Place]:
        """The articles that are compared, in their order."""
        return self.members[-MEMBERS:]

    def ended(self, time: datetime | None) -> bool:
        """Whether it takes no article of that time any more."""
        if time is None or self.first is None or self.last_independent is None:
            return False
        return time - self.last_independent > QUIET or time - self.first > LONGEST

    def take(self, place: Place, time: datetime | None, *, independent: bool) -> None:
        """Count an article in."""
        self.members.append(place)
        if time is None:
            return
        self.first = min(self.first or time, time)
        self.last = max(self.last or time, time)
        if independent or self.last_independent is None:
            self.last_independent = max(self.last_independent or time, time)


class Growing:
    """Stories by their ids, over the *days* that hold their articles."""

    def __init__(self, days: Mapping[date | None, Day]) -> None:
        self._days = days
        self._alone: dict[int, int] = {}
        self._grown: dict[int, Story] = {}

    def get(self, story_id: int) -> Story | None:
        """The story, or None where it has no article."""
        if story_id in self._grown:
            return self._grown[story_id]
        place = self._alone.get(story_id)
        return None if place is None else self._lone(story_id, _unpacked(place))

    def open(self, story_id: int, place: Place) -> None:
        """A new story of one article."""
        self._alone[story_id] = _packed(place)

    def grow(self, story: Story, pairs: Floats) -> Story:
        """The story, kept from now on, with what a further article scores with its latest."""
        self._alone.pop(story.id, None)
        self._grown[story.id] = story
        story.total += float(pairs.sum())
        story.pairs += len(pairs)
        return story

    def forget(self, gone: Collection[date]) -> None:
        """Drop the articles of days, and the stories that have no others."""
        for day in gone:
            for story_id in self._days[day].story:
                self._alone.pop(story_id, None)
        for story in list(self._grown.values()):
            story.members = [member for member in story.members if member[0] not in gone]
            if not story.members:
                del self._grown[story.id]

    def _lone(self, story_id: int, place: Place) -> Story:
        day, number = place
        stamp = self._days[day].time[number]
        story = Story(story_id)
        story.take(
            place, None if day is None else datetime.fromtimestamp(stamp, UTC), independent=True
        )
        return story


def _packed(place: Place) -> int:
    day, number = place
    return (day.toordinal() if day else 0) << _DAY | number


def _unpacked(packed: int) -> Place:
    ordinal = packed >> _DAY
    return (date.fromordinal(ordinal) if ordinal else None, packed & ((1 << _DAY) - 1))
