"""Email: one mail per recipient; the mails on one story are one thread.

A mail's Message-ID is made from the alert's key, so a mail that is sent twice is the same mail to
whoever looks at it.  TLS is required unless the user switched it off: where a server does not
offer it, we wait and say so, and never send in clear text.
"""

import re
from datetime import timedelta, tzinfo
from email.errors import MessageError
from email.headerregistry import Address
from email.utils import getaddresses
from typing import Annotated, Self
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator

from tocsin.core.model import Alert, Bulletin, Receipt
from tocsin.core.ports import Notifier
from tocsin.notify.mail import Letterhead, compose, compose_bulletin
from tocsin.notify.options import ChannelOptions
from tocsin.notify.smtp import Server, greet, submit
from tocsin.notify.wording import count

NAME = "Tocsin"  # beside the sender's address, where the user gave no other
SPACING = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=4))
"""How far apart the mails on one story are: each of them asks for attention."""

# RFC 5321, 4.5.3.1: 64 and 255 octets; no blanks and no quotes, which few servers take.
_WIRE = re.compile(r"[!#-'*+\-/-9=?A-Z^-~.]{1,64}@[A-Za-z0-9.-]{1,255}")


def _address(value: str) -> str:
    """The one address in *value* as it goes over the wire, its domain in ASCII."""
    found = getaddresses([value])
    local, _, domain = found[0][1].rpartition("@") if len(found) == 1 else ("", "", "")
    try:
        whole = Address(username=local, domain=domain.encode("idna").decode()).addr_spec
        good = value.isprintable() and bool(local and domain) and _WIRE.fullmatch(whole)
        Address(addr_spec=whole)
    except (ValueError, IndexError, MessageError):  # IndexError: the library on a stray quote
        good = None
    if not good:
        raise ValueError("not an email address in ASCII; it looks like desk@example.org")
    return whole


def _if_address(value: str) -> str:
    try:
        return _address(value)
    except ValueError:
        return ""


def _sender(value: str) -> str:
    """*value* as it was written, with the name that stands beside the address."""
    return value if value and _address(value) else ""


def _smtp(value: SecretStr) -> SecretStr:
    try:
        parts = urlsplit(value.get_secret_value())
        right = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        right = False
    if not right:
        raise ValueError("not an SMTP server; it looks like smtp://user:password@host:587")
    return value


Recipients = Annotated[
    tuple[Annotated[str, AfterValidator(_address)], ...],
    BeforeValidator(lambda value: (value,) if isinstance(value, str) else value),
    AfterValidator(lambda addresses: tuple(dict.fromkeys(addresses))),
    Field(min_length=1),
]


class Options(ChannelOptions):
    """Who gets mail, and through which server.

    `smtp` is ``smtp://user:password@host:587`` (which must then offer STARTTLS) or ``smtps://``;
    user and password may instead stand in `username` and `password`.  `from` is by default the
    user name where that is an address, else tocsin@ the domain of the first recipient.
    """

    to: Recipients
    smtp: Annotated[SecretStr, AfterValidator(_smtp)]
    username: str = ""
    password: SecretStr = SecretStr("")
    starttls: bool = True
    sender: Annotated[str, AfterValidator(_sender)] = Field(default="", alias="from")
    subject_prefix: str = "[tocsin]"

    @model_validator(mode="after")
    def _one_login(self) -> Self:
        if self.username and self.url.username:
            raise ValueError("the user stands both in `smtp` and in `username`; keep one")
        if bool(self.login[0]) != bool(self.login[1]):
            raise ValueError("a user needs a password, and a password a user")
        return self

    def ignores(self, mention: str) -> str:
        return "a mail calls nobody"

    @property
    def url(self) -> SplitResult:
        return urlsplit(self.smtp.get_secret_value())

    @property
    def login(self) -> tuple[str, str]:
        """User and password, both empty where the server asks for none."""
        user, password = self.username, self.password.get_secret_value()
        return user or unquote(self.url.username or ""), password or unquote(
            self.url.password or ""
        )

    @property
    def server(self) -> Server:
        url, (user, password) = self.url, self.login
        encrypted = url.scheme == "smtps"
        return Server(
            host=url.hostname or "",
            port=url.port or (465 if encrypted else 587 if self.starttls else 25),
            tls=encrypted,
            starttls=self.starttls and not encrypted,
            username=user,
            password=SecretStr(password),
        )

    @property
    def from_address(self) -> Address:
        if self.sender:
            name = getaddresses([self.sender])[0][0]
            return Address(name or NAME, addr_spec=_address(self.sender))
        domain = self.to[0].rpartition("@")[2]
        return Address(NAME, addr_spec=_if_address(self.login[0]) or f"tocsin@{domain}")


def create(options: Options, name: str, zone: tzinfo) -> Notifier:
    return EmailNotifier(options, name, zone)


def describe(options: Options) -> tuple[str, ...]:
    server, sender = options.server, options.from_address.addr_spec
    lines = (
        f"a mail to each of {count(len(options.to), 'recipient')}, from {sender}",
        "updates are replies in one thread, 10 min, 1 h, then 4 h apart at least",
        "a mail once sent cannot be changed; after a crash one may come twice, with one Message-ID",
    )
    if server.tls or server.starttls:
        return lines
    return (*lines, f"`starttls: false`: mails go to {server.host} in clear text")


class EmailNotifier(Notifier):
    """Sends each alert to the recipient that it names."""

    def __init__(self, options: Options, name: str, zone: tzinfo) -> None:
        self._options = options
        self._letterhead = Letterhead(
            sender=options.from_address, prefix=options.subject_prefix, channel=name, zone=zone
        )

    @property
    def recipients(self) -> tuple[str, ...]:
        return self._options.to

    @property
    def spacing(self) -> tuple[timedelta, ...]:
        return SPACING

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        if before is not None and not before.thread.startswith("<"):
            before = None  # it is no mail: the channel was of another kind
        mail = compose(alert, before, self._letterhead)
        await submit(mail, self._options.server)
        reference = mail["Message-ID"]
        return Receipt(reference=reference, thread=before.thread if before else reference)

    async def greet(self) -> tuple[str, ...]:
        server = self._options.server
        said = await greet(server, self._letterhead.domain)
        return (said, f"{count(len(self.recipients), 'recipient')}: not asked for, not written to")

    async def announce(self, bulletin: Bulletin) -> Receipt:
        mail = compose_bulletin(bulletin, self._letterhead)
        await submit(mail, self._options.server)
        return Receipt(reference=mail["Message-ID"])
