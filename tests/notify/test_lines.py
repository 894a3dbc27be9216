from dataclasses import replace
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.model import Snippet
from tocsin.notify.lines import plain, render
from tocsin.notify.wording import pieces
from world.alerts import FIRST_REPORT, SECOND_REPORT, alert, update

TALLINN = ZoneInfo("Europe/Tallinn")


def test_an_alert_is_told_as_the_manual_shows_it() -> None:
    assert plain(render(alert(), UTC)).splitlines() == [
        "  #1042 high · harbour-strike   Dockers walk out as harbour talks fail"
        "                          2 outlets, 2 independent",
        "        first Example News 14:02, then Other Paper 14:31   together because: "
        "“not one more night shift” quoted by both; Okafor, Lindqvist, 340",
        "        why: …**Okafor** told members… that it could halt **container traffic**"
        " until Friday…",
        "        Example News: https://news.example/harbour",
        "        Other Paper: https://paper.example/a/b?c=d&e=f",
        "        story: https://desk.example/stories/1042",
    ]


def test_an_update_says_so_and_what_is_new() -> None:
    first, second, *_ = plain(render(update(), UTC)).splitlines()
    assert first.startswith("  #1042 updated: Third Voice reports it too; 12,000 containers  ")
    assert first.endswith("   3 outlets, 3 independent")
    assert second == "        high · harbour-strike   Dockers walk out as harbour talks fail"


def test_where_a_story_came_from_and_what_became_of_it_stand_beside_its_counts() -> None:
    new, *_ = plain(render(alert(split_from=12), UTC)).splitlines()
    gone, *_ = plain(render(alert(state="merged into #12"), UTC)).splitlines()

    assert new.endswith("2 outlets, 2 independent, split from #12")
    assert gone.endswith("2 outlets, 2 independent, merged into #12")


def test_news_without_end_is_counted() -> None:
    first, *_ = plain(render(update(news=("x",) * 50), UTC)).splitlines()
    assert "x; and 30 more   " in first


def test_one_outlet_is_singular_and_was_not_first_of_any() -> None:
    text = plain(render(alert(coverage=(FIRST_REPORT,)), UTC))
    assert "1 outlet, 1 independent" in text
    assert "        Example News 14:02   together" in text


def test_times_are_those_of_the_reader() -> None:
    assert "first Example News 16:02" in plain(render(alert(), TALLINN))


def test_a_report_of_another_day_tells_its_day() -> None:
    day_before = replace(FIRST_REPORT, published=FIRST_REPORT.when - timedelta(days=1))
    text = plain(render(alert(coverage=(day_before, SECOND_REPORT)), UTC))
    assert "first Example News 19 Nov 14:02, then Other Paper 14:31" in text


def test_an_outlet_is_named_once_by_its_first_report() -> None:
    later = SECOND_REPORT.when + timedelta(hours=1)
    again = replace(FIRST_REPORT, published=later, first_seen=later)
    text = plain(render(alert(coverage=(SECOND_REPORT, again, FIRST_REPORT)), UTC))
    assert "first Example News 14:02, then Other Paper 14:31 " in text
    assert "Example News (and 1 more): https://news.example/harbour" in text


def test_an_outlet_that_only_copies_is_said_to() -> None:
    copy = replace(SECOND_REPORT, independent=False)
    text = plain(render(alert(coverage=(FIRST_REPORT, copy)), UTC))
    assert "then Other Paper 14:31 (copy)" in text
    assert "2 outlets, 1 independent" in text


def test_of_a_crowd_of_outlets_some_more_are_named_and_the_rest_counted() -> None:
    crowd = tuple(replace(FIRST_REPORT, outlet=f"Outlet {number}") for number in range(100))
    text = plain(render(alert(coverage=crowd), UTC))
    assert "Outlet 11 14:02 and 88 more" in text
    assert "        and 88 more outlets, among them Outlet 12, Outlet 13, " in text
    assert "Outlet 38 (see `tocsin alerts show 1042`)\n" in text
    assert len(text.splitlines()) == 17


spans = st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30)), max_size=5)


@given(st.text("abc ", max_size=20), spans)
def test_marks_of_any_kind_leave_the_text_as_it_is(text: str, marks: list[tuple[int, int]]) -> None:
    found = pieces(Snippet(text=text, marks=tuple(marks)))
    told = "".join(piece.text for piece in found)
    assert told.split() == text.split()
    marked = sum(len(piece.text) for piece in found if piece.marked)
    assert marked <= len({at for start, end in marks for at in range(start, end)})
