"""Webhooks, against a receiver on loopback that checks every signature."""

import base64
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import SecretStr, ValidationError

from tocsin.clock import SystemClock
from tocsin.core.errors import DeliveryError, Refused, Unavailable
from tocsin.core.ports import Notifier
from tocsin.notify.webhook import Options, content, message_id, signed
from world.alerts import FIRST_REPORT, HOSTILE, alert, hostile, update
from world.http import Trouble
from world.stages import notifier
from world.webhook import SECRET, Sink, webhook_sink


@pytest.fixture
async def sink() -> AsyncIterator[Sink]:
    async with webhook_sink() as sink:
        yield sink


@pytest.fixture
async def desk(sink: Sink) -> AsyncIterator[Notifier]:
    desk = notifier("webhook", url=sink.url, secret=SECRET)
    yield desk
    await desk.aclose()


@pytest.mark.anyio
async def test_one_story_is_one_id_with_revisions(sink: Sink, desk: Notifier) -> None:
    await desk.send(update(), await desk.send(alert(), None))
    first, second = (call.content for call in sink.taken)
    assert (first["data"]["id"], second["data"]["id"]) == (1042, 1042)
    assert (first["data"]["revision"], second["data"]["revision"]) == (1, 2)
    assert (first["type"], second["type"]) == ("story.alerted", "story.updated")
    assert second["data"]["news"] == ["Third Voice reports it too", "12,000 containers"]


@pytest.mark.anyio
async def test_a_message_sent_again_has_the_same_id(sink: Sink, desk: Notifier) -> None:
    sink.troubles.append(Trouble(how="reset", taken=True))
    with pytest.raises(Unavailable) as caught:
        await desk.send(alert(), None)
    assert caught.value.uncertain
    await desk.send(alert(), None)
    assert len({(call.id, call.raw) for call in sink.taken}) == 1
    assert message_id(alert().key) != message_id(update().key)


@pytest.mark.anyio
async def test_a_receiver_with_another_secret_believes_nothing(sink: Sink) -> None:
    other = "whsec_" + base64.b64encode(b"x" * 32).decode()
    with pytest.raises(Refused, match="401"):
        await notifier("webhook", url=sink.url, secret=other).send(alert(), None)
    assert (sink.taken, sink.refused) == ([], ["wrong signature"])


def test_the_signature_is_that_of_the_conventions_own_example() -> None:
    secret = SecretStr("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    when = SystemClock().now().fromtimestamp(1614265330, SystemClock().now().tzinfo)
    headers = signed("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', when, secret)
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("status", "error", "uncertain"),
    [
        (302, Refused, None),
        (404, Refused, None),
        (410, Refused, None),
        (408, Unavailable, False),
        (429, Unavailable, False),
        (500, Unavailable, True),
        (503, Unavailable, True),
    ],
)
async def test_each_status_means_what_it_means(
    sink: Sink, desk: Notifier, status: int, error: type[DeliveryError], uncertain: bool | None
) -> None:
    sink.troubles.append(Trouble(status=status, headers={"location": "http://127.0.0.1:1/"}))
    with pytest.raises(error) as caught:
        await desk.send(alert(), None)
    assert getattr(caught.value, "uncertain", None) is uncertain


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("9999999999", 86_400), ("Fri, 20 Nov 2026 12:01:00 GMT", 60), ("soon", None)],
)
async def test_a_wait_is_told_in_seconds_or_as_a_date(
    sink: Sink, desk: Notifier, value: str, seconds: int | None
) -> None:
    headers = {"retry-after": value, "date": "Fri, 20 Nov 2026 12:00:00 GMT"}
    sink.troubles.append(Trouble(status=429, headers=headers))
    with pytest.raises(Unavailable) as caught:
        await desk.send(alert(), None)
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert caught.value.retry_after == expected


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_message_is_json_in_utf8(text: str) -> None:
    raw = json.dumps(content(hostile(text)), ensure_ascii=False).encode()
    told = json.loads(raw)["data"]
    assert all(a["url"] == "" or a["url"].startswith("https://") for a in told["articles"])


def test_a_crowd_of_reports_is_counted_not_listed() -> None:
    told = content(alert(coverage=(FIRST_REPORT,) * 5_000))["data"]
    assert (len(told["articles"]), told["reports"]) == (200, 5_000)


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret": "whsec_s3cr3t"},
        {"secret": "whsec_not base64 s3cr3t"},
        {"secret": ""},
        {"url": "ftp://s3cr3t.example.org"},
        {"url": "https://s3cr3t.example.org:port"},
    ],
    ids=str,
)
def test_a_wrong_option_is_an_error_that_keeps_the_secret(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        Options.model_validate({"url": "https://example.org", "secret": SECRET, **wrong})
    assert "s3cr3t" not in str(caught.value)


def test_an_article_tells_whether_it_is_independent() -> None:
    told = content(alert(coverage=(FIRST_REPORT, replace(FIRST_REPORT, independent=False))))
    assert [article["independent"] for article in told["data"]["articles"]] == [True, False]
