"""What Slack's messages are built of, and how much of Slack's room each part takes.

All that comes from feeds stands in `rich_text` elements, which Slack never parses: a title with
`<!channel>` pings nobody.  Only the message's `text` (what a phone's notification shows) is
parsed, so there `& < >` are escaped.

Slack's limits (docs.slack.dev/reference/block-kit): 50 blocks, 3,000 characters a text.  The total
is undocumented and lies between 9,600 and 11,300 characters, so 8,000 are spent.
"""

from collections.abc import Iterable
from typing import Any

from tocsin.core.model import Severity
from tocsin.notify.clean import units

Block = dict[str, Any]
Element = dict[str, Any]
Message = dict[str, Any]

BUDGET = 8_000
TITLE, LABEL, NEWS, URL = 300, 300, 200, 1_000
REST = 60  # kept for "and 4,985 more"

_SIGNS = {
    Severity.CRITICAL: "rotating_light",
    Severity.HIGH: "red_circle",
    Severity.MEDIUM: "large_orange_circle",
    Severity.LOW: "white_circle",
}


def escape(text: str) -> str:
    """*text* so that mrkdwn shows it as it is and finds no mention in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def spent(part: object) -> int:
    """The characters that readers see, and the addresses, in blocks or a part of them."""
    if isinstance(part, dict):
        shown = sum(units(part[key]) for key in ("text", "url") if isinstance(part.get(key), str))
        return shown + sum(spent(value) for value in part.values())
    return sum(spent(element) for element in part) if isinstance(part, list) else 0


def fitting(rows: Iterable[Element], room: int) -> list[Element]:
    """The first of *rows*, as many as *room* characters hold."""
    fit: list[Element] = []
    for row in rows:
        room -= spent(row)
        if room < 0:
            break
        fit.append(row)
    return fit


def rich(*elements: Element) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def calling(mention: str) -> list[Block]:
    """The user's own words, which are meant to ping.  Slack pings nobody for what is edited."""
    text = {"type": "mrkdwn", "text": mention}
    return [{"type": "section", "text": text}] if mention else []


def section(*elements: Element) -> Element:
    return {"type": "rich_text_section", "elements": list(elements)}


def bullets(rows: list[Element]) -> list[Element]:
    return [{"type": "rich_text_list", "style": "bullet", "elements": rows}] if rows else []


def words(text: str, *, bold: bool = False) -> Element:
    return {"type": "text", "text": text, **({"style": {"bold": True}} if bold else {})}


def sign(severity: Severity, state: str = "") -> Element:
    """How much it matters, or that no more is to come (the story is closed, or merged)."""
    return {"type": "emoji", "name": "white_check_mark" if state else _SIGNS[severity]}


def linked(url: str, text: str, *, bold: bool = False) -> Element:
    """*text*, linked where there is an address that is not absurdly long."""
    shown = words(text, bold=bold)
    return {**shown, "type": "link", "url": url} if 0 < units(url) <= URL else shown
