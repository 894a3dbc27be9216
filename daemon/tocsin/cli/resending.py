"""``tocsin alerts resend``: once more what was told, or what was given up."""

import asyncio
from collections import Counter
from pathlib import Path

import typer
from sqlalchemy import Connection

from tocsin.app import make_channels
from tocsin.cli.alerts import check_channel, none
from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.alerting import Address
from tocsin.core.wording import count
from tocsin.store import facts, resending
from tocsin.store.alerts import Wanted
from tocsin.store.resending import Outcome, Revived, Wish

_REVIVED = """\
they come as after an outage: what is critical at once, the rest in few messages; quiet hours,
silences and the channel's rate hold them as ever (`tocsin alerts list` says how each stands)"""


def resend_alert(config: Path | None, story_id: int, channel: str | None) -> None:
    """Have an alert sent once more, and say what will be sent."""
    settings = load(config)
    wish = _wish(settings, channel)

    def resend(conn: Connection) -> tuple[list[Outcome], bool]:
        return resending.resend(conn, story_id, wish), facts.last_alive(conn) is not None

    outcomes, lives = asyncio.run(in_store(settings, lambda store: store.write(resend)))
    for outcome in outcomes:
        typer.echo(_outcome(outcome), err=outcome.alert is None)
    if not any(outcome.alert for outcome in outcomes):
        raise typer.Exit(1)
    typer.echo("the running daemon sends it now" if lives else "`tocsin run` will send it")


def resend_dead(config: Path | None, channel: str | None) -> None:
    """Have all that was given up told after all, and say how that will be."""
    settings = load(config)
    wish = _wish(settings, channel)

    def revive(conn: Connection) -> tuple[list[Revived], bool]:
        return resending.revive(conn, wish), facts.last_alive(conn) is not None

    found, lives = asyncio.run(in_store(settings, lambda store: store.write(revive)))
    if not found:
        typer.echo(none(Wanted(channel=channel, dead=True)))
        return
    for one, number in Counter(found).items():
        typer.echo(_revived(one, number), err=bool(one.why_not))
    if all(one.why_not for one in found):
        raise typer.Exit(1)
    typer.echo("the running daemon begins now" if lives else "`tocsin run` will begin with them")
    typer.echo(_REVIVED)


def _wish(settings: Settings, channel: str | None) -> Wish:
    check_channel(settings, channel)
    reached = {
        Address(channel=one.name, recipient=recipient)
        for one in make_channels(settings)
        for recipient in one.notifier.recipients
    }
    routing, now = settings.routing, SystemClock().now()
    return Wish(channel=channel, routing=routing, reached=reached, now=now)


def _outcome(outcome: Outcome) -> str:
    whom = f"{outcome.to.channel} {outcome.to.recipient}".strip()
    if outcome.alert is None:
        return f"{whom}: nothing is sent: {outcome.why_not}"
    if outcome.update:
        return f"{whom}: an update of what was told: {'; '.join(outcome.alert.news)}"
    return f"{whom}: the alert, as it stands now: {outcome.alert.title}"


def _revived(one: Revived, number: int) -> str:
    letters = f"{one.channel}: {count(number, 'dead letter')}"
    if one.asked:
        return f"{letters} may have arrived: asked for first, and sent again only if not there"
    if one.why_not:
        return f"{letters} not sent: {one.why_not}"
    return f"{letters} {'is' if number == 1 else 'are'} sent again"
