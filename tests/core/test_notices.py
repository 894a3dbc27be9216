"""When the operator is told, and that one cause is one message."""

from datetime import UTC, timedelta

import pytest

from sample import MINUTE, NOON
from tocsin.core.notices import (
    MOST_LINES,
    Answers,
    Notice,
    gather,
    is_due,
    outage,
    outage_over,
    suspect,
)

HOUR = 60 * MINUTE


def down(number: int) -> Notice:
    return Notice(key=f"feed-down/f{number}/1", title=f"f{number} is down: 403", lines=("detail",))


@pytest.mark.parametrize(
    ("since_first", "since_told", "due"),
    [
        (timedelta(seconds=59), None, False),
        (MINUTE, None, True),
        (HOUR, 9 * MINUTE, False),
        (HOUR, 10 * MINUTE, True),
        (-HOUR, -HOUR, True),  # the clock was set back
    ],
)
def test_a_notice_waits_for_others_and_messages_keep_a_distance(
    since_first: timedelta, since_told: timedelta | None, due: bool
) -> None:
    last = NOON - since_told if since_told else None

    assert is_due(NOON - since_first, last, NOON) is due


def test_one_notice_is_told_as_it_stands() -> None:
    assert gather([down(1)]) == ("f1 is down: 403", ("detail",))


def test_many_of_a_kind_are_counted_and_listed_as_far_as_anybody_reads() -> None:
    title, lines = gather([down(number) for number in range(200)])

    assert title == "200 feeds are down"
    assert lines[0] == "f0 is down: 403"
    assert (len(lines), lines[-1]) == (MOST_LINES + 1, "and 180 more")


def test_notices_of_one_title_are_one_with_all_their_lines() -> None:
    gave_up = [
        Notice(key=f"dead-letter/{story}", title="desk gave up: token_revoked", lines=(story,))
        for story in ("#1 Bridge", "#2 Brewery")
    ]

    hint = "once the channel is mended, `tocsin alerts resend --dead` sends what was given up"
    assert gather(gave_up) == ("desk gave up: token_revoked", ("#1 Bridge", "#2 Brewery", hint))
    assert gather([*gave_up, down(1)]) == (
        "3 notices on the service",
        ("desk gave up: token_revoked (2 times)", "f1 is down: 403", hint),
    )


FAILED = (("a", "timed out"), ("b", "timed out"), ("c", "no such host"))


@pytest.mark.parametrize(
    ("answers", "suspected"),
    [
        (Answers(last=NOON - HOUR, failed=FAILED), NOON - HOUR),
        (Answers(last=None, failed=FAILED), NOON - 2 * HOUR),
        (Answers(last=NOON - HOUR, failed=FAILED[:2]), None),
        (Answers(last=NOON - 9 * MINUTE, failed=FAILED), None),
    ],
    ids=["an hour", "never", "two may fail by themselves", "not for long"],
)
def test_the_network_is_suspected_where_no_feed_has_answered_for_long(
    answers: Answers, suspected: object
) -> None:
    assert suspect(answers, NOON - 2 * HOUR, NOON) == suspected


def test_an_outage_is_told_with_its_start_and_its_length() -> None:
    start = outage(Answers(last=None, failed=FAILED), NOON, UTC)
    end = outage_over(NOON, NOON + 3 * HOUR)

    assert start.title == "all feeds fail since 12:00: is the network up?"
    assert start.lines[:2] == ("3 feeds were asked, and none answered:", "a: timed out")
    assert end.title == "feeds answer again: none did for 3 hours"
    assert end.ends == start.key
