"""How many messages somebody is sent at most."""

from sample import MINUTE, NOON
from tocsin.core.alerting import Rate, room

HOUR = 60 * MINUTE
TWO = Rate(messages=2, per=HOUR)


def test_there_is_room_again_once_the_oldest_message_is_old_enough() -> None:
    sent = [NOON - 90 * MINUTE, NOON - 50 * MINUTE, NOON - 20 * MINUTE]

    assert (room(TWO, sent[:2], NOON).left, room(TWO, sent, NOON).left) == (1, 0)
    assert room(TWO, sent, NOON).opens == NOON + 10 * MINUTE


def test_what_was_sent_by_a_clock_that_was_ahead_takes_no_room() -> None:
    assert room(TWO, [NOON + 24 * HOUR] * 2, NOON).left == 2
