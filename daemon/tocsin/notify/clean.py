"""Text and links from feeds, made harmless for whatever shows them.

Feeds are hostile: a title may hold terminal escapes, line breaks that forge a mail header, halves
of surrogate pairs that no encoder takes, or marks that reverse the text after them.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import regex

TEXT, URL = 1_000, 4_000
"""How long a text or an address from a feed may be.  A message that swells with longer ones might
be refused, and the alert with it."""

# White space, C0 and C1 controls, and the line and paragraph separators: one blank for a run.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What reorders or hides the text around it; the joiners that scripts and emoji need stay.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_GRAPHEME = regex.compile(r"\X")
# Legal in no URL, or read as the end of one by Slack (`|`, `>`), mail programs or terminals.
_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0<>|\"\\^`{}\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """*text* on one line, with nothing in it that a terminal, mail or page would obey."""
    without = _INVISIBLE.sub("", _SURROGATES.sub("\ufffd", text))
    return _BLANKS.sub(" ", without)


def tidy(text: str, limit: int = TEXT) -> str:
    """*text* cleaned, without blanks around it, and cut."""
    return cut(clean(text).strip(), limit)


def units(text: str) -> int:
    """The length of *text* in UTF-16 code units, the strictest way in which others count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int, measure: Callable[[str], int] = units) -> str:
    """*text* if it measures at most *limit* (1 or more), else its beginning and "…".

    Cut between what a reader sees as characters (grapheme clusters, Unicode TR 29), never inside.
    """
    if measure(text) <= limit:
        return text
    room, end = limit - measure("…"), 0
    for grapheme in _GRAPHEME.finditer(text):
        room -= measure(grapheme.group())
        if room < 0:
            break
        end = grapheme.end()
    return text[:end].rstrip() + "…"


def link(url: str) -> str:
    """*url* as it may be linked to, or "" where it is no web address, or an absurdly long one."""
    if len(url) > URL:
        return ""
    whole = _SURROGATES.sub("\ufffd", url.strip())
    try:
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return _NOT_IN_URL.sub(lambda found: quote(found.group()), whole)
