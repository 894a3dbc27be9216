"""Fault 2: the daemon is told to end (SIGTERM) while it tells the desk, and the webhook hangs.

Several daemons side by side, each with a world of its own, since an orderly end waits for sends
under way.  A call that is cut short after the webhook took it is sent again: it may be doubled.
"""

import asyncio
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from faults.autopsy import doubles
from faults.desk import HANGS_SECONDS
from faults.outcome import Figure, Outcome, Scale, below, every, none
from faults.scene import Scene, open_scene

FAULT = "SIGTERM x 50 under load, a sink hanging for 60 s"

MOST_SECONDS = 8.0
PATIENCE_SECONDS = 120
SIDE_BY_SIDE = 5


async def run(scale: Scale) -> Outcome:
    ends, daemons = scale.pick(1, 50), scale.pick(1, SIDE_BY_SIDE)
    worlds = [_World(folder=scale.folder / str(n), seed=n) for n in range(daemons)]
    await asyncio.gather(*(world.live(ends // daemons) for world in worlds))
    return Outcome(figures=_figures(worlds, ends))


@dataclass
class _World:
    """One daemon's world, and what came of its ends."""

    folder: Path
    seed: int
    seconds: list[float] = field(default_factory=list)
    codes: list[int | None] = field(default_factory=list)
    lost: int = 0
    arrived: Counter[str] = field(default_factory=Counter)
    doubled: Counter[str] = field(default_factory=Counter)

    async def live(self, ends: int) -> None:
        self.folder.mkdir()
        chance = random.Random(self.seed)
        async with open_scene(self.folder, stories=3 * ends) as scene:
            scene.desk.hanging = True
            for _ in range(ends):
                await self._end_one(scene, chance.uniform(0, 2))
            scene.desk.hanging = False
            await scene.last_life()
            self.lost = len(scene.untold())
            self.doubled = scene.desk.doubled()

    async def _end_one(self, scene: Scene, after: float) -> None:
        """A life that is told to end some time after the webhook was called."""
        called = asyncio.Event()
        scene.desk.noticed = lambda channel: called.set()
        scene.publish(3)
        life = await scene.start()
        await asyncio.wait_for(called.wait(), PATIENCE_SECONDS)
        await asyncio.sleep(after)
        started = time.monotonic()
        life.send(signal.SIGTERM)
        self.codes.append(await life.ended(HANGS_SECONDS - 10))
        self.seconds.append(time.monotonic() - started)
        life.send(signal.SIGKILL)
        self.arrived += (await scene.examine()).arrived


def _figures(worlds: list[_World], ends: int) -> tuple[Figure, ...]:
    return (
        every("exit 0", sum(world.codes.count(0) for world in worlds), ends),
        below("slowest", max(max(world.seconds) for world in worlds), MOST_SECONDS, " s"),
        none("lost", sum(world.lost for world in worlds)),
        *doubles(
            sum((world.doubled for world in worlds), Counter()),
            sum((world.arrived for world in worlds), Counter()),
        ),
    )
