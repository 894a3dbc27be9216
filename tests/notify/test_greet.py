"""A channel is greeted without disturbing anybody."""

import pytest
from aiohttp import web

from tocsin.core.errors import DeliveryError, Refused, Unavailable
from world.http import Trouble, make, serve
from world.slack import SCOPES, TOKEN, Slack, slack_world
from world.smtp import PASSWORD, USER, smtp_server
from world.stages import STAGES, notifier
from world.webhook import SECRET, webhook_sink

pytestmark = pytest.mark.anyio
EVERY = [(kind, variant) for kind, variants in STAGES.items() for variant in variants]


@pytest.mark.parametrize(("kind", "variant"), EVERY)
async def test_a_channel_that_is_well_says_so_and_nobody_hears_of_it(
    kind: str, variant: str
) -> None:
    async with STAGES[kind][variant]() as stage:
        said = await stage.notifier.greet()
        await stage.notifier.aclose()
    assert all(said)
    assert [secret for secret in stage.secrets if secret in " ".join(said)] == []
    assert stage.taken() == []


async def greet_bot(slack: Slack, **options: object) -> tuple[str, ...]:
    given = {"token": TOKEN, "channel": "#alerts", "api_url": slack.api_url, **options}
    desk = notifier("slack", **given)
    try:
        return await desk.greet()
    finally:
        await desk.aclose()


async def test_a_bot_says_whose_it_is_and_where_it_may_write() -> None:
    async with slack_world() as slack:
        assert await greet_bot(slack) == (
            "the token is tocsin's in Example Inc",
            "#alerts is C0ALERTS1, and the bot is in it",
        )
    assert slack.refusals == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"token": "xoxb-other"}, "invalid_auth"),
        ({"channel": "nowhere"}, "no channel #nowhere"),
        ({"channel": "elsewhere"}, "the bot is not in #elsewhere"),
        ({"channel": "C0NOWHERE"}, "channel_not_found"),
    ],
    ids=str,
)
async def test_a_bot_that_could_not_write_says_what_is_missing(
    options: dict[str, str], said: str
) -> None:
    async with slack_world() as slack:
        with pytest.raises(Refused, match=said):
            await greet_bot(slack, **options)


async def test_a_bot_without_a_scope_names_it_before_the_first_alert() -> None:
    async with slack_world() as slack:
        slack.scopes = SCOPES - {"groups:history"}
        with pytest.raises(Refused, match="add groups:history to its scopes"):
            await greet_bot(slack)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Trouble(status=404, body="no_service"), Refused),
        (Trouble(status=500, body="oops"), Unavailable),
        (Trouble(status=200, body="ok"), Unavailable),
    ],
    ids=str,
)
async def test_a_slack_webhook_that_is_gone_is_seen_without_a_message(
    answer: Trouble, error: type[DeliveryError]
) -> None:
    async def answering(request: web.Request) -> web.StreamResponse:
        return await make(answer, request)

    async with serve(answering) as address:
        desk = notifier("slack", webhook=f"{address}/services/x")
        with pytest.raises(error):
            await desk.greet()
        await desk.aclose()


async def test_a_mail_server_is_greeted_with_the_login_and_gets_no_mail() -> None:
    async with smtp_server(login=True) as postbox:
        options = {"to": "a@example.org", "smtp": postbox.url, "starttls": False, "username": USER}
        first, _ = await notifier("email", **options, password=PASSWORD).greet()
        with pytest.raises(Refused, match="535"):
            await notifier("email", **options, password="wr0ng").greet()
    assert first.endswith("in clear text, and took the user name and password")
    assert (postbox.mails, set(postbox.logins)) == ([], {USER})


async def test_a_mail_server_without_starttls_is_not_well() -> None:
    async with smtp_server() as postbox:
        with pytest.raises(Unavailable, match="STARTTLS"):
            await notifier("email", to="a@example.org", smtp=postbox.url).greet()


async def test_a_webhook_that_fails_or_is_not_there_is_not_well() -> None:
    async with webhook_sink(signed=False) as sink:
        desk = notifier("webhook", url=sink.url, secret=SECRET)
        sink.troubles.append(Trouble(status=503))
        with pytest.raises(Unavailable, match="503"):
            await desk.greet()
    with pytest.raises(Unavailable, match="cannot reach"):
        await desk.greet()
    await desk.aclose()
