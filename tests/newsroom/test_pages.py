"""An article's page reads as the article, and as nothing of what stands around it."""

from datetime import UTC, datetime

import pytest
import trafilatura

from tocsin.newsroom import DAY, pages
from tocsin.newsroom.day import Report
from tocsin.newsroom.script.meanwhile import MEANWHILE


def page(report: Report) -> str:
    (outlet,) = (outlet for outlet in DAY.outlets if outlet.id == report.outlet)
    url = "http://127.0.0.1:1/courier/slug"
    published = datetime(2026, 3, 1, tzinfo=UTC)
    return pages.render(
        pages.Page(outlet=outlet, report=report, url=url, published=published)
    ).decode()


@pytest.mark.parametrize("report", DAY.reports, ids=lambda report: report.slug)
def test_a_page_extracts_to_its_paragraphs_and_nothing_else(report: Report) -> None:
    assert trafilatura.extract(page(report), fast=True, include_comments=False) == report.text


@pytest.mark.parametrize("report", MEANWHILE, ids=lambda report: report.slug)
def test_every_page_names_the_watched_words_around_the_article(report: Report) -> None:
    around = page(report).replace(report.text, "")
    assert "Kestmar" in around
    assert "surcharge" in around


def test_a_page_escapes_what_the_article_says() -> None:
    report = Report(
        outlet="courier",
        slug="x",
        at=DAY.length,
        title="Fish & chips",
        author="A",
        paragraphs=("Less than <five> $crowns.",),
    )
    assert "<p>Less than &lt;five&gt; $crowns.</p>" in page(report)
    assert "<h1>Fish &amp; chips</h1>" in page(report)
