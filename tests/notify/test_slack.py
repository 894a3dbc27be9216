"""Slack by incoming webhook, against a Slack on loopback."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from pydantic import ValidationError

from tocsin.core.errors import Refused, Unavailable
from tocsin.core.ports import Notifier
from tocsin.notify import find_kind
from tocsin.notify.slack import Options
from world.alerts import alert, update
from world.http import Trouble
from world.slack import Slack, slack_world
from world.stages import notifier

pytestmark = pytest.mark.anyio


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    async with slack_world() as slack:
        yield slack


@pytest.fixture
async def desk(slack: Slack) -> AsyncIterator[Notifier]:
    desk = notifier("slack", webhook=slack.webhook_url)
    yield desk
    await desk.aclose()


async def test_an_update_by_webhook_is_a_new_message_that_tells_what_is_new(
    slack: Slack, desk: Notifier
) -> None:
    await desk.send(update(), await desk.send(alert(), None))
    first, second = slack.posted
    assert "12,000 containers" not in str(first)
    assert "12,000 containers" in str(second["blocks"])
    assert not desk.edits


async def test_nothing_is_unfurled(slack: Slack, desk: Notifier) -> None:
    await desk.send(alert(), None)
    assert (slack.posted[0]["unfurl_links"], slack.posted[0]["unfurl_media"]) == (False, False)


async def test_a_ban_tells_how_long_to_wait(slack: Slack, desk: Notifier) -> None:
    slack.troubles.append(Trouble(status=429, headers={"Retry-After": "30"}))
    with pytest.raises(Unavailable) as caught:
        await desk.send(alert(), None)
    assert caught.value.retry_after == timedelta(seconds=30)
    assert not caught.value.uncertain


@pytest.mark.parametrize("trouble", [Trouble(how="reset", taken=True), Trouble(taken=True)])
async def test_a_message_whose_fate_is_unknown_is_called_uncertain(
    slack: Slack, desk: Notifier, trouble: Trouble
) -> None:
    slack.troubles.append(trouble)
    with pytest.raises(Unavailable) as caught:
        await desk.send(alert(), None)
    assert caught.value.uncertain
    assert len(slack.posted) == 1


async def test_only_the_body_ok_is_a_yes(slack: Slack, desk: Notifier) -> None:
    slack.troubles.append(Trouble(status=200, body="<html>Please log in</html>"))
    with pytest.raises(Unavailable):
        await desk.send(alert(), None)


async def test_nobody_there_is_certain_to_have_taken_nothing() -> None:
    desk = notifier("slack", webhook="http://127.0.0.1:9/services/x")
    with pytest.raises(Unavailable) as caught:
        await desk.send(alert(), None)
    assert not caught.value.uncertain


@pytest.mark.parametrize("error", ["no_service", "action_prohibited", "invalid_payload"])
async def test_a_permanent_error_is_refused_and_says_what_to_do(
    slack: Slack, desk: Notifier, error: str
) -> None:
    slack.troubles.append(Trouble(status=403, body=error))
    with pytest.raises(Refused, match=error):
        await desk.send(alert(), None)


async def test_a_message_that_slack_calls_invalid_is_shortened_once(
    slack: Slack, desk: Notifier
) -> None:
    slack.troubles.append(Trouble(status=400, body="invalid_blocks"))
    await desk.send(alert(), None)
    (posted,) = slack.posted
    assert "Dockers walk out" in str(posted["blocks"])
    assert "Cranes stand still" not in str(posted["blocks"])
    slack.troubles.extend([Trouble(status=400, body="invalid_blocks")] * 2)
    with pytest.raises(Refused):
        await desk.send(alert(), None)


def test_check_says_what_a_webhook_cannot_do() -> None:
    kind = find_kind("slack")
    assert kind is not None
    options = Options.model_validate({"webhook": "https://hooks.slack.com/services/T/B/x"})
    assert "cannot edit or thread" in kind.describe(options)[0]


def test_a_wrong_option_is_an_error_that_keeps_the_secret() -> None:
    for wrong in (
        {"webhook": "hooks.slack.com/s3cr3t"},
        {"webhook": "https://s3cr3t", "tokn": 1},
        {"token": "xoxb-s3cr3t\u200b", "channel": "alerts"},
    ):
        with pytest.raises(ValidationError) as caught:
            Options.model_validate(wrong)
        assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize("option", ["broadcast_after", "api_url"])
def test_an_option_that_would_do_nothing_with_a_webhook_is_refused(option: str) -> None:
    value = {"broadcast_after": "2h", "api_url": "https://slack.example/api"}[option]
    with pytest.raises(ValidationError, match=f"`{option}` is for a bot"):
        Options.model_validate({"webhook": "https://hooks.example/x", option: value})
