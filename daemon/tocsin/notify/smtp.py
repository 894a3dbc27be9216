"""Hands one mail for one recipient to an SMTP server, and says what became of it."""

import contextlib
import os
from dataclasses import dataclass
from email.message import EmailMessage

import aiosmtplib
from pydantic import SecretStr

from tocsin.core.errors import DeliveryError, Refused, Unavailable
from tocsin.notify.clean import clean, cut

TIMEOUT_SECONDS = 30.0  # for each step


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where mails are handed in: *tls* from the first byte, or *starttls* before anything else."""

    host: str
    port: int
    tls: bool
    starttls: bool
    username: str
    password: SecretStr


async def greet(server: Server, own_name: str) -> str:
    """How the server receives us, who hand in nothing.

    Raises:
        DeliveryError: As `submit` does.
    """
    client = _client(server, own_name)
    try:
        await _enter(client, server)
        await client.noop()
    except (aiosmtplib.SMTPException, OSError) as error:
        raise _failure(error, server) from None
    finally:
        await _leave(client)
    secured = "with TLS" if server.tls or server.starttls else "in clear text"
    login = "took the user name and password" if server.username else "no login is set"
    return f"{server.host}:{server.port} answered {secured}, and {login}"


async def submit(mail: EmailMessage, server: Server) -> None:
    """Return once the server has taken *mail*, whose From and To name one address each.

    Raises:
        Unavailable: Not now; *uncertain* where the connection ended after the mail was handed over.
        Refused: A permanent answer (5xx).
    """
    client = _client(server, mail["From"].addresses[0].domain)
    try:
        await _envelope(client, mail, server)
        await _content(client, mail, server)
    finally:
        await _leave(client)


def _client(server: Server, own_name: str) -> aiosmtplib.SMTP:
    return aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.tls,
        start_tls=False,  # done by hand, so that its absence can be told
        local_hostname=own_name,
        timeout=TIMEOUT_SECONDS,
    )


async def _enter(client: aiosmtplib.SMTP, server: Server) -> None:
    await client.connect()
    if server.starttls:
        await client.ehlo()
        if not client.supports_extension("starttls"):
            raise aiosmtplib.SMTPException("it offers no STARTTLS: use smtps://, or another server")
        await client.starttls()
    if server.username:
        await client.login(server.username, server.password.get_secret_value())


async def _leave(client: aiosmtplib.SMTP) -> None:
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        await client.quit()
    client.close()


async def _envelope(client: aiosmtplib.SMTP, mail: EmailMessage, server: Server) -> None:
    try:
        await _enter(client, server)
        await client.mail(mail["From"].addresses[0].addr_spec)
        await client.rcpt(mail["To"].addresses[0].addr_spec)
    except (aiosmtplib.SMTPException, OSError) as error:
        raise _failure(error, server) from None


async def _content(client: aiosmtplib.SMTP, mail: EmailMessage, server: Server) -> None:
    try:
        await client.data(mail.as_bytes())
    except aiosmtplib.SMTPResponseException as error:
        raise _failure(error, server) from None
    except (aiosmtplib.SMTPException, OSError):
        lost = f"{server.host} was lost before it confirmed the mail"
        raise Unavailable(lost, uncertain=True) from None


def _failure(error: Exception, server: Server) -> DeliveryError:
    """What an error before the mail's content means: 4xx later, 5xx never."""
    if not isinstance(error, aiosmtplib.SMTPResponseException):
        return Unavailable(f"{server.host}:{server.port} was given nothing: {_said(error)}")
    said = f"{server.host} answered {error.code}"
    # The answer to a login may repeat what was given.
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        said += " to the user name and password: do they still hold?"
    else:
        said += f" {cut(clean(error.message), 200)}"
    return Refused(said) if 500 <= error.code < 600 else Unavailable(said)


def _said(error: Exception) -> str:
    """The system's own words for why there is no connection, else the library's."""
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno and cause.errno > 0:
        return os.strerror(cause.errno).lower()
    return cut(clean(str(error)).strip(), 200) or type(error).__name__
