"""Fault 9: the disk fills up while news comes in and is told, and has room again later.

The store lies on a file system of a few megabytes, which the daemon mounts for itself in a user
namespace (Linux lets anybody do that, unless told otherwise); a file takes all the room there is.
What a channel took while no word of it could be kept is sent again where the channel cannot be
asked; each such moment is a line in the log.
"""

import asyncio
import json
import os
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from faults.autopsy import doubles
from faults.desk import CHANNELS
from faults.outcome import Figure, NotHere, Outcome, Scale, below, count, every, none
from faults.scene import Scene, open_scene

FAULT = "disk full, then space"

SIZE_BYTES = 6 << 20
MOST_SECONDS = 60.0
FULL_SECONDS = 80
"""Long enough to be noticed: a daemon counts as well for a minute after its last word."""

_ON_A_DISK = 'mount -t tmpfs -o size=$0 tocsin "$1" && shift && exec "$@"'
_PROGRAM = (sys.executable, "-c", "from tocsin.cli import main; main()")


async def run(scale: Scale) -> Outcome:
    await _can_mount()
    disk = scale.folder / "disk"
    disk.mkdir()
    stories = scale.pick(2, 10)
    async with open_scene(scale.folder, stories=3 * stories, store="sqlite:///disk/t.db") as scene:
        daemon = await _Daemon.start(scene)
        try:
            return Outcome(figures=tuple(await _fill_and_free(scene, daemon, scale)))
        finally:
            await daemon.end()


async def _fill_and_free(scene: Scene, daemon: "_Daemon", scale: Scale) -> list[Figure]:
    stories = scale.pick(2, 10)
    scene.publish(stories)
    await scene.all_told()
    daemon.fill()
    scene.publish(stories)
    await asyncio.sleep(scale.pick(6, FULL_SECONDS))
    ready = await daemon.is_well() if scale.full else False
    scene.publish(stories)
    started = time.monotonic()
    daemon.free()
    await scene.all_told()
    seconds = time.monotonic() - started
    code, refused = await daemon.end(), daemon.refusals()
    await scene.last_round()
    return [
        count("writes refused", sum(refused.values())),
        none("well while it is full", ready),
        below("recovered after", seconds, MOST_SECONDS, " s"),
        none("lost", len(scene.untold())),
        *doubles(scene.desk.doubled(), refused),
        every("exit 0 at last", code == 0, 1),
    ]
