"""What is taken from a page, and what is said of one that holds no article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.extract.page import read_page

SENTENCES = [
    f"On day {number} the dockers of Harbour {number} told reporters that talks had failed."
    for number in range(12)
]
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(article: str, title: str = "Dockers walk out", head: str = "") -> bytes:
    return (
        f'<html lang="en-GB"><head><title>{title}</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<main><article><h1>{title}</h1>{article}</article></main>"
        "<footer><p>Copyright Example News. All rights reserved.</p></footer></body></html>"
    ).encode()


def test_an_article_comes_a_paragraph_a_line_in_its_language() -> None:
    read = read_page(page(BODY))
    assert (read.problem, read.lang) == ("", "en")
    assert [line for line in read.text.splitlines() if line.startswith("On day")] == SENTENCES


def test_menus_footers_and_scripts_stay_out() -> None:
    text = read_page(page(f"{BODY}<script>var a = 1</script><style>p {{}}</style>")).text
    assert not any(word in text for word in ("Sport", "Copyright", "var a", "p {"))


def test_a_table_comes_a_row_a_line_without_its_rulers() -> None:
    table = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Hull</td><td>12</td></tr></table>"
    text = read_page(page(BODY + table)).text
    assert "| Hull | 12 |" in text
    assert "---" not in text


@pytest.mark.parametrize(
    ("article", "title", "problem"),
    [
        ("<p>We and our 842 partners store and/or access information on a device. "
         "Accept all cookies or manage your choices.</p>", "Example News", "consent wall"),
        (f"<p>{SENTENCES[0]}</p><p>Subscribe to continue reading.</p>", "News", "paywall"),
        (f"<p>{SENTENCES[0]}</p><p>Cet article est réservé aux abonnés.</p>", "Le Jour", "paywall"),
        ("<p>Sorry, the page you asked for could not be found.</p>", "404", "error page"),
        ("<p>Checking your browser before you go on. Enable JavaScript.</p>", "Just a moment...",
         "robot check"),
        (f"<p>{SENTENCES[0]}</p>", "Dockers walk out", "stub"),
    ],
)  # fmt: skip
def test_what_stands_in_an_articles_place_is_named(article: str, title: str, problem: str) -> None:
    assert read_page(page(article, title)).problem == problem


def test_a_page_that_says_it_is_not_free_is_a_paywall_only_where_it_is_short() -> None:
    marked = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    assert read_page(page(f"<p>{SENTENCES[0]}</p>", head=marked)).problem == "paywall"
    assert read_page(page(BODY * 2, head=marked)).problem == ""


@pytest.mark.parametrize("phrase", ["404 not found", "subscribe to continue reading", "captcha"])
def test_an_article_about_walls_is_an_article(phrase: str) -> None:
    assert read_page(page(BODY * 2 + f"<p>The page only said {phrase}.</p>")).problem == ""


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"x" * (3 * 2**20 + 1), "page larger than 3 MiB"),
        (b"<p>a</p>" * 50_001, "page of more than 50,000 tags"),
        (page("<div>" * 300 + "news"), "page nested too deep"),
        (b"<html><body><img src=x></body></html>", "no text found"),
        (b"", "not a page"),
    ],
)
def test_a_page_that_cannot_be_read_whole_says_so(body: bytes, problem: str) -> None:
    assert read_page(body).problem == problem


@given(st.binary(max_size=400), st.sampled_from(["", "text/html; charset=utf-16", "charset=?"]))
def test_no_bytes_raise(body: bytes, content_type: str) -> None:
    assert read_page(body, content_type).problem


@given(st.binary(max_size=60))
def test_nothing_in_an_article_raises(noise: bytes) -> None:
    read_page(page(BODY).replace(b"talks", noise))


def test_a_lead_is_not_taken_for_the_article_that_stands_beside_it() -> None:
    lead = f"<p>{SENTENCES[0]} They will meet again, and this lead is long enough for one.</p>"
    rest = "".join(f"<p>{one} More of it follows in the next one.</p>" for one in SENTENCES * 2)
    whole = f"<html><body><main>{lead}<aside><div>{rest}</div></aside></main></body></html>"

    assert SENTENCES[-1] in read_page(whole.encode()).text


BARE = "The Quillfeather group, which owns the quay, said on Friday that it <b>had</b> no comment."


@pytest.mark.parametrize(
    "bare",
    [
        f"<div>{BARE}</div>",
        f"<div><span>{BARE}</span></div>",
        f'<section class="par">{BARE}</section>',
        f"<div>Advertisement</div><div>{BARE}</div><script>var a = 1</script>",
    ],
)
def test_a_text_between_two_paragraphs_is_read_where_it_stands(bare: str) -> None:
    lines = read_page(page(BODY + bare + BODY.replace("day", "night"))).text.splitlines()
    stands = lines.index(BARE.replace("<b>", "").replace("</b>", ""))
    assert lines[stands - 1 : stands + 2 : 2] == [SENTENCES[-1], "On night" + SENTENCES[0][6:]]
    assert "Advertisement" not in lines


def test_several_texts_between_two_paragraphs_keep_their_order() -> None:
    bare = "".join(f"<div>{one.replace('day', 'eve')}</div>" for one in SENTENCES)
    lines = read_page(page(BODY + bare + BODY.replace("day", "night"))).text.splitlines()
    assert [one for one in lines if "On eve" in one] == [
        one.replace("day", "eve") for one in SENTENCES
    ]


@pytest.mark.parametrize(
    "beside",
    [
        '<div><a href="/more">Read more of what the Quillfeather group said on Friday</a></div>',
        "<div>Share on Quillfeather</div>",
    ],
)
def test_links_and_labels_between_two_paragraphs_stay_out(beside: str) -> None:
    assert "Quillfeather" not in read_page(page(BODY + beside + BODY)).text


LEAD = "After nine days of silence the Quillfeather group and its dockers talk again this Monday."


def led(lead: str, described: str, name: str = 'name="description"') -> str:
    """What is read of a page that shows its lead outside the body of its article."""
    return read_page(
        f"<html><head><title>Talks</title><meta {name} content='{described}'></head><body>"
        f"<article><h1>Talks</h1>{lead}<div class='article-body'>{BODY}</div></article>"
        "</body></html>".encode()
    ).text


@pytest.mark.parametrize("lead", ["<p>{}</p>", "<h2>{}</h2>", "<div><span> {}</span></div>"])
@pytest.mark.parametrize("name", ['name="description"', 'property="og:description"'])
def test_a_lead_above_the_body_is_read_first(lead: str, name: str) -> None:
    assert led(lead.format(LEAD), f"{LEAD[:60]} …", name).splitlines()[:2] == [LEAD, SENTENCES[0]]


def test_a_lead_is_read_once() -> None:
    assert led("", SENTENCES[0]).count(SENTENCES[0]) == 1


@pytest.mark.parametrize(
    ("shown", "described"),
    [
        ("", LEAD),
        (f"<footer><p>{LEAD}</p></footer>", LEAD),
        (f"<p class='lead'>{LEAD}</p>", "News"),
        (f"<div>{LEAD} {' '.join(SENTENCES * 2)}</div>", LEAD),
    ],
)
def test_a_description_that_is_no_lead_stays_out(shown: str, described: str) -> None:
    assert "Quillfeather" not in led(shown, described)
