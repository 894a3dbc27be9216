"""Feeds are added to a file as a careful person would add them, or not at all."""

import stat
from pathlib import Path

import pytest

from tocsin.config import read_config
from tocsin.config.editing import Edit, Line, add_feeds

NEW: Line = {"url": "https://new.example/feed"}
MORE: Line = {"id": "n-2", "url": "https://new.example/2?a=b", "outlet": "New: 2", "tags": ["a b"]}
REST = "watchlist: {rules: [{id: r, match: bridge}]}  # what to ring for\n"

FILES = {
    "a list": (
        "# ours\nfeeds:\n  # the first\n  - https://a.example/x   # why\n\n# next\n",
        "# ours\nfeeds:\n  # the first\n  - https://a.example/x   # why\n"
        "  - https://new.example/feed\n\n# next\n",
    ),
    "a list without an indent": (
        "feeds:\n- url: https://a.example/x\n  tags:\n  - b\n",
        "feeds:\n- url: https://a.example/x\n  tags:\n  - b\n- https://new.example/feed\n",
    ),
    "values in braces": (
        "feeds:\n  - {url: 'https://a.example/x',\n     id: a}  # last\n",
        "feeds:\n  - {url: 'https://a.example/x',\n     id: a}  # last\n"
        "  - https://new.example/feed\n",
    ),
    "brackets": (
        "feeds: ['https://a.example/x',]\n",
        "feeds: ['https://a.example/x', \"https://new.example/feed\",]\n",
    ),
    "none yet": (
        "opml: a.opml\nfeeds: []\n",
        'opml: a.opml\nfeeds: ["https://new.example/feed"]\n',
    ),
    "Windows' line ends": (
        "feeds:\r\n  - https://a.example/x\r\n",
        "feeds:\r\n  - https://a.example/x\r\n  - https://new.example/feed\r\n",
    ),
    "a mark in front": (
        "\ufefffeeds:\n  - https://a.example/x\n",
        "\ufefffeeds:\n  - https://a.example/x\n  - https://new.example/feed\n",
    ),
}


def edit(path: Path, text: str, *added: Line) -> Edit:
    path.with_name("a.opml").write_text("<opml><outline xmlUrl='https://o.example/'/></opml>")
    path.write_bytes(text.encode())
    return add_feeds(read_config(path, {}), added, {})


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_a_feed_is_a_line_more_and_nothing_else(before: str, after: str, tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yaml"

    assert edit(path, before + REST, NEW) is Edit.DONE
    assert path.read_bytes().decode() == after + REST
    assert "https://new.example/feed" in {f.url for f in read_config(path, {}).feeds.values()}


def test_a_file_without_feeds_of_its_own_gets_a_list_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yaml"

    assert edit(path, "opml: a.opml\n" + REST, NEW) is Edit.DONE
    assert path.read_text().endswith(REST + "feeds:\n  - https://new.example/feed\n")


def test_what_sets_a_feed_apart_is_said_as_the_samples_say_it(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yaml"

    edit(path, "feeds: [https://a.example/x]\n" + REST, NEW, MORE)

    assert path.read_text().startswith(
        'feeds: [https://a.example/x, "https://new.example/feed", {id: n-2, '
        'url: "https://new.example/2?a=b", outlet: "New: 2", tags: [a b]}]\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "feeds:\n  - >-\n    https://a.example/x\n",
        "{opml: a.opml, watchlist: {rules: [{id: r, match: bridge}]}}\n",
    ],
    ids=["a folded text", "braces around all"],
)
def test_what_cannot_be_edited_for_sure_stays_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yaml"
    whole = text + ("" if text.startswith("{") else REST)

    assert edit(path, whole, NEW) is Edit.UNSURE
    assert path.read_text() == whole


@pytest.mark.parametrize(
    "line", [{"url": "https://${HOST}/"}, {"url": "https://b.example/", "id": "No Id"}]
)
def test_a_line_that_would_say_something_else_is_not_written(line: Line, tmp_path: Path) -> None:
    text = "feeds: [https://a.example/x]\n" + REST

    assert edit(tmp_path / "tocsin.yaml", text, line) is Edit.UNSURE
    assert (tmp_path / "tocsin.yaml").read_text() == text


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, path = tmp_path / "real.yaml", tmp_path / "tocsin.yaml"
    real.touch(0o640)
    path.symlink_to(real)

    assert edit(path, "feeds: [https://a.example/x]\n" + REST, NEW) is Edit.DONE
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert path.is_symlink()
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "a.opml",
        "real.yaml",
        "tocsin.yaml",
    ]
