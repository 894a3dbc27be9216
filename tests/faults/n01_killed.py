"""Fault 1: the daemon is killed (SIGKILL), at named steps and anywhere else, while news comes in.

Every life ends by a kill, but for one now and then, and the last.  Where a channel cannot be asked,
at most as many messages may be doubled as kills fell between its yes and our commit (see
`autopsy`).
"""

import asyncio
import random
import signal
from collections import Counter
from dataclasses import dataclass, field

from faults.autopsy import doubles
from faults.lives import Life
from faults.outcome import Outcome, Scale, count, every, none
from faults.scene import Scene, open_scene

FAULT = "kill -9 at 200 random points and at each named step, under load"

STEPS = (
    "call tocsin.intake.polling:take_in",
    "return tocsin.intake.polling:take_in",
    "return tocsin.store.entries:claim_new",
    "call tocsin.intake.placing:place",
    "return tocsin.intake.placing:place",
    "call tocsin.store.sqlite:SqliteStore._commit",
    "return tocsin.store.sqlite:SqliteStore._commit",
    "return tocsin.store.freezing:take",
    "return tocsin.store.freezing:_freeze",
    "call tocsin.delivery:Delivery._hand_over",
    "call tocsin.notify.slack_bot:SlackBot._post",
    "call tocsin.notify.slack_bot:SlackBot.find",  # which the kill before it makes necessary
    "call tocsin.notify.slack_bot:SlackBot._edit",
    "call tocsin.store.settling:mark_told",
    "return tocsin.store.settling:mark_told",
)
SHORT_STEPS = ("return tocsin.intake.placing:place", "call tocsin.store.settling:mark_told")
LONGEST_LIFE = 5.0
PATIENCE_SECONDS = 15
KILLS_BETWEEN = 20
"""After so many kills a life may tell all that waits."""


async def run(scale: Scale) -> Outcome:
    steps = STEPS if scale.full else SHORT_STEPS
    kills, chance = scale.pick(3, 200), random.Random(1)
    async with open_scene(scale.folder, stories=2 * kills + 4 * len(steps)) as scene:
        toll = Toll(scene)
        for step in steps:
            await toll.kill_at(step)
        for number in range(kills):
            await toll.kill_somewhere(chance)
            if (number + 1) % KILLS_BETWEEN == 0:
                await toll.tell_all()
                scale.say(f"{number + 1} of {kills} random kills")
        await toll.tell_all()
        return toll.outcome()


@dataclass
class Toll:
    """The kills of a scene, and what they left."""

    scene: Scene
    kills: int = 0
    whole: int = 0
    not_reached: list[str] = field(default_factory=list)
    codes: list[int | None] = field(default_factory=list)
    arrived: Counter[str] = field(default_factory=Counter)

    async def kill_at(self, step: str) -> None:
        """A life that ends where it comes to *step*, with news to tell."""
        self.scene.publish(2)  # with them comes a second report of an earlier one
        life = await self.scene.start(step=step)
        if await life.ended(PATIENCE_SECONDS) is None:
            await self.scene.all_told()
            self.scene.publish(2)  # so that the second report comes as an update of a message
            if await life.ended() is None:
                self.not_reached.append(f"not reached: {step}")
        await self._kill(life)

    async def kill_somewhere(self, chance: random.Random) -> None:
        """A life that ends some time after its start, or some moment after a message is out."""
        self.scene.publish(1)
        tripwire = Tripwire(after=chance.randrange(1, 4), seconds=chance.uniform(0, 0.01))
        self.scene.desk.noticed = tripwire.touch
        limit = chance.uniform(0.1, 2.5) if chance.random() < 0.3 else LONGEST_LIFE
        life = await self.scene.start()
        await tripwire.wait(limit)
        await self._kill(life)

    async def tell_all(self) -> None:
        """A life that tells all that waits: else the channels fall behind with every kill, and
        what they are told at last are bulletins, and hardly an update."""
        self.scene.desk.noticed = lambda channel: None
        self.scene.publish(1)  # so that it is not told to end before it has begun
        self.codes.append(await self.scene.last_life())

    async def _kill(self, life: Life) -> None:
        life.send(signal.SIGKILL)
        await life.ended()
        self.kills += 1
        found = await self.scene.examine()
        self.whole += found.whole
        self.arrived += found.arrived

    def outcome(self) -> Outcome:
        """The figures; the notes say which steps were not reached, and what is known of each report
        that was lost."""
        desk, lost = self.scene.desk, self.scene.accounts()
        figures = (
            count("kills", self.kills),
            count("messages", len(desk.taken)),
            none("steps not reached", len(self.not_reached)),
            every("integrity ok", self.whole, self.kills),
            none("lost", len(lost)),
            *doubles(desk.doubled(), self.arrived),
            every("exit 0 where told to end", self.codes.count(0), len(self.codes)),
        )
        return Outcome(figures=figures, notes=(*self.not_reached, *lost))


class Tripwire:
    """Rings *seconds* after the desk's channels were touched so often as *after* says."""

    def __init__(self, *, after: int, seconds: float) -> None:
        self._left = after
        self._seconds = seconds
        self._touched = asyncio.Event()

    def touch(self, channel: str) -> None:
        self._left -= 1
        if not self._left:
            asyncio.get_running_loop().call_later(self._seconds, self._touched.set)

    async def wait(self, limit: float) -> None:
        """Returns when it rings, or after *limit* seconds."""
        try:
            async with asyncio.timeout(limit):
                await self._touched.wait()
        except TimeoutError:
            return
