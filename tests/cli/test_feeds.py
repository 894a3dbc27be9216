"""The commands on feeds: how each is, and which are watched."""

import asyncio
import json
import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Connection

from sample import article, entry
from tocsin.clock import SystemClock
from tocsin.config import read_config
from tocsin.config.editing import Edit, add_feeds
from tocsin.core.cadence import Why
from tocsin.core.model import Feed, Join, ParsedFeed, Placement
from tocsin.store import articles, feeds, sighting
from tocsin.store.sqlite import open_sqlite
from typed import typed

CONFIG = """\
feeds:
  # the first
  - {id: courier, url: "https://me:secret@courier.example/feed", tags: [daily], every: 10m}
  - https://ledger.example/feed   # since 2020

watchlist: {rules: [{id: bridges, match: bridge}]}
fetch: {allow: [127.0.0.1]}
"""
OPML = """<opml><outline text="World">
<outline xmlUrl="https://ledger.example/feed/"/>
<outline xmlUrl="https://herald.example/rss" htmlUrl="https://www.tolvik-herald.example/"/>
<outline xmlUrl="gopher://old.example"/></outline></opml>"""
RSS = "<rss version='2.0'><channel><title>{0}</title><item><link>/{0}</link></item></channel></rss>"
LINK = "<link rel='alternate' type='application/rss+xml' href='/{}.rss'>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tocsin.yaml").write_text(CONFIG)
    (tmp_path / "other.opml").write_text(OPML)
    return tmp_path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site on this machine whose page names two feeds."""
    pages = tmp_path / "site"
    (pages / "one").mkdir(parents=True)
    (pages / "index.html").write_text(LINK.format("world") + LINK.format("sport"))
    (pages / "one" / "index.html").write_text(LINK.format("world"))
    for name in ("world", "sport"):
        (pages / f"{name}.rss").write_text(RSS.format(name))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(pages))) as server:
        Thread(target=server.serve_forever).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


def watch(conn: Connection) -> None:
    """What a daemon leaves that read one article of the courier's, told it, and lost the ledger."""
    now = SystemClock().now()
    courier = Feed(id="courier", url="https://me:secret@courier.example/feed", outlet="Courier")
    ledger = Feed(id="ledger-example-feed", url="https://ledger.example/feed", outlet="Ledger")
    feeds.sync(conn, [courier, ledger], now)
    found = ParsedFeed(title="The Courier", entries=(entry(), entry(guid="2", url="", text="")))
    sighting.take_in(conn, courier, found, now, first=True)
    answered = {"last_ok_at": now, "title": found.title, "last_new_at": now}
    feeds.record(conn, "courier", {**answered, "why": Why.FIXED, "gaps": 2})
    failure = {"failures": 3, "failing_since": now, "last_error": "403 Forbidden"}
    feeds.record(conn, "ledger-example-feed", failure)
    articles.add(conn, article(first_seen=now), Placement(how=Join.OPENED))


@pytest.fixture
def watched(folder: Path) -> Path:
    async def fill() -> None:
        store = open_sqlite(folder / "tocsin.db")
        await store.write(watch)
        await store.close()

    asyncio.run(fill())
    return folder


def test_a_list_says_how_each_feed_is(watched: Path) -> None:
    counts, _, courier, ledger = typed(watched, "feeds", "list").splitlines()

    assert counts == "2 feeds  1 fine  1 failing"
    assert courier.split()[:5] == ["courier", "2", "1", "0", "fine"]
    assert "failing for 0 seconds (3 times): 403 Forbidden; next now" in ledger


def test_only_what_fails_can_be_listed(watched: Path) -> None:
    shown = json.loads(typed(watched, "feeds", "list", "--failing", "--json"))

    assert [(feed["id"], feed["state"], feed["failures"]) for feed in shown] == [
        ("ledger-example-feed", "failing", 3)
    ]


