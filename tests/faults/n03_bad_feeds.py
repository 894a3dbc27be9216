"""Fault 3: a thousand bad feeds at once: those of the corpus, and good ones that were damaged."""

import asyncio
import json
import random
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from faults import lag
from faults.lives import begin_probed
from faults.outcome import Figure, Outcome, Scale, below, count, every, none
from faults.site import Site, open_site
from faults.specimens import Specimen, collected, made
from faults.wire import WATCHLIST
from shared_forms import share_forms

FAULT = "1,000 bad feeds, of the corpus and damaged ones"

AS_THEY_ARE = 400
MOST_LAG_MS = 50.0
PATIENCE_SECONDS = 300
OUR_FAULT = "this is a fault of tocsin's"

Damage = Callable[[bytes, random.Random], bytes]


def cut_off(body: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body))]


def flipped(body: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(body)
    for _ in range(1 + len(body) // 50):
        damaged[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(damaged)


def holed(body: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(body))
    return body[:start] + body[start + chance.randrange(400) :]


def repeated(body: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(body))
    return body[:start] + body[start : start + 200] * 20 + body[start:]


def misnamed(body: bytes, chance: random.Random) -> bytes:
    """In another encoding than it says."""
    return body.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-7", "cp500")))


def noise(body: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(body))


DAMAGES: tuple[Damage, ...] = (cut_off, flipped, holed, repeated, misnamed, noise)


async def run(scale: Scale) -> Outcome:
    bad = specimens(scale.pick(60, 1000))
    async with open_site() as site:
        config = _configure(scale.folder, site, bad)
        log, lags = scale.folder / "log", scale.folder / "lags"
        life = await begin_probed(log, config, lags)
        left = await _left(scale.folder / "tocsin.db", len(bad), scale)
        life.send(signal.SIGTERM)
        code = await life.ended()
    held = lag.read(lags)
    return Outcome(
        figures=(
            count("feeds", len(bad)),
            none("crashes", log.read_text().count(OUR_FAULT)),
            every("exit 0", code == 0, 1),
            none("never answered for", left),
            *_lags(held),
        )
    )


def specimens(number: int) -> list[Specimen]:
    """So many bad feeds, the same each time."""
    chance = random.Random(3)
    whole = [one for one in (*collected(), *made(100)) if one.body]
    as_they_are = collected()[: AS_THEY_ARE * number // 1000]
    damaged = [
        replace(one, body=chance.choice(DAMAGES)(one.body, chance))
        for one in chance.choices(whole, k=number - len(as_they_are))
    ]
    return [*as_they_are, *damaged]


def _configure(folder: Path, site: Site, bad: list[Specimen]) -> Path:
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(WATCHLIST)
    urls = [
        site.put(f"/{number}", one.body, content_type=one.content_type)
        for number, one in enumerate(bad)
    ]
    config = folder / "tocsin.yaml"
    fetch = {"allow": ["127.0.0.1"], "per_host": 16}
    config.write_text(json.dumps({"feeds": urls, "watchlist": "watchlist.yaml", "fetch": fetch}))
    return config


async def _left(store: Path, feeds: int, scale: Scale) -> int:
    """How many feeds have neither answered nor failed, once none is left or patience is over."""
    left = feeds
    for second in range(PATIENCE_SECONDS):
        left = await asyncio.to_thread(_unanswered, store, feeds)
        if not left:
            break
        if second % 10 == 9:
            scale.say(f"{feeds - left} of {feeds} feeds")
        await asyncio.sleep(1)
    return left


def _unanswered(store: Path, feeds: int) -> int:
    query = "SELECT count(*) FROM feeds WHERE last_ok_at IS NOT NULL OR failures > 0"
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as conn:
            (answered,) = conn.execute(query).fetchone()
    except sqlite3.OperationalError:  # it is being made
        return feeds
    return feeds - int(answered)


def _lags(held: lag.Lag) -> tuple[Figure, ...]:
    return (
        below("event-loop lag p99", held.p99, MOST_LAG_MS, " ms"),
        below("of it own work", held.own_p99, MOST_LAG_MS, " ms"),
        count("worst", held.own_most, " ms"),
    )
