"""Whatever a call does to its process, the others go on."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tocsin.core.errors import NotAFeed, Overrun, ReadError
from tocsin.workers import Workers

pytestmark = pytest.mark.anyio
SOON, LATER = timedelta(seconds=0.3), timedelta(seconds=20)


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


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    async with Workers(1, warm=(__name__,)) as workers:
        yield workers


async def test_a_call_gives_what_its_function_returns(workers: Workers) -> None:
    assert await workers.run(double, "ab" * 100_000, deadline=LATER) == "ab" * 200_000


async def test_calls_share_a_process(workers: Workers) -> None:
    served = {await workers.run(process_id, deadline=LATER) for _ in range(6)}
    assert os.getpid() not in served
    assert len(served) < 6  # one, but on a machine so busy that a call counted as slow


async def test_a_process_is_replaced_when_it_has_served_enough() -> None:
    async with Workers(1, recycle_after=2, warm=(__name__,)) as workers:
        served = Counter([await workers.run(process_id, deadline=LATER) for _ in range(6)])
    assert max(served.values()) <= 2


async def test_a_call_that_takes_too_long_is_ended_and_the_next_one_served(
    workers: Workers,
) -> None:
    with pytest.raises(Overrun, match=r"longer than 0\.3 s"):
        await workers.run(match_for_ever, deadline=SOON)
    assert await workers.run(double, "a", deadline=LATER) == "aa"


async def test_a_call_that_takes_too_much_memory_is_ended_and_the_next_one_served(
    workers: Workers,
) -> None:
    with pytest.raises(Overrun, match="memory"):
        await workers.run(take_memory, deadline=LATER)
    assert await workers.run(double, "a", deadline=LATER) == "aa"


async def test_a_process_that_dies_takes_only_its_call_with_it(workers: Workers) -> None:
    with pytest.raises(Overrun, match="died"):
        await workers.run(die, deadline=LATER)
    assert await workers.run(double, "a", deadline=LATER) == "aa"


async def test_an_idle_process_that_dies_is_replaced(workers: Workers) -> None:
    pid = await workers.run(process_id, deadline=LATER)
    os.kill(pid, signal.SIGKILL)
    for _ in range(500):
        await asyncio.sleep(0.01 if _runs(pid) else 0)
    assert await workers.run(double, "a", deadline=LATER) == "aa"


async def test_an_error_of_ours_comes_back_as_it_is(workers: Workers) -> None:
    with pytest.raises(NotAFeed, match="a page"):
        await workers.run(fail, NotAFeed("a page"), deadline=LATER)


async def test_any_other_error_is_named_as_what_could_not_be_read(workers: Workers) -> None:
    with pytest.raises(ReadError, match="could not be read: KeyError: 'x'"):
        await workers.run(fail, KeyError("x"), deadline=LATER)


async def test_a_library_that_prints_or_reads_disturbs_nothing(workers: Workers) -> None:
    assert await workers.run(chatter, deadline=LATER) == "done"


async def test_a_cancelled_call_leaves_a_free_place(workers: Workers) -> None:
    call = asyncio.create_task(workers.run(wait, 60, deadline=timedelta(minutes=2)))
    await asyncio.sleep(0.2)
    call.cancel()
    assert await workers.run(double, "a", deadline=LATER) == "aa"


async def test_slow_calls_do_not_hold_up_quick_ones(workers: Workers) -> None:
    slow = [asyncio.create_task(workers.run(work, 60, deadline=3 * LATER)) for _ in range(4)]
    await asyncio.sleep(0)  # they are first
    async with asyncio.timeout(40):
        assert await workers.run(double, "a", deadline=LATER) == "aa"
    assert not any(call.done() for call in slow)
    for call in slow:
        call.cancel()


async def test_slow_calls_wait_for_each_other_and_lose_nothing(workers: Workers) -> None:
    slow = (workers.run(work, 1, deadline=LATER) for _ in range(4))

    assert await asyncio.gather(*slow) == [1] * 4


async def test_a_slow_call_that_holds_nobody_up_is_let_be(workers: Workers) -> None:
    assert await workers.run(work, 1, deadline=LATER) == 1


async def test_a_call_that_is_kept_waiting_for_a_core_is_not_slow(workers: Workers) -> None:
    slow = [asyncio.create_task(workers.run(work, 60, deadline=3 * LATER)) for _ in range(2)]
    quick = asyncio.create_task(workers.run(wait, 1.5, deadline=LATER))
    done, _ = await asyncio.wait((*slow, quick), return_when=asyncio.FIRST_COMPLETED)
    assert done == {quick}
    for call in slow:
        call.cancel()


async def test_signals_for_the_daemon_do_not_end_a_call(workers: Workers) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        assert await workers.run(ignores, number, deadline=LATER)


async def test_no_process_outlives_the_pool() -> None:
    async with Workers(2) as workers:
        pid = await workers.run(process_id, deadline=LATER)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_no_process_outlives_a_daemon_that_is_killed() -> None:
    daemon = subprocess.Popen(
        [sys.executable, "-c", DAEMON],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert daemon.stdout
    pid = int(daemon.stdout.readline())
    daemon.kill()
    daemon.wait()
    deadline = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except OSError:
        return False


DAEMON = """
import asyncio
from datetime import timedelta
from test_workers import process_id, wait
from tocsin.workers import Workers

async def main():
    async with Workers(1) as workers:
        print(await workers.run(process_id, deadline=timedelta(seconds=20)), flush=True)
        await workers.run(wait, 60, deadline=timedelta(seconds=60))

asyncio.run(main())
"""


async def test_a_function_may_be_called_by_its_name(workers: Workers) -> None:
    assert await workers.run("operator:add", 1, 2, deadline=LATER) == 3


def test_the_daemon_itself_imports_nothing_that_reads_hostile_bytes() -> None:
    program = (
        "import sys, tocsin.service; print({'feedparser', 'trafilatura', 'lxml'} & {*sys.modules})"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert said.stdout == "set()\n"
