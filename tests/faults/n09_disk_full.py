"""Fault 9: the disk fills up while news comes in and is told, and has room again later.

Nobody dies here, so nothing may be doubled anywhere: what a channel took while no word of it could
be kept is remembered until it can.
"""

import asyncio
import signal
import time
from collections import Counter
from dataclasses import dataclass, field

from faults.autopsy import doubles
from faults.desk import SLACK
from faults.outcome import Figure, Outcome, Scale, below, count, every, none
from faults.scene import LOOK_SECONDS, Scene, open_scene
from faults.small_disk import SmallDisk, open_small_disk

FAULT = "disk full, then space"

SIZE_BYTES = 6 << 20
MOST_SECONDS = 60.0
FULL_SECONDS = 80
"""Long enough to be noticed: a daemon counts as well for a minute after its last word."""

NOT_KEPT = "not finish"


async def run(scale: Scale) -> Outcome:
    stories = scale.pick(2, 10)
    where = scale.folder / "disk"
    where.mkdir()
    async with (
        open_small_disk(where, SIZE_BYTES) as disk,
        open_scene(scale.folder, stories=3 * stories, store="sqlite:///disk/t.db") as scene,
    ):
        case = _Case(scene=scene, disk=disk, stories=stories)
        await case.fill_and_free(scale.pick(5, FULL_SECONDS))
        return Outcome(figures=case.figures(full=scale.full))


@dataclass
class _Case:
    """The daemon on the disk, and what came of it."""

    scene: Scene
    disk: SmallDisk
    stories: int
    well_before: bool = False
    well_meanwhile: bool = True
    recovered_seconds: float = 0.0
    code: int | None = None
    log: str = field(default="")

    async def fill_and_free(self, seconds: float) -> None:
        scene = self.scene
        scene.publish(self.stories)
        daemon = await self.disk.tocsin("run", "--config", scene.config, log=scene.folder / "log")
        await scene.all_told()
        self.well_before = await self._is_well()
        scene.publish(self.stories)
        await asyncio.sleep(0.5)
        self.disk.fill()
        await asyncio.sleep(seconds)
        self.well_meanwhile = await self._is_well()
        scene.publish(self.stories)
        self.disk.free()
        self.recovered_seconds = await self._until_told()
        daemon.send_signal(signal.SIGTERM)
        self.code = await asyncio.wait_for(daemon.wait(), 120)
        self.log = (scene.folder / "log").read_text()
        await self._once("run", "--once")

    def figures(self, *, full: bool) -> tuple[Figure, ...]:
        not_kept = [line for line in self.log.splitlines() if NOT_KEPT in line]
        ready = (none("well meanwhile", self.well_meanwhile),) if full else ()
        return (
            count("lines on it in the log", len(not_kept)),
            every("well before", self.well_before, 1),
            *ready,
            below("recovered after", self.recovered_seconds, MOST_SECONDS, " s"),
            none("lost", len(self.scene.untold())),
            *doubles(self.scene.desk.doubled(), Counter()),
            every("exit 0 at last", self.code == 0, 1),
        )

    async def _until_told(self) -> float:
        """How long it takes until Slack has been told of every report."""
        started = time.monotonic()
        for _ in range(int(2 * MOST_SECONDS / LOOK_SECONDS)):
            if not self.scene.untold_by(SLACK):
                break
            await asyncio.sleep(LOOK_SECONDS)
        return time.monotonic() - started

    async def _is_well(self) -> bool:
        return await self._once("healthcheck") == 0

    async def _once(self, *words: str) -> int:
        log, config = self.scene.folder / "once", ("--config", self.scene.config)
        return await (await self.disk.tocsin(*words, *config, log=log)).wait()
