import sys

import pytest
from pydantic import ValidationError

from tocsin.core.errors import Unavailable
from tocsin.notify.apprise import BODY, Options, harmless
from tocsin.notify.clean import units
from world.alerts import FIRST_REPORT, alert, bulletin, hostile
from world.http import Trouble
from world.stages import notifier
from world.webhook import webhook_sink


@pytest.mark.anyio
async def test_the_service_gets_a_title_and_a_short_text() -> None:
    async with webhook_sink(signed=False) as sink:
        desk = notifier("apprise", url=sink.url.replace("http", "json"))
        await desk.send(alert(coverage=(FIRST_REPORT,) * 3_000, why_together="x" * 9_000), None)
        (call,) = sink.taken
    assert call.content["title"] == "Dockers walk out as harbour talks fail"
    assert call.content["message"].startswith("high · harbour-strike · 1 outlet, 3,000 independent")
    assert "Example News" in call.content["message"]
    assert units(call.content["message"]) <= BODY


@pytest.mark.anyio
@pytest.mark.parametrize(("length", "stories"), [(20, 3), (20, 20), (90, 40), (500, 200)])
async def test_a_long_bulletin_names_as_many_stories_as_there_is_room_for(
    length: int, stories: int
) -> None:
    told = tuple(alert(id=number, title="T" * length) for number in range(stories))
    async with webhook_sink(signed=False) as sink:
        desk = notifier("apprise", url=sink.url.replace("http", "json"))
        await desk.announce(bulletin(alerts=told))
        body = sink.taken[0].content["message"]
    named, shown = body.count("T" * min(length, 100)), units(body)
    assert shown <= BODY
    assert named == stories or shown + min(length, 120) > BODY - 200
    rest = f"and {stories - named} more (see `tocsin alerts list`)"
    assert (rest in body) == (named < stories)


@pytest.mark.anyio
async def test_after_a_no_nobody_knows() -> None:
    async with webhook_sink(signed=False) as sink:
        sink.troubles.append(Trouble(status=500))
        with pytest.raises(Unavailable) as caught:
            await notifier("apprise", url=sink.url.replace("http", "json")).send(alert(), None)
    assert caught.value.uncertain


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["@everyone", "<!channel>", "<@U1>", "a\n       https://x/@here"])
async def test_no_feed_can_call_anybody(text: str) -> None:
    async with webhook_sink(signed=False) as sink:
        desk = notifier("apprise", url=sink.url.replace("http", "json"))
        await desk.send(hostile(text), None)
        told = sink.taken[0].content
    for call in ("@everyone", "@here", "<!", "<@"):
        assert call not in told["title"] + told["message"]


@pytest.mark.anyio
async def test_a_mention_that_the_user_wrote_calls() -> None:
    async with webhook_sink(signed=False) as sink:
        desk = notifier("apprise", url=sink.url.replace("http", "json"))
        await desk.send(alert(mention="@here"), None)
        await desk.announce(bulletin(alerts=(alert(mention="@here"), alert())))
    assert [call.content["message"].splitlines()[0] for call in sink.taken] == ["@here"] * 2


def test_a_link_keeps_its_meaning() -> None:
    text = "see a@b\n       https://social.example/@desk/1"
    assert harmless(text) == "see a@\u200bb\n       https://social.example/%40desk/1"


def test_an_address_that_apprise_does_not_know_is_an_error_that_keeps_it() -> None:
    with pytest.raises(ValidationError, match="no address that Apprise knows") as caught:
        Options.model_validate({"url": "pigeon://s3cr3t"})
    assert "s3cr3t" not in str(caught.value)


def test_without_apprise_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(ValidationError, match=r"pip install tocsin\[apprise\]"):
        Options.model_validate({"url": "json://127.0.0.1"})
