"""Links lead to a page."""

from base64 import urlsafe_b64encode

import pytest

from tocsin.parse.address import web_address

BASE = "https://feeds.example/news/rss"
THERE = "https://courier.example/bridge?id=1"
ESCAPED = "https%3A%2F%2Fcourier.example%2Fbridge%3Fid%3D1"
OLD_ID = urlsafe_b64encode(b'\x08\x13"!' + THERE.encode() + b"\xd2\x01\x00").decode().rstrip("=")


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("story", "https://feeds.example/news/story"),
        ("//other.example/a", "https://other.example/a"),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
        ("mailto:a@b.example", ""),
        ("/two words", "https://feeds.example/two%20words"),
        ("/\x1b[2J\x9b\u202e\ud800", "https://feeds.example/%1B[2J%C2%9B%E2%80%AE%3F"),
        (f"https://www.google.com/url?rct=j&url={ESCAPED}&ct=ga", THERE),
        (f"http://www.bing.com/news/apiclick.aspx?aid=&url={ESCAPED}&c=1", THERE),
        (
            "https://www.google.com/url?url=javascript:alert(1)",
            "https://www.google.com/url?url=javascript:alert(1)",
        ),
        (f"https://news.google.com/rss/articles/{OLD_ID}?oc=5", THERE),
        ("https://news.google.com/rss/articles/CBMiAAAAAAAAAAAAAAAAAAAAAAAAAAA", "same"),
        (f"https://courier.example/url?url={ESCAPED}", "same"),
    ],
)
def test_a_link_is_an_absolute_address_or_nothing(link: str, address: str) -> None:
    assert web_address(link, BASE) == (link if address == "same" else address)
