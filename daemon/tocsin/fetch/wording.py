"""Says in an operator's words why an exchange failed."""

import os
import socket
import ssl
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import aiohttp
import httpx

from tocsin.core.errors import BadStatus, FetchError


def bad_status(response: httpx.Response) -> BadStatus:
    """The error for a status that is no answer: "404 Not Found"."""
    status = response.status_code
    phrase = response.reason_phrase or _phrase(status)
    return BadStatus(status, f"{status} {phrase}".strip(), retry_after=_retry_after(response))


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""


def _retry_after(response: httpx.Response) -> timedelta | None:
    """Seconds, or a date: measured by the server's own clock, which is the one it was set by."""
    value = response.headers.get("retry-after", "").strip()
    if value.isdecimal() and len(value) < 10:
        return timedelta(seconds=int(value))
    until, sent = _date(value), _date(response.headers.get("date", ""))
    return max(until - sent, timedelta()) if until and sent else None


def _date(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value).replace(tzinfo=UTC)  # HTTP dates are GMT
    except (ValueError, OverflowError):
        return None


def failure(error: Exception) -> FetchError:
    """The error for an exchange that was not completed."""
    cause = error.__cause__ if isinstance(error.__cause__, aiohttp.ClientError) else error
    return FetchError(_what(cause))


def _what(error: Exception | BaseException) -> str:
    match error:
        case aiohttp.ClientConnectorError():
            return _unconnected(error)
        case aiohttp.ServerDisconnectedError():
            return "the server closed the connection without an answer"
        case aiohttp.ClientPayloadError():
            return "the answer broke off"
        case aiohttp.ClientHttpProxyError():
            return f"the proxy refuses: {error.status} {_first_line(error.message)}".rstrip()
        case aiohttp.ClientResponseError():
            return f"the answer is not proper HTTP: {_first_line(error.message)}"
        case UnicodeError():
            return "the answer is not proper HTTP: its head is neither ASCII nor UTF-8"
        case aiohttp.InvalidURL() | httpx.InvalidURL() | httpx.UnsupportedProtocol() | ValueError():
            return "not an address that can be fetched"
        case OSError():
            return f"the connection failed: {_reason(error)}"
    return f"could not be fetched: {type(error).__name__}: {error}"


def _first_line(said: str) -> str:
    return said.partition("\n")[0].strip()


def _unconnected(error: aiohttp.ClientConnectorError) -> str:
    match error:
        case aiohttp.ClientConnectorDNSError():
            return _lookup(error)
        case aiohttp.ClientConnectorCertificateError():
            return f"its certificate is not valid: {_certificate(error.certificate_error)}"
        case aiohttp.ClientSSLError():
            return f"no secure connection: {_reason(error.os_error)}"
    proxy = "the proxy " if isinstance(error, aiohttp.ClientProxyConnectionError) else ""
    return f"cannot connect to {proxy}{error.host} port {error.port}: {_reason(error.os_error)}"


def _lookup(error: aiohttp.ClientConnectorDNSError) -> str:
    if error.os_error.errno == socket.EAI_AGAIN:
        return f"cannot look up {error.host} now: the name server does not answer"
    return f"no such host: {error.host}"


def _certificate(error: Exception) -> str:
    return getattr(error, "verify_message", "") or str(error)


def _reason(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return (getattr(error, "reason", "") or str(error)).replace("_", " ").lower()
    known = error.errno and not isinstance(error, socket.gaierror)
    return (os.strerror(error.errno) if known and error.errno else str(error)).lower()
