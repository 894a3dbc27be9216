"""What is told together, what is held, and what holds up what."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import Connection

from sample import MINUTE, NOON, TERMS, article, match, terms
from telling import alert_of, bulletin_of
from tocsin.core.alerting import LISTED, Address, Quiet, Rate, Route, Terms, Why
from tocsin.core.cadence import ARRIVES
from tocsin.core.errors import Unavailable
from tocsin.core.model import Join, Placement, Receipt, Severity, Silence
from tocsin.store import articles, freezing, ledger, matches, outbox, settling, silences
from tocsin.store.asking import Asking
from tocsin.store.freezing import Sending
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

HOUR = 60 * MINUTE
DESK = Address(channel="desk", recipient="")
NIGHT = Quiet(start=time(11), end=time(13))
AT_NIGHT = terms(routes=(Route(quiet=NIGHT, timing=TERMS.routing.timing),))


def watched(conn: Connection, number: int, now: datetime = NOON) -> int:
    """A story of its own with one matching article, due at the desk; its id."""
    one = article(url=f"https://o.example/{number}", title=f"Report {number}", text=f"t{number}")
    placed = articles.add(conn, replace(one, first_seen=now), Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(),), now)
    outbox.make_due(conn, placed.story_id, DESK, now)
    return placed.story_id


def copied(conn: Connection, story_id: int) -> None:
    """A copy joins the story."""
    one = article(url="https://o.example/copy", title="Copy", text="copy")
    placement = Placement(how=Join.COPY, story_id=story_id, copy_of=1)
    articles.add(conn, one, placement)
    outbox.make_due(conn, story_id, DESK, NOON)


async def take(store: SqliteStore, now: datetime = NOON, told: Terms = TERMS) -> Sending | None:
    return await store.write(freezing.take, Asking(terms=told, now=now, lease=2 * MINUTE))


async def test_what_quiet_hours_held_is_told_in_one_message_when_they_end(
    store: SqliteStore,
) -> None:
    for number in (1, 2, 3):
        await store.write(watched, number)
    assert await take(store, NOON, AT_NIGHT) is None
    assert await store.read(outbox.next_due, "desk") == NOON + HOUR

    summary = bulletin_of(await take(store, NOON + HOUR, AT_NIGHT))

    assert summary.title == "3 stories from the quiet hours"
    assert [alert.title for alert in summary.alerts] == ["Report 1", "Report 2", "Report 3"]


async def test_what_one_message_cannot_name_comes_in_the_next(store: SqliteStore) -> None:
    for number in range(1, LISTED + 3):
        await store.write(watched, number)
    await take(store, NOON, AT_NIGHT)

    sending = await take(store, NOON + HOUR, AT_NIGHT)
    assert sending is not None
    await store.write(settling.mark_told, sending, Receipt(reference="m"), NOON + HOUR)
    first, then = bulletin_of(sending), bulletin_of(await take(store, NOON + HOUR, AT_NIGHT))

    assert (len(first.alerts), len(then.alerts)) == (LISTED, 2)


async def test_all_that_a_bulletin_tells_is_told_with_it(store: SqliteStore) -> None:
    for number in (1, 2):
        await store.write(watched, number)
    await take(store, NOON, AT_NIGHT)
    sending = await take(store, NOON + HOUR, AT_NIGHT)
    assert sending is not None

    await store.write(settling.mark_told, sending, Receipt(reference="m1"), NOON + HOUR)

    assert await take(store, NOON + 9 * HOUR, AT_NIGHT) is None
    lines = await store.read(ledger.lines, 1)
    assert [line.outcome for line in lines] == ["held", "told together"]
    assert [line.detail for line in lines] == ["quiet hours", "first report"]


async def test_a_bulletin_that_a_dead_daemon_was_sending_is_sent_again_word_for_word(
    store: SqliteStore,
) -> None:
    for number in (1, 2):
        await store.write(watched, number)
    await take(store, NOON, AT_NIGHT)
    first = await take(store, NOON + HOUR, AT_NIGHT)

    await store.write(outbox.recover, NOON + HOUR)
    again = await take(store, NOON + HOUR + ARRIVES, AT_NIGHT)

    assert bulletin_of(again) == bulletin_of(first)
    assert again is not None
    assert again.uncertain


async def test_what_is_critical_passes_quiet_hours(store: SqliteStore) -> None:
    rule = replace(TERMS.routing.rules["bridges"], severity=Severity.CRITICAL)
    told = terms(rules={"bridges": rule}, routes=AT_NIGHT.routing.routes)
    await store.write(watched, 1)

    assert alert_of(await take(store, NOON, told)).severity is Severity.CRITICAL


async def test_a_flood_ends_in_one_message(store: SqliteStore) -> None:
    told = terms(at_most=Rate(messages=3, per=HOUR))
    for number in range(1, 41):
        await store.write(watched, number)
    for number in (1, 2):
        sending = await take(store, NOON, told)
        assert alert_of(sending).title == f"Report {number}"
        assert sending is not None
        await store.write(settling.mark_told, sending, Receipt(reference="m"), NOON)

    rest = bulletin_of(await take(store, NOON, told))

    assert rest.title == "38 stories more than this channel takes one by one"
    assert [alert.title for alert in rest.alerts] == [f"Report {n}" for n in range(3, 41)]


async def test_a_silence_hides_a_rule_until_it_ends_then_its_stories_are_told_as_one(
    store: SqliteStore,
) -> None:
    silence = Silence(rule="bridges", until=NOON + 4 * HOUR, created=NOON)
    await store.write(silences.add, silence)
    for number in (1, 2):
        await store.write(watched, number)
    assert await take(store) is None
    assert await take(store, NOON + 3 * HOUR) is None

    summary = bulletin_of(await take(store, NOON + 4 * HOUR))

    assert summary.title == "2 stories from under a silence that has ended"


async def test_while_a_message_is_put_off_the_next_ones_wait_and_are_told_together(
    store: SqliteStore,
) -> None:
    for number in range(1, 6):
        await store.write(watched, number)
    first = await take(store)
    assert first is not None
    await store.write(settling.put_off, first, NOON + HOUR, Unavailable("503"), NOON)
    assert await take(store, NOON + MINUTE) is None

    again = await take(store, NOON + HOUR)
    assert again is not None
    await store.write(settling.mark_told, again, Receipt(reference="m1"), NOON + HOUR)
    rest = bulletin_of(await take(store, NOON + HOUR))

    assert alert_of(again).title == "Report 1"
    assert [alert.title for alert in rest.alerts] == [f"Report {number}" for number in range(2, 6)]


async def stuck(store: SqliteStore) -> datetime:
    """The first of three stories is put off for the third time, for an hour; when that is."""
    now = NOON
    for number in (1, 2, 3):
        await store.write(watched, number)
    for _ in range(3):
        now += timedelta(seconds=10)
        sending = await take(store, now)
        assert alert_of(sending).title == "Report 1"
        assert sending is not None
        until = now + (HOUR if sending.tries == 3 else MINUTE / 6)
        await store.write(settling.put_off, sending, until, Unavailable("500"), now)
    return now


async def test_one_message_that_never_gets_through_does_not_stop_the_others(
    store: SqliteStore,
) -> None:
    now = await stuck(store)

    for number in (2, 3):
        sending = await take(store, now)
        assert alert_of(sending).title == f"Report {number}"
        assert sending is not None
        await store.write(settling.mark_told, sending, Receipt(reference="m"), now)


async def test_two_messages_that_never_get_through_do_not_stop_the_others(
    store: SqliteStore,
) -> None:
    now, told = await stuck(store), list[str]()
    for _ in range(9):
        while (sending := await take(store, now)) is not None:
            title = alert_of(sending).title
            if title == "Report 3":
                told.append(title)
                await store.write(settling.mark_told, sending, Receipt(reference="m"), now)
            else:
                await store.write(settling.put_off, sending, now + MINUTE, Unavailable("500"), now)
        now += HOUR

    assert told == ["Report 3"]


async def test_a_message_tried_beside_one_that_is_put_off_does_not_overtake_it(
    store: SqliteStore,
) -> None:
    now = await stuck(store)
    second = await take(store, now)
    assert second is not None
    await store.write(settling.put_off, second, now + MINUTE, Unavailable("500"), now)

    assert await take(store, now + MINUTE) is None
    assert alert_of(await take(store, now + HOUR)).title == "Report 1"
    assert alert_of(await take(store, now + HOUR)).title == "Report 2"


async def test_a_message_of_a_webhook_is_not_taken_for_one_that_its_bot_can_edit(
    store: SqliteStore,
) -> None:
    """Else each copy would be posted anew once the channel's token is given."""
    story_id = await store.write(watched, 1)
    first = await take(store)
    assert first is not None
    await store.write(settling.mark_told, first, Receipt(reference="by the webhook"), NOON)

    await store.write(copied, story_id)

    assert await take(store, told=terms(edits=True)) is None
    assert (await store.read(ledger.lines, story_id))[-1].detail == Why.COPIES


async def test_an_alert_that_waits_for_a_channel_that_is_gone_is_counted(
    store: SqliteStore,
) -> None:
    await store.write(watched, 1)

    assert await store.read(outbox.stranded, ["mail"]) == {"desk": 1}
    assert await store.read(outbox.stranded, ["desk", "mail"]) == {}


async def test_a_story_that_no_route_takes_says_so_once(store: SqliteStore) -> None:
    one = article(url="https://o.example/1")
    opened = Placement(how=Join.OPENED)
    placed = await store.write(articles.add, one, opened)

    for _ in range(2):
        await store.write(outbox.told_nowhere, placed.story_id, NOON)

    (line,) = await store.read(ledger.lines, placed.story_id)
    assert (line.outcome, line.detail) == (ledger.SILENT, Why.NO_ROUTE)
