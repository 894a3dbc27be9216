"""What Slack refuses in a message: written from its reference, apart from the code that it tests.

docs.slack.dev/reference/block-kit and /methods/chat.postMessage.  Where the reference is silent
(the total of a message) the strictest value that was seen is taken.  Lengths are counted in
UTF-16 units, the strictest way.
"""

import re
from typing import Any

MOST_BLOCKS, MOST_TEXT, MOST_HEADER, MOST_CONTEXT, MOST_TOTAL = 50, 3_000, 150, 10, 9_600
MOST_FALLBACK = 40_000

_BLOCKS = {
    "section": {"type", "text", "block_id", "fields", "accessory", "expand"},
    "header": {"type", "text", "block_id"},
    "divider": {"type", "block_id"},
    "context": {"type", "elements", "block_id"},
    "rich_text": {"type", "elements", "block_id"},
}
_RICH = {
    "rich_text_section": {"type", "elements"},
    "rich_text_list": {"type", "elements", "style", "indent", "offset", "border"},
    "rich_text_quote": {"type", "elements", "border"},
    "rich_text_preformatted": {"type", "elements", "border"},
}
_INLINE = {
    "text": ({"text"}, {"type", "text", "style"}),
    "link": ({"url"}, {"type", "url", "text", "unsafe", "style"}),
    "emoji": ({"name"}, {"type", "name", "unicode", "style"}),
    "date": (
        {"timestamp", "format"},
        {"type", "timestamp", "format", "url", "fallback", "timezone", "style"},
    ),
    "broadcast": ({"range"}, {"type", "range", "style"}),
    "user": ({"user_id"}, {"type", "user_id", "style"}),
}
_STYLES = {"bold", "italic", "strike", "code", "underline", "highlight", "client_highlight"}
_DATE_TOKEN = re.compile(
    r"\{(date_num|date_slash|date_short|date_short_pretty|date_long|date_long_pretty|"
    r"date_long_full|date|date_pretty|time|time_secs|ago|day_divider_pretty)\}"
)
_MENTION = re.compile(r"<[!@#][^>]*>")


def wrong_with(blocks: object) -> str:
    """Why Slack would call these blocks invalid, or ""."""
    if not isinstance(blocks, list) or len(blocks) > MOST_BLOCKS:
        return "not a list of at most 50 blocks"
    problems = [problem for block in blocks if (problem := _block(block))]
    if problems:
        return problems[0]
    return "too long in all" if _total(blocks) > MOST_TOTAL else ""


def pings(message: dict[str, Any]) -> list[str]:
    """Everybody and everything that a message calls: in its text, mrkdwn and rich text."""
    found = _MENTION.findall(message.get("text", ""))
    return found + [ping for part in _parts(message.get("blocks", [])) for ping in _calls(part)]


def _calls(part: dict[str, Any]) -> list[str]:
    if part.get("type") == "mrkdwn":
        return _MENTION.findall(part["text"])
    return [part["type"]] if part.get("type") in ("broadcast", "user", "usergroup") else []


def _parts(value: Any) -> list[dict[str, Any]]:
    """Every object in a message, however deep."""
    if isinstance(value, list):
        return [part for element in value for part in _parts(element)]
    if isinstance(value, dict):
        return [value, *(part for element in value.values() for part in _parts(element))]
    return []


def _total(blocks: list[Any]) -> int:
    texts = (part[key] for part in _parts(blocks) for key in ("text", "url") if key in part)
    return sum(_length(text) for text in texts if isinstance(text, str))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _block(block: Any) -> str:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind not in _BLOCKS:
        return f"no such block: {kind}"
    if unknown := set(block) - _BLOCKS[kind]:
        return f"unknown in {kind}: {unknown}"
    if kind == "rich_text":
        return next((bad for part in block["elements"] if (bad := _rich(part))), "") or (
            "" if block["elements"] else "an empty rich_text"
        )
    if kind == "context":
        return "" if 0 < len(block["elements"]) <= MOST_CONTEXT else "too many in a context"
    return _text_object(block) if kind in ("section", "header") else ""


def _text_object(block: dict[str, Any]) -> str:
    text = block.get("text", {})
    allowed = ("plain_text",) if block["type"] == "header" else ("plain_text", "mrkdwn")
    most = MOST_HEADER if block["type"] == "header" else MOST_TEXT
    if text.get("type") not in allowed:
        return f"no such text in {block['type']}"
    return "" if 0 < _length(text.get("text", "")) <= most else f"length of {block['type']}"


def _rich(part: Any) -> str:
    kind = part.get("type")
    if kind not in _RICH or set(part) - _RICH[kind]:
        return f"no such part of rich_text: {part}"
    if not part["elements"]:
        return f"an empty {kind}"
    if kind == "rich_text_list":
        if part.get("style") not in ("bullet", "ordered"):
            return "a list without style"
        sections = all(element["type"] == "rich_text_section" for element in part["elements"])
        return (
            next((bad for e in part["elements"] if (bad := _rich(e))), "") if sections else "list"
        )
    return next((bad for element in part["elements"] if (bad := _inline(element))), "")


def _inline(element: dict[str, Any]) -> str:
    kind = element.get("type")
    if kind not in _INLINE:
        return f"no such element: {kind}"
    needed, allowed = _INLINE[kind]
    if needed - set(element) or set(element) - allowed:
        return f"fields of {kind}: {set(element)}"
    if set(element.get("style", {})) - _STYLES:
        return f"no such style: {element['style']}"
    return _value(kind, element)


def _value(kind: str, element: dict[str, Any]) -> str:
    if kind == "text" and not 0 < _length(element["text"]) <= MOST_TEXT:
        return "length of a text"
    if kind == "link" and (
        not re.fullmatch(r"https?://[^\s<>|]+", element["url"]) or element.get("text") == ""
    ):
        return "no such address"
    if kind == "date" and (
        type(element["timestamp"]) is not int or not _DATE_TOKEN.search(element["format"])
    ):
        return "no such date"
    return ""
