"""Fetchers, and a server for them."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import trustme

from fetch.scripted import LOOPBACK, Server
from tocsin.core.ports import Fetcher
from tocsin.fetch import FetchOptions, open_fetcher

PUBLIC = FetchOptions(user_agent="Tocsin test", gap=timedelta())


@asynccontextmanager
async def listening(world: Server, tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    sockets = await asyncio.start_server(world.serve, "127.0.0.1", 0, ssl=tls)
    world.port = sockets.sockets[0].getsockname()[1]
    yield world
    sockets.close()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with listening(Server()) as world:
        yield world


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Signs certificates; no machine but the test's trusts it."""
    return trustme.CA()


@pytest.fixture
async def secure(authority: trustme.CA) -> AsyncIterator[Server]:
    """A server over TLS, certified as ``localhost`` and ``far.example``."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost", "far.example").configure_cert(tls)
    async with listening(Server(scheme="https"), tls) as world:
        yield world


@pytest.fixture
async def secure_fetcher(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Fetcher]:
    """One on a machine that trusts the authority."""
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    async with open_fetcher(LOOPBACK) as fetcher:
        yield fetcher


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
