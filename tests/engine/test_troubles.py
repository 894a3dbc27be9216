"""What goes wrong each second is said as often as a person wants to read it."""

from structlog.testing import capture_logs

from tocsin.engine.troubles import Troubles

FULL = "cannot write tocsin.db: database or disk is full"


def test_a_cause_is_said_once_then_ever_more_seldom_with_how_often_and_when_it_is_over() -> None:
    seconds = [0.0]
    troubles = Troubles(lambda: seconds[0])
    with capture_logs() as logged:
        for second in range(6 * 60):
            seconds[0] = float(second)
            troubles.fails("channel desk", FULL)
            troubles.fails("feed courier", FULL)
            troubles.works("feed another")
        troubles.works("channel desk")
        troubles.works("feed courier")

    assert [line["event"] for line in logged] == [
        "could not finish, will try again",
        "still cannot finish",
        "still cannot finish",
        "works again",
    ]
    assert logged[1]["failed"] == "121 times in 60 seconds"
    assert logged[-1]["failed"] == "720 times in 6 minutes"


def test_another_cause_is_said_at_once() -> None:
    troubles = Troubles(lambda: 0.0)
    with capture_logs() as logged:
        for why in (FULL, "disk I/O error", FULL):
            troubles.fails("channel desk", why)

    assert [line["why"] for line in logged] == [FULL, "disk I/O error"]
