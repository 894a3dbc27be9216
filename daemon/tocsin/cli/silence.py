"""``tocsin silence …``: what a person wants to hear nothing of, and until when."""

import asyncio
import getpass
import json
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

import typer
from sqlalchemy import Connection

from tocsin.cli.loading import load
from tocsin.cli.opening import in_store
from tocsin.clock import SystemClock
from tocsin.config import Settings
from tocsin.core.duration import parse_duration
from tocsin.core.errors import TocsinError
from tocsin.core.model import Silence
from tocsin.core.wording import count, did_you_mean, length
from tocsin.store import outbox, silences, stories
from tocsin.store.silences import Held
from tocsin.store.values import dump


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A silence as it was typed: one of *rule*, *feed* and *story*, *length* or *until*."""

    rule: str | None
    feed: str | None
    story: int | None
    length: str | None
    until: str | None
    comment: str


def add_silence(config: Path | None, wish: Wish) -> None:
    """Keep a silence, and say what it does."""
    settings, now = load(config), SystemClock().now()
    silence = _silence(wish, settings, now)

    def add(conn: Connection) -> int:
        if silence.story is not None:
            _check_story(conn, silence.story)
        return silences.add(conn, silence)

    added = asyncio.run(in_store(settings, lambda store: store.write(add)))
    typer.echo(f"silence {added}: {_what(silence)}, {_until(silence, settings.zone, now)}")
    typer.echo(f"a running daemon keeps to it from now on; `tocsin silence expire {added}` ends it")


def list_silences(config: Path | None, *, past: bool, as_json: bool) -> None:
    """Print the silences in force, or all of them, with what each has held back."""
    settings, now = load(config), SystemClock().now()
    found = asyncio.run(in_store(settings, lambda store: store.read(_with_held, now, past=past)))
    if as_json:
        listed = [dump(silence) | dump(held) for silence, held in found]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for silence, held in found:
        typer.echo(_line(silence, held, settings.zone, now))
    if not found:
        typer.echo("no silence was ever made" if past else "no silence is in force (--all: past)")


def expire_silence(config: Path | None, silence_id: int) -> None:
    """End a silence now."""
    settings, now = load(config), SystemClock().now()

    def expire(conn: Connection) -> tuple[Silence, Held]:
        silence = silences.expire(conn, silence_id, now)
        held = silences.held(conn, silence)
        outbox.ask_again(conn, now)
        return silence, held

    silence, held = asyncio.run(in_store(settings, lambda store: store.write(expire)))
    typer.echo(f"silence {silence_id} has ended: {_what(silence)}")
    if held.now:
        typer.echo(f"{count(held.now, 'alert')} that it held back can be told now")


def _with_held(conn: Connection, now: datetime, *, past: bool) -> list[tuple[Silence, Held]]:
    found = silences.all_of(conn) if past else silences.in_force(conn, now)
    return [(silence, silences.held(conn, silence)) for silence in found]


# --- what was typed ---------------------------------------------------------------------------


def _silence(wish: Wish, settings: Settings, now: datetime) -> Silence:
    subjects = [one for one in (wish.rule, wish.feed, wish.story) if one is not None]
    if len(subjects) != 1:
        raise typer.BadParameter("name one of --rule, --feed and --story")
    _check_known("rule", wish.rule, [rule.id for rule in settings.watchlist.rules])
    _check_known("feed", wish.feed, list(settings.feeds))
    return Silence(
        rule=wish.rule or "",
        feed=wish.feed or "",
        story=wish.story,
        until=_end(wish, settings.zone, now),
        comment=wish.comment,
        by=_who(),
        created=now,
    )


def _check_known(kind: str, name: str | None, known: list[str]) -> None:
    if name is not None and name not in known:
        hint = did_you_mean(name, known) or f"; see `tocsin {kind}s list`"
        raise typer.BadParameter(f"there is no {kind} {name}{hint}")


def _check_story(conn: Connection, story_id: int) -> None:
    into = stories.story_of(conn, story_id).merged_into
    if into is not None:
        raise TocsinError(f"story #{story_id} was merged into #{into}: silence that one")


def _end(wish: Wish, zone: tzinfo, now: datetime) -> datetime:
    if (wish.length is None) == (wish.until is None):
        raise typer.BadParameter("say until when: --for 4h, or --until 2026-12-01T08:00")
    try:
        end = now + parse_duration(wish.length) if wish.length else _time(wish.until or "", zone)
    except (ValueError, OverflowError) as error:
        raise typer.BadParameter(str(error)) from None
    if end <= now:
        raise typer.BadParameter("that is over already")
    return end


def _time(text: str, zone: tzinfo) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text} is no time: write it like 2026-12-01T08:00") from None
    return time if time.tzinfo else time.replace(tzinfo=zone)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return ""


# --- what is printed --------------------------------------------------------------------------


def _what(silence: Silence) -> str:
    if silence.story is not None:
        return f"story #{silence.story}"
    return f"rule {silence.rule}" if silence.rule else f"feed {silence.feed}"


def _until(silence: Silence, zone: tzinfo, now: datetime) -> str:
    end = f"{silence.until.astimezone(zone):%Y-%m-%d %H:%M}"
    if silence.until <= now:
        return f"ended {end}"
    return f"until {end}, {length(silence.until - now)} left"


def _line(silence: Silence, held: Held, zone: tzinfo, now: datetime) -> str:
    by = f" by {silence.by}" if silence.by else ""
    comment = f': "{silence.comment}"' if silence.comment else ""
    still = f", {held.now:,} of them still" if held.so_far else " so far"
    kept = f"has held back {count(held.so_far, 'alert') if held.so_far else 'nothing'}{still}"
    return f"{silence.id:>3}  {_what(silence)}, {_until(silence, zone, now)}{by}{comment}; {kept}"
