"""``tocsin check --online``: does each feed answer, and would each channel take an alert?

Feeds are asked as the daemon asks them, on a store that is thrown away.  Channels are greeted;
nobody is sent anything.
"""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

import typer

from tocsin.app import App, make_notifier, open_app
from tocsin.cli.once import notifier_dry
from tocsin.config import ChannelSettings, Settings
from tocsin.core.errors import DeliveryError
from tocsin.core.wording import count
from tocsin.delivery import SEND_DEADLINE
from tocsin.engine.local import polls_of_all
from tocsin.intake import Outcome, Poll
from tocsin.logs import set_up_logs


def check_online(settings: Settings) -> None:
    """Ask every feed and greet every channel, a line each; exit with 1 where one is not well."""
    set_up_logs("error", "console")
    feeds, channels = asyncio.run(look(settings))
    unwell = [count(feeds, "feed")] if feeds else []
    unwell += [count(channels, "channel")] if channels else []
    if unwell:
        typer.echo(f"not well: {' and '.join(unwell)}", err=True)
        raise typer.Exit(1)


async def look(settings: Settings) -> tuple[int, int]:
    """Say how each feed and each channel is; how many of them are not well."""
    with tempfile.TemporaryDirectory(prefix="tocsin-check-") as folder:
        aside = replace(settings, store=Path(folder) / "check.db")
        async with open_app(aside, make=notifier_dry) as joined:
            feeds = await _ask_feeds(joined)
    return feeds, sum([not await _greet(channel, settings) for channel in settings.channels])


async def _ask_feeds(joined: App) -> int:
    """How many feeds failed; each is said as soon as it has answered."""
    feeds, failed = joined.stages.feeds, 0
    typer.echo(f"asking {count(len(feeds), 'feed')}")
    polls = asyncio.as_completed(await polls_of_all(joined.stages))
    for number, answered in enumerate(polls, start=1):
        poll = await answered
        typer.echo(f"  {number}/{len(feeds)} {poll.feed_id}: {_said(poll)}")
        failed += poll.outcome is Outcome.FAILED
    return failed


def _said(poll: Poll) -> str:
    if poll.outcome is Outcome.FAILED:
        return f"not well: {poll.why}"
    taken = poll.entries
    entries = taken.new + taken.baseline + taken.known
    told = f"well, {entries:,} {'entry' if entries == 1 else 'entries'}"
    return f"{told} ({poll.why})" if poll.why else told


async def _greet(channel: ChannelSettings, settings: Settings) -> bool:
    """Whether the channel is well; what it said is said."""
    notifier = make_notifier(channel, settings)
    typer.echo(f"greeting {channel.name} ({channel.kind})")
    try:
        async with asyncio.timeout(SEND_DEADLINE.total_seconds()):
            said, well = await notifier.greet(), True
    except TimeoutError:
        said, well = (f"not well: no answer in {SEND_DEADLINE.total_seconds():.0f} s",), False
    except DeliveryError as error:
        said, well = (f"not well: {error}",), False
    finally:
        await notifier.aclose()
    for sentence in said:
        typer.echo(f"  {sentence}")
    return well
