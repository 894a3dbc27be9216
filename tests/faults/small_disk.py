"""A file system of a few megabytes that can be filled up, without being root.

A process that only sleeps holds a user namespace in which a tmpfs is mounted; programs run in it
see the small disk in its folder, and everything else as it is.  Linux lets anybody do that, unless
it is told otherwise.
"""

import asyncio
import errno
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from faults.outcome import NotHere

_HOLD = 'mount -t tmpfs -o size="$1" tocsin "$2" && echo mounted && exec sleep infinity'
_PROGRAM = (sys.executable, "-c", "from tocsin.cli import main; main()")


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """The disk that the process *keeper* sees in *folder*."""

    keeper: int
    folder: Path

    @property
    def _ballast(self) -> Path:
        return Path(f"/proc/{self.keeper}/root{self.folder}/ballast")

    async def tocsin(self, *words: str | Path, log: Path) -> Process:
        """Start ``tocsin WORDS`` where the disk is; *log* is elsewhere and never full."""
        enter = ("nsenter", "--preserve-credentials", "-U", "-m", "-t", str(self.keeper))
        with log.open("ab") as out:
            return await asyncio.create_subprocess_exec(
                *enter, *_PROGRAM, *words, stdin=DEVNULL, stdout=out, stderr=out
            )

    def fill(self) -> None:
        """Leave no room at all."""
        with self._ballast.open("wb", buffering=0) as ballast:
            for piece in (1 << 16, 1):
                self._fill_by(ballast, piece)

    def free(self) -> None:
        """Give the room back."""
        self._ballast.unlink()

    def _fill_by(self, ballast: FileIO, piece: int) -> None:
        try:
            while ballast.write(bytes(piece)):
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


@asynccontextmanager
async def open_small_disk(folder: Path, size_bytes: int) -> AsyncIterator[SmallDisk]:
    """A disk of that size, empty, in *folder*.

    Raises:
        NotHere: This machine does not let us mount one.
    """
    hold = ("unshare", "-Urm", "sh", "-c", _HOLD, "sh", str(size_bytes), folder)
    try:
        keeper = await asyncio.create_subprocess_exec(*hold, stdout=PIPE, stderr=DEVNULL)
    except FileNotFoundError:
        raise NotHere("needs `unshare` and `nsenter` of util-linux") from None
    try:
        assert keeper.stdout is not None
        if not await keeper.stdout.readline():
            raise NotHere("needs user namespaces, which this machine does not allow")
        yield SmallDisk(keeper.pid, folder)
    finally:
        if keeper.returncode is None:
            keeper.kill()
        await keeper.wait()
