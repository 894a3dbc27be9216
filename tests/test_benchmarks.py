"""What each benchmark prints of data of one's own, in its smallest form."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks import feeds, grouping, rules
from benchmarks.made_up import ENTRIES, feed, page
from benchmarks.measured import MODULES
from benchmarks.scoring import bcubed, look_alikes, pairwise
from benchmarks.table import against, put_into, render

ROOT = Path(__file__).parent.parent


def lines(printed: str) -> list[Any]:
    return [json.loads(line) for line in printed.splitlines()]


def test_rule_cases_are_answered_true_false_or_by_the_first_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cases.jsonl"
    cases = [
        {"id": "a", "rule": "harbour", "title": "", "text": "The harbour is shut.", "expected": 1},
        {"id": "b", "rule": {"all": ["harbour", "ferry"]}, "text": "A ferry."},
        {"id": "c", "rule": "harbour AND AND ferry", "text": ""},
    ]
    path.write_text("".join(f"{json.dumps(case)}\n" for case in cases))

    rules.main([str(path)])

    said = capsys.readouterr()
    matched, other, broken = lines(said.out)
    assert (matched, other) == ({"id": "a", "result": True}, {"id": "b", "result": False})
    assert broken["result"].startswith("error:Q")
    assert said.err == "1 of 1 agree\n"


def test_a_corpus_is_grouped_in_its_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strike = "Dockers at Harrowmouth walked out on Friday over a surcharge of 180 crowns."
    texts = (strike, "Nine whales were seen off the cape by a trawler's cook.", strike)
    path = tmp_path / "corpus.jsonl.gz"
    with gzip.open(path, "wt") as corpus:
        for number, text in enumerate(texts):
            row = {"id": f"n{number}", "title": text[:40], "text": text, "published": "2026-11-20"}
            print(json.dumps(row), file=corpus)

    grouping.main([str(path)])

    first, alien, copy = lines(capsys.readouterr().out)
    assert [first["id"], alien["id"], copy["id"]] == ["n0", "n1", "n2"]
    assert first["cluster"] == copy["cluster"] != alien["cluster"]


@pytest.mark.anyio
async def test_every_feed_of_a_folder_is_read_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xml").write_bytes(feed("http://a.example", 1, 1))
    (tmp_path / "b.xml").write_bytes(b"no feed at all")
    stated = ({"file": "a.xml", "n_entries": ENTRIES}, {"file": "b.xml", "n_entries": 0})
    (tmp_path / "expected.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in stated))

    await feeds.main(str(tmp_path))

    said = capsys.readouterr()
    whole, none = lines(said.out)
    assert whole.keys() == {
        "file", "entries", "titles", "links", "ids", "published", "seconds", "error",
    }  # fmt: skip
    assert (whole["entries"], len(whole["links"]), whole["error"]) == (ENTRIES, ENTRIES, None)
    assert (none["file"], none["entries"], none["error"]) == ("b.xml", 0, None)
    assert "entries             2 of 2" in said.err


def test_every_page_of_a_folder_is_extracted(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(1, 1))
    command = (sys.executable, "-m", "benchmarks.extraction", str(tmp_path))

    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)

    (row,) = lines(done.stdout)
    assert row.keys() == {"file", "text", "seconds", "error"}
    assert (row["file"], row["error"]) == ("a.html", None)
    assert len(row["text"]) > 1000
    assert "trafilatura" in done.stderr


def test_a_grouping_is_scored_as_it_is_defined() -> None:
    gold, placed = ("a", "a", "a", "b"), (1, 1, 2, 2)

    assert bcubed(gold, placed)[:2] == pytest.approx((3 / 4, 2 / 3))
    assert pairwise(gold, placed)[:2] == pytest.approx((1 / 2, 1 / 3))
    assert look_alikes(gold, ("g", "g", None, "g"), placed) == 0
    assert look_alikes(gold, (None, None, "g", "g"), placed) == 1


def test_a_table_says_what_was_missed_and_stands_between_its_markers() -> None:
    fast, slow = against("a", 1.0, 20.0, "ms", 13), against("b", 1.0, 12.0, "ms", 13)
    table = render([fast, slow])
    document = "before\n<!-- path: begin -->\nold\n<!-- path: end -->\nafter\n"

    assert (fast.held, slow.held) == (True, False)
    assert table.count("MISSED") == 1
    assert put_into(document, "path", table) == document.replace("old", table)
    with pytest.raises(ValueError, match="lacks"):
        put_into(document, "soak", table)


def test_the_document_has_a_place_for_each_benchmark() -> None:
    document = (ROOT / "docs" / "performance.md").read_text("utf-8")

    for name in MODULES:
        put_into(document, name, "")
