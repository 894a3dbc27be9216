"""Fault 13: the clock is set back an hour, set on a day, and passes both changes of summer time.

Each jump comes while messages are under way: Slack took one and the answer was lost, so it waits to
be asked about; the others are down.  Nothing may be lost of what is reported before, during and
after, nor doubled; nor may anything wait until a clock that was set back is where it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fakes import SetClock
from faults.desk import CHANNELS, SLACK, Desk, open_desk
from faults.indoors import Indoors, open_indoors
from faults.outcome import Outcome, Scale, count, none
from faults.site import Site, open_site
from faults.wire import wire
from tocsin.core.model import Entry
from tocsin.newsroom.day import Report
from tocsin.service.beats import Beats
from tocsin.service.operator import Operator
from world.http import Trouble

FAULT = "the clock set back 1 h, set on 1 day, and both changes of summer time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """What the clock does, and from when."""

    name: str
    start: datetime
    by: timedelta


SPRING, AUTUMN = datetime(2026, 3, 29, 0, 55, tzinfo=UTC), datetime(2026, 10, 25, 0, 55, tzinfo=UTC)
JUMPS = (
    Jump(name="back 1 h", start=datetime(2026, 6, 1, 12, tzinfo=UTC), by=timedelta(hours=-1)),
    Jump(name="on 1 day", start=datetime(2026, 6, 1, 12, tzinfo=UTC), by=timedelta(days=1)),
    Jump(name="to summer time", start=SPRING, by=timedelta(minutes=10)),
    Jump(name="to winter time", start=AUTUMN, by=timedelta(minutes=10)),
)


async def run(scale: Scale) -> Outcome:
    jumps = JUMPS[: scale.pick(2, len(JUMPS))]
    told = [await _jump(jump, scale) for jump in jumps]
    return Outcome(
        figures=(
            count("jumps", len(jumps)),
            none("lost", sum(lost for lost, _ in told)),
            none("doubled", sum(doubled for _, doubled in told)),
        ),
        notes=tuple(
            f"{jump.name}: {lost} lost" for jump, (lost, _) in zip(jumps, told, strict=True) if lost
        ),
    )


async def _jump(jump: Jump, scale: Scale) -> tuple[int, int]:
    """How many reports a channel was not told of after *jump*, and how many it heard twice."""
    folder, clock = scale.folder / jump.name.replace(" ", "-"), SetClock(jump.start)
    folder.mkdir()
    each = scale.pick(1, 8)
    reports = wire(3 * each, outlets=1).reports()
    async with open_site() as site, open_desk() as desk:
        _publish(site, reports[:1], clock)
        sections = {"channels": desk.channels, "timezone": "Europe/Berlin"}
        async with open_indoors(folder, [{"url": site.url("/feed")}], clock, **sections) as program:
            operator = Operator(program.app, Beats())
            await _second(program, operator)
            _publish(site, reports[: 1 + each], clock)
            desk.slack.now = clock.now().timestamp()
            desk.slack.troubles.append(Trouble(status=502, taken=True))
            desk.down, desk.up = True, SLACK
            await _second(program, operator)
            clock.tick(jump.by)
            _publish(site, reports[: 1 + 2 * each], clock)
            await _second(program, operator)
            desk.down = False
            _publish(site, reports, clock)
            await _half_an_hour(program, operator)
            await operator.aclose()
    return _lost(desk, reports[1:]), sum(desk.doubled().values())


async def _second(program: Indoors, operator: Operator) -> None:
    """What the daemon does: it says that it lives, too, and sees by that when the clock is set."""
    await operator.alive()
    await program.tick()


async def _half_an_hour(program: Indoors, operator: Operator) -> None:
    for _ in range(6):
        program.clock.tick(timedelta(minutes=5))
        await _second(program, operator)


def _lost(desk: Desk, reports: Sequence[Report]) -> int:
    return sum(not desk.told(channel, report.slug) for report in reports for channel in CHANNELS)


def _publish(site: Site, reports: Sequence[Report], clock: SetClock) -> None:
    site.put_feed("/feed", [_entry(site, report, clock) for report in reversed(reports)])


def _entry(site: Site, report: Report, clock: SetClock) -> Entry:
    return Entry(
        guid=report.slug,
        url=site.put_report(f"/{report.slug}", report),
        title=report.title,
        text=report.summary,
        published=clock.now().replace(microsecond=0),
        author=report.author,
    )
