"""Fault 18, on SQLite: a second daemon on one store; a daemon that stands still past its leases.

The daemon is stopped (SIGSTOP) in the midst of a send to Slack, for longer than a message is leased
for and a channel is waited for.  A second daemon is refused meanwhile.  Then the first one goes on
(SIGCONT), or it is killed as it stands and another takes over.  In the short form the daemon's
clock runs sixty times as fast; the full form has daemons that stand still for as long as it takes.
"""

import asyncio
import random
import signal
from dataclasses import dataclass
from pathlib import Path

from faults.desk import SLACK
from faults.lives import Life, begin
from faults.outcome import Outcome, Scale, count, every, none
from faults.scene import Scene, open_scene

FAULT = "a second instance on one store; a daemon paused past its leases (SIGSTOP, SIGCONT)"

HURRY = 60
PAUSE_SECONDS = 3.0
"""Of a hurried clock: longer than the lease of two minutes."""

TRUE_PAUSE_SECONDS = 135.0


async def run(scale: Scale) -> Outcome:
    hurried = [_Pause(seed=n, folder=scale.folder / f"{n}") for n in range(scale.pick(2, 16))]
    patient = [
        _Pause(seed=n, folder=scale.folder / f"true-{n}", hurry=1, seconds=TRUE_PAUSE_SECONDS)
        for n in range(scale.pick(0, 6))
    ]
    for few in range(0, len(hurried), 4):
        await asyncio.gather(*(pause.make() for pause in hurried[few : few + 4]))
        scale.say(f"{few + 4} short pauses")
    await asyncio.gather(*(pause.make() for pause in patient))
    pauses = [*hurried, *patient]
    return Outcome(
        figures=(
            count("pauses", len(pauses)),
            every("a second daemon refused", sum(one.refused for one in pauses), len(pauses)),
            none("lost", sum(one.lost for one in pauses)),
            none("doubled on Slack by bot", sum(one.doubled for one in pauses)),
        )
    )


@dataclass
class _Pause:
    """One daemon that is paused; by turns it goes on, or another takes over."""

    seed: int
    folder: Path
    hurry: int = HURRY
    seconds: float = PAUSE_SECONDS
    refused: bool = False
    lost: int = 0
    doubled: int = 0

    async def make(self) -> None:
        self.folder.mkdir()
        chance = random.Random(self.seed)
        async with open_scene(self.folder, stories=3) as scene:
            scene.publish(3)
            life = await scene.start_hurried(self.hurry)
            await _in_a_send(scene, chance)
            life.send(signal.SIGSTOP)
            self.refused = await _refused(scene)
            await asyncio.sleep(self.seconds)
            life.send(signal.SIGKILL if self.seed % 2 else signal.SIGCONT)
            if self.seed % 2:
                await life.ended()
                life = await scene.start_hurried(self.hurry)
            await scene.all_told()
            await _end(life)
            await scene.last_round()
            self.lost, self.doubled = len(scene.untold()), scene.desk.doubled()[SLACK]


async def _in_a_send(scene: Scene, chance: random.Random) -> None:
    """Return some milliseconds after Slack was called for the first, second or third time."""
    called = asyncio.Semaphore(0)
    scene.desk.noticed = lambda channel: called.release() if channel == SLACK else None
    for _ in range(1 + chance.randrange(3)):
        await asyncio.wait_for(called.acquire(), 120)
    await asyncio.sleep(chance.uniform(0, 0.01))


async def _refused(scene: Scene) -> bool:
    log = scene.folder / "second"
    second = await begin(log, "run", "--config", scene.config)
    code = await second.ended()
    return code == 1 and "another tocsin is running on this store" in log.read_text()


async def _end(life: Life) -> None:
    life.send(signal.SIGTERM)
    await life.ended()
