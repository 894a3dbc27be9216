"""``tocsin run --once``: poll every feed once, read what is new, ring what is due."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from tocsin.app import App, make_notifier
from tocsin.cli.summary import Summary
from tocsin.config import ChannelSettings, Settings
from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.ports import Notifier
from tocsin.core.wording import count
from tocsin.delivery import Channel
from tocsin.engine.local import poll_all, read_new
from tocsin.store import operator, outbox, report


class Summarised(Notifier):
    """Takes every alert and shows nothing: the summary does."""

    def __init__(self, recipients: tuple[str, ...]) -> None:
        self._recipients = recipients

    @property
    def recipients(self) -> tuple[str, ...]:
        return self._recipients

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        return Receipt()

    async def announce(self, bulletin: Bulletin) -> Receipt:
        return Receipt()


def notifier_once(channel: ChannelSettings, settings: Settings) -> Notifier:
    """The channel's own way out; what a console would print is in the summary."""
    notifier = make_notifier(channel, settings)
    return Summarised(notifier.recipients) if channel.kind == "console" else notifier


def notifier_dry(channel: ChannelSettings, settings: Settings) -> Notifier:
    """Nobody is told."""
    return Summarised(make_notifier(channel, settings).recipients)


async def run_once(app: App, progress: Callable[[str], None]) -> Summary:
    """One round of the whole way; waits are treated as over, but not quiet hours and digests."""
    stages = app.stages
    before = await stages.store.read(report.newest_attempt)
    progress(f"asking {count(len(stages.feeds), 'feed')}")
    polls = await poll_all(stages)
    progress(f"reading {count(sum(poll.entries.new for poll in polls), 'new article')}")
    placed = await read_new(stages, stages.feeds.keys())
    now = stages.clock.now()
    for notice in await stages.store.write(operator.tell_notices, app.desk, now, waits=False):
        progress(f"notice: {notice.title}")
    await stages.store.write(outbox.hasten, now)
    hurried = [_hurried(channel) for channel in stages.channels]
    await asyncio.gather(*(stages.delivery.flush(channel) for channel in hurried))
    rung = await stages.store.read(report.rung_since, before, stages.clock.now())
    held = await stages.store.read(report.held)
    return Summary(polls=tuple(polls), placed=tuple(placed), rung=tuple(rung), held=tuple(held))


def _hurried(channel: Channel) -> Channel:
    """*channel* for one round: it waits for nobody, and was not away since the last one."""
    return replace(channel, terms=replace(channel.terms, waits=False, missed_until=None))
