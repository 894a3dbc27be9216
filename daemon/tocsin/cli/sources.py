"""``tocsin feeds add``, ``import`` and ``export``: which feeds are watched stands in the file."""

import asyncio
import os
import sys
from collections.abc import Collection, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

import typer
from pydantic import ValidationError

from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.config.access import bare
from tocsin.config.editing import Edit, Line, add_feeds, line_for
from tocsin.config.feeds import feed_id, section_of, unlike_id
from tocsin.config.opml import Outline, plain_address, print_opml, read_opml
from tocsin.core.errors import BadStatus, FetchError, ReadError, TocsinError
from tocsin.core.grouping import canonical_url
from tocsin.core.model import Access
from tocsin.core.wording import count, length
from tocsin.fetch import open_fetcher
from tocsin.intake.discovery import Discovered, Discovery
from tocsin.notify.clean import clean
from tocsin.parse import WARM, WorkerFeedParser
from tocsin.store import feeds
from tocsin.workers import Workers


def add_feed(config: Path | None, site: str, stated: Line) -> None:
    """Find the feed of *site* and write it into the configuration, with what is *stated* of it."""
    settings, site = load(config), plain_address(site.strip())
    if len(site.split()) != 1:
        raise TocsinError(f'"{site}" is no address of a site')
    try:
        found = asyncio.run(_discover(settings, site))
    except (FetchError, ReadError) as error:
        raise TocsinError(f"{bare(site)}: {error}{_behind_a_password(error)}") from None
    chosen = found[0] if len(found) == 1 else _choose(found)
    if twin := _watched(settings).get(canonical_url(chosen.url)):
        typer.echo(f"{bare(chosen.url)} is watched already, as {twin}")
        return
    typer.echo(f"found {_about(chosen)}")
    line = {"id": unlike_id(chosen.url, settings.feeds), "url": chosen.url, **stated}
    _write(settings, [{key: value for key, value in line.items() if value}])


def _behind_a_password(error: TocsinError) -> str:
    is_closed = isinstance(error, BadStatus) and error.status == HTTPStatus.UNAUTHORIZED
    return ": it wants a name and a password, as in https://NAME:PASSWORD@HOST" if is_closed else ""


def import_opml(config: Path | None, file: Path) -> None:
    """Write the feeds of an OPML file that are not watched yet into the configuration."""
    settings = load(config)
    watched, lines, listed = _watched(settings), [], read_opml(file)
    known = {*settings.feeds}
    if not listed:
        typer.echo(f"{file} lists no feeds")
    for outline in listed:
        address = canonical_url(outline.url)
        if address in watched:
            typer.echo(f"skipped {clean(outline.url)}: watched already, as {watched[address]}")
            continue
        try:
            line = _line(outline, known)
        except ValidationError as error:
            why = error.errors()[0]["msg"].removeprefix("Value error, ")
            typer.echo(f"left out {clean(outline.url)} ({outline.where}): {why}")
            continue
        watched[address] = str(line.get("id") or feed_id(outline.url))
        known.add(watched[address])
        lines.append(line)
    if lines:
        _write(settings, lines)
    else:
        typer.echo("nothing to add")


def export_opml(config: Path | None, file: Path | None) -> None:
    """Write every feed that is watched as OPML 2.0, to standard output or a new file."""
    settings = load(config)
    written = print_opml(_outlines(settings), "Tocsin's feeds", SystemClock().now())
    if any(feed.access != Access() for feed in settings.feeds.values()):
        typer.echo("names, passwords and headers were left out", err=True)
    if file is None:
        typer.echo(written, nl=False)
        return
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(written)
    except FileExistsError:
        raise TocsinError(f"{file} is there already; nothing was written") from None
    except OSError as error:
        raise TocsinError(f"cannot write {file}: {error.strerror}") from None
    typer.echo(f"wrote {count(len(settings.feeds), 'feed')} to {file}")


# --- finding ---------------------------------------------------------------------------------


async def _discover(settings: Settings, site: str) -> Sequence[Discovered]:
    async with open_fetcher(settings.fetch) as fetcher, Workers(1, warm=WARM) as workers:
        discovery = Discovery(fetcher, WorkerFeedParser(workers), _asking)
        if "://" in site:
            return await discovery.feeds_of(site)
        try:
            return await discovery.feeds_of(f"https://{site}")
        except BadStatus:
            raise
        except FetchError:
            return await discovery.feeds_of(f"http://{site}")


def _choose(found: Sequence[Discovered]) -> Discovered:
    """The one that the user names, on a terminal; elsewhere they are only shown."""
    typer.echo(f"there are {len(found)} feeds:")
    for number, one in enumerate(found, start=1):
        typer.echo(f"  {number}  {_about(one)}")
    if not sys.stdin.isatty():
        raise TocsinError("name one of them: tocsin feeds add ADDRESS")
    answer: int = typer.prompt("which", type=int)
    if not 1 <= answer <= len(found):
        raise TocsinError(f"there is no feed {answer}; nothing was written")
    return found[answer - 1]


def _about(found: Discovered) -> str:
    age = SystemClock().now() - found.newest if found.newest else None
    newest = f", the newest {length(age)} old" if age is not None else ""
    title = clean(found.feed.title) or "(no title)"
    return f"{bare(found.url)}: {title}, {count(len(found.feed.entries), 'entry')}{newest}"


def _asking(address: str) -> None:
    typer.echo(f"asking {bare(address)}", err=True)


# --- writing ---------------------------------------------------------------------------------


def _watched(settings: Settings) -> dict[str, str]:
    """The id of each feed by its canonical address."""
    return {canonical_url(feed.url): feed.id for feed in settings.feeds.values()}


def _line(outline: Outline, known: Collection[str]) -> Line:
    stated = section_of(outline, known).model_dump(exclude_unset=True)
    names = ("id", "url", "outlet", "tags", "lang")
    return {name: stated[name] for name in names if stated.get(name)}


def _write(settings: Settings, lines: Sequence[Line]) -> None:
    """Add *lines* to the file; where that cannot be done, say what to add."""
    done = add_feeds(settings, lines, os.environ)
    if done is not Edit.DONE:
        typer.echo(
            f"{done.value}: nothing was written. Add under `feeds` in {settings.path}:", err=True
        )
    for line in lines:
        typer.echo(f"{'+' if done is Edit.DONE else ' '} - {line_for(line)}")
    if done is not Edit.DONE:
        raise typer.Exit(1)
    typer.echo(
        f"added {count(len(lines), 'feed')} to {settings.path}; a daemon that runs takes "
        f"{'it' if len(lines) == 1 else 'them'} up by itself"
    )


def _outlines(settings: Settings) -> list[Outline]:
    titles: Mapping[str, str] = {}
    if settings.store.exists():
        known = asyncio.run(in_store(settings, lambda store: store.read(feeds.states)))
        titles = {feed_id: state.title for feed_id, state in known.items()}
    return [
        Outline(
            url=feed.url,
            title=titles.get(feed.id) or feed.outlet,
            lang=feed.lang,
            tags=feed.tags,
        )
        for feed in settings.feeds.values()
    ]
