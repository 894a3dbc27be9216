"""``tocsin healthcheck`` and ``check``: is the daemon well, and who hears when it is not?"""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from cli.test_commands import CONFIG, tocsin
from tocsin.clock import SystemClock
from tocsin.store import facts
from tocsin.store.sqlite import open_sqlite

TWO = CONFIG + "channels: {desk: {type: console}, mail: {type: console}}\n"


async def live(folder: Path, ago: timedelta, *still: str) -> None:
    """What a daemon's beat left in the store some time ago."""
    store = open_sqlite(folder / "tocsin.db")
    await store.write(facts.alive, SystemClock().now() - ago, still)
    await store.close()


def test_a_daemon_that_wrote_lately_is_well(tmp_path: Path) -> None:
    asyncio.run(live(tmp_path, timedelta(seconds=10)))

    assert tocsin(tmp_path, "healthcheck") == "well\n"


def test_a_daemon_goes_on_though_the_configuration_on_disk_is_wrong(tmp_path: Path) -> None:
    asyncio.run(live(tmp_path, timedelta(seconds=10)))

    for wrong in (CONFIG + "feed: []\n", "feeds: [\n", ""):
        assert tocsin(tmp_path, "healthcheck", config=wrong) == "well\n"


@pytest.mark.parametrize(
    ("ago", "still", "said"),
    [
        (timedelta(minutes=5), (), "no daemon has written to the store for 5 minutes"),
        (timedelta(minutes=-5), (), "no daemon has written to the store for"),
        (timedelta(), ("poll", "deliver"), "these beats stand still: poll, deliver"),
    ],
    ids=["silent", "a clock set back", "standing still"],
)
def test_a_daemon_that_is_silent_or_stands_still_is_not_well(
    ago: timedelta, still: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    asyncio.run(live(tmp_path, ago, *still))

    assert said in tocsin(tmp_path, "healthcheck", code=1)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (CONFIG, "notices on the service go to console (the only channel), and to the log"),
        (TWO, "notices on the service go to the log alone"),
        (TWO + "operator: mail\n", "notices on the service go to mail, and to the log"),
        (CONFIG + 'heartbeat: {daily: "09:00"}\n', "a line to console daily at 09:00"),
        (CONFIG + "heartbeat: {url: 'https://hc.example/u'}\n", "hc.example is pinged"),
    ],
)
def test_a_check_says_who_hears_of_the_service_itself(
    config: str, said: str, tmp_path: Path
) -> None:
    assert said in tocsin(tmp_path, "check", config=config)


def test_the_address_of_a_heartbeat_is_hidden(tmp_path: Path) -> None:
    config = CONFIG + "heartbeat: {url: 'https://hc.example/s3cret'}\n"

    assert "s3cret" not in tocsin(tmp_path, "config", "show", config=config)
    assert "s3cret" not in tocsin(tmp_path, "check", config=config)


def test_a_file_that_is_no_store_is_told_in_one_line(tmp_path: Path) -> None:
    store = tmp_path / "tocsin.db"
    store.write_text("no database " * 99)

    said = tocsin(tmp_path, "healthcheck", code=1)

    assert said == f"cannot read {store}: file is not a database\n"
