"""Makes one fault in a process of its own: ``python -m faults.one NAME FOLDER``.

The last line on standard output is what came of it, as JSON.
"""

import asyncio
import json
import logging
import sys
from dataclasses import asdict
from pathlib import Path

from faults import catalogue
from faults.outcome import NotHere, Outcome, Scale
from tocsin.logs import set_up_logs


def main(name: str, folder: str) -> None:
    set_up_logs("error", "console")
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # calls that a kill cuts short
    scale = Scale(full=True, folder=Path(folder), say=lambda text: _say(name, text))
    try:
        outcome = asyncio.run(_run(name, scale))
    except NotHere as missing:
        print(json.dumps({"not_here": str(missing)}))
    else:
        print(json.dumps(asdict(outcome)))


async def _run(name: str, scale: Scale) -> Outcome:
    return await catalogue.find(name).run(scale)


def _say(name: str, text: str) -> None:
    print(f"  {catalogue.number(name):>2}  {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
