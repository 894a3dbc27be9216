"""Whatever a call does to its process, the others go on."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tocsin.core.errors import Crowded, NotAFeed, Overrun, ReadError
from tocsin.workers import Workers
from waiting import LIMIT_SECONDS, until
from workers.calls import (
    chatter,
    die,
    double,
    fail,
    ignores,
    match_for_ever,
    parent_id,
    process_id,
    take_memory,
    wait,
    work,
)

pytestmark = pytest.mark.anyio
WARM = ("workers.calls",)
SOON, LATER = timedelta(seconds=0.3), timedelta(minutes=2)


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    async with Workers(1, warm=WARM) as workers:
        yield workers


async def test_a_call_gives_what_its_function_returns(workers: Workers) -> None:
    assert await workers.run(double, "ab" * 100_000, deadline=LATER) == "ab" * 200_000


async def test_calls_share_a_process(workers: Workers) -> None:
    served = {await workers.run(process_id, deadline=LATER) for _ in range(6)}
    assert os.getpid() not in served
    assert len(served) < 6  # one, but on a machine so busy that a call counted as slow


async def test_a_process_is_replaced_when_it_has_served_enough() -> None:
    async with Workers(1, recycle_after=2, warm=WARM) as workers:
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
    await until(lambda: not _runs(pid))
    for _ in range(9):  # its socket is closed by now: the loop hears of it
        await asyncio.sleep(0)
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
    async with asyncio.timeout(LIMIT_SECONDS):
        assert await workers.run(double, "a", deadline=LATER) == "aa"
    assert not any(call.done() for call in slow)
    for call in slow:
        call.cancel()


async def test_what_is_slow_costs_no_new_interpreter(workers: Workers) -> None:
    zygotes = {await workers.run(parent_id, deadline=LATER)}
    for _ in range(2):
        with pytest.raises(Overrun):
            await workers.run(match_for_ever, deadline=SOON)
        zygotes.add(await workers.run(parent_id, deadline=LATER))
    assert len(zygotes) == 1


async def test_slow_calls_of_one_source_leave_a_place_to_those_of_others() -> None:
    async with Workers(2, warm=WARM) as workers:
        slow = [
            asyncio.create_task(workers.run(work, 60, deadline=3 * LATER, source="bad.example"))
            for _ in range(4)
        ]
        async with asyncio.timeout(40):
            assert await workers.run(double, "a", deadline=LATER, source="good.example") == "aa"
        assert not any(call.done() for call in slow)
        for call in slow:
            call.cancel()
        await asyncio.gather(*slow, return_exceptions=True)


async def test_what_is_too_much_to_wait_is_given_up(workers: Workers) -> None:
    slow = [asyncio.create_task(workers.run(work, 60, deadline=3 * LATER)) for _ in range(6)]
    done, waiting = await asyncio.wait(slow, return_when=asyncio.FIRST_COMPLETED)
    assert [type(call.exception()) for call in done] == [Crowded]
    for call in waiting:
        call.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
async def test_a_zygote_that_dies_is_replaced(workers: Workers) -> None:
    worker = await workers.run(process_id, deadline=LATER)
    os.kill(await workers.run(parent_id, deadline=LATER), signal.SIGKILL)
    for _ in range(2000):
        with contextlib.suppress(Overrun):  # until it is known to be dead
            if await workers.run(process_id, deadline=LATER) != worker:
                break
        await asyncio.sleep(0.01)
    assert await workers.run(double, "a", deadline=LATER) == "aa"


async def test_slow_calls_wait_for_each_other_and_lose_nothing(workers: Workers) -> None:
    slow = (workers.run(work, 0.5, deadline=LATER) for _ in range(3))

    assert await asyncio.gather(*slow) == [0.5] * 3


async def test_a_slow_call_that_holds_nobody_up_is_let_be(workers: Workers) -> None:
    assert await workers.run(work, 0.5, deadline=LATER) == 0.5


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
async def test_no_process_outlives_a_daemon_that_is_killed() -> None:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = (sys.executable, "-c", DAEMON)
    daemon = await asyncio.create_subprocess_exec(
        *program, stdout=asyncio.subprocess.PIPE, env=environ
    )
    assert daemon.stdout
    pid = int(await daemon.stdout.readline())
    daemon.kill()
    await daemon.wait()
    await until(lambda: not _runs(pid))


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except OSError:
        return False


DAEMON = """
import asyncio
from datetime import timedelta
from workers.calls import process_id, wait
from tocsin.workers import Workers

async def main():
    async with Workers(1) as workers:
        print(await workers.run(process_id, deadline=timedelta(minutes=2)), flush=True)
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
