"""What the workers are asked to do in tests: they import it by its name."""

import os
import re
import signal
import sys
import time


def double(text: str) -> str:
    return text * 2


def process_id() -> int:
    return os.getpid()


def take_memory() -> int:
    return len(bytearray(2 << 30))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def match_for_ever() -> object:
    """Within C code, where no signal handler of Python's runs."""
    return re.match(r"(a+)+$", "a" * 40 + "b")


def wait(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def work(seconds: float) -> float:
    """Takes so long on a core, however long that takes by the clock."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return seconds


def chatter() -> str:
    print("noise")
    sys.stdout.flush()
    return sys.stdin.read() + "done"


def fail(error: Exception) -> None:
    raise error


def ignores(number: int) -> bool:
    return signal.getsignal(number) is signal.SIG_IGN


def parent_id() -> int:
    return os.getppid()
