"""The one place that chooses adapters and joins them."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

import structlog
from sqlalchemy import Connection

from tocsin.clock import SystemClock
from tocsin.config import ChannelSettings, Settings
from tocsin.core.alerting import Address, Terms, missed_until
from tocsin.core.cadence import Bounds
from tocsin.core.errors import ConfigError, Problem, Where
from tocsin.core.model import Match
from tocsin.core.ports import Clock, Fetcher, Forms, Notifier
from tocsin.core.rules import Matcher, check_examples, compile_watchlist
from tocsin.delivery import Channel, Delivery
from tocsin.engine.local import Stages
from tocsin.extract import WARM as WARM_EXTRACT
from tocsin.extract import WorkerExtractor
from tocsin.fetch import FetchOptions, Robots, open_fetcher
from tocsin.forms import SimplemmaForms
from tocsin.intake import Intake, Sources, World
from tocsin.intake.placing import Addressed, LiveStories
from tocsin.intake.rerouting import Rerouted, reroute
from tocsin.notify import find_kind
from tocsin.parse import WARM as WARM_PARSE
from tocsin.parse import WorkerFeedParser
from tocsin.store import entries, facts, feeds, outbox
from tocsin.store.operator import Desk
from tocsin.store.sqlite import SqliteStore, open_sqlite
from tocsin.workers import Workers

log = structlog.get_logger("tocsin.app")

WORKERS = 2
"""Processes that parse and extract: more than two gained little on two cores (measured)."""


MakeNotifier = Callable[[ChannelSettings, Settings], Notifier]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What stays the same whatever the configuration comes to say.

    *missed_until* is set where the daemon was down: what comes before then it missed.
    """

    store: SqliteStore
    clock: Clock
    workers: Workers
    missed_until: datetime | None
    live: LiveStories = field(default_factory=LiveStories)


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """What a configuration comes to: the stages that do as it says, and the matcher in them.

    *rerouted* is what its routes made of the stories that were open.
    """

    settings: Settings
    matcher: Matcher
    stages: Stages
    rerouted: Rerouted


class App:
    """Tocsin, joined together: what is *now* in force, until `use` puts other settings in force."""

    def __init__(self, joiner: "Joiner", now: InForce) -> None:
        self._joiner = joiner
        self.now = now

    @property
    def settings(self) -> Settings:
        return self.now.settings

    @property
    def stages(self) -> Stages:
        return self.now.stages

    @property
    def live(self) -> LiveStories:
        """The stories that can still grow."""
        return self._joiner.fixed.live

    @property
    def desk(self) -> Desk:
        """Who hears of the service itself, and of which feeds."""
        to = [
            Address(channel=channel.name, recipient=recipient)
            for channel in self.stages.channels
            if channel.name == self.settings.operator
            for recipient in channel.notifier.recipients
        ]
        return Desk(to=to, zone=self.settings.zone, feeds=self.settings.feeds.keys())

    async def use(self, settings: Settings) -> None:
        """From now on do what *settings* ask for; if they are wrong, all stays as it is.

        Channels and the way to the web are kept where they did not change.  What is under way
        ends under the old settings.

        Raises:
            ConfigError: A rule does not do what its examples say, or the store is another one.
        """
        before = self.stages
        self.now = await self._joiner.join(settings, before.channels)
        before.delivery.end()  # what it has not taken goes on the new terms
        await self.warn()

    async def let_go(self) -> None:
        """Close what only earlier settings asked for; nothing may be under way on it any more."""
        await self._joiner.keep_only(self.settings)

    async def warn(self) -> None:
        """Log what is likely a slip in what is now in force."""
        names = [channel.name for channel in self.stages.channels]
        for name, waiting in (await self.stages.store.read(outbox.stranded, names)).items():
            log.warning("alerts wait for a channel that is gone", channel=name, alerts=waiting)
        for warning in (*self.settings.warnings, *self.now.matcher.warnings):
            log.warning(str(warning))


