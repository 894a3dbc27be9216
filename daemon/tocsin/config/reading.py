"""Reads the configuration file and what it names."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from pathlib import Path
from stat import S_ISDIR
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from pydantic import ValidationError
from tzlocal import get_localzone

from tocsin.config.access import proxy_warnings, read_password_files, selectors
from tocsin.config.document import parse_document, read_document
from tocsin.config.feeds import read_feeds
from tocsin.config.finding import store_path
from tocsin.config.operator import channel_names, heartbeat, read_heartbeat_file, read_operator
from tocsin.config.problems import child, explain, plain
from tocsin.config.routes import Known, read_routes, timing
from tocsin.config.schema import FileSection
from tocsin.config.settings import ChannelSettings, Settings
from tocsin.config.slips import find_slips
from tocsin.config.variables import fill_in, read_secret_files
from tocsin.core.alerting import Rate, Route, parse_rate
from tocsin.core.errors import ConfigError, Problem, Where
from tocsin.core.located import Mapping, Node, Scalar, Sequence
from tocsin.core.model import Feed
from tocsin.core.rules import Watchlist, read_watchlist
from tocsin.core.wording import did_you_mean
from tocsin.fetch import FetchOptions
from tocsin.notify import find_kind, kinds


@dataclass(slots=True)
class _Reading:
    """One file being read: what it is read with, and what was found wrong so far."""

    path: Path
    environ: Map[str, str]
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def document(self, path: Path, text: str | None = None) -> Node:
        """The tree of a file, or of *text* in its place; it is noted among the files read."""
        self.files.append(path)
        return read_document(path) if text is None else parse_document(text, str(path))

    def wrong(self, where: Where, message: str) -> None:
        self.problems.append(Problem(where=where, message=message))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What the file names, each found and checked."""

    feeds: Map[str, Feed]
    watchlist: Watchlist
    channels: tuple[ChannelSettings, ...]
    routes: tuple[Route, ...]
    operator: str | None


def read_config(path: Path, environ: Map[str, str], text: str | None = None) -> Settings:
    """What the file *path* asks for, or would ask for if *text* stood in it.

    Raises:
        ConfigError: Everything that is wrong with it and with the files that it names.
    """
    reading = _Reading(path, environ)
    try:
        return _read(reading, text)
    except ConfigError as error:
        raise ConfigError(*error.problems, files=map(str, reading.files)) from None


def _read(reading: _Reading, text: str | None) -> Settings:
    path = reading.path
    root = _fill_in_variables(reading.document(path, text), reading)
    unset = tuple(reading.problems)
    if not isinstance(root, Mapping):
        raise ConfigError(Problem(where=root.where, message="keys and values are expected here"))
    root = read_heartbeat_file(root, path.parent, reading.problems)
    root = read_password_files(root, path.parent, reading.problems)
    file = _validate(root, reading)
    reading.files += [path.parent / name for name in file.opml] if file else []
    channels = _channels(root, reading)
    feeds = read_feeds(file, root, path.parent, reading.problems) if file else {}
    watchlist = _watchlist(root, reading, [channel.name for channel in channels], feeds)
    routes = _routes(file, root, reading, (feeds, watchlist)) if file else ()
    operator = read_operator(root, reading.problems)
    reading.problems += proxy_warnings(root)
    problems = _causes(reading.problems, unset)
    if any(not problem.warning for problem in problems) or file is None or watchlist is None:
        raise ConfigError(*problems)
    named = _Named(
        feeds=feeds, watchlist=watchlist, channels=channels, routes=routes, operator=operator
    )
    settings = _settings(file, reading, named)
    return replace(settings, warnings=settings.warnings + find_slips(settings, root))


def _routes(
    file: FileSection,
    root: Mapping,
    reading: _Reading,
    named: tuple[Map[str, Feed], Watchlist | None],
) -> tuple[Route, ...]:
    feeds, watchlist = named
    known = Known(
        channels=channel_names(root),
        tags=frozenset(tag for feed in feeds.values() for tag in feed.tags),
        rules=[rule.id for rule in watchlist.rules] if watchlist else None,
    )
    return read_routes(file, root, known, reading.problems)


def _settings(file: FileSection, reading: _Reading, named: _Named) -> Settings:
    return Settings(
        path=reading.path,
        files=tuple(reading.files),
        warnings=tuple(reading.problems),
        feeds=named.feeds,
        watchlist=named.watchlist,
        channels=named.channels or _console(),
        operator=named.operator,
        heartbeat=heartbeat(file),
        timing=timing(file.alerts),
        routes=named.routes,
        zone=file.timezone or _machines_zone(reading),
        store=store_path(file.store, reading.path, reading.environ),
        fetch=FetchOptions(
            user_agent=file.fetch.user_agent,
            allow=file.fetch.allow,
            proxy=file.fetch.proxy,
            per_host=file.fetch.per_host,
            timeout=file.fetch.timeout,
        ),
        extract=selectors(file.extract),
        least=file.fetch.every.least,
        most=file.fetch.every.most,
        log_level=file.log.level,
        log_format=file.log.format,
    )


