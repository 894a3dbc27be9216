"""The Slack of the tests refuses what Slack refuses: else it would prove nothing."""

import json
from typing import Any

import httpx
import pytest

from world.slack import SCOPES, TOKEN, slack_world

pytestmark = pytest.mark.anyio

SAID = {"channel": "C0ALERTS1", "text": "Dockers walk out"}
LONG = {"type": "section", "text": {"type": "plain_text", "text": "x" * 3_000}}


def section(kind: str, text: str) -> dict[str, Any]:
    return {"blocks": [{"type": "section", "text": {"type": kind, "text": text}}]}


def inline(**element: Any) -> dict[str, Any]:
    part = {"type": "rich_text_section", "elements": [element]}
    return {"blocks": [{"type": "rich_text", "elements": [part]}]}


def metadata(kind: str, **payload: Any) -> dict[str, Any]:
    return {"metadata": {"event_type": kind, "event_payload": payload}}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({}, ""),
        ({"channel": "#alerts"}, "channel_not_found"),
        ({"channel": "C0ELSEWHR"}, "not_in_channel"),
        ({"channel": "C0ARCHIVE"}, "is_archived"),
        ({"txt": "x"}, "invalid_arguments"),
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "half a pair \ud83d"}, "invalid_json"),
        ({"text": "fish & chips"}, "invalid_blocks"),
        ({"text": "see <here>"}, "invalid_blocks"),
        ({"text": "<!here> &amp; <https://example.org|this>"}, ""),
        ({"thread_ts": "1.000000"}, "thread_not_found"),
        ({"blocks": [LONG] * 51}, "invalid_blocks"),
        ({"blocks": [LONG] * 4}, "msg_blocks_too_long"),
        (section("plain_text", "x" * 3_001), "invalid_blocks"),
        (section("mrkdwn", "a < b"), "invalid_blocks"),
        (section("html", "x"), "invalid_blocks"),
        ({"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]},
         "invalid_blocks"),
        ({"blocks": [{"type": "divider", "color": "red"}]}, "invalid_blocks"),
        ({"blocks": [{"type": "divider", "block_id": "a"}] * 2}, "invalid_blocks"),
        (inline(type="text", text=""), "invalid_blocks"),
        (inline(type="link", url="javascript:alert(1)"), "invalid_blocks"),
        (inline(type="link", url="https://example.org/a|b"), "invalid_blocks"),
        (inline(type="date", timestamp=1.5, format="{time}"), "invalid_blocks"),
        (inline(type="text", text="x", style={"big": True}), "invalid_blocks"),
        (metadata("tocsin_message", key="1"), ""),
        (metadata("with blanks", key="1"), "invalid_metadata_format"),
        (metadata("x", key={"nested": {}}), "invalid_metadata_format"),
        (metadata("x", key="y" * 9_000), "invalid_metadata_format"),
        ({"metadata": {"event_type": "x"}}, "invalid_metadata_format"),
    ],
    ids=str,
)  # fmt: skip
async def test_what_slack_would_refuse_is_refused(change: dict[str, Any], error: str) -> None:
    async with slack_world() as slack:
        body = json.dumps({**SAID, **change})
        said = await ask(slack.api_url, "chat.postMessage", content=body)
    assert said.get("error", "") == error
    assert len(slack.messages) == (not error)


async def test_a_bot_without_a_scope_is_told_which() -> None:
    async with slack_world() as slack:
        slack.scopes = SCOPES - {"chat:write"}
        said = await ask(slack.api_url, "chat.postMessage", content=json.dumps(SAID))
    assert (said["error"], said["needed"]) == ("missing_scope", "chat:write")


async def test_a_method_that_reads_takes_a_form_and_no_json() -> None:
    async with slack_world() as slack:
        said = await ask(slack.api_url, "conversations.list", content='{"limit": "5"}')
    assert said["error"] == "invalid_arguments"


async def ask(address: str, method: str, content: str) -> dict[str, Any]:
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/json"}
    async with httpx.AsyncClient(headers=headers) as client:
        said: dict[str, Any] = (await client.post(f"{address}/{method}", content=content)).json()
        return said