class Joiner:
    """Makes of settings what is to be in force; what a change leaves as it was is made once."""

    def __init__(self, fixed: Fixed, make: MakeNotifier) -> None:
        self.fixed = fixed
        self._make = make
        self._notifiers: list[tuple[ChannelSettings, tzinfo, Notifier]] = []
        self._fetchers: list[tuple[FetchOptions, Fetcher, AsyncExitStack]] = []

    async def join(self, settings: Settings, before: tuple[Channel, ...] = ()) -> InForce:
        """The stages that do as *settings* ask, carrying on the channels that were there *before*.

        Raises:
            ConfigError: A rule does not do what its examples say, or the store is another one.
        """
        self._same_store(settings)
        fixed = self.fixed
        matcher = await asyncio.to_thread(make_matcher, settings)
        world = await self._world(settings)
        channels = make_channels(settings, self._notifier)
        for channel in channels:
            self._carry_on(channel, before)
        await fixed.store.write(feeds.sync, list(settings.feeds.values()), fixed.clock.now())
        told_to = addresses(channels, settings)
        rerouted = await fixed.store.turn(_reroute, channels, told_to, fixed.clock.now())
        stages = Stages(
            store=fixed.store,
            clock=fixed.clock,
            feeds=settings.feeds,
            intake=Intake(world, settings.feeds, matcher.match, told_to),
            delivery=Delivery(fixed.store, fixed.clock),
            channels=channels,
        )
        return InForce(settings=settings, matcher=matcher, stages=stages, rerouted=rerouted)

    async def keep_only(self, settings: Settings | None) -> None:
        """Close what has been made and *settings* do not ask for, or all where there are none."""
        for made in self._notifiers.copy():
            channel, zone, notifier = made
            if not (settings and channel in settings.channels and zone == settings.zone):
                self._notifiers.remove(made)
                await notifier.aclose()
        for opened in self._fetchers.copy():
            options, _, connections = opened
            if not (settings and options == settings.fetch):
                self._fetchers.remove(opened)
                await connections.aclose()

    def _carry_on(self, channel: Channel, before: tuple[Channel, ...]) -> None:
        """Give *channel* what holds whatever is configured: that it is to be left alone, too."""
        channel.terms = replace(channel.terms, missed_until=self.fixed.missed_until)
        for old in before:
            if old.name == channel.name:
                channel.banned, channel.free_at = old.banned, old.free_at

    def _same_store(self, settings: Settings) -> None:
        if settings.store != self.fixed.store.path:
            where = Where(file=str(settings.path))
            message = f"`store` was {self.fixed.store.path}: another one needs a new start"
            raise ConfigError(Problem(where=where, message=message))

    async def _world(self, settings: Settings) -> World:
        fixed = self.fixed
        fetcher = await self._fetcher(settings.fetch)
        return World(
            sources=Sources(
                store=fixed.store,
                clock=fixed.clock,
                fetcher=fetcher,
                extractor=WorkerExtractor(fixed.workers, settings.extract),
                robots=Robots(fetcher, fixed.clock, settings.fetch.user_agent),
            ),
            parser=WorkerFeedParser(fixed.workers),
            pace=Bounds(least=settings.least, most=settings.most),
            live=fixed.live,
        )

    async def _fetcher(self, options: FetchOptions) -> Fetcher:
        for known, fetcher, _ in self._fetchers:
            if known == options:
                return fetcher
        connections = AsyncExitStack()
        fetcher = await connections.enter_async_context(open_fetcher(options))
        self._fetchers.append((options, fetcher, connections))
        return fetcher

    def _notifier(self, channel: ChannelSettings, settings: Settings) -> Notifier:
        for known, zone, notifier in self._notifiers:
            if (known, zone) == (channel, settings.zone):
                return notifier
        notifier = self._make(channel, settings)
        self._notifiers.append((channel, settings.zone, notifier))
        return notifier


