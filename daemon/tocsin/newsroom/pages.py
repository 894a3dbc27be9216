"""An article's page, in the layout of its outlet.  Pure.

Around the article stands what surrounds one on the real web: menus, related links, photo credits,
lines in capitals that sell a newsletter, a footer.  Much of that names the strike, the carrier and
the very word that the watchlist waits for, so that whoever reads more than the article is found
out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from string import Template

from tocsin.newsroom.day import Layout, Outlet, Report

_RELATED = (
    "Kestmar Line surcharge: what importers pay from tomorrow",
    "Dockers’ strike explained in six charts",
    "Oduya or Tavener: who will blink first?",
    "Watch: 19 ships wait off Harrowmouth",
)
_MENU = ("Home", "News", "Business", "Strike latest", "Sport", "Weather", "Subscribe")

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>$title | $outlet</title>
<link rel="canonical" href="$url">
<meta property="og:title" content="$title">
<meta property="og:site_name" content="$outlet">
<meta property="article:published_time" content="$published">
<meta name="author" content="$author">
<script>window.dataLayer = [{"section": "surcharge", "paywall": false}];</script>
<style>nav li { display: inline } .promo { font-weight: bold }</style>
</head>
"""

_LAYOUTS: dict[Layout, Template] = {
    "broadsheet": Template(
        _HEAD
        + """<body>
<header class="site-header"><a href="/">$outlet</a><nav><ul>$menu</ul></nav></header>
<div class="ticker">LIVE: KESTMAR SURCHARGE TAKES EFFECT AT MIDNIGHT</div>
<main>
<article>
<header><h1>$title</h1>
<p class="byline">By $author</p><time datetime="$published">$when</time></header>
<figure><img src="/pictures/lead.jpg" alt=""><figcaption>Photograph: Ansa Wirral/$outlet
</figcaption></figure>
<div class="article-body">
$opening
<aside class="newsletter"><h3>The Morning Tide</h3><p>Strike, ships, surcharge: one e-mail at
six.</p><form action="/newsletter"><input name="email"><button>Sign up</button></form></aside>
$rest
</div>
</article>
<section class="related"><h2>Related</h2><ul>$related</ul></section>
</main>
<footer><p>© $outlet. All rights reserved.</p><a href="/privacy">Privacy</a></footer>
</body></html>
"""
    ),
    "tabloid": Template(
        _HEAD
        + """<body>
<div id="header"><div class="logo">$outlet</div><ul class="menu">$menu</ul></div>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/news">News</a></div>
<div id="headline"><h1 class="entry-title">$title</h1></div>
<div id="content"><div class="post">
<div class="meta">$author &middot; $when</div>
<div class="share"><a href="/share">Share</a> <a href="/tweet">Post</a></div>
<div class="entry-content">
$opening
<div class="promo related-links"><a href="/club">JOIN THE CLUB AND READ EVERY STRIKE STORY FREE</a>
</div>
$rest
</div>
<div class="tags">Tags: <a href="/t/1">strike</a> <a href="/t/2">surcharge</a></div>
</div></div>
<div id="sidebar"><h3>Most read</h3><ol>$related</ol></div>
<div id="comments"><h3>Comments</h3><div class="comment"><p>Another surcharge, and who pays? We do.
</p></div></div>
<div id="footer">© $outlet · <a href="/terms">Terms</a> · <a href="/contact">Contact</a></div>
</body></html>
"""
    ),
    "station": Template(
        _HEAD
        + """<body>
<header role="banner"><span>$outlet</span><button>Listen live</button></header>
<nav role="navigation"><ul>$menu</ul></nav>
<div class="player" aria-hidden="true">Now playing: The Surcharge Hour</div>
<main role="main"><article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">$title</h1>
<div class="author" itemprop="author">$author</div>
<div itemprop="articleBody">
$opening
<div class="related"><ul>$related</ul></div>
$rest
</div>
</article></main>
<footer role="contentinfo"><p>© $outlet</p><ul>$menu</ul></footer>
</body></html>
"""
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report as its outlet prints it, at its address."""

    outlet: Outlet
    report: Report
    url: str
    published: datetime


def render(page: Page) -> bytes:
    """The page in UTF-8."""
    report, paragraphs = page.report, page.report.paragraphs
    html = _LAYOUTS[page.outlet.layout].substitute(
        title=escape(report.title),
        author=escape(report.author),
        outlet=escape(page.outlet.name),
        url=escape(page.url),
        published=page.published.isoformat(),
        when=page.published.strftime("%d %B %Y, %H:%M"),
        opening=_paragraphs(paragraphs[:2]),
        rest=_paragraphs(paragraphs[2:]),
        menu=_links(_MENU),
        related=_links(_RELATED),
    )
    return html.encode()


def _paragraphs(texts: Sequence[str]) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)


def _links(texts: Sequence[str]) -> str:
    return "".join(f'<li><a href="/{i}">{escape(text)}</a></li>' for i, text in enumerate(texts))
