"""The one place that chooses adapters and joins them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from tocsin.clock import SystemClock
from tocsin.config import ChannelSettings, Settings
from tocsin.core.alerting import Address, channels_for
from tocsin.core.cadence import Bounds
from tocsin.core.model import Feed, Match
from tocsin.core.ports import Clock, Forms, Notifier
from tocsin.core.rules import compile_watchlist
from tocsin.delivery import Channel, Delivery
from tocsin.engine.local import Stages
from tocsin.extract import WorkerExtractor
from tocsin.fetch import open_fetcher
from tocsin.forms import SimplemmaForms
from tocsin.intake import Intake, World
from tocsin.notify import find_kind
from tocsin.parse import WorkerFeedParser
from tocsin.store import entries, feeds, outbox
from tocsin.store.sqlite import open_sqlite
from tocsin.workers import Workers

WORKERS = 2
"""Processes that parse and extract: more than two gained little on two cores (measured)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Tocsin, joined together and ready to run."""

    settings: Settings
    stages: Stages


def make_notifier(channel: ChannelSettings, settings: Settings) -> Notifier:
    """The way out that a channel's configuration asks for."""
    kind = find_kind(channel.kind)
    if kind is None:  # the configuration was checked
        raise AssertionError(channel.kind)
    return kind.create(channel.options, channel.name, settings.zone)


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    notifiers: Callable[[ChannelSettings, Settings], Notifier] = make_notifier,
) -> AsyncIterator[App]:
    """Tocsin on the store and the feeds of *settings*; all is let go of at the end.

    Raises:
        StoreError: The store cannot be used.
    """
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        store = await asyncio.to_thread(open_sqlite, settings.store)
        stack.push_async_callback(store.close)
        await store.write(_take_over, list(settings.feeds.values()), clock.now())
        channels = _channels(settings, notifiers)
        for channel in channels:
            stack.push_async_callback(channel.notifier.aclose)
        workers = await stack.enter_async_context(Workers(WORKERS))
        world = World(
            store=store,
            clock=clock,
            fetcher=await stack.enter_async_context(open_fetcher(settings.fetch)),
            parser=WorkerFeedParser(workers),
            extractor=WorkerExtractor(workers),
            pace=Bounds(least=settings.least, most=settings.most),
        )
        yield App(settings=settings, stages=_stages(settings, world, channels))


def _take_over(conn: Connection, configured: Sequence[Feed], now: datetime) -> None:
    """Make the store ours: whoever had leases on it is gone, since there is one daemon a store."""
    feeds.sync(conn, configured, now)
    feeds.recover(conn)
    entries.recover(conn)
    outbox.recover(conn, now)


def _stages(settings: Settings, world: World, channels: tuple[Channel, ...]) -> Stages:
    matcher = compile_watchlist(settings.watchlist, word_forms(settings))
    return Stages(
        store=world.store,
        clock=world.clock,
        feeds=settings.feeds,
        intake=Intake(world, settings.feeds, matcher.match, _Addresses(channels)),
        delivery=Delivery(world.store, world.clock),
        channels=channels,
    )


def word_forms(settings: Settings) -> Forms:
    """Word forms, kept beside the store so that the next start is quick."""
    return SimplemmaForms(settings.store.with_name(settings.store.name + "-forms"))


def _channels(
    settings: Settings, notifiers: Callable[[ChannelSettings, Settings], Notifier]
) -> tuple[Channel, ...]:
    return tuple(
        Channel(name=channel.name, notifier=notifiers(channel, settings), timing=settings.timing)
        for channel in settings.channels
    )


@dataclass(frozen=True, slots=True)
class _Addresses:
    """Who hears of a story with certain matches."""

    channels: tuple[Channel, ...]

    def __call__(self, found: tuple[Match, ...]) -> Sequence[Address]:
        names = channels_for(found, tuple(channel.name for channel in self.channels))
        return [
            Address(channel=channel.name, recipient=recipient)
            for channel in self.channels
            if channel.name in names
            for recipient in channel.notifier.recipients
        ]
