"""Outlets that do not work, beside the day: for tests of what happens to the rest.  Pure.

``html`` is a feed's address that gives a web page, ``missing`` one that is not there, ``silent``
one that never answers, ``malformed`` a feed in order whose only article is a page of rubbish.
"""

from datetime import datetime

from tocsin.core.model import Entry
from tocsin.newsroom import feeds
from tocsin.newsroom.day import Outlet

KINDS = ("html", "missing", "silent", "malformed")

WEB_PAGE = b"""<!doctype html>
<html lang="en"><head><title>We have moved</title></head>
<body><h1>Our feeds have moved</h1><p>Please see the new <a href="/feeds">list of feeds</a>.</p>
</body></html>
"""
MALFORMED_PAGE = b"\xff\xfe<\x00html><body><table><td><p\x00 class='>" + b"\xc3(<div>" * 40
"""Says that it is UTF-16 and is not, holds NULs, closes nothing and breaks off."""

_OUTLET = Outlet(id="broken", name="The Daily Rubbish", kind="rss", layout="station")


def malformed_feed(site: str, published: datetime) -> bytes:
    """A feed whose one entry satisfies the day's watchlist by its title alone."""
    entry = Entry(
        guid="tag:rubbish.example,2020:1",
        url=f"{site}/broken/page",
        title="Kestmar Line defends surcharge before parliament",
        published=published,
        author="Nobody",
    )
    url = f"{site}/broken/malformed"
    return feeds.render(feeds.Edition(outlet=_OUTLET, url=url, home=site, entries=(entry,)))
