"""Email, against an SMTP server on loopback."""

import ssl
from collections import deque
from dataclasses import replace
from datetime import UTC
from email import message_from_bytes
from email.headerregistry import Address
from email.policy import SMTP
from pathlib import Path

import lxml.html
import pytest
import trustme
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from tocsin.core.errors import Refused, Unavailable
from tocsin.core.model import Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.clean import clean, cut
from tocsin.notify.email import Options, describe
from tocsin.notify.mail import SUBJECT, Letterhead, compose
from tocsin.notify.wording import word
from tocsin.notify.written import as_text
from world.alerts import HOSTILE, alert, hostile, update
from world.smtp import PASSWORD, USER, Postbox, smtp_server
from world.stages import notifier

TO = "desk@example.org"
HARMLESS = {
    "html", "head", "meta", "title", "style", "body", "table", "tr", "td", "p", "b", "h1", "a",
    "br", "ul", "li", "mark", "span",
}  # fmt: skip
SENDER = Address("Tocsin", addr_spec="tocsin@example.org")
HEAD = Letterhead(sender=SENDER, prefix="[tocsin]", channel="News desk", zone=UTC)
first, second = alert(recipient=TO), update(recipient=TO)


def desk(postbox: Postbox, **options: object) -> Notifier:
    given = {"to": [TO], "smtp": postbox.url, "starttls": "false", **options}
    return notifier("email", **given)


@pytest.fixture
def tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's certificate for 127.0.0.1, by an authority that this machine trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.mark.anyio
async def test_a_mail_answers_no_message_of_another_kind() -> None:
    async with smtp_server() as postbox:
        await desk(postbox).send(second, Receipt(reference="17.0001", thread="17.0001"))
    (mail,) = (mail.message for mail in postbox.mails)
    assert (mail["In-Reply-To"], mail["Subject"].startswith("Re:")) == (None, False)


@pytest.mark.anyio
async def test_the_mails_on_one_story_are_one_thread() -> None:
    async with smtp_server() as postbox:
        channel = desk(postbox)
        before = await channel.send(first, None)
        after = await channel.send(second, before)
        await channel.send(update(recipient=TO, revision=3, key="3"), after)
    one, two, three = (mail.message for mail in postbox.mails)
    assert two["In-Reply-To"] == one["Message-ID"]
    assert three["In-Reply-To"] == two["Message-ID"]
    assert three["References"] == f"{one['Message-ID']} {two['Message-ID']}"
    assert (two["Subject"], three["Subject"]) == (f"Re: {one['Subject']}",) * 2


@pytest.mark.anyio
async def test_a_mail_tells_the_alert_and_that_a_machine_wrote_it() -> None:
    async with smtp_server() as postbox:
        await desk(postbox).send(first, None)
    (mail,) = postbox.mails
    assert (mail.sender, mail.recipient) == ("tocsin@example.org", TO)
    assert mail.message["Subject"] == "[tocsin] Dockers walk out as harbour talks fail"
    assert mail.message["Auto-Submitted"] == "auto-generated"
    assert mail.message["List-Id"] == "<desk.tocsin.example.org>"
    text = mail.message.get_body(("plain",))
    assert text is not None
    assert "14:31  Other Paper: Cranes stand still" in text.get_content()
    assert "why: …**Okafor** told members…" in text.get_content()


@pytest.mark.anyio
async def test_one_bad_recipient_stops_nobody_else() -> None:
    people = [f"{name}@example.org" for name in ("ann", "bob", "cleo", "dan", "eve")]
    async with smtp_server() as postbox:
        postbox.answers["cleo@example.org"] = deque(["550 no such user"])
        channel = desk(postbox, to=people)
        for person in channel.recipients:
            if person.startswith("cleo"):
                with pytest.raises(Refused, match="550"):
                    await channel.send(alert(recipient=person), None)
            else:
                await channel.send(alert(recipient=person), None)
    assert [mail.recipient for mail in postbox.mails] == [p for p in people if p[0] != "c"]


@pytest.mark.anyio
async def test_greylisting_is_only_a_delay() -> None:
    async with smtp_server() as postbox:
        postbox.answers[TO] = deque(["451 come back later"])
        with pytest.raises(Unavailable) as caught:
            await desk(postbox).send(first, None)
        assert not caught.value.uncertain
        await desk(postbox).send(first, None)
    assert len(postbox.mails) == 1


