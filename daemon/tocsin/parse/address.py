"""Links as feeds state them, made into addresses that lead to a page."""

from urllib.parse import urljoin, urlsplit


def web_address(link: str, base: str) -> str:
    """*link* made absolute, or nothing where it leads to no page."""
    try:
        absolute = urljoin(base, link.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return ""
    return absolute if link and parts.scheme in ("http", "https") and parts.netloc else ""
