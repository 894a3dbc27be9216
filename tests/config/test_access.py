"""What single feeds and sites ask for, as it is understood, and never shown."""

from pathlib import Path

import pytest

from tocsin.config import Settings, as_yaml, read_config
from tocsin.core.errors import ConfigError
from tocsin.extract import Selectors

SECRETS = ("s3cr3t", "c00kie", "k3y", "pr0xy", "czNjcjN0")
FEED = """
feeds:
  - id: desk
    url: https://reader:s3cr3t@news.example.org/feed
    headers: {X-Api-Key: k3y}
    cookies: {session: c00kie, lang: en}
    proxy: http://user:pr0xy@proxy.example.org:3128
watchlist: {rules: [{id: quake, match: earthquake}]}
"""


def read(folder: Path, text: str) -> Settings:
    path = folder / "tocsin.yaml"
    path.write_text(text)
    return read_config(path, {})


def test_what_a_feed_shows_its_host_is_taken_out_of_its_address(tmp_path: Path) -> None:
    (feed,) = read(tmp_path, FEED).feeds.values()

    assert feed.url == "https://news.example.org/feed"
    assert dict(feed.access.headers) == {
        "x-api-key": "k3y",
        "authorization": "Basic cmVhZGVyOnMzY3IzdA==",
        "cookie": "session=c00kie; lang=en",
    }
    assert feed.access.proxy == "http://user:pr0xy@proxy.example.org:3128"


def test_what_a_feed_shows_its_host_is_never_printed(tmp_path: Path) -> None:
    settings = read(tmp_path, FEED)

    shown = as_yaml(settings) + repr(settings) + "".join(map(str, settings.warnings))

    assert not [secret for secret in SECRETS if secret in shown]
    assert "authorization: (hidden)" in shown


def test_a_password_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("s3cr3t\n")
    auth = "auth: {user: reader, password_file: password}"
    text = FEED.replace("reader:s3cr3t@", "").replace("headers:", f"{auth}\n    headers:")

    (feed,) = read(tmp_path, text).feeds.values()

    assert dict(feed.access.headers)["authorization"] == "Basic cmVhZGVyOnMzY3IzdA=="


def test_a_proxy_is_told_to_keep_private_addresses_out(tmp_path: Path) -> None:
    text = FEED + "fetch: {proxy: 'http://proxy.example.org:3128'}"

    said = [str(warning) for warning in read(tmp_path, text).warnings]

    assert len(said) == 2
    assert all("keep private addresses out" in one for one in said)


def test_a_site_may_say_where_its_articles_stand(tmp_path: Path) -> None:
    text = FEED + "extract:\n  - {site: www.Example.org, body: 'article .text', remove: [.promo]}"

    settings = read(tmp_path, text)

    assert settings.extract == (
        Selectors(site="example.org", body="article .text", remove=(".promo",)),
    )
    assert "body: article .text" in as_yaml(settings)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("extract: [{site: example.org, body: 'p['}]", "not a CSS selector"),
        ("extract: [{site: 'https://example.org/', body: p}]", "write a host name alone"),
        ("fetch: {proxy: proxy.example.org}", "an address starts with http"),
    ],
)
def test_what_is_wrong_with_a_site_is_said(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        read(tmp_path, FEED + wrong)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("k3y", '"a\\nb: c"'),
        ("X-Api-Key", "'no name'"),
        ("c00kie", "'a; b=c'"),
    ],
)
def test_what_cannot_stand_in_a_header_is_said(tmp_path: Path, right: str, wrong: str) -> None:
    with pytest.raises(ConfigError, match=r"tocsin\.yaml:[567]"):
        read(tmp_path, FEED.replace(right, wrong))
