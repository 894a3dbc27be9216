"""``tocsin silence …`` beside a daemon or without one."""

import asyncio
import json
from datetime import datetime
from pathlib import Path

import pytest

from cli.test_commands import CONFIG, fill, tocsin
from tocsin.clock import SystemClock
from tocsin.store import silences
from tocsin.store.sqlite import open_sqlite

HERE = CONFIG + "timezone: Europe/Berlin\n"


def silence(folder: Path, *arguments: str, code: int = 0) -> str:
    return tocsin(folder, "silence", *arguments, code=code, config=HERE)


async def in_force(folder: Path) -> list[str]:
    store = open_sqlite(folder / "tocsin.db")
    found = await store.read(silences.in_force, SystemClock().now())
    await store.close()
    return [one.rule or one.feed or f"#{one.story}" for one in found]


def test_a_silence_is_made_listed_and_ended(tmp_path: Path) -> None:
    made = silence(tmp_path, "add", "--rule", "bridges", "--for", "4h", "-m", "known")
    listed = silence(tmp_path, "list")
    ended = silence(tmp_path, "expire", "1")

    assert made.startswith("silence 1: rule bridges, until ")
    assert "1  rule bridges, until " in listed
    assert '"known"' in listed
    assert ended.startswith("silence 1 has ended: rule bridges")
    assert "no silence is in force" in silence(tmp_path, "list")
    assert "rule bridges, ended " in silence(tmp_path, "list", "--all")


def test_a_silence_holds_in_the_store_at_once(tmp_path: Path) -> None:
    asyncio.run(fill(tmp_path / "tocsin.db"))
    for subject in (("--rule", "roads"), ("--feed", "courier-example-feed"), ("--story", "1")):
        silence(tmp_path, "add", *subject, "--until", "2999-12-01T08:00")

    assert asyncio.run(in_force(tmp_path)) == ["roads", "courier-example-feed", "#1"]
    times = [one["until"] for one in json.loads(silence(tmp_path, "list", "--json"))]
    assert {datetime.fromisoformat(time).hour for time in times} == {7}, "eight in Berlin"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rule", "bridge", "--for", "4h"), "there is no rule bridge (did you mean"),
        (("--feed", "nowhere", "--for", "4h"), "there is no feed nowhere; see"),
        (("--rule", "roads"), "say until when"),
        (("--rule", "roads", "--for", "4h", "--until", "2999-01-01"), "say until when"),
        (("--rule", "roads", "--for", "soon"), "written like 90s"),
        (("--rule", "roads", "--until", "tomorrow"), "write it like 2026-12-01T08:00"),
        (("--rule", "roads", "--until", "2020-01-01"), "that is over already"),
        (("--rule", "roads", "--feed", "courier-example-feed", "--for", "4h"), "name one of"),
        (("--for", "4h"), "name one of"),
    ],
)
def test_a_silence_that_cannot_be_is_misuse(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    assert said in " ".join(silence(tmp_path, "add", *arguments, code=2).replace("│", "").split())


def test_a_story_or_a_silence_that_is_not_there_is_told(tmp_path: Path) -> None:
    unknown = silence(tmp_path, "add", "--story", "9", "--for", "4h", code=1)

    assert "there is no story #9" in unknown
    assert "there is no silence 3" in silence(tmp_path, "expire", "3", code=1)