@pytest.mark.anyio
async def test_a_mail_lost_after_its_content_is_uncertain_and_is_the_same_mail_again() -> None:
    async with smtp_server() as postbox:
        postbox.data_answers.append("drop")
        with pytest.raises(Unavailable) as caught:
            await desk(postbox).send(first, None)
        assert caught.value.uncertain
        await desk(postbox).send(first, None)
    one, two = postbox.mails
    assert one.message["Message-ID"] == two.message["Message-ID"]


@pytest.mark.anyio
@pytest.mark.parametrize(("answer", "error"), [("552 too big", Refused), ("452 full", Unavailable)])
async def test_the_answer_to_the_content_counts(answer: str, error: type[Exception]) -> None:
    async with smtp_server() as postbox:
        postbox.data_answers.append(answer)
        with pytest.raises(error, match=answer):
            await desk(postbox).send(first, None)


@pytest.mark.anyio
async def test_without_starttls_nothing_is_sent_in_clear_text() -> None:
    async with smtp_server(login=True) as postbox:
        channel = desk(postbox, starttls=True, username=USER, password=PASSWORD)
        with pytest.raises(Unavailable, match="STARTTLS"):
            await channel.send(first, None)
    assert (postbox.mails, postbox.logins) == ([], [])


@pytest.mark.anyio
async def test_a_login_and_a_mail_go_through_starttls(tls: ssl.SSLContext) -> None:
    async with smtp_server(tls, login=True) as postbox:
        url = f"smtp://{USER}:p4ss%2Fw0rd%3Ahunter2@127.0.0.1:{postbox.port}"
        await desk(postbox, smtp=url, starttls=True).send(first, None)
    assert postbox.mails[0].encrypted
    assert postbox.logins == [USER]


@pytest.mark.anyio
async def test_a_mail_goes_through_tls_from_the_first_byte(tls: ssl.SSLContext) -> None:
    async with smtp_server(tls, implicit=True) as postbox:
        await desk(postbox, smtp=f"smtps://127.0.0.1:{postbox.port}").send(first, None)
    assert len(postbox.mails) == 1


