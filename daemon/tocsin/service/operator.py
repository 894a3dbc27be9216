"""Tells who runs the service how it fares: in the store, by a ping, and by notices."""

from datetime import datetime

import structlog

from tocsin.app import App
from tocsin.core.alerting import Address
from tocsin.core.errors import ConfigError, StoreError
from tocsin.core.notices import Notice
from tocsin.service.beats import Beats
from tocsin.service.heartbeat import Heartbeat
from tocsin.store import facts, notices, operator
from tocsin.store.operator import Desk

MOST_PROBLEMS = 10
"""So many of a wrong configuration's problems stand in the notice; the log has them all."""

log = structlog.get_logger("tocsin.service")


class Operator:
    """Speaks for the service around *app*, whose *beats* say whether it is well."""

    def __init__(self, app: App, beats: Beats) -> None:
        self._app = app
        self._beats = beats
        self._heartbeat = Heartbeat()
        self._started = app.stages.clock.now()
        self._wrong_config = ""
        self._unwritable: tuple[datetime, str] | None = None

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._heartbeat.aclose()

    async def alive(self) -> None:
        """Say in the store that we live, and which beats stand still.

        Once the store takes a word again, the operator hears how long it did not.
        """
        now = self._app.stages.clock.now()
        try:
            await self._app.stages.store.write(facts.alive, now, self._beats.still())
        except StoreError as error:
            self._unwritable = self._unwritable or (now, str(error))
            raise
        if self._unwritable:
            await self._post(self._was_unwritable(*self._unwritable, now))
            self._unwritable = None

    async def ping(self) -> None:
        """Ping the heartbeat's address while no vital beat stands still."""
        address, still = self._app.settings.heartbeat.url, self._beats.still()
        if still:
            log.error("not well: these beats stand still", beats=", ".join(still))
        elif address:
            await self._heartbeat.ping(address)

    async def tell(self) -> None:
        """Send the notices that are due, in one message; the log has them whoever else hears."""
        stages = self._app.stages
        told = await stages.store.write(operator.tell_notices, self._desk(), stages.clock.now())
        for notice in told:
            log.warning(notice.title, details=list(notice.lines))

    async def watch_feeds(self) -> None:
        """Notice when no feed answers any more, and when one does again."""
        stages = self._app.stages
        desk, now = self._desk(), stages.clock.now()
        await stages.store.write(operator.watch_feeds, desk, self._started, now)

    async def daily(self) -> None:
        """Send the daily line, if one is asked for and its time has come."""
        stages, when = self._app.stages, self._app.settings.heartbeat.daily
        if when is None:
            return
        desk, now = self._desk(), stages.clock.now()
        if said := await stages.store.write(operator.tell_daily, desk, when, now):
            log.info(said)

    async def config_is_wrong(self, error: ConfigError) -> None:
        """The operator hears it once, until it is right again."""
        self._wrong_config = self._wrong_config or f"config/{self._app.stages.clock.now()}"
        title = "the configuration on disk is wrong: the one before stays in force"
        lines = tuple(str(problem) for problem in error.problems[:MOST_PROBLEMS])
        await self._post(Notice(key=self._wrong_config, title=title, lines=lines))

    async def config_is_right(self) -> None:
        """The operator hears it, if he heard that it was wrong."""
        if self._wrong_config:
            key, title = f"{self._wrong_config}/right", "the configuration on disk is right again"
            await self._post(Notice(key=key, title=title, ends=self._wrong_config))
            self._wrong_config = ""

    def _desk(self) -> Desk:
        settings, stages = self._app.settings, self._app.stages
        to = [
            Address(channel=channel.name, recipient=recipient)
            for channel in stages.channels
            if channel.name == settings.operator
            for recipient in channel.notifier.recipients
        ]
        return Desk(to=to, zone=settings.zone, feeds=stages.feeds.keys())

    async def _post(self, notice: Notice) -> None:
        stages = self._app.stages
        await stages.store.write(notices.post, notice, stages.clock.now())

    def _was_unwritable(self, since: datetime, why: str, now: datetime) -> Notice:
        start, end = (f"{at.astimezone(self._app.settings.zone):%H:%M:%S}" for at in (since, now))
        return Notice(
            key=f"store/{since.isoformat()}",
            title=f"the store could not be written from {start} to {end}",
            lines=(why, "what could not be kept meanwhile is fetched and sent again"),
        )
