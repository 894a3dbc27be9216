"""The hops of one exchange: where it goes next, and what it takes along.  Pure.

Invariant: what was meant for one host (an authorization, a header, a cookie of the user's) is
never sent to another, nor over a less secure scheme.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from tocsin.core.model import Feed
from tocsin.core.ports import Request

_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One request of an exchange.

    *private* are headers for this host alone.  *permanent* while every redirect so far was.
    *how* begins a message about a hop that the user did not write: "redirected to HOST: ".
    """

    url: httpx.URL
    headers: Mapping[str, str]
    private: Mapping[str, str]
    cookies: httpx.Cookies | None = None
    permanent: bool = True
    how: str = ""

    @property
    def moved_to(self) -> str:
        return str(self.url) if self.how and self.permanent else ""

    @property
    def port(self) -> int:
        return self.url.port or (443 if self.url.scheme == "https" else 80)


def first_hop(request: Request) -> Hop:
    """Where the user's address leads, its name and password taken out of it.

    Raises:
        httpx.InvalidURL: It is no address.
    """
    url, credentials = _without_credentials(httpx.URL(request.url))
    validators = {"if-none-match": request.etag, "if-modified-since": request.last_modified}
    sound = {name: value for name, value in validators.items() if value and value.isascii()}
    return Hop(
        url=url,
        headers={"accept": request.accept} | sound,
        private={**request.headers, **credentials},
    )


def next_hop(hop: Hop, response: httpx.Response) -> Hop:
    """Where *response* sends us.

    Raises:
        httpx.InvalidURL: It sends us to what is no address.
    """
    url, _ = _without_credentials(hop.url.join(response.headers["location"]))
    cookies = hop.cookies
    if "set-cookie" in response.headers:  # for this exchange: some sites ask for it back at once
        cookies = httpx.Cookies(cookies)
        cookies.extract_cookies(response)
    return Hop(
        url=url,
        headers=hop.headers,
        private=hop.private if _may_follow(hop.url, url) else {},
        cookies=cookies,
        permanent=hop.permanent and response.status_code in _PERMANENT,
        how=f"redirected to {url.host}: ",
    )


def private_headers(feed: Feed, url: str) -> dict[str, str]:
    """What *feed* has its own host told, where *url* is of that host; nothing for any other."""
    if not feed.access.headers:
        return {}
    try:
        is_its_own = _may_follow(httpx.URL(feed.url), httpx.URL(url))
    except httpx.InvalidURL:
        return {}
    return dict(feed.access.headers) if is_its_own else {}


def _without_credentials(url: httpx.URL) -> tuple[httpx.URL, dict[str, str]]:
    if not url.userinfo:
        return url, {}
    pair = base64.b64encode(f"{url.username}:{url.password}".encode()).decode("ascii")
    return url.copy_with(userinfo=b""), {"authorization": f"Basic {pair}"}


def _may_follow(before: httpx.URL, after: httpx.URL) -> bool:
    """Whether private headers may go from one address to the other: the same origin, or the
    same host's secure one."""
    same = (before.scheme, before.host, before.port) == (after.scheme, after.host, after.port)
    default_ports = before.port is None and after.port is None
    upgraded = (before.scheme, after.scheme) == ("http", "https") and before.host == after.host
    return same or (upgraded and default_ports)