@pytest.mark.anyio
async def test_a_server_with_a_strange_certificate_gets_nothing(
    tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    async with smtp_server(tls) as postbox:
        with pytest.raises(Unavailable):
            await desk(postbox, starttls=True).send(first, None)
    assert postbox.mails == []


@pytest.mark.anyio
async def test_a_wrong_password_is_refused_without_being_shown() -> None:
    async with smtp_server(login=True) as postbox:
        channel = desk(postbox, username=USER, password="wr0ng")
        with pytest.raises(Refused, match="535") as caught:
            await channel.send(first, None)
    assert "wr0ng" not in str(caught.value)


@given(st.text())
@example("\ud800 " * 100)
@example("=?utf-8?q?x?=" * 20)
@example("ß" * 400)
def test_any_title_reaches_the_reader_as_it_is(title: str) -> None:
    raw = compose(alert(title=title, recipient=TO), None, HEAD).as_bytes()
    read = message_from_bytes(raw, policy=SMTP)
    told = cut(clean(title).strip() or "(no title)", SUBJECT)
    assert " ".join(read["Subject"].replace("\u200b", "").split()) == " ".join(
        f"[tocsin] {told}".split()
    )
    assert len(read["To"].addresses) == 1


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_reaches_the_reader_as_it_is(text: str) -> None:
    told = alert(recipient=TO, why_together=text)
    read = message_from_bytes(compose(told, None, HEAD).as_bytes(), policy=SMTP)
    body = read.get_body(("plain",))
    assert body is not None
    written = as_text(word(told, UTC), 30).splitlines()
    assert body.get_content().splitlines()[: len(written)] == written


@given(st.one_of(st.emails(), st.text(), st.from_regex(r"[\"'.a-z<(]{1,5}@[a-z.\-]{1,8}")))
@example("a..b@example.org")
@example('"@example.org')
@example("a@b..c")
def test_an_address_is_an_error_at_once_or_can_be_written_to(address: str) -> None:
    try:
        options = Options.model_validate({"to": address, "smtp": "smtp://mail.example.org"})
    except ValidationError:
        return
    mail = compose(alert(recipient=options.to[0]), None, HEAD)
    assert mail["To"].addresses[0].addr_spec == options.to[0]
    mail.as_bytes()


@pytest.mark.parametrize("title", ["Cranes fall silent as night-shift talks " * 3, "x" * 140])
def test_a_long_subject_is_folded_and_begins_in_its_first_line(title: str) -> None:
    raw = compose(alert(title=title, recipient=TO), None, HEAD).as_bytes()
    assert b"\r\nSubject: [tocsin]" in raw
    assert max(map(len, raw.splitlines())) < 998


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_feed_can_add_a_header(text: str) -> None:
    plain = compose(first, None, HEAD)
    raw = compose(hostile(text, recipient=TO), None, HEAD).as_bytes()
    assert message_from_bytes(raw, policy=SMTP).keys() == plain.keys()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_feed_can_put_anything_active_into_the_page(text: str) -> None:
    page = compose(hostile(text, recipient=TO), None, HEAD).get_body(("html",))
    assert page is not None
    html = lxml.html.fromstring(page.get_content())
    assert {node.tag for node in html.iter()} <= HARMLESS
    links = [value for _, name, value, _ in html.iterlinks() if name in ("href", "src")]
    assert all(url.startswith("https://") for url in links)
    assert not [name for node in html.iter() for name in node.attrib if name.startswith("on")]


def test_text_and_page_tell_the_same() -> None:
    mail = compose(second, None, HEAD)
    text, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert page is not None
    read = " ".join(lxml.html.fromstring(page.get_content()).text_content().split())
    for told in (
        "3 outlets, 3 independent",
        "12,000 containers",
        "Third Voice",
        "together because",
    ):
        assert told in text.get_content()
        assert told in read


def test_the_same_alert_is_the_same_mail_to_the_byte() -> None:
    assert compose(first, None, HEAD).as_bytes() == compose(first, None, HEAD).as_bytes()


def test_each_recipient_and_each_revision_has_a_message_id_of_its_own() -> None:
    alerts = (first, second, alert(recipient="bob@example.org"))
    assert len({compose(told, None, HEAD)["Message-ID"] for told in alerts}) == 3


@pytest.mark.parametrize(
    ("options", "sender"),
    [
        ({}, "Tocsin <tocsin@xn--exmple-cua.org>"),
        ({"username": "bot@example.net", "password": "x"}, "Tocsin <bot@example.net>"),
        ({"username": "a b@c", "password": "x"}, "Tocsin <tocsin@xn--exmple-cua.org>"),
        ({"from": "news@example.org"}, "Tocsin <news@example.org>"),
        ({"from": "Новости дня <news@example.org>"}, "Новости дня <news@example.org>"),
    ],
    ids=str,
)
def test_a_mail_is_from_whom_the_user_says_or_the_login_or_the_first_recipients_domain(
    options: dict[str, str], sender: str
) -> None:
    smtp = {"smtp": "smtp://mail.example.net", "to": "desk@exämple.org"}
    address = Options.model_validate({**smtp, **options}).from_address
    raw = compose(first, None, replace(HEAD, sender=address)).as_bytes()
    assert str(message_from_bytes(raw, policy=SMTP)["From"].addresses[0]) == sender


@pytest.mark.parametrize(
    "wrong",
    [
        {"to": []},
        {"to": ["nobody"]},
        {"to": ["de\x01sk@example.org"]},
        {"to": ["ann@example.org, bob@example.org"]},
        {"to": ["a@b.org\r\nRCPT TO:<c@d.org>"]},
        {"from": "News\r\nBcc: ann@example.org <news@example.org>"},
        {"from": "Ne\x01ws <news@example.org>"},
        {"smtp": "mail.example.org"},
        {"smtp": "smtp://s3cr3t:s3cr3t@mail.example.org:port"},
        {"smtp": "smtp://a:s3cr3t@host", "username": "b", "password": "s3cr3t"},
        {"username": "b"},
        {"cc": "x@example.org"},
    ],
    ids=str,
)
def test_a_wrong_option_is_an_error_that_keeps_the_secret(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        Options.model_validate({"to": [TO], "smtp": "smtp://mail.example.org", **wrong})
    assert "s3cr3t" not in str(caught.value)


def test_check_warns_of_clear_text() -> None:
    clear = {"to": TO, "smtp": "smtp://mail.example.org", "starttls": "false"}
    assert "clear text" in describe(Options.model_validate(clear))[-1]


@pytest.mark.anyio
async def test_a_server_that_is_not_there_is_told_in_the_systems_own_words() -> None:
    channel = notifier("email", to=[TO], smtp="smtp://127.0.0.1:1")
    with pytest.raises(
        Unavailable, match=r"^127\.0\.0\.1:1 was given nothing: connection refused$"
    ):
        await channel.send(first, None)
