"""Fetchers, and a server for them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from fetch.scripted import LOOPBACK, Server
from tocsin.core.ports import Fetcher
from tocsin.fetch import FetchOptions, open_fetcher

PUBLIC = FetchOptions(user_agent="Tocsin test", gap=timedelta())


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    world = Server()
    listening = await asyncio.start_server(world.serve, "127.0.0.1", 0)
    world.port = listening.sockets[0].getsockname()[1]
    yield world
    listening.close()


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """One that may reach loopback."""
    async with open_fetcher(LOOPBACK) as fetcher:
        yield fetcher


@pytest.fixture
async def public_fetcher() -> AsyncIterator[Fetcher]:
    """One that may reach the public web only."""
    async with open_fetcher(PUBLIC) as fetcher:
        yield fetcher
