"""``tocsin alerts …`` on a store in which one alert was told, one died and one waits."""

import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from cli.test_commands import CONFIG, tocsin
from fakes import Desk
from sample import article, match
from tocsin.app import make_channels
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.core.alerting import Address
from tocsin.core.errors import Refused, Unavailable
from tocsin.core.model import Alert, Bulletin, Join, Placement, Silence
from tocsin.delivery import Delivery
from tocsin.store import articles, bulletins, matches, outbox, silences
from tocsin.store.sqlite import open_sqlite

HERE = (
    CONFIG
    + """\
channels:
  desk: {type: console}
  pager: {type: console}
alerts: {wait_before_first: 0s}
timezone: UTC
"""
)


HOUR = timedelta(hours=1)


def alerts(folder: Path, *arguments: str, code: int = 0) -> str:
    return tocsin(folder, "alerts", *arguments, code=code, config=HERE)


def watched(conn: Connection, title: str, rule: str, *channels: str) -> None:
    """A story that is due on some channels."""
    now = SystemClock().now() - timedelta(seconds=90)
    one = article(url=f"https://o.example/{title}", title=title, text=title, first_seen=now)
    placed = articles.add(conn, one, Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(rule_id=rule),), now)
    for channel in channels:
        to = Address(channel=channel, recipient="")
        outbox.make_due(conn, placed.story_id, to, SystemClock().now())


async def flush(folder: Path, *desks: Desk) -> None:
    """Let the channels of the configuration do what they have to, each by a desk of ours."""
    (folder / "tocsin.yaml").write_text(HERE)
    waiting = list(desks)
    channels = make_channels(read_config(folder / "tocsin.yaml", {}), lambda *_: waiting.pop(0))
    store = open_sqlite(folder / "tocsin.db")
    for channel in channels:
        await Delivery(store, SystemClock()).flush(channel)
    await store.close()


async def fill(folder: Path) -> None:
    now = SystemClock().now()
    store = open_sqlite(folder / "tocsin.db")
    quiet = Silence(rule="roads", until=now + HOUR, created=now)
    await store.write(silences.add, quiet)
    await store.write(watched, "Bridge closed", "bridges", "desk", "pager")
    await store.write(watched, "Road works", "roads", "desk")
    await store.close()
    await flush(folder, Desk(), Desk(troubles=[Refused("token_revoked")]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    asyncio.run(fill(tmp_path))
    return tmp_path


def sent_by(folder: Path) -> tuple[list[Alert], list[Alert]]:
    """What is sent on the desk and on the pager from now on."""
    desk, pager = Desk(), Desk()
    asyncio.run(flush(folder, desk, pager))
    return desk.sent, pager.sent


def test_alerts_are_listed_with_how_each_stands_and_why(folder: Path) -> None:
    waiting, held, told, desk, dead = alerts(folder, "list").splitlines()

    assert waiting == "#2 roads  high   Road works"
    assert held.startswith("    desk: waiting: silenced, until ")
    assert told == "#1 bridges  high   Bridge closed"
    assert desk.startswith("    desk: told ")
    assert dead.startswith("    pager: dead since ")
    assert dead.endswith(": token_revoked")


def test_a_merged_story_is_listed_with_where_it_went_and_its_own_headline(folder: Path) -> None:
    asyncio.run(told_too(folder))
    tocsin(folder, "stories", "merge", "1", "3", config=HERE)

    assert alerts(folder, "list").startswith("#3 merged into #1   Third bridge closed\n")


async def told_too(folder: Path) -> None:
    """Another story that was told on the desk."""
    store = open_sqlite(folder / "tocsin.db")
    await store.write(watched, "Third bridge closed", "bridges", "desk")
    await store.close()
    await flush(folder, Desk(), Desk())


def test_what_is_put_off_is_listed_with_why_and_until_when(folder: Path) -> None:
    alerts(folder, "resend", "1", "--channel", "desk")
    asyncio.run(flush(folder, Desk(troubles=[Unavailable("503", retry_after=HOUR)]), Desk()))

    listed = alerts(folder, "list", "--channel", "desk")

    assert re.search(r"desk: told \d\d:\d\d; put off after try 1: 503, until ", listed)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--dead",), [1]),
        (("--channel", "desk"), [2, 1]),
        (("--since", "1h"), [2, 1]),
        (("--since", "0s"), []),
        (("--limit", "1"), [2]),
    ],
)
def test_a_list_may_be_of_some_alone(
    arguments: tuple[str, ...], found: list[int], folder: Path
) -> None:
    listed = json.loads(alerts(folder, "list", "--json", *arguments))

    assert [line["story_id"] for line in listed] == found


def test_an_alert_is_shown_with_its_ledger(folder: Path) -> None:
    shown = alerts(folder, "show", "1")

    assert "coverage:" in shown
    assert "https://o.example/Bridge closed" in shown
    assert "bridges (article #1, relevance 80): closed the old **bridge**" in shown
    sent = r" sent: first report, 9\d seconds after it was seen  \[1/desk//1\]"
    assert re.search(sent, shown)
    assert " refused: token_revoked" in shown
    ledger = json.loads(alerts(folder, "show", "1", "--json"))["ledger"]
    assert [line["outcome"] for line in ledger] == ["sent", "refused"]