def test_a_feed_is_shown_with_what_it_brought_and_without_its_password(watched: Path) -> None:
    shown = typed(watched, "feeds", "show", "courier")

    assert "courier  The Courier\n  https://courier.example/feed\n" in shown
    assert "2 entries: 2 baseline, 0 waiting to be read" in shown
    assert "asked every 10m: as configured" in shown
    assert "2 polls found no entry that was known" in shown
    assert "#1 " in shown
    assert "secret" not in shown + typed(watched, "feeds", "list", "--json")


def test_a_feed_that_is_not_there_is_told_with_the_one_that_may_be_meant(folder: Path) -> None:
    said = typed(folder, "feeds", "show", "currier", code=1)

    assert 'did you mean "courier"?' in said
    assert "not asked yet" in typed(folder, "feeds", "list")


def test_a_feed_is_found_and_written_into_the_file(folder: Path, site: str) -> None:
    typed(folder, "feeds", "add", f"{site}/one/", "--tag", "far", "--every", "1h")

    line = f'  - {{url: "http://{site}/world.rss", tags: [far], every: 1h}}\n'
    at_the_end = "# since 2020\n"
    assert (folder / "tocsin.yaml").read_text() == CONFIG.replace(at_the_end, at_the_end + line)
    assert "watched already" in typed(folder, "feeds", "add", f"{site}/one/")


def test_of_several_feeds_one_is_to_be_named(folder: Path, site: str) -> None:
    assert "name one of them" in typed(folder, "feeds", "add", site, code=1)
    assert (folder / "tocsin.yaml").read_text() == CONFIG


def test_a_site_without_a_feed_is_told(folder: Path, site: str) -> None:
    nothing = "127.0.0.1:1"

    assert f"{nothing}: " in typed(folder, "feeds", "add", nothing, code=1)
    assert "--every" in typed(folder, "feeds", "add", site, "--every", "often", code=2)
    assert "is no address" in typed(folder, "feeds", "add", "the courier", code=1)


def test_a_feeds_address_may_be_one_that_a_browser_hands_over(folder: Path, site: str) -> None:
    assert f"found http://{site}/world.rss" in typed(folder, "feeds", "add", f"feed://{site}/one/")


def test_a_name_and_password_are_not_told_in_what_is_said(folder: Path, site: str) -> None:
    said = typed(folder, "feeds", "add", f"http://reader:s3cret@{site}/nothing/", code=1)
    assert f"http://{site}/nothing/: " in said
    assert "s3cret" not in said


def test_a_list_of_feeds_is_taken_over_but_for_what_is_there(folder: Path) -> None:
    said = typed(folder, "feeds", "import", "other.opml")
    again = typed(folder, "feeds", "import", "other.opml")

    line = '{url: "https://herald.example/rss", outlet: tolvik-herald.example, tags: [World]}'
    assert f"# since 2020\n  - {line}\n\n" in (folder / "tocsin.yaml").read_text()
    assert "skipped https://ledger.example/feed/: watched already, as ledger-example-feed" in said
    assert "left out gopher://old.example (other.opml:4:1): an address starts with" in said
    assert "added 1 feed to tocsin.yaml" in said
    assert "nothing to add" in again


def test_what_is_exported_can_be_taken_over_elsewhere(folder: Path) -> None:
    typed(folder, "feeds", "export", "mine.opml")
    other = folder / "other"
    other.mkdir()
    (other / "tocsin.yaml").write_text(
        "opml: ../mine.opml\nwatchlist: {rules: [{id: r, match: bridge}]}\n"
    )

    taken = read_config(other / "tocsin.yaml", {}).feeds.values()

    assert [(feed.url, {*feed.tags}) for feed in taken] == [
        ("https://courier.example/feed", {"daily"}),
        ("https://ledger.example/feed", set()),
    ]
    assert "is there already" in typed(folder, "feeds", "export", "mine.opml", code=1)


def test_a_file_that_is_read_only_stays_as_it_is(folder: Path) -> None:
    settings = read_config(folder / "tocsin.yaml", {})
    settings.path.chmod(0o444)

    child = os.fork()
    if child == 0:  # root may write everywhere
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            edit = add_feeds(settings, [{"url": "https://a.example/"}], {})
            os._exit(edit is Edit.READ_ONLY)
        finally:
            os._exit(2)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert settings.path.read_text() == CONFIG
