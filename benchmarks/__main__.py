"""``make bench``: every benchmark in turn, each against its public peer in the same run.

    python -m benchmarks [--write DOCUMENT] [NAME …]

Each module runs in a process of its own; the table comes at the end.  With ``--write`` it is put
into a document, between markers called like the module, with the machine and the day.  What it
needs beyond the tests' is in the dependency group ``bench``.  Ends with 1 where a target was
missed.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measured import MODULES
from benchmarks.table import Row, put_into, render


def main(arguments: Sequence[str]) -> int:
    asked = _asked(arguments)
    measured = {name: _measure(name) for name in asked.names or MODULES}
    texts = {name: render(rows) for name, rows in measured.items()}
    print("\n\n".join(f"**{name}**\n\n{text}" for name, text in texts.items()))
    if asked.write:
        _write(asked.write, texts)
    return int(any(row.held is False for rows in measured.values() for row in rows))


def _write(document: Path, texts: Mapping[str, str]) -> None:
    """Put each module's table between its markers; those of the others stay."""
    written, where = document.read_text("utf-8"), _where()
    for name, text in texts.items():
        written = put_into(written, name, f"{text}\n\n{where}")
    document.write_text(written, "utf-8")


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("names", nargs="*", choices=[*MODULES, []], metavar="NAME")
    parser.add_argument("--write", type=Path, metavar="DOCUMENT")
    return parser.parse_args(arguments)


def _measure(name: str) -> list[Row]:
    print(f"{name} …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows"
        command = [sys.executable, "-m", "benchmarks.measured", name, str(file)]
        done = subprocess.run(command, stdout=subprocess.DEVNULL)
        if done.returncode:
            return [Row(what="it could not be measured", ours="", target="a figure", held=False)]
        return [Row(**row) for row in json.loads(file.read_text())]


def _where() -> str:
    """The machine, without its name, and the day."""
    load = os.getloadavg()[0]
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores ({_processor()}), "
        f"{platform.system()}, Python {platform.python_version()}, load {load:.1f} at the end."
    )


def _processor() -> str:
    names = [
        line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    return names[0].partition(":")[2].strip() if names else platform.machine()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
