"""``make faults``: makes every fault in full, one after the other, and prints what came of it.

    python -m faults [--write DOCUMENT] [NUMBER …]

Loopback only, fixed seeds, each fault in a process of its own that is ended after `LIMIT`.  Ends
with 1 where a target was missed.  With ``--write`` the rows are put into a document's table, too.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from faults import catalogue
from faults.table import Row, put_into, read, render

LIMIT_SECONDS = 45 * 60


def main(arguments: Sequence[str]) -> int:
    asked = _asked(arguments)
    rows = [_make(name) for name in _chosen(asked.numbers)]
    print(render(rows))
    if asked.write:
        asked.write.write_text(put_into(asked.write.read_text("utf-8"), rows), "utf-8")
    return int(any(row.verdict == "MISSED" for row in rows))


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="faults")
    parser.add_argument("numbers", nargs="*", type=int, metavar="NUMBER")
    parser.add_argument("--write", type=Path, metavar="DOCUMENT")
    return parser.parse_args(arguments)


def _chosen(numbers: Sequence[int]) -> list[str]:
    known = {catalogue.number(name): name for name in catalogue.names()}
    if unknown := set(numbers) - set(known):
        sys.exit(f"there is no fault {min(unknown)}; there are {', '.join(map(str, known))}")
    return [name for number, name in known.items() if number in numbers or not numbers]


def _make(name: str) -> Row:
    """Make one fault; whatever it does to its process, there is a row about it."""
    fault, started = catalogue.find(name), time.monotonic()
    print(f"{fault.number:>4}  {fault.what}", file=sys.stderr, flush=True)
    folder = tempfile.mkdtemp(prefix="tocsin-fault-")
    row = _row(fault, folder)
    if row.verdict == "MISSED":
        print(f"{fault.number:>4}  what it left is in {folder}", file=sys.stderr, flush=True)
    else:
        shutil.rmtree(folder, ignore_errors=True)
    spent = time.monotonic() - started
    print(f"{fault.number:>4}  {row.verdict} after {spent:.0f} s", file=sys.stderr, flush=True)
    return row


def _row(fault: catalogue.Fault, folder: str) -> Row:
    process = subprocess.Popen(
        [sys.executable, "-m", "faults.one", fault.name, folder],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # so that all that it started can be ended with it
    )
    try:
        out, _ = process.communicate(timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        return Row(number=fault.number, what=fault.what, failed=f"not done in {LIMIT_SECONDS} s")
    finally:
        _end(process)
    if process.returncode:
        failed = f"ended with {process.returncode}"
        return Row(number=fault.number, what=fault.what, failed=failed)
    return read(fault.number, fault.what, out.splitlines()[-1])


def _end(process: "subprocess.Popen[str]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
