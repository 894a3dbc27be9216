"""What would make a feed slow to read is taken out of it, and nothing else."""

import codecs

import pytest

from tocsin.core.errors import NotAFeed
from tocsin.parse.feed import read_feed
from tocsin.parse.prechecks import prepare

FEED = b'<rss version="2.0"><channel><item><title>a  b</title></item></channel></rss>'


def test_white_space_before_a_feed_is_taken_away_and_none_within() -> None:
    assert prepare(b"\n" * 40_000 + FEED, "")[0] == FEED
    assert prepare(b"<?xml version='1.0'?>" + b" \n" * 40_000 + FEED, "")[0].endswith(
        b"?>\n" + FEED
    )


def test_an_author_is_cut_to_what_a_name_may_be() -> None:
    for author in (b"a." * 20_000, b"<![CDATA[" + b"a." * 20_000 + b"]]>"):
        body = FEED.replace(b"</item>", b"<author>" + author + b"</author></item>")
        assert len(prepare(body, "")[0]) < 2_500
        assert read_feed(body, "", "").entries[0].author.startswith("a.a.")


def test_a_second_doctype_is_refused() -> None:
    with pytest.raises(NotAFeed, match="more than one DOCTYPE"):
        prepare(b"<!DOCTYPE rss><!doctype rss>" + FEED, "")


def test_more_entries_than_any_feed_holds_are_refused_before_they_are_read() -> None:
    for entry in (b"<item>", b"<item><title>x</title></item>", b"<a:entry />"):
        with pytest.raises(NotAFeed, match="10,000 entries"):
            read_feed(b"<rss version='2.0'><channel>" + entry * 10_001, "", "")


def test_a_json_feed_of_too_many_entries_is_refused_as_well() -> None:
    items = ",".join(["{}"] * 10_001)
    with pytest.raises(NotAFeed, match="10,000 entries"):
        read_feed(b'{"items": [%s]}' % items.encode(), "", "")


def test_no_entity_is_lost_wherever_the_doctype_stands() -> None:
    doctype = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss.dtd">'
    feed = FEED.replace(b"a  b", b"Caf&eacute;")
    for between in (b"", b" ", b"\n", b"<!-- a cache's -->"):
        body = b'<?xml version="1.0"?>' + between + doctype + feed
        assert read_feed(body, "", "").entries[0].title == "Café"


def test_halves_of_characters_in_utf_8_are_joined() -> None:
    body = FEED.replace(b"a  b", b"\xed\xa0\xbd\xed\xb4\xa5 caf\xc3\xa9")
    assert read_feed(body, "", "").entries[0].title == "🔥 café"


def test_one_doctype_and_any_within_an_entry_are_fine() -> None:
    page = b"<description><![CDATA[<!DOCTYPE html><!DOCTYPE html>x]]></description></item>"
    body = b"<!DOCTYPE rss>" + FEED.replace(b"</item>", page)
    assert read_feed(body, "", "").entries[0].title == "a b"


@pytest.mark.parametrize("charset", ["utf-16", "utf-32"])
def test_wide_charsets_meet_the_same_checks(charset: str) -> None:
    assert prepare(FEED.decode().encode(charset), "") == (FEED, "application/xml; charset=utf-8")
    with pytest.raises(NotAFeed, match="more than one DOCTYPE"):
        prepare(("<!DOCTYPE " * 9 + FEED.decode()).encode(charset), "")


def test_a_bom_is_no_part_of_a_feed() -> None:
    assert prepare(codecs.BOM_UTF8 + FEED, "text/xml") == (FEED, "text/xml")
