"""Which entries of a poll are news."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sample import ENTRY, entry
from tocsin.core.identity import Known, Names, Sight, Sighting, names_of, tell_apart
from tocsin.core.model import Entry

words = st.text("ab ", max_size=6)
entries = st.builds(
    Entry,
    guid=st.sampled_from(["", "g", "h", "i"]),
    url=st.sampled_from(["", "https://a.example", "https://a.example/1", "https://a.example/2"]),
    title=st.sampled_from(["", "One", "Two", "Three"]),
    text=words,
)


def tell(found: list[Entry], known: list[Known]) -> list[Sighting]:
    return tell_apart([names_of(one) for one in found], known, len(found))


def remember(sightings: list[Sighting]) -> list[Known]:
    """The rows that a first poll leaves: one for each entry, under all the names it bore."""
    rows: list[Known] = []
    for at, one in enumerate(sightings, start=1):
        root = rows[-one.known.root - 1].root if one.known else at
        rows.append(Known(id=at, root=root, names=one.names))
    return rows


def sights(found: list[Entry], known: list[Known]) -> list[Sight]:
    return [one.sight for one in tell(found, known)]


@given(
    st.lists(entries, max_size=8).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    )
)
def test_the_same_entries_again_in_any_order_are_all_known(
    polls: tuple[list[Entry], list[Entry]],
) -> None:
    first, again = polls

    assert Sight.NEW not in sights(again, remember(tell(first, [])))


def many(count: int, **changes: Any) -> list[Entry]:
    """Entries of which *changes* say what all have in common; ``{}`` stands for their number."""
    return [
        replace(
            Entry(
                guid=f"g{n}",
                url=f"https://a.example/{n}",
                title=f"Headline {n}",
                text="A summary in a few words.",
            ),
            **{name: value.format(n) for name, value in changes.items()},
        )
        for n in range(count)
    ]


def test_one_link_for_all_entries_tells_none_of_them_apart() -> None:
    shared = many(3, url="https://a.example/live")
    sightings = tell(shared, [])

    assert [one.sight for one in sightings] == [Sight.NEW] * 3
    assert [one.own_page for one in sightings] == [False] * 3
    assert sights(shared, remember(sightings)) == [Sight.KNOWN] * 3


def test_one_guid_for_all_entries_tells_none_of_them_apart() -> None:
    assert sights(many(3, guid="same"), []) == [Sight.NEW] * 3


def test_the_front_page_of_a_site_is_no_entrys_address() -> None:
    known = remember(tell([entry(guid="1", url="https://a.example/", title="A")], []))

    assert sights([entry(guid="2", url="https://a.example/", title="B", text="x")], known) == [
        Sight.NEW
    ]


def test_an_entry_in_other_words_is_edited_once() -> None:
    known = remember(tell([ENTRY], []))
    edited = entry(title="Old bridge closed to lorries")

    assert sights([edited], known) == [Sight.EDITED]
    assert sights([edited, edited], known) == [Sight.EDITED, Sight.KNOWN]


def test_a_count_of_comments_is_no_edit() -> None:
    known = remember(tell([entry(text="Three cracks. 12 comments")], []))

    assert sights([entry(text="Three cracks. 13 comments")], known) == [Sight.KNOWN]


def test_a_baseline_entry_is_news_only_under_another_headline() -> None:
    (row,) = remember(tell([ENTRY], []))
    known = [replace(row, baseline=True)]

    assert sights([entry(text="Something else altogether.")], known) == [Sight.KNOWN]
    assert sights([entry(title="Bridge falls")], known) == [Sight.EDITED]


def test_a_feed_whose_template_changes_has_edited_nothing() -> None:
    known = remember(tell(many(20), []))

    assert set(sights(many(20, text="Read more: {}"), known)) == {Sight.KNOWN}


def test_a_feed_that_moves_house_brings_no_news_but_what_is_new() -> None:
    known = remember(tell(many(20), []))
    moved = many(20, guid="new{}", url="https://b.example/{}", text="Told otherwise now.")
    fresh = entry(guid="x", url="https://b.example/x")

    told = sights([fresh, *moved], known)

    assert told == [Sight.NEW] + [Sight.RENAMED] * 20


def test_a_title_that_comes_again_is_no_move() -> None:
    known = remember(tell(many(20), []))
    again = Entry(guid="x", url="https://a.example/x", title="Headline 1", text="Today's.")

    assert sights([again, *many(20)][:21], known)[0] is Sight.NEW


def test_names_are_as_a_database_gives_them_back() -> None:
    names = names_of(entry(guid="a\0\ud800", title="\0T\ud800"))

    assert (names.guid, names.title) == ("a?", "t?")
    assert isinstance(names, Names)
