"""``tocsin feeds list`` and ``show``: how each feed is, and what it has brought."""

import asyncio
import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer
from sqlalchemy import Connection

from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.cadence import Health
from tocsin.core.duration import print_duration
from tocsin.core.errors import TocsinError
from tocsin.core.model import Feed
from tocsin.core.wording import count, did_you_mean, length
from tocsin.notify.clean import clean
from tocsin.store import brought, feeds
from tocsin.store.brought import Brought, Headline
from tocsin.store.feeds import FeedState

SHOWN = 5
"""So many headlines are shown of a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A feed as configured, as it is (None where it was never watched), and what it brought."""

    feed: Feed
    state: FeedState | None
    brought: Brought


def list_feeds(config: Path | None, *, failing: bool, as_json: bool) -> None:
    """Print every feed, a line each; only those that are not well if *failing*."""
    settings, now = load(config), SystemClock().now()
    lines = asyncio.run(in_store(settings, lambda store: store.read(_lines, settings)))
    shown = [line for line in lines if _how(line) in UNWELL or not failing]
    if as_json:
        typer.echo(json.dumps([_data(line) for line in shown], ensure_ascii=False, indent=2))
        return
    typer.echo(_counts(lines))
    width = max((len(line.feed.id) for line in shown), default=0)
    if shown:
        typer.echo(f"{'':<{width}}{_row('entries', 'articles', 'alerts', '')}".rstrip())
    for line in shown:
        came = line.brought
        row = _row(came.entries, came.articles, came.alerts, _said(line, now))
        typer.echo(f"{line.feed.id:<{width}}{row}")


def show_feed(config: Path | None, feed_id: str, *, as_json: bool) -> None:
    """Print all that is known of a feed."""
    settings, now = load(config), SystemClock().now()
    if feed_id not in settings.feeds:
        hint = did_you_mean(feed_id, settings.feeds)
        raise TocsinError(f"there is no feed {feed_id}{hint}: `tocsin feeds list` names them")

    def ask(conn: Connection) -> tuple[Line, list[Headline]]:
        line = next(line for line in _lines(conn, settings) if line.feed.id == feed_id)
        return line, brought.headlines(conn, feed_id, SHOWN)

    line, newest = asyncio.run(in_store(settings, lambda store: store.read(ask)))
    if as_json:
        typer.echo(json.dumps(_data(line), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_whole(line, newest, settings.zone, now)))


def _lines(conn: Connection, settings: Settings) -> list[Line]:
    states, came = feeds.states(conn), brought.brought(conn)
    return [
        Line(feed=feed, state=states.get(feed_id), brought=came.get(feed_id, Brought()))
        for feed_id, feed in settings.feeds.items()
    ]


# --- in words --------------------------------------------------------------------------------


class How(StrEnum):
    """How a feed is, in a word."""

    FINE = "fine"
    SILENT = "silent"
    FAILING = "failing"
    PAUSED = "paused"
    UNASKED = "not asked yet"


def _how(line: Line) -> How:
    state = line.state
    if state and state.health == Health.GONE.name:
        return How.PAUSED
    if state and state.failures:
        return How.FAILING
    if state and state.health == Health.SILENT.name:
        return How.SILENT
    return How.FINE if state and state.last_ok_at else How.UNASKED


UNWELL = (How.SILENT, How.FAILING, How.PAUSED)


def _counts(lines: list[Line]) -> str:
    hows = Counter(_how(line) for line in lines)
    return "  ".join(
        [count(len(lines), "feed"), *(f"{hows[how]} {how}" for how in How if hows[how])]
    )


def _said(line: Line, now: datetime) -> str:
    """How a feed is, when it is asked next, and when it last brought something."""
    state, how = line.state, _how(line)
    if state is None:
        return f"{how}: the daemon has not run with it"
    following = f"next {_until(state.next_fetch_at, now)}"
    if how in (How.FAILING, How.PAUSED):
        return f"{how}{_failure(state, now)}; {following}"
    news = f"last new {_since(state.last_new_at, now)}" if state.last_new_at else "nothing new yet"
    return f"{how}  {following}  {news}"


