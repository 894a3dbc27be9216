"""What is due, what is being sent, and that nothing of it is lost."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from sample import AT_ONCE, FEED, MINUTE, NOON, article, match, terms
from telling import alert_of
from tocsin.core.alerting import Address, Timing
from tocsin.core.cadence import ARRIVES
from tocsin.core.errors import Refused, Unavailable
from tocsin.core.model import Join, Placement, Receipt
from tocsin.store import articles, feeds, freezing, ledger, matches, outbox, settling
from tocsin.store.asking import Asking
from tocsin.store.freezing import Sending
from tocsin.store.sqlite import SqliteStore

pytestmark = pytest.mark.anyio

DESK = Address(channel="desk", recipient="")
LEASE = timedelta(minutes=2)


def report(conn: Connection, number: int, story_id: int | None = None) -> int:
    """Place an independent report that matches; the story's id."""
    feeds.sync(conn, [FEED], NOON)
    how = Join.OPENED if story_id is None else Join.SAME_EVENT
    one = article(url=f"https://o.example/{number}", title=f"Report {number}", text=f"t{number}")
    placed = articles.add(conn, one, Placement(how=how, story_id=story_id))
    matches.add(conn, placed, (match(),), NOON)
    outbox.make_due(conn, placed.story_id, DESK, NOON)
    return placed.story_id


async def take(
    store: SqliteStore, now: datetime = NOON, timing: Timing = AT_ONCE
) -> Sending | None:
    return await store.write(freezing.take, asking(timing, now))


def asking(timing: Timing, now: datetime) -> Asking:
    return Asking(terms=terms(timing), now=now, lease=LEASE)


async def taken(store: SqliteStore) -> Sending:
    sending = await take(store)
    assert sending is not None
    return sending


async def test_a_message_is_taken_once(store: SqliteStore) -> None:
    await store.write(report, 1)

    assert await take(store) is not None
    assert await take(store) is None


async def test_a_message_not_yet_due_is_asked_about_when_it_is(store: SqliteStore) -> None:
    timing = Timing(wait_before_first=MINUTE)
    await store.write(report, 1)

    assert await take(store, NOON, timing) is None
    assert await store.read(outbox.next_due, "desk") == NOON + MINUTE
    assert await take(store, NOON + MINUTE, timing) is not None


async def test_what_a_dead_daemon_was_sending_is_sent_again_word_for_word(
    store: SqliteStore,
) -> None:
    story_id = await store.write(report, 1)
    first = await taken(store)
    await store.write(report, 2, story_id)

    await store.write(outbox.recover, NOON)
    again = await take(store, NOON + ARRIVES)

    assert again is not None
    assert again.message == first.message
    assert (first.uncertain, again.uncertain) == (False, True)


async def test_what_a_daemon_sent_that_just_died_is_given_time_to_arrive(
    store: SqliteStore,
) -> None:
    await store.write(report, 1)
    await taken(store)

    await store.write(outbox.recover, NOON + MINUTE)
    await store.write(outbox.hasten, NOON + MINUTE)

    assert await take(store, NOON + MINUTE) is None
    assert await take(store, NOON + MINUTE + ARRIVES) is not None


async def test_what_a_daemon_sent_that_died_long_ago_is_taken_up_at_once(
    store: SqliteStore,
) -> None:
    await store.write(report, 1)
    await taken(store)

    await store.write(outbox.recover, NOON + LEASE)
    again = await take(store, NOON + LEASE)

    assert again is not None
    assert again.uncertain


async def test_a_lease_that_ran_out_gives_the_message_back(store: SqliteStore) -> None:
    await store.write(report, 1)
    first = await taken(store)

    again = await take(store, NOON + LEASE)

    assert again is not None
    assert (again.message, again.uncertain) == (first.message, True)


@pytest.mark.parametrize("uncertain", [[False, False], [True, False], [False, True]])
async def test_a_channel_is_asked_only_for_what_it_may_have_taken(
    store: SqliteStore, uncertain: list[bool]
) -> None:
    await store.write(report, 1)
    sending = await taken(store)
    for tries, maybe in enumerate(uncertain, start=1):
        now = NOON + tries * MINUTE
        error = Unavailable("not now", uncertain=maybe)
        await store.write(settling.put_off, sending, now, error, now)
        again = await take(store, now + ARRIVES)
        assert again is not None
        sending = again

    assert sending.uncertain == any(uncertain)


async def test_what_may_have_been_taken_is_not_asked_for_early_since_another_got_through(
    store: SqliteStore,
) -> None:
    for number in (1, 2):
        await store.write(report, number)
    soon = NOON + ARRIVES / 3
    for until in (NOON, NOON, soon):
        await store.write(settling.put_off, await taken(store), until, Unavailable("503"), NOON)
    second, cut_short = await taken(store), Unavailable("reset", uncertain=True)
    await store.write(settling.put_off, second, NOON, cut_short, NOON)
    first = await take(store, soon)
    assert first is not None
    await store.write(settling.mark_told, first, Receipt(reference="m1"), soon)

    assert await take(store, soon) is None
    assert alert_of(await take(store, NOON + ARRIVES)) == second.message


