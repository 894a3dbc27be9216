"""One address for one page: what a link looks like once nothing but the page is left.

Outlets hand the same page out under many addresses: with tracking parameters, on a mobile or AMP
host, over http and https, with and without a trailing slash.  Two articles whose canonical
addresses are equal are the same article, so folding too little only costs a copy, while folding
too much would lose an article: a rule stands here only if it hardly ever changes which page is
meant.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

_LONGEST = 4096
_MOST_PARAMETERS = 100
_MOST_ROUNDS = 8

_TRACKING = re.compile(
    r"""utm_.*|at_(?:medium|campaign|custom\w*|link_\w+|ptr_name|format|bbc_team)
      |(?:fb|gc|dc|ms|y|tw|tt)l?clid|gclid|[gw]braid|gclsrc|igshid|srsltid|mc_[ce]id|mkt_tok
      |_hs(?:enc|mi)|vero_id|oly_(?:enc|anon)_id|wt_?mc|xtor|spm|ns_\w+|cmp(?:id)?|icid|ncid|ocid
      |taid|smid|smtyp|smprod|ref(?:_src|_url|errer)?|guccounter|guce_referrer(?:_sig)?
      |soc_(?:src|trk)|sr_share|__twitter_impression|ftag|feedtype""",
    re.IGNORECASE | re.VERBOSE,
)
# Parameters that may name a page elsewhere, with the values that are known to be tracking.
_TRACKING_PAIR = re.compile(
    r"(?:output(?:type)?=amp|amp=(?:1|true)?|(?:mod|partner|from|source|via|rss)=(?:rss\w*|1)?)",
    re.IGNORECASE,
)
_VARIANT_HOST = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.])")
_INNER_MOBILE = re.compile(r"^([a-z]{2,3})\.m\.(?=[^.]+\.[^.])")
_AMP_CACHE_PATH = re.compile(r"/(?:[acirv]/)?(?:s/)?([^/]+\.[^/]+/.*)")
_AMP_PATH = re.compile(
    r"(?:/amp(?:\.html?)?|\.amp)/*$|\.amp(?=\.html?$)|^/amp(?=/.)", re.IGNORECASE
)
_SESSION = re.compile(r";jsessionid=[^/?]*", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STAYS = "/:@!$&'()*+,;=~-._%"
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]+")


def canonical_url(url: str) -> str:
    """The one address under which *url*'s page is known: a key to compare, not a link to fetch.

    It is folded to https and freed of ``www.``, so the page may not answer under it.  Folding it
    again changes nothing.  What is no web address comes back trimmed; nothing is ever raised.
    """
    return _folded(url[:_LONGEST])


@lru_cache(maxsize=256)
def _folded(url: str) -> str:
    """Remembered for a while, as the same address is asked for when its entry is seen, read and
    placed."""
    folded = _NOT_IN_AN_ADDRESS.sub("", url)
    for _ in range(_MOST_ROUNDS):  # an AMP cache holds an address that wants folding itself
        before, folded = folded, _fold(folded)
        if folded == before:
            break
    return folded


def _fold(url: str) -> str:
    try:
        parts = urlsplit("https:" + url if url.startswith("//") else url)
        host, port = _host(parts), parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url
    if inner := _inside_amp_cache(host, parts.path):
        return f"https://{inner}" + (f"?{parts.query}" if parts.query else "")
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"https://{netloc}{_path(parts.path)}{_query(parts.query)}{fragment}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").strip(".")
    host = _INNER_MOBILE.sub(r"\1.", _VARIANT_HOST.sub("", host))
    return f"[{host}]" if ":" in host else host


def _inside_amp_cache(host: str, path: str) -> str:
    cached = host.endswith(".cdn.ampproject.org") or (
        host.startswith("google.") and path.startswith("/amp/")
    )
    found = _AMP_CACHE_PATH.fullmatch(path.removeprefix("/amp") if "google." in host else path)
    return found[1] if cached and found else ""


def _path(path: str) -> str:
    path = _ESCAPE.sub(_plain, quote(_SESSION.sub("", path), _STAYS, errors="surrogatepass"))
    path = _INDEX.sub("/", re.sub(r"/{2,}", "/", path))
    return _AMP_PATH.sub("", path).rstrip("/")


def _plain(escape: re.Match[str]) -> str:
    """The character itself where escaping it means nothing (RFC 3986, 2.3), else the escape."""
    character = chr(int(escape[1], 16))
    plain = character.isascii() and (character.isalnum() or character in "-._~")
    return character if plain else escape[0].upper()


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")[:_MOST_PARAMETERS]
    kept = sorted(
        (name, value)
        for name, value in pairs
        if not _TRACKING.fullmatch(name) and not _TRACKING_PAIR.fullmatch(f"{name}={value}")
    )
    return f"?{urlencode(kept, errors='replace')}" if kept else ""
