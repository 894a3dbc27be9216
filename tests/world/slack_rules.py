"""What Slack refuses in a message: written from its reference, apart from the code that it tests.

docs.slack.dev/reference/block-kit, /methods/chat.postMessage and /messaging/message-metadata.
Where the reference is silent (the total of a message, the size of its metadata) the strictest value
that was seen is taken, and mrkdwn that Slack would show otherwise than as it was meant is refused.
Lengths are counted in UTF-16 units, the strictest way.
"""

import json
import re
from typing import Any

MOST_BLOCKS, MOST_TEXT, MOST_HEADER, MOST_CONTEXT, MOST_TOTAL = 50, 3_000, 150, 10, 9_600
MOST_FALLBACK, MOST_ID, MOST_FIELDS, MOST_FIELD, MOST_URL = 40_000, 255, 10, 2_000, 3_000
MOST_METADATA_BYTES = 8_192

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
_CALL = r"!(?:here|channel|everyone|subteam\^\w+)|[@#][A-Z0-9]+"
_CONSTRUCT = re.compile(rf"<(?:(?:https?://|mailto:)[^|<>\s]+|{_CALL})(?:\|[^<>]*)?>")
_UNESCAPED = re.compile(r"[<>]|&(?!amp;|lt;|gt;)")
_EVENT_TYPE = re.compile(r"[A-Za-z0-9_.-]{1,255}")


class TooLong(Exception):
    """Each block is right, but all of them together are too much."""


def bad_mrkdwn(text: str) -> str:
    """Why *text* would not be shown as it was meant, or ""."""
    rest = _CONSTRUCT.sub("", text)
    found = _UNESCAPED.search(rest)
    return f"not escaped: {rest[found.start() :][:20]}" if found else ""


def bad_metadata(metadata: Any) -> str:
    """Why Slack would not take these metadata, or ""."""
    if not isinstance(metadata, dict) or set(metadata) != {"event_type", "event_payload"}:
        return "other fields than event_type and event_payload"
    if not _EVENT_TYPE.fullmatch(metadata["event_type"]):
        return "no such event_type"
    plain = all(
        type(value) in (str, int, float, bool) for value in metadata["event_payload"].values()
    )
    small = len(json.dumps(metadata).encode()) <= MOST_METADATA_BYTES
    return "" if plain and small else "a payload that is nested, or too large"


def wrong_with(blocks: object) -> str:
    """Why Slack would call these blocks invalid, or "".

    Raises:
        TooLong: They are right one by one.
    """
    if not isinstance(blocks, list) or len(blocks) > MOST_BLOCKS:
        return "not a list of at most 50 blocks"
    problems = [problem for block in blocks if (problem := _block(block))]
    if problems:
        return problems[0]
    idents = [block["block_id"] for block in blocks if "block_id" in block]
    if len(set(idents)) < len(idents) or any(len(ident) > MOST_ID for ident in idents):
        return "block_id too long, or twice"
    if _total(blocks) > MOST_TOTAL:
        raise TooLong
    return ""


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
        return _context(block["elements"])
    return _texts(block) if kind in ("section", "header") else ""


def _context(elements: list[dict[str, Any]]) -> str:
    if not 0 < len(elements) <= MOST_CONTEXT:
        return "too many in a context"
    return next((bad for text in elements if (bad := _text_object(text, MOST_TEXT))), "")


def _texts(block: dict[str, Any]) -> str:
    if block["type"] == "header":
        plain = block.get("text", {}).get("type") == "plain_text"
        return _text_object(block["text"], MOST_HEADER) if plain else "no plain text in header"
    fields = block.get("fields", [])
    if not ("text" in block or fields) or len(fields) > MOST_FIELDS:
        return "a section without text, or with too many fields"
    texts = [(block["text"], MOST_TEXT)] if "text" in block else []
    texts += [(text, MOST_FIELD) for text in fields]
    return next((bad for text, most in texts if (bad := _text_object(text, most))), "")


def _text_object(text: dict[str, Any], most: int) -> str:
    kind = text.get("type")
    allowed = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}
    if kind not in allowed or set(text) - allowed[kind]:
        return f"no such text: {text}"
    if not 0 < _length(text.get("text", "")) <= most:
        return "length of a text"
    return bad_mrkdwn(text["text"]) if kind == "mrkdwn" else ""


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
        not re.fullmatch(r"https?://[^\s<>|]+", element["url"])
        or element.get("text") == ""
        or _length(element["url"]) > MOST_URL
    ):
        return "no such address"
    if kind == "emoji" and not re.fullmatch(r"[a-z0-9_+-]+", element["name"]):
        return "no such emoji"
    if kind == "date" and (
        type(element["timestamp"]) is not int or not _DATE_TOKEN.search(element["format"])
    ):
        return "no such date"
    return ""
