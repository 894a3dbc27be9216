"""A day plays by the clock once it has begun, or by hand, and never backwards."""

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.newsroom.playback import Playback

DAY, PLAYING = timedelta(hours=30), timedelta(seconds=30)


class SetClock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def playback(clock: SetClock) -> Playback:
    return Playback(DAY, PLAYING, clock)


def test_a_day_stands_still_until_it_begins(clock: SetClock, playback: Playback) -> None:
    clock.time += timedelta(seconds=10)
    assert playback.play(until=DAY) == timedelta()


def test_an_hour_of_the_day_plays_in_its_share_of_the_time(
    clock: SetClock, playback: Playback
) -> None:
    playback.begin()
    clock.time += timedelta(seconds=1)
    assert playback.play(until=DAY) == timedelta(hours=1)


def test_a_day_begins_once(clock: SetClock, playback: Playback) -> None:
    playback.begin()
    clock.time += timedelta(seconds=1)
    playback.begin()
    assert playback.play(until=DAY) == timedelta(hours=1)


def test_a_day_ends_and_stays_ended(clock: SetClock, playback: Playback) -> None:
    playback.begin()
    clock.time += 2 * PLAYING
    assert playback.play(until=DAY) == DAY


def test_a_day_stands_still_where_it_is_told_to_and_does_not_make_up_for_it(
    clock: SetClock, playback: Playback
) -> None:
    playback.begin()
    clock.time += timedelta(seconds=5)
    assert playback.play(until=timedelta(hours=2)) == timedelta(hours=2)
    clock.time += timedelta(seconds=1)
    assert playback.play(until=DAY) == timedelta(hours=3)


def test_nothing_holds_a_day_up_for_more_than_twice_its_time(
    clock: SetClock, playback: Playback
) -> None:
    playback.begin()
    clock.time += 2 * PLAYING
    assert playback.play(until=timedelta(hours=2)) == DAY


def test_a_held_day_moves_by_hand_alone(clock: SetClock, playback: Playback) -> None:
    playback.begin()
    playback.hold()
    clock.time += PLAYING
    assert playback.play(until=DAY) == timedelta()
    playback.advance(timedelta(hours=7))
    assert playback.play(until=DAY) == timedelta(hours=7)


@pytest.mark.parametrize("to", [timedelta(hours=6), timedelta(hours=31)])
def test_a_day_never_runs_backwards_nor_past_its_end(playback: Playback, to: timedelta) -> None:
    playback.advance(timedelta(hours=7))
    with pytest.raises(ValueError, match="cannot advance"):
        playback.advance(to)


def test_a_paused_day_stands_still_and_does_not_make_up_for_it(
    clock: SetClock, playback: Playback
) -> None:
    playback.begin()
    clock.time += timedelta(seconds=5)
    playback.play(until=DAY)
    playback.pause(True)
    clock.time += timedelta(seconds=5)
    assert playback.play(until=DAY) == timedelta(hours=5)
    playback.pause(False)
    clock.time += timedelta(seconds=1)
    assert playback.play(until=DAY) == timedelta(hours=6)
