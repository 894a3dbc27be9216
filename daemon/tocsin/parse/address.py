"""Links as feeds state them, made into addresses that lead to a page."""

import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

_REDIRECTORS = {  # whose address holds the one that it sends us on to
    ("google.com", "/url"): ("url", "q"),
    ("bing.com", "/news/apiclick.aspx"): ("url",),
    ("l.facebook.com", "/l.php"): ("u",),
    ("out.reddit.com", ""): ("url",),
    ("r.search.yahoo.com", ""): ("RU",),
}
_GOOGLE_NEWS = re.compile(r"/(?:rss/)?(?:articles|read)/([\w-]{20,2000}=*)")
_INSIDE = re.compile(rb"https?://[!-~]+")
# Blanks, controls, halves of characters, and what reverses the text after it.
_NOT_IN_URL = re.compile("[\x00-\x20\x7f-\xa0\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def web_address(link: str, base: str) -> str:
    """*link* made absolute, or nothing where it leads to no page.

    What an aggregator's redirecting link holds is taken out of it; what may stand in no address is
    escaped, since terminals and stores see it too.
    """
    try:
        absolute = urljoin(base, link.strip())
        parts = urlsplit(absolute)
        if not link or parts.scheme not in ("http", "https") or not parts.netloc:
            return ""
        return _NOT_IN_URL.sub(_escaped, _inner(absolute) or absolute)
    except ValueError:
        return ""


def _escaped(found: re.Match[str]) -> str:
    return quote(found[0], errors="replace")


def _inner(url: str) -> str:
    """The web address within an aggregator's, where it can be read there; or empty."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if host == "news.google.com":
        return _google_news(parts.path)
    names = _REDIRECTORS.get((host, parts.path)) or _REDIRECTORS.get((host, ""), ())
    held = dict(parse_qsl(parts.query)) if names else {}
    inner = next((held[name] for name in names if name in held), "")
    return inner if urlsplit(inner).scheme in ("http", "https") else ""


def _google_news(path: str) -> str:
    """What older ids of Google News hold; newer ones tell nothing without scripts."""
    found = _GOOGLE_NEWS.match(path)
    if not found:
        return ""
    try:
        inside = _INSIDE.search(urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4)))
    except (NotBase64, ValueError):
        return ""
    return inside[0].decode("ascii") if inside else ""
