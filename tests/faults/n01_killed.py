"""Fault 1: the daemon is killed (SIGKILL), at named steps and anywhere else, while news comes in.

Every life ends by a kill but the last.  After each, the store as the crash left it is copied and
the copy looked at, so that the next life finds what the last one left.  A kill *explains* a
repetition where it left a message as being sent that its channel had taken: it fell between their
yes and our commit.
"""

import asyncio
import json
import random
import shutil
import signal
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field

from faults.desk import CHANNELS, SLACK
from faults.lives import Life
from faults.outcome import Figure, Outcome, Scale, below, count, every, none
from faults.scene import Scene, open_scene
from tocsin.core.model import Alert
from tocsin.notify.webhook import message_id
from tocsin.store.values import load

FAULT = "kill -9 at 200 random points and at each named step, under load"

STEPS = (
    "call tocsin.intake.polling:take_in",
    "return tocsin.intake.polling:take_in",
    "return tocsin.store.entries:claim_new",
    "call tocsin.intake.placing:place",
    "return tocsin.intake.placing:place",
    "call tocsin.store.sqlite:SqliteStore._commit",
    "return tocsin.store.sqlite:SqliteStore._commit",
    "return tocsin.store.outbox:take",
    "return tocsin.store.outbox:_freeze",
    "call tocsin.delivery:Delivery._hand_over",
    "call tocsin.notify.slack_bot:SlackBot._post",
    "call tocsin.notify.slack_bot:SlackBot._edit",
    "call tocsin.notify.slack_bot:SlackBot.find",
    "call tocsin.store.outbox:mark_told",
    "return tocsin.store.outbox:mark_told",
)
SHORT_STEPS = ("return tocsin.intake.placing:place", "call tocsin.store.outbox:mark_told")
LONGEST_LIFE = 8.0


async def run(scale: Scale) -> Outcome:
    steps = STEPS if scale.full else SHORT_STEPS
    kills, chance = scale.pick(3, 200), random.Random(1)
    async with open_scene(scale.folder, stories=2 * (kills + len(steps))) as scene:
        toll = Toll(scene)
        for step in steps:
            await toll.kill_at(step)
        for number in range(kills):
            await toll.kill_somewhere(chance)
            if number % 20 == 19:
                scale.say(f"{number + 1} of {kills} random kills")
        await toll.let_live()
        return Outcome(figures=toll.figures())


@dataclass
class Toll:
    """The kills of a scene, and what they left."""

    scene: Scene
    kills: int = 0
    whole: int = 0
    not_reached: int = 0
    ended_well: bool = False
    taken_before: int = 0
    explained: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CHANNELS, 0))

    async def kill_at(self, step: str) -> None:
        """A life that ends where it comes to *step*, with news to tell."""
        self.scene.publish(2)
        life = await self.scene.start(step=step)
        if await life.ended(30) is None:
            self.not_reached += 1
        await self._kill(life)

    async def kill_somewhere(self, chance: random.Random) -> None:
        """A life that ends some time after its start, or some moment after a message is out."""
        self.scene.publish(1 + chance.randrange(2))
        tripwire = Tripwire(after=chance.randrange(1, 6), seconds=chance.uniform(0, 0.01))
        self.scene.desk.noticed = tripwire.touch
        limit = chance.uniform(0.1, 2.5) if chance.random() < 0.3 else LONGEST_LIFE
        life = await self.scene.start()
        await tripwire.wait(limit)
        await self._kill(life)

    async def let_live(self) -> None:
        """The last life: it tells what is left, and ends in order."""
        self.scene.desk.noticed = lambda channel: None
        life = await self.scene.start()
        await self.scene.all_told(60)
        life.send(signal.SIGTERM)
        self.ended_well = await life.ended(20) == 0

    async def _kill(self, life: Life) -> None:
        life.send(signal.SIGKILL)
        await life.ended()
        self.kills += 1
        await asyncio.to_thread(self._examine)
        self.taken_before = len(self.scene.desk.taken)

    def _examine(self) -> None:
        """Look at a copy of the store as the crash left it."""
        copy = self.scene.folder / "copy.db"
        for end in ("", "-wal"):
            left = self.scene.store.with_name(self.scene.store.name + end)
            if left.exists():
                shutil.copyfile(left, copy.with_name(copy.name + end))
        with closing(sqlite3.connect(copy)) as conn:
            (said,) = conn.execute("PRAGMA integrity_check").fetchone()
            self.whole += said == "ok"
            tables = conn.execute("SELECT name FROM sqlite_master WHERE name = 'outbox'").fetchall()
            query = "SELECT channel, payload FROM outbox WHERE status = 'sending'"
            for channel, payload in conn.execute(query) if tables else ():
                self.explained[channel] += self._had_taken(channel, payload)
        for left in copy.parent.glob("copy.db*"):
            left.unlink()

    def _had_taken(self, channel: str, payload: str) -> bool:
        alert = load(Alert, json.loads(payload))
        idents = (message_id(alert.key), f"<{alert.id}.{alert.revision}.")
        in_this_life = self.scene.desk.taken[self.taken_before :]
        return any(one.ident.startswith(idents) for one in in_this_life if one.channel == channel)

    def figures(self) -> tuple[Figure, ...]:
        desk = self.scene.desk
        return (
            count("kills", self.kills),
            count("messages", len(desk.taken)),
            none("steps not reached", self.not_reached),
            every("integrity ok", self.whole, self.kills),
            none("lost", len(self.scene.untold())),
            none("doubled on Slack by bot", desk.doubled(SLACK)),
            *(
                below(
                    f"doubled by {channel}, at most the kills between yes and commit",
                    desk.doubled(channel),
                    self.explained[channel],
                )
                for channel in CHANNELS
                if channel != SLACK
            ),
            every("ended in order at last", self.ended_well, 1),
        )


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
