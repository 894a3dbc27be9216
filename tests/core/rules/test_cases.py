"""The rule cases, where the corpus is at hand."""

import os
from pathlib import Path

import pytest
from benchmarks.rules import cases, results

from tocsin.config.document import read_document
from tocsin.core.rules import compile_watchlist, read_watchlist
from tocsin.forms import SimplemmaForms

CORPUS = Path(os.environ.get("TOCSIN_CORPUS", "../shared/data")) / "rules"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="TOCSIN_CORPUS holds no rules/")


@needs_corpus
def test_every_case_gives_what_it_expects() -> None:
    found = cases(CORPUS / "cases.jsonl")
    given = zip(found, results(found), strict=True)
    assert [case["id"] for case, got in given if got != case["expected"]] == []


@needs_corpus
def test_the_rules_that_users_write_compile() -> None:
    node = read_document(CORPUS / "examples.yaml")
    channels = {"slack-desk", "email-daily"}
    watchlist = read_watchlist(node, channels=channels, feeds={"dw", "spiegel"})
    assert len(compile_watchlist(watchlist, SimplemmaForms()).watchlist.rules) == 15
