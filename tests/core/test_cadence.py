"""When a feed is polled again, and a channel tried again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.cadence import (
    DAY,
    PAUSE,
    Bounds,
    Health,
    NextPoll,
    Polled,
    Record,
    Why,
    asked_by_headers,
    health,
    next_poll,
    next_try,
    usual_gap,
)

NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
QUIET = Polled(interval=20 * MINUTE, entries=30)

jitters = st.floats(-1, 1)
spans = st.timedeltas(timedelta(), timedelta(days=60))
polls = st.builds(
    Polled,
    interval=spans,
    entries=st.just(40),
    new=st.integers(0, 40),
    failures=st.integers(0, 10_000),
    asked=st.none() | spans,
    retry_after=st.none() | spans,
    skip_hours=st.frozensets(st.integers(0, 23)),
)


def after(polled: Polled, jitter: float = 0, **bounds: timedelta) -> NextPoll:
    return next_poll(NOW, polled, Bounds(**bounds), jitter)


def test_a_feed_is_polled_sooner_while_much_is_new() -> None:
    decided = after(replace(QUIET, new=10))
    assert (decided.interval, decided.why) == (10 * MINUTE, Why.FASTER)
    assert decided.at == NOW + 10 * MINUTE


def test_a_feed_is_polled_as_before_while_little_is_new() -> None:
    decided = after(replace(QUIET, new=1))
    assert (decided.interval, decided.why) == (20 * MINUTE, Why.STEADY)


def test_a_feed_is_polled_later_while_nothing_is_new() -> None:
    decided = after(QUIET)
    assert (decided.interval, decided.why) == (30 * MINUTE, Why.SLOWER)


def test_a_poll_without_a_known_entry_is_followed_by_the_soonest() -> None:
    decided = after(replace(QUIET, new=30))
    assert (decided.interval, decided.why) == (5 * MINUTE, Why.GAP)


def test_a_feed_at_first_sight_is_polled_again_soon_and_missed_nothing() -> None:
    decided = after(Polled(interval=timedelta(), entries=30, new=30))
    assert (decided.interval, decided.why) == (5 * MINUTE, Why.STEADY)


def test_a_configured_interval_stands_whatever_the_feed_does() -> None:
    asking = replace(QUIET, new=30, asked=HOUR, skip_hours=frozenset({12}))
    decided = after(asking, every=7 * MINUTE)
    assert (decided.at, decided.why) == (NOW + 7 * MINUTE, Why.FIXED)


def test_a_server_that_refuses_us_is_heeded_even_so() -> None:
    decided = after(replace(QUIET, failures=1, retry_after=HOUR), every=7 * MINUTE)
    assert (decided.at, decided.why) == (NOW + HOUR, Why.ASKED)


def test_a_feed_that_asks_to_be_left_alone_is() -> None:
    decided = after(replace(QUIET, new=10, asked=HOUR))
    assert (decided.at, decided.why, decided.interval) == (NOW + HOUR, Why.ASKED, 10 * MINUTE)


def test_a_failing_feed_is_asked_ever_more_seldom_up_to_a_day() -> None:
    waits = [after(replace(QUIET, failures=n)).at - NOW for n in (1, 2, 3, 7, 8, 99)]
    assert waits == [20 * MINUTE, 40 * MINUTE, 80 * MINUTE, 1280 * MINUTE, DAY, DAY]


def test_a_feed_that_is_back_is_polled_as_before_it_failed() -> None:
    failed = after(replace(QUIET, failures=9))
    assert (failed.interval, failed.why) == (20 * MINUTE, Why.FAILED)


def test_a_feed_that_is_gone_is_asked_once_a_week_in_case_that_was_a_slip() -> None:
    decided = after(replace(QUIET, failures=1, gone=True))
    assert (decided.at, decided.why) == (NOW + PAUSE, Why.GONE)


def test_skipped_hours_are_skipped() -> None:
    decided = after(replace(QUIET, skip_hours=frozenset({13, 14})))
    assert (decided.at, decided.why) == (NOW.replace(hour=15, minute=0), Why.SKIPS)


@given(polls, jitters)
def test_a_feed_is_polled_again_within_two_days_and_never_at_once(
    polled: Polled, jitter: float
) -> None:
    decided = after(polled, jitter)
    assert timedelta(minutes=4.5) <= decided.at - NOW <= 2.2 * DAY
    assert 5 * MINUTE <= decided.interval <= DAY


@given(polls, jitters)
def test_what_is_asked_for_is_never_undercut(polled: Polled, jitter: float) -> None:
    waits = after(polled, jitter).at - NOW
    assert waits >= min(max(polled.asked or 0 * DAY, polled.retry_after or 0 * DAY), DAY)


NOON, ONE, ELEVEN = (f"Sun, 22 Nov 2026 {hour}:00:00 GMT" for hour in (12, 13, 11))


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        ({}, None),
        ({"cache-control": "public, max-age=600"}, 10 * MINUTE),
        ({"cache-control": 'Max-Age="60"'}, MINUTE),
        ({"cache-control": "s-maxage=600, no-transform"}, None),
        ({"cache-control": "max-age=soon"}, None),
        ({"cache-control": "max-age=600", "age": "540"}, MINUTE),
        ({"cache-control": "max-age=600", "age": "6000"}, timedelta()),
        ({"cache-control": "max-age=" + "9" * 400}, None),
        ({"cache-control": "max-age=0", "expires": "never"}, timedelta()),
        ({"expires": ONE, "date": NOON}, HOUR),
        ({"expires": ELEVEN, "date": NOON}, 0 * HOUR),
        ({"expires": "0", "date": NOON}, None),
        ({"expires": ONE}, None),
    ],
)
def test_headers_say_how_long_an_answer_is_good_for(
    headers: dict[str, str], asked: timedelta | None
) -> None:
    assert asked_by_headers(headers) == asked


@pytest.mark.parametrize(
    ("record", "how"),
    [
        (Record(failing_since=NOW - 23 * HOUR), Health.FINE),
        (Record(failing_since=NOW - DAY), Health.DOWN),
        (Record(failing_since=NOW, gone=True), Health.GONE),
        (Record(brought=NOW - 9 * HOUR), Health.FINE),
        (Record(brought=NOW - 9 * HOUR, usual_gap=2 * HOUR), Health.FINE),
        (Record(brought=NOW - 10 * HOUR, usual_gap=2 * HOUR), Health.SILENT),
        (Record(brought=NOW - 5 * HOUR, usual_gap=MINUTE), Health.FINE),
        (Record(failing_since=NOW - DAY, brought=NOW - DAY, usual_gap=HOUR), Health.DOWN),
    ],
)
def test_a_feed_is_down_after_a_day_and_silent_after_five_gaps(record: Record, how: Health) -> None:
    assert health(NOW, record) is how


def test_a_usual_gap_follows_slowly() -> None:
    assert usual_gap(None, HOUR) == HOUR
    assert usual_gap(HOUR, 6 * HOUR) == 2 * HOUR


def test_a_channel_is_tried_again_after_1_s_and_at_last_every_15_min() -> None:
    waits = [next_try(tries, 0).total_seconds() for tries in (1, 2, 3, 10, 11, 10_000)]
    assert waits == [1, 2, 4, 512, 900, 900]


@given(st.integers(1, 10_000), jitters, spans)
def test_a_channel_is_not_tried_before_it_said(tries: int, jitter: float, ban: timedelta) -> None:
    assert next_try(tries, jitter, ban) >= ban
