"""How single feeds and sites are read: what one must show to be let in, where an article stands."""

import base64
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tocsin.config.problems import child, plain
from tocsin.config.schema import AuthSection, ExtractSection, FeedSection
from tocsin.config.variables import read_secret_files
from tocsin.core.errors import Problem
from tocsin.core.located import Mapping, Node, Sequence
from tocsin.core.model import Access
from tocsin.extract import Selectors

BY_PROXY = "the proxy looks up the hosts: it must keep private addresses out, Tocsin cannot"


def read_password_files(root: Mapping, folder: Path, problems: list[Problem]) -> Mapping:
    """*root* with each feed's password in place of the file that holds it."""
    return _with(root, "feeds", lambda feeds: _in_feeds(feeds, folder, problems))


def _in_feeds(feeds: Node, folder: Path, problems: list[Problem]) -> Node:
    if not isinstance(feeds, Sequence):
        return feeds

    def read(auth: Node) -> Node:
        if not isinstance(auth, Mapping):
            return auth
        return read_secret_files(auth, AuthSection.model_fields, folder, problems)

    items = (
        _with(feed, "auth", read) if isinstance(feed, Mapping) else feed for feed in feeds.items
    )
    return replace(feeds, items=tuple(items))


def proxy_warnings(root: Mapping) -> list[Problem]:
    """What one should know who has everything fetched by a proxy."""
    fetch = child(root, "fetch")
    proxy = child(fetch, "proxy") if fetch else None
    if proxy is None or not plain(proxy):
        return []
    return [Problem(where=proxy.where, message=f"`proxy`: {BY_PROXY}", warning=True)]


def access(section: FeedSection) -> Access:
    """What the feed's own host is shown, and by which proxy it is asked."""
    headers = {name.lower(): value.get_secret_value() for name, value in section.headers.items()}
    if credentials := _credentials(section):
        headers["authorization"] = f"Basic {base64.b64encode(credentials.encode()).decode()}"
    if section.cookies:
        pairs = (f"{name}={value.get_secret_value()}" for name, value in section.cookies.items())
        headers["cookie"] = "; ".join(pairs)
    proxy = section.proxy.get_secret_value() if section.proxy else ""
    return Access(headers=tuple(headers.items()), proxy=proxy)


def bare(url: str) -> str:
    """An address without the name and password that it may hold."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def selectors(sections: Iterable[ExtractSection]) -> tuple[Selectors, ...]:
    """Where the articles of sites stand."""
    return tuple(
        Selectors(site=section.site, body=section.body or "", remove=section.remove)
        for section in sections
    )


def _credentials(section: FeedSection) -> str:
    if section.auth:
        return f"{section.auth.user}:{section.auth.password.get_secret_value()}"
    user, at, _ = urlsplit(section.url).netloc.rpartition("@")
    name, _, password = user.partition(":")
    return f"{unquote(name)}:{unquote(password)}" if at else ""


def _with(node: Mapping, name: str, change: Callable[[Node], Node]) -> Mapping:
    """*node* with its value of *name* changed."""
    pairs = ((key, change(value) if key.text == name else value) for key, value in node.pairs)
    return replace(node, pairs=tuple(pairs))
