"""Feeds and pages that nobody wrote, in the measures of the real thing.  Pure.

Words come from syllables by a seed, so nothing is downloaded and nothing of others is kept.  A feed
of 30 entries with full texts has about 100 KB, a page about 85 KB, of which its article is 4.
"""

import random
from email.utils import formatdate
from functools import cache

_SYLLABLES = (
    "ba ke lo mi ra su ta vo ne di pu ga fi zo wen tor mal kir das hul bri cho dre fal gon hei jor "
    "kas lem mur nak oro pel qua rin sol tav ulm vas wil xan yor zem"
)
_COMMON = (
    "the of to and a in that is was for on with as it be at by from this are said has have an were "
    "not which or but its their more will would new about after who had been one year two"
)
SYLLABLES, COMMON = tuple(_SYLLABLES.split()), tuple(_COMMON.split())
ENTRIES = 30
VARIETY = 500
"""So many feeds differ in all their words; those beyond repeat them under other links."""
BEGAN = 1_760_000_000  # seconds since 1970, of the first entry


def names(count: int) -> list[str]:
    """So many names of two words, in which none is another's beginning or end."""
    chance = random.Random(count)
    made = ("".join(chance.choices(SYLLABLES, k=5)).capitalize() for _ in range(3 * count))
    unlike = list(dict.fromkeys(made))
    return [f"{one} {other}" for one, other in zip(unlike[::2], unlike[1::2], strict=False)][:count]


def text(seed: str, sentences: int) -> str:
    """So many sentences: every other word is common, the others made up."""
    chance = random.Random(seed)
    return " ".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    made = (
        "".join(chance.choices(SYLLABLES, k=3)) if chance.random() < 0.5 else chance.choice(COMMON)
        for _ in range(chance.randint(8, 18))
    )
    return f"{' '.join(made).capitalize()}."


def title(feed: int, number: int) -> str:
    """An entry's headline."""
    return text(f"title {feed} {number}", 1).rstrip(".")


def entry(site: str, feed: int, number: int, sentences: int) -> str:
    """One entry of an RSS feed; *number* counts from the first that the feed ever had."""
    return (
        f"<item><link>{site}/page/{feed}/{number}</link>"
        f"<guid isPermaLink='false'>{feed}-{number}</guid>"
        f"<pubDate>{formatdate(BEGAN + number * 3600, usegmt=True)}</pubDate>"
        f"{_said(feed % VARIETY, number, sentences)}</item>\n"
    )


@cache
def _said(feed: int, number: int, sentences: int) -> str:
    """What an entry says, in the markup that content systems write."""
    blocks = "".join(
        f"<p class='block-{at}'><a href='/tag/{at}?from=rss' rel='nofollow'>{text(f'{at}', 1)[:20]}"
        f"</a> <strong>{text(f'entry {feed} {number} {at}', 1)}</strong><img src='/img/{at}.jpg' "
        f"width='600' alt=''/> {text(f'entry {number} {feed} {at}', 2)}</p>\n"
        for at in range(sentences // 3)
    )
    return (
        f"<title>{title(feed, number)}</title><dc:creator>Ra Kelo</dc:creator>"
        f"<category>{text(f'tag {feed}', 1)}</category>"
        f"<description>{text(f'entry {feed} {number}', 2)}</description>"
        f"<content:encoded><![CDATA[{blocks}]]></content:encoded>"
    )


def feed(site: str, number: int, newest: int, sentences: int = 21) -> bytes:
    """Feed *number* of *site* when its newest entry is *newest*."""
    entries = (entry(site, number, at, sentences) for at in range(newest, newest - ENTRIES, -1))
    return (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Outlet {number}</title><link>{site}/</link><description>News</description>"
        f"<lastBuildDate>{formatdate(BEGAN + newest * 3600, usegmt=True)}</lastBuildDate>"
        f"{''.join(entries)}</channel></rss>"
    ).encode()


def page(feed: int, number: int, watched: tuple[str, ...] = ()) -> bytes:
    """An article's page; every third article names one of the *watched*."""
    body = [text(f"page {feed} {number} {at}", 4) for at in range(12)]
    if watched and (feed + number) % 3 == 0:
        body[5] += f" It was {watched[(feed * 31 + number) % len(watched)]} that said so."
    article = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    head = title(feed, number)
    return (
        f"<!doctype html><html lang='en'><head><title>{head}</title><style>{_style()}</style>"
        f"<script>{_script()}</script></head><body><header><nav><ul>{_links('menu', 120)}</ul>"
        f"</nav></header><main><article><h1>{head}</h1>{article}</article>"
        f"<aside><ul>{_links('related', 180)}</ul></aside></main>"
        f"<footer><ul>{_links('footer', 90)}</ul></footer></body></html>"
    ).encode()


@cache
def _links(kind: str, count: int) -> str:
    return "".join(
        f"<li class='{kind}-row'><a href='/{kind}/{at}' data-id='{at}'><span class='label'>"
        f"{text(f'{kind} {at}', 1)[:40]}</span></a></li>"
        for at in range(count)
    )


@cache
def _style() -> str:
    return "".join(
        f".row-{at} {{ margin: {at}px; color: #0{at % 1000:03d}00 }}\n" for at in range(300)
    )


@cache
def _script() -> str:
    return "".join(
        f"window.layer.push({{id: {at}, kind: 'slot', size: [300, 250]}});\n" for at in range(300)
    )
