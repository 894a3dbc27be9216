"""The daemon: its beats, its signals, its new configurations, and its orderly end.

A few APScheduler jobs only look for rows whose time has come and start tasks for them; the work
itself lives in the engine's tasks, since the scheduler would cancel its own at shutdown.
"""

import asyncio
import signal
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from tocsin.app import App
from tocsin.clock import SystemClock
from tocsin.config import changed_rules, changes, read_config
from tocsin.core.errors import ConfigError
from tocsin.engine.local import LocalEngine
from tocsin.intake.placing import would_match
from tocsin.service.beats import Beat, Beats
from tocsin.service.operator import Operator
from tocsin.service.timekeeping import keep_time
from tocsin.store import facts

PATIENCE = timedelta(seconds=6)
"""So long sends under way may take to end; with the rest, less than the 8 s that we promise."""

TICK, LOOK, HEALTH = timedelta(seconds=1), timedelta(seconds=2), timedelta(seconds=10)
SWEEP, KEEP = timedelta(minutes=1), timedelta(minutes=10)

log = structlog.get_logger("tocsin.service")


class Service:
    """The daemon around an `App`; *environ* fills in the variables of a changed configuration."""

    def __init__(self, app: App, environ: Mapping[str, str]) -> None:
        self._app = app
        self._environ = environ
        self.engine = LocalEngine(app.stages)
        self._outgoing: frozenset[asyncio.Task[None]] | None = None  # at work on earlier settings
        self._stop = asyncio.Event()
        self._seen = _stamps(app.settings.files)  # all that is looked at for changes
        self._beats = Beats()
        self._operator = Operator(app, self._beats)

    def stop(self) -> None:
        """End in order, soon."""
        self._stop.set()

    def look_again(self) -> None:
        """Read the configuration anew, whether its files changed or not."""
        self._seen = {}

    async def run(self) -> None:
        """Watch and ring until `stop`, SIGTERM or SIGINT; then end within 8 s."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self.stop)
        loop.add_signal_handler(signal.SIGHUP, self.look_again)
        stages = self._app.stages
        scheduler = self._schedule()
        log.info("watching", feeds=len(stages.feeds), channels=len(stages.channels))
        scheduler.start()
        timekeeping = asyncio.create_task(keep_time(scheduler, SystemClock()))
        try:
            await self._stop.wait()
        finally:
            log.info("ending: no new work, sends under way are finished")
            timekeeping.cancel()
            scheduler.shutdown(wait=False)
            await self.engine.stop(PATIENCE)
            await self._operator.aclose()
            await stages.store.write(facts.ended, stages.clock.now())
        log.info("ended")

    async def reload(self) -> None:
        """Where a file of the configuration changed, use it: all of it, or none.

        What the one before had opened is closed once all work on it has ended.
        """
        old = self._app.settings
        await self._let_go()
        stamps = await asyncio.to_thread(_stamps, self._seen or old.files)
        if stamps == self._seen:
            return
        try:
            new = await asyncio.to_thread(read_config, old.path, self._environ)
            stamps = await asyncio.to_thread(_stamps, new.files) | stamps
            await self._app.use(new)
        except ConfigError as error:
            self._seen = await asyncio.to_thread(_stamps, map(Path, error.files)) | stamps
            for problem in error.problems:
                log.error(f"configuration: {problem}")
            log.error("the configuration is wrong: the old one stays in force")
            await self._operator.config_is_wrong(error)
            return
        self.engine.stages = self._app.stages
        self._outgoing = self.engine.under_way
        self._seen = {file: stamps[file] for file in new.files}
        log.info("configuration reloaded", changed=changes(old, new))
        self._say_routes()
        await self._operator.config_is_right()
        if rules := changed_rules(old, new):
            await self._say_matches(rules)

    async def _let_go(self) -> None:
        """Close what earlier settings had opened, once no work that began under them goes on."""
        if self._outgoing is None or self.engine.stages is not self._app.stages:
            return
        if all(task.done() for task in self._outgoing):
            self._outgoing = None
            await self._app.let_go()

    def _schedule(self) -> AsyncIOScheduler:
        """The beats; one that is late runs once, at once, and never twice at the same time."""
        late = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        scheduler = AsyncIOScheduler(job_defaults=late, timezone="UTC")
        now = SystemClock().now()  # the scheduler goes by the machine's clock, whatever ours is
        for beat in (
            Beat(name="poll", do=self.engine.poll_due, every=TICK, vital=True),
            Beat(name="deliver", do=self.engine.deliver_due, every=TICK, vital=True),
            Beat(name="reload", do=self.reload, every=LOOK),
            Beat(name="alive", do=self._operator.alive, every=HEALTH, vital=True),
            Beat(name="notices", do=self._operator.tell, every=HEALTH),
            Beat(name="feeds", do=self._operator.watch_feeds, every=SWEEP),
            Beat(name="daily line", do=self._operator.daily, every=SWEEP),
            Beat(name="heartbeat", do=self._operator.ping, every=SWEEP),
            Beat(name="sweep", do=self.engine.read_stuck, every=SWEEP),
            Beat(name="frequencies", do=self._keep_frequencies, every=KEEP),
        ):
            seconds = beat.every.total_seconds()
            run = self._beats.guarded(beat)
            scheduler.add_job(run, "interval", seconds=seconds, next_run_time=now)
        return scheduler

    async def _keep_frequencies(self) -> None:
        await self._app.stages.store.turn(self._app.live.keep_frequencies)

    def _say_routes(self) -> None:
        """Say which open stories newly lead to somebody, and when they hear of them."""
        rerouted = self._app.now.rerouted
        if rerouted.now:
            log.info(
                "nobody had heard of these open stories; they are told now", stories=rerouted.now
            )
        if rerouted.later:
            hint = "open stories that were told elsewhere are told here too with their next news"
            log.info(hint, stories=rerouted.later)

    async def _say_matches(self, rules: frozenset[str]) -> None:
        """Say what new rules would match among the open stories; they are not alerted on."""
        stages = self._app.stages
        matcher, now = self._app.now.matcher, stages.clock.now()
        for rule in sorted(rules):
            count = await stages.store.read(would_match, matcher.match, frozenset({rule}), now)
            if count:
                hint = f"tocsin rules apply {rule}"
                log.info("a rule matches open stories", rule=rule, stories=count, alert_on=hint)


def _stamps(files: Iterable[Path]) -> dict[Path, tuple[int, int] | None]:
    """When each file was last written, and its size; None for one that is not there."""
    stamps: dict[Path, tuple[int, int] | None] = {}
    for file in files:
        try:
            found = file.stat()
            stamps[file] = (found.st_mtime_ns, found.st_size)
        except OSError:
            stamps[file] = None
    return stamps
