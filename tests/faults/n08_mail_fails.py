"""Fault 8: a mail server that refuses one of five, greylists, and cuts connections after DATA.

At first it offers no STARTTLS, so nothing may be sent; then it does.  The clock moves by hand.
"""

import asyncio
import os
import random
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import trustme
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import Connection

from fakes import SetClock
from faults.outcome import Outcome, Scale, below, count, none
from sample import MINUTE, article, match, terms
from tocsin.core.alerting import Address
from tocsin.core.model import Join, Placement
from tocsin.delivery import Channel, Delivery
from tocsin.store import articles, matches, outbox
from tocsin.store.sqlite import SqliteStore, open_sqlite
from world.smtp import Postbox, smtp_server
from world.stages import notifier

FAULT = "SMTP: one of five refused, greylisting, no STARTTLS, connections cut after DATA"

REFUSED = "cleo@example.org"
OTHERS = tuple(f"{name}@example.org" for name in ("ann", "bob", "dan", "eve"))
GREYLISTED = timedelta(minutes=5)
UNSECURED = 1  # stories that come while no STARTTLS is offered


async def run(scale: Scale) -> Outcome:
    number, clock = scale.pick(2, 200), SetClock()
    store = open_sqlite(scale.folder / "tocsin.db")
    with certified(scale.folder) as tls:
        post = Post(clock=clock, secured=False)
        async with smtp_server(tls, postbox=post):
            channel = mail(post)
            desk = Desk(store=store, clock=clock, channel=channel)
            await desk.tell(range(UNSECURED))
            unsecured, post.secured = len(post.mails), True
            await desk.tell(range(UNSECURED, number))
            await desk.wait(timedelta(hours=1))
    left = await store.read(outbox.next_due, "mail")
    await store.close()
    return Outcome(
        figures=(
            count("mails asked for", number * len(channel.notifier.recipients)),
            none("sent without STARTTLS", unsecured + sum(not one.encrypted for one in post.mails)),
            none("lost", lost(post, number)),
            none("still waiting", int(left is not None)),
            none("to the one who is refused", post.to(REFUSED)),
            count("connections cut after they had it", post.cut_after),
            below("doubled", post.doubled(), post.cut_after),
        ),
        notes=(f"{post.cut_before} connections cut before they had it, {post.later} times 4xx",),
    )


@dataclass
class Post(Postbox):
    """Greylists whom it does not know, and fails at the content two times in ten."""

    clock: SetClock = field(default_factory=SetClock)
    dice: random.Random = field(default_factory=lambda: random.Random(8))
    first_seen: dict[str, datetime] = field(default_factory=dict)
    later: int = 0
    cut_before: int = 0
    cut_after: int = 0

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == REFUSED:
            return "550 5.1.1 no such user"
        if self.clock.now() - self.first_seen.setdefault(address, self.clock.now()) < GREYLISTED:
            self.later += 1
            return "451 4.7.1 greylisted, come again"
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        chance = self.dice.random()
        if chance < 0.1:
            self.cut_after += 1
            self.data_answers.append("drop")
        elif chance < 0.2:
            self.cut_before += 1
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            return "451 never said"
        return await super().handle_DATA(server, session, envelope)

    def doubled(self) -> int:
        """How often a mail came that somebody had."""
        return len(self.mails) - len({mail.message["Message-ID"] for mail in self.mails})

    def to(self, recipient: str) -> int:
        return sum(mail.recipient == recipient for mail in self.mails)

    def read(self, recipient: str) -> str:
        """All that somebody can read in their mails."""
        bodies = (
            one.message.get_body(("plain",)) for one in self.mails if one.recipient == recipient
        )
        return "".join(body.get_content() for body in bodies if body)


def lost(post: Post, number: int) -> int:
    """How many stories each of the others cannot read of, in all."""
    read = [post.read(recipient) for recipient in OTHERS]
    return sum(mark(one) not in text for one in range(number) for text in read)


@contextmanager
def certified(folder: Path) -> Iterator[ssl.SSLContext]:
    """A certificate for 127.0.0.1 by an authority that this process trusts for the while."""
    authority, context = trustme.CA(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(folder / "ca.pem")
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(folder / "ca.pem")
    try:
        yield context
    finally:
        os.environ.pop("SSL_CERT_FILE")
        if before is not None:
            os.environ["SSL_CERT_FILE"] = before


def mail(post: Post) -> Channel:
    to = [REFUSED, *OTHERS]
    return Channel(notifier=notifier("email", to=to, smtp=post.url), terms=terms(channel="mail"))


def mark(number: int) -> str:
    """The headline of a story, which no other has."""
    return f"Bridge {number} is closed."


def due(conn: Connection, number: int, now: datetime) -> None:
    """A story that is due to all five."""
    title, url = mark(number), f"https://a.example/{number}"
    report = article(title=title, url=url, text=title, first_seen=now)
    placed = articles.add(conn, report, Placement(how=Join.OPENED))
    matches.add(conn, placed, (match(),), now)
    for recipient in (REFUSED, *OTHERS):
        to = Address(channel="mail", recipient=recipient)
        outbox.make_due(conn, placed.story_id, to, now)


@dataclass
class Desk:
    """Has stories told as they come, one every two minutes."""

    store: SqliteStore
    clock: SetClock
    channel: Channel

    async def tell(self, numbers: range) -> None:
        for number in numbers:
            await self.store.write(due, number, self.clock.now())
            await self.wait(2 * MINUTE)

    async def wait(self, length: timedelta) -> None:
        """Let so much time pass, and send whatever falls due in it."""
        until, delivery = self.clock.time + length, Delivery(self.store, self.clock)
        while self.clock.time < until:
            await delivery.flush(self.channel)
            due_at = await self.store.read(outbox.next_due, self.channel.name)
            self.clock.time = min(until, max(due_at or until, self.clock.time + MINUTE / 2))