def _machines_zone(reading: _Reading) -> tzinfo:
    try:
        return get_localzone()
    except ZoneInfoNotFoundError:  # TZ=CET-1CEST, or two files that disagree
        message = "the machine does not name its time zone: set `timezone`, such as Europe/Berlin"
        raise ConfigError(Problem(where=Where(file=str(reading.path)), message=message)) from None


def _fill_in_variables(root: Node, reading: _Reading) -> Node:
    """The tree with its variables filled in; a watchlist has none (a regex may hold ``${``)."""
    if not isinstance(root, Mapping):
        return root
    pairs = tuple(
        (key, value)
        if key.text == "watchlist"
        else (key, fill_in(value, reading.environ, reading.problems))
        for key, value in root.pairs
    )
    return Mapping(where=root.where, pairs=pairs)


def _causes(problems: list[Problem], unset: tuple[Problem, ...]) -> list[Problem]:
    """*problems* without those that only follow from a variable in their line that is not set."""
    lines = {(problem.where.file, problem.where.line) for problem in unset}
    return [
        problem
        for problem in problems
        if problem in unset or (problem.where.file, problem.where.line) not in lines
    ]


def _validate(root: Mapping, reading: _Reading) -> FileSection | None:
    try:
        return FileSection.model_validate(plain(root))
    except ValidationError as error:
        reading.problems.extend(explain(error, root, FileSection))
        return None


# --- watchlist -------------------------------------------------------------------------------


def _watchlist(
    root: Mapping, reading: _Reading, channels: list[str], feeds: Map[str, Feed]
) -> Watchlist | None:
    node = child(root, "watchlist")
    if node is None:
        return None
    try:
        if isinstance(node, Scalar):
            node = _watchlist_files(node, reading)
        return read_watchlist(node, channels=channels or None, feeds=feeds or None)
    except ConfigError as error:
        reading.problems.extend(error.problems)
        return None


def _watchlist_files(named: Scalar, reading: _Reading) -> Node:
    path = reading.path.parent / named.text
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
    except OSError as error:
        reading.files.append(path)
        message = f"{path} cannot be read: {error.strerror}"
        if isinstance(error, FileNotFoundError):
            message = f"there is no file or folder {path}"
        raise ConfigError(Problem(where=named.where, message=message)) from None
    if not is_folder:
        return reading.document(path)
    reading.files.append(path)
    files = sorted((*path.glob("*.yaml"), *path.glob("*.yml")))
    if not files:
        message = f"there is no .yaml file in the folder {named.text}"
        raise ConfigError(Problem(where=named.where, message=message))
    return _merged([reading.document(file) for file in files])


def _merged(documents: list[Node]) -> Node:
    """Several watchlists as one: their entities, rules and languages together."""
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for document in documents:
        if not isinstance(document, Mapping):
            return document
        for key, value in document.pairs:
            known = pairs.get(key.text)
            pairs[key.text] = (key, _joined(known[1], value) if known else value)
    return Mapping(where=documents[0].where, pairs=tuple(pairs.values()))


def _joined(one: Node, other: Node) -> Node:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return Mapping(where=one.where, pairs=one.pairs + other.pairs)
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return Sequence(where=one.where, items=one.items + other.items)
    return other


# --- channels --------------------------------------------------------------------------------


def _channels(root: Mapping, reading: _Reading) -> tuple[ChannelSettings, ...]:
    node = child(root, "channels")
    if not isinstance(node, Mapping):
        return ()
    found = (
        _channel(name.text, value, reading)
        for name, value in node.pairs
        if isinstance(value, Mapping)
    )
    return tuple(channel for channel in found if channel)


def _channel(name: str, node: Mapping, reading: _Reading) -> ChannelSettings | None:
    kind = plain(child(node, "type") or Scalar(where=node.where, text=""))
    module = find_kind(str(kind))
    if module is None:
        where = (child(node, "type") or node).where
        known = ", ".join(kinds())
        hint = did_you_mean(str(kind), kinds())
        reading.wrong(where, f'channel "{name}": `type` must be one of {known}{hint}')
        return None
    own = tuple(pair for pair in node.pairs if pair[0].text not in ("type", "at_most"))
    rest = Mapping(where=node.where, pairs=own)
    fields = module.Options.model_fields
    rest = read_secret_files(rest, fields, reading.path.parent, reading.problems)
    try:
        options = module.Options.model_validate(plain(rest))
    except ValidationError as error:
        found = explain(error, rest, module.Options)
        reading.problems.extend(_in_channel(problem, name) for problem in found)
        return None
    at_most = _at_most(child(node, "at_most"), module.Options.usual_rate, reading)
    return ChannelSettings(name=name, kind=str(kind), options=options, at_most=at_most)


def _at_most(node: Node | None, usual: Rate | None, reading: _Reading) -> Rate | None:
    """How much a channel takes: as configured, else as is usual for its kind."""
    if node is None:
        return usual
    try:
        return parse_rate(str(plain(node)))
    except ValueError as error:
        reading.wrong(node.where, str(error))
        return None


def _in_channel(problem: Problem, name: str) -> Problem:
    return Problem(where=problem.where, message=f'channel "{name}": {problem.message}')


def _console() -> tuple[ChannelSettings, ...]:
    """The channel of who names none, so that a first run needs no account."""
    module: Any = find_kind("console")
    return (ChannelSettings(name="console", kind="console", options=module.Options()),)