async def test_a_story_that_grew_while_it_was_told_is_told_again(store: SqliteStore) -> None:
    story_id = await store.write(report, 1)
    first = await taken(store)
    await store.write(report, 2, story_id)
    await store.write(settling.mark_told, first, Receipt(reference="m1"), NOON)

    update = await taken(store)

    assert alert_of(update).news == ("Courier: Report 2",)
    assert update.before == Receipt(reference="m1")


async def test_a_story_that_was_told_is_told_again_when_its_reminder_is_due(
    store: SqliteStore,
) -> None:
    timing = Timing(wait_before_first=timedelta(0), reminder_every=2 * MINUTE)
    await store.write(report, 1)
    await store.write(settling.mark_told, await taken(store), Receipt(reference="m1"), NOON)

    assert await take(store, NOON + MINUTE, timing) is None
    assert await take(store, NOON + 2 * MINUTE, timing) is not None


async def test_a_message_told_is_not_sent_again(store: SqliteStore) -> None:
    await store.write(report, 1)
    await store.write(settling.mark_told, await taken(store), Receipt(reference="m1"), NOON)

    await store.write(outbox.recover, NOON)

    assert await take(store, NOON + timedelta(days=9)) is None


async def test_a_message_put_off_is_the_same_message_later(store: SqliteStore) -> None:
    await store.write(report, 1)
    first = await taken(store)
    await store.write(settling.put_off, first, NOON + MINUTE, Unavailable("503"), NOON)

    assert await take(store, NOON) is None
    again = await take(store, NOON + MINUTE)

    assert again is not None
    assert (again.message, again.tries, again.first_try_at) == (first.message, 2, NOON)


async def test_a_refused_message_is_dead_until_its_story_grows(store: SqliteStore) -> None:
    story_id = await store.write(report, 1)
    await store.write(settling.give_up, await taken(store), Refused("channel_not_found"), NOON)
    assert await take(store, NOON + timedelta(days=9)) is None

    await store.write(report, 2, story_id)

    assert alert_of(await taken(store)).outlets == 1


async def test_the_ledger_tells_every_try_and_every_silence(store: SqliteStore) -> None:
    story_id = await store.write(report, 1)
    first = await taken(store)
    await store.write(settling.put_off, first, NOON, Unavailable("503"), NOON)
    await store.write(settling.mark_told, await taken(store), Receipt(reference="m1"), NOON)
    await store.write(outbox.make_due, story_id, DESK, NOON)
    assert await take(store) is None

    lines = await store.read(ledger.lines, story_id)

    said = [(attempt.outcome, attempt.detail) for attempt in lines]
    assert said == [("put off", "503"), ("sent", "first report"), ("silent", "nothing is new")]


async def test_recipients_of_one_channel_are_told_one_by_one(store: SqliteStore) -> None:
    story_id = await store.write(report, 1)
    other = Address(channel="desk", recipient="b@example.org")
    await store.write(outbox.make_due, story_id, other, NOON)

    recipients = {(await taken(store)).message.recipient, (await taken(store)).message.recipient}

    assert recipients == {"", "b@example.org"}


async def test_waits_are_over_when_hastened(store: SqliteStore) -> None:
    timing = Timing(wait_before_first=MINUTE)
    await store.write(report, 1)
    assert await take(store, NOON, timing) is None

    await store.write(outbox.hasten, NOON)

    assert await take(store) is not None


async def test_what_a_story_brought_while_its_message_was_dying_is_told(store: SqliteStore) -> None:
    story_id = await store.write(report, 1)
    dying = await taken(store)
    await store.write(report, 2, story_id)

    await store.write(settling.give_up, dying, Refused("msg_too_long"), NOON)

    assert alert_of(await take(store)).revision == 2


async def test_a_message_that_was_given_back_untried_is_not_taken_for_one_that_may_have_arrived(
    store: SqliteStore,
) -> None:
    await store.write(report, 1)
    first = await taken(store)

    await store.write(freezing.give_back, first, NOON)
    again = await taken(store)

    assert (again.message, again.uncertain) == (first.message, False)


async def test_nothing_waits_for_what_a_clock_said_that_was_ahead(store: SqliteStore) -> None:
    for number in (1, 2):
        await store.write(report, number)
    await store.write(
        settling.put_off, await taken(store), NOON + 15 * MINUTE, Unavailable("503"), NOON
    )
    past = NOON - 24 * 60 * MINUTE

    await store.write(outbox.clock_went_back, past)

    assert await store.read(outbox.next_due, DESK.channel) == past
    put_off = await take(store, past)
    assert alert_of(put_off).title == "Report 1"
    assert put_off is not None
    assert put_off.first_try_at == past
