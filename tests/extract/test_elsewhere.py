"""A page that holds no article leads to it; a user may say where it stands."""

import pytest

from tocsin.core.ports import Response
from tocsin.extract import WARM, Selectors, WorkerExtractor
from tocsin.extract.page import read_page
from tocsin.workers import Workers

HERE = "https://hub.example/a/1"
THERE = "https://courier.example/bridge"
TEXT = "<p>Engineers closed the old bridge to lorries on Monday, the county said.</p>" * 9


@pytest.mark.parametrize(
    ("head", "leads_to"),
    [
        (f'<meta http-equiv="Refresh" content="0; URL=\'{THERE}\'">', THERE),
        ('<meta http-equiv="refresh" content="3;url=/b/2">', "https://hub.example/b/2"),
        (f'<meta http-equiv="refresh" content="60;url={THERE}">', ""),
        ('<meta http-equiv="refresh" content="5">', ""),
        ('<meta http-equiv="refresh" content="0;url=javascript:alert(1)">', ""),
        (f'<link rel="canonical" href="{THERE}">', THERE),
        (f'<meta property="og:url" content="{THERE}">', THERE),
        ('<link rel="canonical" href="/a/1?plain"><meta property="og:url" content="//[">', ""),
        ('<link rel="canonical" href="https://www.hub.example/other">', ""),
        ("", ""),
    ],
)
def test_a_stub_leads_to_its_article(head: str, leads_to: str) -> None:
    page = f"<html><head>{head}</head><body>Loading …</body></html>"

    assert read_page(page.encode(), "text/html", HERE).leads_to == leads_to


def test_an_article_leads_nowhere_else() -> None:
    page = f'<html><head><link rel="canonical" href="{THERE}"></head><body>{TEXT}</body></html>'

    assert read_page(page.encode(), "text/html", HERE).leads_to == ""


PAGE = f"""<html><body><nav>Home</nav><div class="story">{TEXT}
<div class="promo">Buy a bridge!</div></div>
<article><p>{"Something else, which the default takes for the article. " * 20}</p></article>
</body></html>""".encode()


async def extract(page: bytes, url: str, *selectors: Selectors) -> str:
    async with Workers(1, warm=WARM) as workers:
        answer = Response(url=url, status=200, body=page)
        return (await WorkerExtractor(workers, selectors).extract(answer)).text


@pytest.mark.anyio
async def test_a_selector_says_where_the_article_of_a_site_stands() -> None:
    here = Selectors(site="hub.example", body="div.story", remove=(".promo",))

    text = await extract(PAGE, "https://news.hub.example/1", here)

    assert text.splitlines() == TEXT.replace("<p>", "").split("</p>")[:-1]


@pytest.mark.anyio
async def test_a_selector_holds_for_its_site_alone() -> None:
    other = Selectors(site="hub.example", body="div.story")

    assert "Something else" in await extract(PAGE, "https://nothub.example/1", other)


@pytest.mark.anyio
async def test_a_selector_that_finds_nothing_leaves_the_default() -> None:
    stale = Selectors(site="hub.example", body="div.gone")

    assert "Something else" in await extract(PAGE, HERE, stale)
