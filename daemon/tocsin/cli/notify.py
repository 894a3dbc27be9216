"""``tocsin notify test``: a sample alert and its update, so that editing and threads are seen."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import typer

from tocsin.app import make_notifier
from tocsin.cli.loading import load
from tocsin.clock import SystemClock
from tocsin.config import ChannelSettings, Settings
from tocsin.core.errors import DeliveryError, Unavailable
from tocsin.core.model import Alert, Receipt
from tocsin.core.ports import Notifier
from tocsin.core.wording import count
from tocsin.delivery import SEND_DEADLINE
from tocsin.notify.sample import sample_alert, sample_update


def send_samples(config: Path | None, channel: str | None) -> None:
    """Send the samples to *channel*, or to all of them, and say what each answered."""
    settings = load(config)
    chosen = _chosen(settings, channel)
    failed = asyncio.run(send_all(chosen, settings))
    if failed:
        typer.echo(
            f"{failed} of {count(len(chosen), 'channel')} did not take both messages", err=True
        )
        raise typer.Exit(1)


def _chosen(settings: Settings, name: str | None) -> list[ChannelSettings]:
    chosen = [channel for channel in settings.channels if name in (None, channel.name)]
    if not chosen:
        known = ", ".join(channel.name for channel in settings.channels)
        raise typer.BadParameter(f"there is no channel {name}; there are: {known}")
    return chosen


async def send_all(chosen: Sequence[ChannelSettings], settings: Settings) -> int:
    """Send both samples to each; how many of the channels did not take them."""
    return sum([not await _test(channel, settings) for channel in chosen])


async def _test(channel: ChannelSettings, settings: Settings) -> bool:
    """Whether the channel took both from everybody that it reaches."""
    typer.echo(f"{channel.name} ({channel.kind})")
    notifier = make_notifier(channel, settings)
    try:
        taken = [await _tell(notifier, channel.name, one) for one in notifier.recipients]
    finally:
        await notifier.aclose()
    return all(taken)


async def _tell(notifier: Notifier, channel: str, recipient: str) -> bool:
    clock, to = SystemClock(), f" to {recipient}" if recipient else ""
    first = sample_alert(channel, recipient, clock.now())
    before = await _send(notifier, first, None, f"an alert{to}")
    if before is None:
        return False
    update = sample_update(first, clock.now())
    return await _send(notifier, update, before, f"its update{to}") is not None


async def _send(
    notifier: Notifier, alert: Alert, before: Receipt | None, what: str
) -> Receipt | None:
    """What the channel answered, which is said; None where it did not take the alert."""
    try:
        async with asyncio.timeout(SEND_DEADLINE.total_seconds()):
            receipt = await notifier.send(alert, before)
    except TimeoutError:
        typer.echo(f"  {what}: no answer within {SEND_DEADLINE.total_seconds():.0f} s")
    except DeliveryError as error:
        later = " (the daemon would try again)" if isinstance(error, Unavailable) else ""
        typer.echo(f"  {what}: not taken: {error}{later}")
    else:
        typer.echo(f"  {what}: {_answer(receipt, before)}")
        return receipt
    return None


def _answer(receipt: Receipt, before: Receipt | None) -> str:
    taken = f"taken as {receipt.reference}" if receipt.reference else "taken"
    if before is None:
        return taken
    if receipt.edited:
        changed = f"changed {receipt.thread} in place"
        return f"{changed}, and told what is new in its thread as {receipt.reference}"
    if receipt.thread == before.thread != "":
        return f"{taken}, a reply in the first one's thread"
    return f"{taken}, a message of its own"