@asynccontextmanager
async def open_app(
    settings: Settings, *, clock: Clock | None = None, make: MakeNotifier | None = None
) -> AsyncIterator[App]:
    """Tocsin on the store and the feeds of *settings*; all is let go of at the end.

    Raises:
        StoreError: The store cannot be used.
        ConfigError: A rule does not do what its examples say.
    """
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        store = await asyncio.to_thread(open_sqlite, settings.store)
        stack.push_async_callback(store.close)
        missed = await store.write(_take_over, clock.now())
        workers = await stack.enter_async_context(Workers(WORKERS, warm=WARM_PARSE + WARM_EXTRACT))
        fixed = Fixed(store=store, clock=clock, workers=workers, missed_until=missed)
        joiner = Joiner(fixed, make or make_notifier)
        stack.push_async_callback(joiner.keep_only, None)
        app = App(joiner, await joiner.join(settings))
        await app.warn()
        gc.freeze()  # what is here stays: looking through it again and again for garbage is in vain
        stack.callback(gc.unfreeze)
        yield app


def _take_over(conn: Connection, now: datetime) -> datetime | None:
    """Make the store ours: whoever had leases on it is gone, since there is one daemon a store.

    Until when what comes counts as missed; None where nobody was away for long.
    """
    feeds.recover(conn)
    entries.recover(conn)
    outbox.recover(conn, now)
    if facts.clock_went_back(conn, now):
        outbox.clock_went_back(conn, now)
    return missed_until(facts.up_until(conn), now)


def _reroute(
    conn: Connection, channels: tuple[Channel, ...], told_to: Addressed, now: datetime
) -> Rerouted:
    """Have all that is due decided anew, by the routes and for the recipients of now."""
    for channel in channels:
        outbox.only_to(conn, channel.name, channel.notifier.recipients, now)
    outbox.ask_again(conn, now)
    return reroute(conn, told_to, now)


def make_notifier(channel: ChannelSettings, settings: Settings) -> Notifier:
    """The way out that a channel's configuration asks for."""
    kind = find_kind(channel.kind)
    if kind is None:  # the configuration was checked
        raise AssertionError(channel.kind)
    return kind.create(channel.options, channel.name, settings.zone)


def make_channels(settings: Settings, make: MakeNotifier = make_notifier) -> tuple[Channel, ...]:
    """The channels of *settings*, ready to be told."""
    return tuple(
        _channel(channel, make(channel, settings), settings) for channel in settings.channels
    )


def _channel(channel: ChannelSettings, notifier: Notifier, settings: Settings) -> Channel:
    terms = Terms(
        channel=channel.name,
        routing=settings.routing,
        zone=settings.zone,
        edits=notifier.edits,
        spacing=notifier.spacing,
        at_most=channel.at_most,
    )
    return Channel(notifier=notifier, terms=terms, pace=channel.options.pace)


def make_matcher(settings: Settings) -> Matcher:
    """The matcher of the watchlist; its word forms are kept beside the store for the next start.

    Raises:
        ConfigError: A rule does not do what its examples say.
    """
    matcher = compile_watchlist(settings.watchlist, word_forms(settings))
    if wrong := check_examples(matcher):
        raise ConfigError(*wrong)
    return matcher


def word_forms(settings: Settings) -> Forms:
    """Word forms, kept beside the store so that the next start is quick."""
    return SimplemmaForms(settings.store.with_name(settings.store.name + "-forms"))


def addresses(channels: tuple[Channel, ...], settings: Settings) -> Addressed:
    """Who hears of a story with certain matches, by the rules and routes in force."""
    told = settings.routing

    def addressed(found: Iterable[tuple[Match, frozenset[str]]]) -> list[Address]:
        names = told.channels_for(found)
        return [
            Address(channel=channel.name, recipient=recipient)
            for channel in channels
            if channel.name in names
            for recipient in channel.notifier.recipients
        ]

    return addressed
