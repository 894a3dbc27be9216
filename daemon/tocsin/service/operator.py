"""Tells who runs the service how it fares: in the store, by a ping, and by notices."""

from datetime import datetime

import structlog
from sqlalchemy import Connection

from tocsin.app import App
from tocsin.core.errors import ConfigError, StoreError
from tocsin.core.notices import Notice
from tocsin.service.beats import Beats
from tocsin.service.heartbeat import Heartbeat
from tocsin.store import facts, notices, operator, outbox

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

        Where the clock was set back, nothing is to wait for what it said before.  Once the store
        takes a word again, the operator hears how long it did not.
        """
        now = self._app.stages.clock.now()
        try:
            await self._app.stages.store.write(self._say_alive, now)
        except StoreError as error:
            self._unwritable = self._unwritable or (now, str(error))
            raise
        if self._unwritable:
            notice = self._was_unwritable(*self._unwritable, now)
            log.warning(notice.title)
            await self._post(notice)
            self._unwritable = None

    async def ping(self) -> None:
        """Ping the heartbeat's address while no vital beat stands still, and notices get through:
        where they do not, its silence is the only word that the operator gets."""
        stages, address = self._app.stages, self._app.settings.heartbeat.url
        if still := self._beats.still():
            log.error("not well: these beats stand still", beats=", ".join(still))
            return
        told_on = self._app.settings.operator
        if silent := await stages.store.read(operator.unheard, told_on, stages.clock.now()):
            log.error(str(silent))
        elif address:
            await self._heartbeat.ping(address)

    async def tell(self) -> None:
        """Send the notices that are due, in one message; who posted them has told the log."""
        stages, desk = self._app.stages, self._app.desk
        told = await stages.store.write(operator.tell_notices, desk, stages.clock.now())
        if told:
            log.info("the operator is told", notices=[notice.title for notice in told])

    async def watch_feeds(self) -> None:
        """Notice when no feed answers any more, and when one does again."""
        stages, desk = self._app.stages, self._app.desk
        now = stages.clock.now()
        notice = await stages.store.write(operator.watch_feeds, desk, self._started, now)
        if notice:
            log.warning(notice.title)

    async def daily(self) -> None:
        """Send the daily line, if one is asked for and its time has come."""
        stages, when = self._app.stages, self._app.settings.heartbeat.daily
        if when is None:
            return
        now = stages.clock.now()
        if said := await stages.store.write(operator.tell_daily, self._app.desk, when, now):
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

    def _say_alive(self, conn: Connection, now: datetime) -> None:
        if facts.clock_went_back(conn, now):
            outbox.clock_went_back(conn, now)
        silent = operator.unheard(conn, self._app.settings.operator, now)
        facts.alive(conn, now, self._beats.still(), str(silent or ""))

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
