"""One address for one page, and never one for two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.grouping import canonical_url

PAGE = "https://example.com/news/flood"


@pytest.mark.parametrize(
    "variant",
    [
        "http://example.com/news/flood",
        "https://www.example.com/news/flood/",
        "HTTPS://Example.COM:443/news/flood#comments",
        "https://example.com/news/flood?utm_source=feed&utm_medium=rss",
        "https://example.com/news/flood?fbclid=abc&at_campaign=x",
        "https://m.example.com/news/flood",
        "https://amp.example.com/news/flood",
        "https://example.com/amp/news/flood",
        "https://example.com/news/flood/amp/",
        "https://example.com/news/flood?outputType=amp",
        "https://www.google.com/amp/s/www.example.com/news/flood/amp/",
        "https://example-com.cdn.ampproject.org/c/s/example.com/news/flood.amp",
        "//example.com/news//flood;jsessionid=1F",
        "https://example.com/news/%66lood\n",
    ],
)
def test_variants_of_an_address_are_one_page(variant: str) -> None:
    assert canonical_url(variant) == PAGE


@pytest.mark.parametrize(
    "other",
    [
        "https://example.com/news/flood?id=2",
        "https://example.com/news/Flood",
        "https://example.com:8443/news/flood",
        "https://blog.example.com/news/flood",
        "https://example.com/news/flood#!/live",
        "https://example.com/news/camp",
    ],
)
def test_what_may_be_another_page_stays_another_address(other: str) -> None:
    assert canonical_url(other) != PAGE


def test_the_order_of_parameters_does_not_matter() -> None:
    assert canonical_url("http://a.example/?b=2&a=1") == canonical_url("http://a.example/?a=1&b=2")


@given(
    st.text(alphabet=st.characters())
    | st.text(alphabet="abmwp./:?#&=%25;amp12[]@ \ud800é").map("http://{}".format)
)
def test_folding_never_fails_and_folds_for_good(hostile: str) -> None:
    once = canonical_url(hostile)
    assert canonical_url(once) == once
