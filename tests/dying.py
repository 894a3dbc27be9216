"""Runs ``tocsin run --once`` and dies by SIGKILL at a named step: ``dying.py CONFIG STEP``.

STEP is ``call FUNCTION`` or ``return FUNCTION``, FUNCTION as ``module:qualified.name``; without one
it runs to its end.  Nothing of the program is changed: a profile function watches the calls of all
its threads.
"""

import os
import signal
import sys
import threading
from types import FrameType


def die_at(step: str) -> None:
    """Have this process killed when it comes to *step*."""
    moment, _, name = step.partition(" ")

    def watch(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == moment and f"{frame.f_globals.get('__name__')}:{code.co_qualname}" == name:
            os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(watch)
    sys.setprofile(watch)


if __name__ == "__main__":
    config, *steps = sys.argv[1:]
    from tocsin.cli import main

    for step in steps:
        die_at(step)
    sys.argv = ["tocsin", "run", "--once", "--config", config]
    main()
