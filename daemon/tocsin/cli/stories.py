"""``tocsin stories …``: what was grouped, why, and a person's say in it."""

import asyncio
import json
from dataclasses import asdict
from datetime import tzinfo
from pathlib import Path

import typer
from sqlalchemy import Connection

from tocsin.app import addresses, make_channels
from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.cli.placements import reasons
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.wording import count, reports
from tocsin.intake.placing import Desk, make_due
from tocsin.notify.clean import clean
from tocsin.store import browsing, moving
from tocsin.store.articles import Placed
from tocsin.store.browsing import StoryLine, WholeStory
from tocsin.store.values import dump


def list_stories(config: Path | None, *, limit: int, watched: bool, as_json: bool) -> None:
    """Print the newest stories, a line each."""
    settings = load(config)
    lines = asyncio.run(
        in_store(settings, lambda store: store.read(browsing.newest, limit, watched=watched))
    )
    if as_json:
        typer.echo(json.dumps([asdict(line) for line in lines], default=str, indent=2))
        return
    for line in lines:
        typer.echo(_line(line, settings.zone))
    if not lines:
        typer.echo("no rule matches a story yet" if watched else "no article has been read yet")


def show_story(config: Path | None, story_id: int, *, as_json: bool) -> None:
    """Print a story's articles and why each of them is in it."""
    settings = load(config)
    story = asyncio.run(in_store(settings, lambda store: store.read(browsing.whole, story_id)))
    if as_json:
        typer.echo(json.dumps(dump(story), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_whole(story, settings.zone)))


def split_story(config: Path | None, story_id: int, moved: list[int]) -> None:
    """Take articles out of a story into a new one."""
    settings, now = load(config), SystemClock().now()

    def split(conn: Connection) -> int:
        new = moving.split(conn, story_id, moved, now)
        _tell(conn, settings, (story_id, new))
        return new

    new = asyncio.run(in_store(settings, lambda store: store.turn(split)))
    typer.echo(f"#{new} has {count(len(moved), 'article')} of #{story_id} now, for good")
    typer.echo(f"what was told of #{story_id} is put right where a message can be changed")


def merge_stories(config: Path | None, one: int, other: int) -> None:
    """Put two stories together."""
    settings, now = load(config), SystemClock().now()

    def merge(conn: Connection) -> int:
        older = moving.merge(conn, one, other, now)
        _tell(conn, settings, (older,))
        return older

    older = asyncio.run(in_store(settings, lambda store: store.turn(merge)))
    typer.echo(f"#{older} has the articles of both now, for good, and its alert goes on")
    gone = max(one, other)
    typer.echo(f"what was told of #{gone} says so where a message can be changed")


def _tell(conn: Connection, settings: Settings, changed: tuple[int, ...]) -> None:
    """Have the channels decide anew about the changed stories."""
    addressed = addresses(make_channels(settings), settings)
    desk = Desk(addressed=addressed, now=SystemClock().now())
    for story_id in changed:
        make_due(conn, story_id, desk)


def _line(line: StoryLine, zone: tzinfo) -> str:
    opened = f"{line.opened_at.astimezone(zone):%Y-%m-%d %H:%M}"
    watched = "watched" if line.watched else "       "
    counts = reports(line.outlets, line.independent)
    return f"#{line.id:<6} {opened}  {counts:<25}  {watched}  {clean(line.title) or '(no title)'}"


def _whole(story: WholeStory, zone: tzinfo) -> list[str]:
    opened = f"{story.opened_at.astimezone(zone):%Y-%m-%d %H:%M}"
    watched = "watched" if story.watched_at else "not watched: no rule matches"
    head = f"#{story.id} opened {opened}, {watched}"
    head += f", follows #{story.follows}" if story.follows else ""
    head += f", split from #{story.split_from}" if story.split_from else ""
    head += f", merged into #{story.merged_into}" if story.merged_into else ""
    return [head, *(line for placed in story.placed for line in _article(placed, zone))]


def _article(placed: Placed, zone: tzinfo) -> list[str]:
    article, placement = placed.article, placed.placement
    seen = f"{article.first_seen.astimezone(zone):%m-%d %H:%M}"
    return [
        f"  #{article.id} {seen} {article.outlet}: {clean(article.title) or '(no title)'}",
        f"      {article.url}",
        f"      {placement.how}",
        *(f"      {reason}" for reason in reasons(placement)),
    ]