def test_a_dead_letter_is_sent_again_and_who_was_told_gets_an_update(folder: Path) -> None:
    said = alerts(folder, "resend", "1")

    desk, pager = sent_by(folder)
    assert "desk: an update of what was told: sent again" in said
    assert "pager: the alert, as it stands now: Bridge closed" in said
    assert "`tocsin run` will send it" in said
    assert [alert.news for alert in desk] == [("sent again, as somebody asked",)]
    assert [alert.news for alert in pager] == [()]
    assert desk[0].key != pager[0].key


def test_all_dead_letters_are_sent_again_on_one_channel_or_on_all(folder: Path) -> None:
    asyncio.run(more_dead(folder))

    one = alerts(folder, "resend", "--dead", "--channel", "desk")
    every = alerts(folder, "resend", "--dead")
    again = alerts(folder, "resend", "--dead")
    desk, pager = Desk(), Desk()
    asyncio.run(flush(folder, desk, pager))

    assert one.startswith("desk: 1 dead letter is sent again\n`tocsin run` will begin with them\n")
    assert every.startswith("pager: 2 dead letters are sent again\n")
    assert "quiet hours,\nsilences and the channel's rate hold them as ever" in every
    assert again == "no alert is dead\n"
    assert [alert.title for alert in desk.sent] == ["Third bridge closed"]
    (together,) = pager.announced
    assert [alert.title for alert in together.alerts] == ["Bridge closed", "Third bridge closed"]


async def more_dead(folder: Path) -> None:
    """Another story that died on both channels."""
    store = open_sqlite(folder / "tocsin.db")
    await store.write(watched, "Third bridge closed", "bridges", "desk", "pager")
    await store.close()
    await flush(folder, *(Desk(troubles=[Refused("token_revoked")]) for _ in range(2)))


def test_what_died_on_a_channel_that_leads_nowhere_now_stays_dead(folder: Path) -> None:
    elsewhere = HERE + "routes: [{channels: [desk]}]\n"

    said = tocsin(folder, "alerts", "resend", "--dead", code=1, config=elsewhere)

    assert said == "pager: 1 dead letter not sent: no route leads here\n"
    assert "pager: dead since" in alerts(folder, "list", "--dead")


def test_an_alert_is_sent_again_each_time_that_somebody_asks(folder: Path) -> None:
    keys = set()
    for _ in range(2):
        alerts(folder, "resend", "1", "--channel", "desk")
        (desk,), nobody = sent_by(folder)
        keys.add(desk.key)
        assert nobody == []

    assert len(keys) == 2
    assert sent_by(folder) == ([], [])


def test_what_waits_or_is_under_way_is_not_sent_twice(folder: Path) -> None:
    waiting = alerts(folder, "resend", "2", code=1)
    alerts(folder, "resend", "1", "--channel", "pager")
    under_way = alerts(folder, "resend", "1", "--channel", "pager", code=1)

    assert "desk: nothing is sent: it waits and will come by itself (silenced)" in waiting
    assert "pager: nothing is sent: it is being sent" in under_way
    assert "pager: being sent" in alerts(folder, "list")
    assert [len(sent) for sent in sent_by(folder)] == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "9"), 1, "there is no story #9"),
        (("resend", "9"), 1, "there is no story #9"),
        (("resend", "2", "--channel", "pager"), 1, "nobody was to be told of story #2 on pager"),
        (("resend", "1", "--channel", "dekk"), 2, 'did you mean "desk"'),
        (("list", "--channel", "mail"), 2, "there are desk, pager"),
        (("resend",), 2, "name one alert, or --dead"),
        (("resend", "1", "--dead"), 2, "name one alert, or --dead"),
        (("list", "--since", "monday"), 2, "written like 90s"),
    ],
)
def test_what_is_not_there_is_told(
    arguments: tuple[str, ...], code: int, said: str, folder: Path
) -> None:
    assert said in alerts(folder, *arguments, code=code)


async def operator_unheard(folder: Path) -> None:
    """The operator's channel refuses what he is to hear."""
    store, now = open_sqlite(folder / "tocsin.db"), SystemClock().now()
    word = Bulletin(
        key="notices/1", channel="pager", recipient="", title="x is down", frozen_at=now
    )
    await store.write(bulletins.post, word, now)
    await store.close()
    await flush(folder, Desk(), Desk(troubles=[Refused("token_revoked")]))


def test_the_list_says_that_the_operator_is_not_reached(tmp_path: Path) -> None:
    asyncio.run(operator_unheard(tmp_path))

    said = tocsin(tmp_path, "alerts", "list", config=HERE + "operator: pager\n")

    assert "the operator is not reached on pager: token_revoked" in said
    assert '"x is down"' in said
