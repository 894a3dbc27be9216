"""One request at a time at a host, with a gap, and no host waits for another."""

import asyncio
from datetime import timedelta

import pytest

from tocsin.fetch.politeness import Turns
from waiting import LIMIT_SECONDS

pytestmark = pytest.mark.anyio
GAP = timedelta(seconds=0.05)


async def test_a_gap_is_kept_between_two_turns() -> None:
    turns, loop = Turns(1), asyncio.get_running_loop()
    async with turns.turn("a.example", GAP):
        ended = loop.time()
    async with turns.turn("a.example", GAP):
        assert loop.time() >= ended + GAP.total_seconds() - 0.001


async def test_hosts_do_not_wait_for_each_other() -> None:
    turns = Turns(1)
    async with asyncio.timeout(LIMIT_SECONDS), turns.turn("a", GAP), turns.turn("b", GAP):
        pass


async def test_as_many_as_the_user_said_take_their_turn_together() -> None:
    turns = Turns(2)
    async with asyncio.timeout(LIMIT_SECONDS), turns.turn("a", GAP), turns.turn("a", GAP):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05), turns.turn("a", GAP):
                pass


async def test_a_host_is_forgotten_after_its_gap() -> None:
    turns = Turns(1)
    async with turns.turn("a.example", GAP):
        assert len(turns) == 1
    await asyncio.sleep(2 * GAP.total_seconds())
    assert len(turns) == 0
