"""A real SMTP server on loopback that keeps what it took, and refuses what it is told to."""

import asyncio
import email
import email.policy
import ssl
import warnings
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "tocsin", "p4ss/w0rd:hunter2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail that was taken."""

    sender: str
    recipient: str
    encrypted: bool
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)


@dataclass
class Postbox:
    """What the server took, in order, and how it behaves.

    *answers* to MAIL's recipients: address → the replies to its next RCPTs.  *data_answers* are
    the replies to the next contents; "drop" takes the mail and cuts the connection.  Where it can,
    it offers STARTTLS if it is *secured*.
    """

    host: str = "127.0.0.1"
    port: int = 0
    mails: list[Mail] = field(default_factory=list)
    answers: dict[str, deque[str]] = field(default_factory=dict)
    data_answers: deque[str] = field(default_factory=deque)
    logins: list[str] = field(default_factory=list)
    secured: bool = True

    @property
    def url(self) -> str:
        return f"smtp://{self.host}:{self.port}"

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if waiting := self.answers.get(address):
            return waiting.popleft()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        answer = self.data_answers.popleft() if self.data_answers else "250 taken"
        if answer.startswith("2") or answer == "drop":
            self._keep(session, envelope)
        if answer == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return answer

    def authenticate(self, *asked: Any) -> AuthResult:
        """aiosmtpd's authenticator: (server, session, envelope, mechanism, what was given)."""
        given = asked[4]
        assert isinstance(given, LoginPassword)
        self.logins.append(given.login.decode())
        right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    def _keep(self, session: Session, envelope: Envelope) -> None:
        assert isinstance(envelope.content, bytes)
        for recipient in envelope.rcpt_tos:
            self.mails.append(
                Mail(
                    sender=envelope.mail_from or "",
                    recipient=recipient,
                    encrypted=session.ssl is not None,
                    raw=envelope.content,
                )
            )


@asynccontextmanager
async def smtp_server(
    tls: ssl.SSLContext | None = None,
    *,
    implicit: bool = False,
    login: bool = False,
    postbox: Postbox | None = None,
) -> AsyncIterator[Postbox]:
    """A server on loopback; with *tls* it wants STARTTLS, or speaks it at once if *implicit*."""
    postbox = Postbox() if postbox is None else postbox

    def connection() -> SMTP:
        offered = tls if postbox.secured and not implicit else None
        with warnings.catch_warnings():  # it warns of a login in clear text: some tests want one
            warnings.simplefilter("ignore", UserWarning)
            return SMTP(
                postbox,
                hostname="mx.example",
                tls_context=offered,
                require_starttls=offered is not None,
                authenticator=postbox.authenticate if login else None,
                auth_required=login,
                auth_require_tls=offered is not None,
            )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connection, postbox.host, 0, ssl=tls if implicit else None)
    postbox.port = server.sockets[0].getsockname()[1]
    try:
        yield postbox
    finally:
        server.close()
        await server.wait_closed()