def _failure(state: FeedState, now: datetime) -> str:
    so_long = f" for {length(now - state.failing_since)}" if state.failing_since else ""
    return f"{so_long} ({count(state.failures, 'time')}): {clean(state.last_error)}"


def _row(*cells: object) -> str:
    """A row of the table below a name."""
    entries, articles, alerts, said = cells
    return f"  {entries:>7}  {articles:>8}  {alerts:>6}  {said}"


def _until(when: datetime, now: datetime) -> str:
    return f"in {length(when - now)}" if when > now else "now"


def _since(when: datetime, now: datetime) -> str:
    return f"{length(now - when)} ago"


def _whole(line: Line, newest: list[Headline], zone: tzinfo, now: datetime) -> list[str]:
    feed, state, came = line.feed, line.state, line.brought
    return [
        f"{feed.id}  {clean(state.title) if state else ''}".rstrip(),
        f"  {feed.url}",
        f"  outlet {feed.outlet}; {_stated(feed)}",
        f"  {_said(line, now)}",
        *(_habit(feed, state) if state else ()),
        f"  {_entries(came)}",
        f"  {_articles(came)}",
        *(
            f"    #{one.id} {one.first_seen.astimezone(zone):%m-%d %H:%M} {clean(one.title)}"
            for one in newest
        ),
    ]


def _stated(feed: Feed) -> str:
    tags = f"tags {', '.join(sorted(feed.tags))}" if feed.tags else "no tags"
    return f"{tags}; language {feed.lang}" if feed.lang else tags


def _habit(feed: Feed, state: FeedState) -> list[str]:
    """How often it is asked and why then, how often it brings something, what may be missed."""
    asked = f"asked every {length(state.interval)}" if state.interval else "asked now and then"
    if feed.every:
        asked = f"asked every {print_duration(feed.every)}"
    lines = [f"  {asked}: {state.why}"] if state.why else []
    lines += [f"  usually something new every {length(state.usual_gap)}"] if state.usual_gap else []
    gaps = f"  {count(state.gaps, 'poll')} found no entry that was known: some may have been missed"
    lines += [gaps] if state.gaps else []
    return [
        *lines,
        *([f"  redirects for good to {clean(state.moved_to)}"] if state.moved_to else []),
    ]


def _entries(came: Brought) -> str:
    parts = [f"{came.baseline} baseline", f"{came.waiting} waiting to be read"]
    parts += [f"{came.quarantine} set aside as unreadable"] if came.quarantine else []
    return f"{count(came.entries, 'entry')}: {', '.join(parts)}"


def _articles(came: Brought) -> str:
    short = came.articles - came.in_full
    told = f"in {count(came.alerts, 'alert')}" if came.alerts else "none of them in an alert"
    return (
        f"{count(came.articles, 'article')}: {came.in_full} in full, {short} summary only; {told}"
    )


# --- for programs ----------------------------------------------------------------------------


def _data(line: Line) -> dict[str, Any]:
    state = line.state
    known = {name: getattr(state, name) for name in _TOLD} if state else dict.fromkeys(_TOLD)
    return {
        "id": line.feed.id,
        "url": line.feed.url,
        "outlet": line.feed.outlet,
        "tags": sorted(line.feed.tags),
        "state": _how(line).value,
        **{name: _json(value) for name, value in known.items()},
        **asdict(line.brought),
    }


_TOLD = (
    "title",
    "next_fetch_at",
    "why",
    "interval",
    "usual_gap",
    "gaps",
    "last_ok_at",
    "last_new_at",
    "failing_since",
    "failures",
    "last_error",
)


def _json(value: object) -> object:
    """Times in ISO 8601, lengths of time in seconds."""
    if isinstance(value, datetime):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else value
