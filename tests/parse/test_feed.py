"""What is read of a feed, in every format and in every state."""

import contextlib
import gzip
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.errors import NotAFeed
from tocsin.core.model import Entry, ParsedFeed
from tocsin.parse.feed import read_feed

URL = "https://news.example/feeds/world.xml"
ENTRY = Entry(
    guid="n-1",
    url="https://news.example/harbour?a=1&b=2",
    title="Dockers walk out",
    text="“Not one more shift”\nOkafor said.",
    published=datetime(2026, 11, 20, 14, 2, tzinfo=UTC),
    author="A. Reporter",
    lang="en",
)
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>World</title>
<language>en-gb</language><ttl>30</ttl><item><guid isPermaLink="false">n-1</guid>
<title>Dockers walk out</title><link>/harbour?a=1&amp;b=2</link><author>A. Reporter</author>
<pubDate>Fri, 20 Nov 2026 15:02:00 +0100</pubDate>
<description>&lt;p&gt;&amp;ldquo;Not one more shift&amp;rdquo;&lt;/p&gt;
Okafor &lt;b&gt;said&lt;/b&gt;.</description></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>World</title><entry>
<id>n-1</id><title>Dockers walk out</title><link href="../harbour?a=1&amp;b=2"/>
<author><name>A. Reporter</name></author><published>2026-11-20T14:02:00Z</published>
<updated>2026-11-20T18:00:00Z</updated><summary>Short.</summary><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>\xe2\x80\x9cNot one more shift\xe2\x80\x9d</p>
Okafor <b>said</b>.</div>
</content></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>World</title><dc:language>en</dc:language></channel>
<item rdf:about="n-1"><title>Dockers walk out</title>
<link>https://news.example/harbour?a=1&amp;b=2</link>
<dc:creator>A. Reporter</dc:creator><dc:date>2026-11-20T14:02:00Z</dc:date>
<description>\xe2\x80\x9cNot one more shift\xe2\x80\x9d&lt;br&gt;Okafor said.</description>
</item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "World", "language": "en",
"items": [{"id": "n-1", "url": "/harbour?a=1&b=2", "title": "Dockers walk out",
"content_html": "<p>“Not one more shift”</p>Okafor <b>said</b>.", "summary": "Short.",
"date_published": "2026-11-20T15:02:00+01:00", "authors": [{"name": "A. Reporter"}]}]}""".encode()


def read(body: bytes, content_type: str = "") -> ParsedFeed:
    return read_feed(body, URL, content_type)


def item(inner: str) -> Entry:
    """The one entry of a feed that holds *inner*."""
    feed = f'<rss version="2.0"><channel><title>t</title><item>{inner}</item></channel></rss>'
    return read(feed.encode()).entries[0]


@pytest.mark.parametrize("body", [RSS, ATOM, RDF, JSON], ids=["rss", "atom", "rdf", "json"])
def test_an_entry_reads_the_same_in_every_format(body: bytes) -> None:
    feed = read(body)
    assert (feed.title, feed.lang, feed.note) == ("World", "en", "")
    (entry,) = feed.entries
    assert (entry.guid, entry.url, entry.title) == (ENTRY.guid, ENTRY.url, ENTRY.title)
    assert (entry.text, entry.published, entry.author) == (
        ENTRY.text,
        ENTRY.published,
        ENTRY.author,
    )


def test_how_long_a_feed_asks_to_be_left_alone_is_read() -> None:
    assert read(RSS).ttl == timedelta(minutes=30)
    syndicated = RDF.replace(
        b"<title>World",
        b'<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily'
        b'</sy:updatePeriod><sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/'
        b'syndication/">4</sy:updateFrequency><title>World',
    )
    assert read(syndicated).ttl == timedelta(hours=6)


def test_the_hours_in_which_a_feed_never_changes_are_read() -> None:
    hours = b"<skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour></skipHours><item>"
    assert read(RSS.replace(b"<item>", hours)).skip_hours == {0, 7}
    assert read(RSS).skip_hours == frozenset()


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-16-le", "utf-32", "koi8-r", "cp1251"])
def test_a_feed_is_read_in_the_charset_that_it_is_written_in(charset: str) -> None:
    text = f'<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><item>'
    text += "<title>Забастовка</title></item></channel></rss>"
    assert read(text.encode(charset), "text/xml").entries[0].title == "Забастовка"


def test_a_feed_in_utf_8_is_read_as_such_whatever_its_server_says() -> None:
    body = "<rss version='2.0'><channel><item><title>Öl</title></item></channel></rss>".encode()
    assert read(body, "text/xml; charset=iso-8859-1").entries[0].title == "Öl"


def test_a_feed_that_is_broken_is_read_as_far_as_it_goes_and_says_so() -> None:
    feed = read(RSS.replace(b"</channel></rss>", b"<item><title>second & last</title>"))
    assert [entry.title for entry in feed.entries] == ["Dockers walk out", "second & last"]
    assert feed.note.startswith("not well-formed")


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Q&amp;A", "Q&A"),
        ("Q&amp;amp;A", "Q&A"),
        ("<![CDATA[AT&amp;T &#8211; more]]>", "AT&T – more"),
        ("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news"),
        ("One&lt;br/&gt;two", "One two"),
        ("Why 3 &lt; 4 &gt; 2", "Why 3 < 4 > 2"),
        ("&lt;![CDATA[Twice]]&gt;", "Twice"),
        ("&lt;p&gt;About the &amp;lt;b&amp;gt; tag&lt;/p&gt;", "About the <b> tag"),
        ("One&lt;script src='x'&gt;alert(1)&lt;/script&gt; two", "One two"),
        ("One&lt;style&gt;a &lt; b&lt;/STYLE &gt; two", "One two"),
        ("A &lt;script&gt; that is never closed", "A that is never closed"),
        ("No &#x110000;&#99999999;&#1234567 such, but &#x00001F525;", "No such, but 🔥"),
        (f"Nor &amp;#{'9' * 5000}; such &amp;#{'0' * 5000};", "Nor such"),
        ("&#55357;&#56613; and &#xD83D;&#xDD25;, not &#55357;", "🔥 and 🔥, not"),
        ("  two \n  lines  ", "two lines"),
    ],
)
def test_a_title_is_plain_text_on_one_line(stated: str, title: str) -> None:
    assert item(f"<title>{stated}</title>").title == title


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://[",
        "mailto:a@b.example",
    ],
)
def test_a_link_that_leads_to_no_page_is_none(link: str) -> None:
    assert item(f"<title>a</title><link>{link}</link>").url == ""


@pytest.mark.parametrize("guid", ["12345", "tag:news.example,2026:1"])
def test_a_guid_that_is_no_address_is_no_link(guid: str) -> None:
    assert item(f"<title>a</title><guid>{guid}</guid>").url == ""
    assert item("<guid>https://news.example/1</guid>").url == "https://news.example/1"


def test_an_ampersand_that_should_have_been_escaped_stays_what_it_is() -> None:
    link = "https://news.example/?a=1&copy=2&lang=en"
    cases = (link, link.replace("&", "&amp;"), f"<![CDATA[{link}]]>")
    assert {item(f"<title>a</title><link>{stated}</link>").url for stated in cases} == {link}


def test_an_id_is_a_name_and_does_not_change_when_the_feed_moves() -> None:
    feed = ATOM.replace(b"n-1", b"t3_42")
    moved = read_feed(feed, "https://elsewhere.example/", "")
    assert moved.entries[0].guid == read(feed).entries[0].guid == "t3_42"


def test_the_fullest_text_wins() -> None:
    full = '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">long text'
    entry = item(f"<description>short</description>{full}</content:encoded>")
    assert entry.text == "long text"


def test_no_markup_of_a_feed_comes_through() -> None:
    html = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;p onclick=x&gt;Text&lt;/p&gt;&lt;!-- c --&gt;"
    assert item(f"<description>{html}</description>").text == "Text"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "the answer is empty"),
        (b"<!doctype html><p>hello", "HTML page, not a feed; try its feed address"),
        (b'<html><head><link rel=alternate type="application/rss+xml" href=/rss></head></html>',
         "try https://news.example/rss"),
        (b'{"a": 1}', "JSON, but no JSON Feed"),
        (b"[1]", "JSON, but no JSON Feed"),
        (b'\xef\xbb\xbf{"items": [{]}', "JSON that is damaged: .* line 1 column 13"),
        (b'<?xml version="1.0"?><urlset/>', "a sitemap"),
        (b"<opml><body/></opml>", "OPML"),
        (b"<note/>", "XML .<note>., not a feed"),
        (b"plain words", "neither a feed nor a page"),
        (b"\x00\x01\x02", "neither a feed nor a page"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_named_as_what_it_is(body: bytes, words: str) -> None:
    with pytest.raises(NotAFeed, match=words):
        read(body)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read(b"<rss version='2.0'><channel/></rss>").entries == ()
    assert read(b'{"version": "https://jsonfeed.org/version/1"}').entries == ()


@pytest.mark.parametrize(
    "entry", ['"text"', "null", "3", "{}", '{"id": 7, "title": null, "authors": "x", "url": []}']
)
def test_a_json_feed_may_hold_anything(entry: str) -> None:
    feed = read(f'{{"items": [{entry}, {{"id": 8, "title": "last"}}]}}'.encode())
    assert (feed.entries[-1].guid, feed.entries[-1].title) == ("8", "last")


@given(st.binary(max_size=300))
def test_no_bytes_raise_but_to_say_that_they_are_no_feed(noise: bytes) -> None:
    for body in (noise, RSS.replace(b"Okafor", noise), b'{"items": [' + noise):
        with contextlib.suppress(NotAFeed):
            read(body)


CLOSED = b"<rss version='2.0'><channel><item><title>Br\xc3\xbccke \xe2\x80\x93 zu</title></item>"


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(CLOSED),
        CLOSED + b"<item><title>\xff</title></item>",
        CLOSED + b"<item><title>\xed\xa0\xbd\xed\xb4\xa5</title></item>",
        '{"items": [{"title": "Brücke – zu"}]}'.encode("utf-16"),
        '{"items": [{"title": "Brücke\n–\nzu"}]}'.encode(),
    ],
    ids=[
        *("a file of gzip", "a broken byte", "halves of a character"),
        *("JSON in UTF-16", "JSON with bare line breaks"),
    ],
)
def test_a_feed_is_read_however_it_is_wrapped(body: bytes) -> None:
    assert read(body).entries[0].title == "Brücke – zu"


@pytest.mark.parametrize(
    "body",
    [gzip.compress(b"x" * (11 << 20)), gzip.compress(CLOSED)[:9] + b"x"],
    ids=["a bomb", "a damaged file"],
)
def test_a_file_of_gzip_that_is_a_bomb_or_damaged_is_refused(body: bytes) -> None:
    with pytest.raises(NotAFeed, match="gzip"):
        read(body)


def test_half_a_character_in_json_costs_no_more_than_itself() -> None:
    half = JSON.replace(b"n-1", rb"n-\ud8001").replace(b"Short", rb"\udfffShort\u0000")
    assert read(half) == read(JSON)


def test_a_control_character_is_read_as_browsers_do() -> None:
    assert item("<title>Varga\x92s \x81plan</title>").title == "Varga’s plan"
