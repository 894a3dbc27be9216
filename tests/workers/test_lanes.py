"""Who may work now: however much is slow, what is quick has a lane."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from tocsin.core.errors import Crowded
from tocsin.workers.lanes import FORGIVEN_AFTER, MOST_WAITING, MOST_WAITING_OF_ONE, Lanes

pytestmark = pytest.mark.anyio


async def is_free(lanes: Lanes, source: str = "") -> bool:
    """Whether a call of *source* would have a quick lane at once."""
    entering = asyncio.create_task(_pass_through(lanes, source))
    for _ in range(9):
        await asyncio.sleep(0)
    entering.cancel()
    return entering.done()


async def _pass_through(lanes: Lanes, source: str) -> None:
    async with lanes.quick(source):
        pass


async def make_suspect(lanes: Lanes, source: str) -> None:
    async with lanes.quick(source) as lane:
        lane.make_room()


async def test_so_many_calls_have_a_quick_lane_and_no_more() -> None:
    lanes = Lanes(2)
    async with lanes.quick(""):
        assert await is_free(lanes)
        async with lanes.quick(""):
            assert not await is_free(lanes)
        assert await is_free(lanes)


async def test_a_slow_call_gives_its_quick_lane_to_the_next_and_goes_on() -> None:
    lanes = Lanes(1)
    async with lanes.quick("") as lane:
        assert lane.make_room()
        assert await is_free(lanes)


async def test_a_slow_call_beside_another_has_to_begin_anew() -> None:
    lanes = Lanes(2)
    async with lanes.quick("") as first, lanes.quick("") as second:
        assert (first.make_room(), second.make_room()) == (True, False)


async def test_the_slow_lane_is_free_again_after_a_slow_call() -> None:
    lanes = Lanes(1)
    await make_suspect(lanes, "")
    async with lanes.slow(""), lanes.quick("") as lane:
        assert not lane.make_room()
    async with lanes.quick("") as lane:
        assert lane.make_room()


async def test_a_source_that_was_slow_has_one_quick_lane_at_a_time() -> None:
    lanes = Lanes(2)
    await make_suspect(lanes, "bad.example")
    async with lanes.quick("bad.example"):
        assert not await is_free(lanes, "bad.example")
        assert await is_free(lanes, "good.example")


async def test_quick_calls_clear_a_source() -> None:
    lanes = Lanes(2)
    await make_suspect(lanes, "bad.example")
    for _ in range(FORGIVEN_AFTER):
        await _pass_through(lanes, "bad.example")
    async with lanes.quick("bad.example"):
        assert await is_free(lanes, "bad.example")


async def test_of_what_is_slow_only_so_much_waits() -> None:
    lanes, waiting = Lanes(1), list[asyncio.Task[object]]()
    async with lanes.slow(""), AsyncExitStack() as stack:
        for number in range(MOST_WAITING):
            waits = stack.enter_async_context(lanes.slow(f"{number}.example"))
            waiting.append(asyncio.create_task(waits))
        await asyncio.sleep(0)
        with pytest.raises(Crowded):
            async with asyncio.timeout(20):
                await stack.enter_async_context(lanes.slow("late.example"))
        for one in waiting:
            one.cancel()


async def test_one_source_does_not_crowd_out_the_others() -> None:
    lanes, waiting = Lanes(1), list[asyncio.Task[object]]()
    async with lanes.slow(""), AsyncExitStack() as stack:
        for _ in range(MOST_WAITING_OF_ONE):
            waits = stack.enter_async_context(lanes.slow("bad.example"))
            waiting.append(asyncio.create_task(waits))
        await asyncio.sleep(0)
        with pytest.raises(Crowded):
            async with asyncio.timeout(20):
                await stack.enter_async_context(lanes.slow("bad.example"))
        other = asyncio.create_task(stack.enter_async_context(lanes.slow("good.example")))
        await asyncio.sleep(0)
        assert not other.done()
        for one in (*waiting, other):
            one.cancel()
