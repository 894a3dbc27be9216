"""The newsroom's day, told on channels: what a story that grows over hours looks like on each.

The day is played by hand and the clock is set with it, so that every message bears the time that it
would in a real day, and quiet hours between reports are as long as they would be.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from fakes import SetClock
from shared_forms import share_forms
from tocsin.app import App, MakeNotifier, make_notifier, open_app
from tocsin.config import read_config
from tocsin.engine.local import poll_all, read_new
from tocsin.newsroom import DAY, Newsroom, open_newsroom

ENDS = datetime(2026, 3, 3, 13, tzinfo=UTC)
TWO_REPORTS, THIRD_REPORT, A_COPY = (
    timedelta(hours=7, minutes=30),
    timedelta(hours=15),
    timedelta(hours=22),
)
AFTER_THE_WAIT = timedelta(minutes=2)  # of a first alert for company
PACE = timedelta(seconds=2)  # more than a channel takes between two messages


async def play_day(
    folder: Path,
    channels: dict[str, dict[str, Any]],
    set_time: Callable[[datetime], None] = lambda now: None,
    make: MakeNotifier = make_notifier,
) -> None:
    """Tell *channels* the day at three moments: two reports stand, a third comes, and a copy.

    *set_time* is called before anything is told.
    """
    clock = SetClock(time=ENDS)
    async with open_newsroom(DAY, clock) as newsroom:
        newsroom.hold()
        settings = read_config(_write_config(folder, newsroom, channels), {})
        async with open_app(settings, clock=clock, make=make) as app:
            for moment in (TWO_REPORTS, THIRD_REPORT, A_COPY):
                newsroom.advance(moment)
                clock.time = ENDS - DAY.length + moment
                await _read(app)
                clock.tick(AFTER_THE_WAIT)
                set_time(clock.time)
                while await _flush(app):
                    clock.tick(PACE)


async def _flush(app: App) -> int:
    return sum([await app.stages.delivery.flush(channel) for channel in app.stages.channels])


async def _read(app: App) -> None:
    await poll_all(app.stages)
    await read_new(app.stages, app.stages.feeds.keys())


def _write_config(folder: Path, newsroom: Newsroom, channels: dict[str, dict[str, Any]]) -> Path:
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(newsroom.watchlist)
    config = {
        "feeds": [{"id": f.id, "url": f.url, "outlet": f.outlet} for f in newsroom.feeds],
        "watchlist": "watchlist.yaml",
        "fetch": {"allow": ["127.0.0.1"], "first_sight": "24h"},
        "channels": channels,
        "timezone": "UTC",
        "store": "sqlite:///tocsin.db",
    }
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps(config))
    return path
