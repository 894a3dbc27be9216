from datetime import timedelta

import pytest
from aiohttp import web

from tocsin.core.errors import Refused, Unavailable
from tocsin.notify.http import Peer
from world.http import Trouble, make, serve

pytestmark = pytest.mark.anyio


async def hang(request: web.Request) -> web.StreamResponse:
    return await make(Trouble(how="hang"), request)


async def flood(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while request.transport and not request.transport.is_closing():
        await response.write(b"x" * 1_000_000)
    return response


async def test_another_side_that_never_answers_is_given_up_and_uncertain() -> None:
    async with serve(hang) as address:
        desk = Peer("the desk", deadline=timedelta(seconds=1))
        with pytest.raises(Unavailable, match="the desk did not answer") as caught:
            await desk.call("POST", address)
        await desk.aclose()
    assert caught.value.uncertain


async def test_an_answer_without_end_is_read_to_its_cap() -> None:
    async with serve(flood) as address:
        desk = Peer("the desk")
        answer = await desk.call("POST", address)
        await desk.aclose()
    assert 4_000_000 < len(answer.body) < 8_000_000


async def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(Refused):
        await Peer("the desk").call("POST", "gopher://x")
