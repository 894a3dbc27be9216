"""Where a page that is no article says that the article is: an aggregator's, a redirecting stub."""

import re
from urllib.parse import urljoin, urlsplit

import lxml.etree

_REFRESH = re.compile(
    r"\s*(\d{1,2})(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']+)", re.IGNORECASE
)
_REFRESHING = "//meta[translate(@http-equiv, 'EFHRS', 'efhrs') = 'refresh']/@content"
_MOST_SECONDS = 10
"""A page that is renewed later than that is meant to be read meanwhile."""


def article_elsewhere(tree: lxml.etree._Element, url: str) -> str:
    """The address that a page sends its reader on to, or its own on another host; or empty."""
    for content in tree.xpath(_REFRESHING):
        refresh = _REFRESH.match(content)
        if refresh and int(refresh[1]) <= _MOST_SECONDS and (to := _web(url, refresh[2])):
            return to
    claims = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    absolute = (_web(url, claim) for claim in claims)
    return next((to for to in absolute if to and _host(to) != _host(url)), "")


def _web(base: str, link: str) -> str:
    """*link* made absolute, where it is one of the web."""
    try:
        absolute = urljoin(base, link.strip())
        return absolute if urlsplit(absolute).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
