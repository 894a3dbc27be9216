"""Lists of feeds from other readers: what is watched of them, and what is told of the rest."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sample import NOON
from tocsin.config import Settings, read_config
from tocsin.config.opml import Outline, parse_opml, print_opml
from tocsin.core.errors import ConfigError

LIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0">
 <head><title>my feeds</title></head>
 <body>
  <outline text="World News">
   <outline text="Asia">
    <outline type="rss" text="Courier" xmlUrl="https://a.example/asia.rss"
             htmlUrl="https://courier.example/" category="/politics,/daily"/>
   </outline>
   <outline text="Ledger" xmlURL="feed://b.example/feed" language="de-CH"/>
  </outline>
  <outline text="a note, no feed"/>
 </body>
</opml>
"""
CONFIG = "opml: [feeds.opml]\nwatchlist: {rules: [{id: r, match: bridge}]}\n"
WORD = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9)


def read(folder: Path, listed: str = LIST, config: str = CONFIG) -> Settings:
    (folder / "feeds.opml").write_text(listed, "utf-8")
    (folder / "tocsin.yaml").write_text(config)
    return read_config(folder / "tocsin.yaml", {})


def listing(*urls: str) -> str:
    outlines = "".join(f"<outline xmlUrl='{url}'/>" for url in urls)
    return f"<opml>{outlines}</opml>"


def wrong(body: bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_opml(body, "f.opml")
    return str(caught.value)


FOLDER = "<outline text='Новости'><outline xmlUrl='https://a.example/'/></outline>"


def test_feeds_of_a_list_are_watched_with_their_folders_as_tags(tmp_path: Path) -> None:
    courier, ledger = read(tmp_path).feeds.values()

    assert (courier.url, courier.outlet) == ("https://a.example/asia.rss", "courier.example")
    assert courier.tags == {"World News", "Asia", "politics", "daily"}
    assert (ledger.url, ledger.outlet, ledger.lang) == ("http://b.example/feed", "b.example", "de")


def test_a_list_is_among_the_files_whose_change_is_noticed(tmp_path: Path) -> None:
    assert tmp_path / "feeds.opml" in read(tmp_path).files


def test_what_the_configuration_says_of_a_feed_counts_and_its_twin_is_told(tmp_path: Path) -> None:
    own = "feeds: [{url: 'https://a.example/asia.rss', id: asia, every: 10m}]\n"

    settings = read(tmp_path, config=own + CONFIG)

    assert settings.feeds["asia"].every == timedelta(minutes=10)
    assert len(settings.feeds) == 2
    (told,) = map(str, settings.warnings)
    assert told.endswith('feeds.opml:7:5 warning: left out: its address is that of "asia"')


def test_two_feeds_that_would_have_one_id_keep_theirs_apart(tmp_path: Path) -> None:
    feeds = read(tmp_path, listing("https://a.example/x.rss", "https://a.example/x.xml")).feeds

    first, second = feeds
    assert first == "a-example-x"
    assert second.startswith("a-example-x-")
    assert list(read(tmp_path, listing(*(feed.url for feed in feeds.values()))).feeds) == [*feeds]


@pytest.mark.parametrize("url", ["gopher://a.example/", "http://[a", "news"])
def test_a_feed_that_cannot_be_asked_is_told_and_the_others_are_watched(
    url: str, tmp_path: Path
) -> None:
    settings = read(tmp_path, listing("https://b.example/", url))

    assert [feed.url for feed in settings.feeds.values()] == ["https://b.example/"]
    assert "feeds.opml:1:" in str(settings.warnings[0])
    assert "left out" in str(settings.warnings[0])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "f.opml:1:1 this file is empty"),
        (b"<opml>\n<outline text='a & b'/></opml>", "f.opml:2:19 this is not XML"),
        (b"<opml>\n<outline text='a & b'/></opml>", "write &amp;"),
        (b"<opml><outline></opml>", "mismatched tag"),
        (b"<opml><outline/>", "this file breaks off"),
        (b"https://a.example/feed", "this is no OPML: it does not begin as XML does"),
        (b"\n<rss version='2.0'/>", "f.opml:2:1 this is XML (<rss>), but no OPML"),
        (b"<opml>" + b"<outline text='a'>" * 999, "more than 50 deep"),
    ],
)
def test_what_is_no_list_is_told_with_its_place(body: bytes, said: str) -> None:
    assert said in wrong(body)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "shift_jis", "gb18030", "koi8-r", "cp1251"])
@pytest.mark.parametrize("before", ["", "\n"])
def test_a_list_is_read_in_the_charset_that_it_names(charset: str, before: str) -> None:
    text = f'{before}<?xml version="1.0" encoding="{charset}"?><opml>{FOLDER}</opml>'

    assert parse_opml(text.encode(charset), "f.opml")[0].tags == {"Новости"}


@pytest.mark.parametrize("stated", ["", "utf-8", "x-unheard-of"])
def test_a_list_in_another_charset_than_it_names_is_read_all_the_same(stated: str) -> None:
    head = f'<?xml version="1.0" encoding="{stated}"?>' if stated else ""
    body = f"{head}<opml>{FOLDER.replace('Новости', 'Café – x')}</opml>".encode("cp1252")

    assert parse_opml(body, "f.opml")[0].tags == {"Café – x"}


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY % b SYSTEM "http://127.0.0.1/x.dtd"> %b;',
    ],
    ids=["bomb", "file", "address"],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_list_that_declares_entities_is_refused(declared: str, charset: str) -> None:
    text = f'<!DOCTYPE opml [{declared}]><opml><outline text="&b;" xmlUrl="http://a/&b;"/></opml>'

    assert "declares entities" in wrong(text.encode(charset))


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "tocsin.yaml").write_text(CONFIG)

    with pytest.raises(ConfigError, match=r"feeds\.opml: there is no such file"):
        read_config(tmp_path / "tocsin.yaml", {})


def test_neither_feeds_nor_a_list_is_nothing_to_watch(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no feed to watch"):
        read(tmp_path, listing())


@given(st.lists(st.tuples(WORD, st.frozensets(WORD.filter(lambda tag: not {*tag} & {*",/"})))))
def test_what_is_written_reads_back_the_same(named: list[tuple[str, frozenset[str]]]) -> None:
    listed = [
        Outline(url=f"https://{number}.example/", title=title, lang="en", tags=tags)
        for number, (title, tags) in enumerate(named)
    ]

    read_back = parse_opml(print_opml(listed, "Tocsin's feeds", NOON).encode(), "f.opml")

    assert {(one.url, one.title, one.lang, one.tags) for one in read_back} == {
        (one.url, one.title, one.lang, one.tags) for one in listed
    }
