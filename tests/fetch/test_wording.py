"""Failures are told in an operator's words."""

import socket
import ssl
from types import SimpleNamespace
from typing import Any

import aiohttp
import httpx
import pytest

from tocsin.fetch.wording import failure

KEY: Any = SimpleNamespace(host="news.example", port=443, ssl=True, is_ssl=True)


def caused_by(cause: Exception) -> Exception:
    """What the transport raises for *cause*."""
    error = httpx.ConnectError("")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (aiohttp.ClientConnectorDNSError(KEY, socket.gaierror(socket.EAI_NONAME, "")),
         "no such host: news.example"),
        (aiohttp.ClientConnectorDNSError(KEY, socket.gaierror(socket.EAI_AGAIN, "")),
         "cannot look up news.example now"),
        (aiohttp.ClientConnectorCertificateError(KEY, ssl.SSLCertVerificationError(1, "expired")),
         "certificate is not valid"),
        (aiohttp.ClientConnectorSSLError(KEY, ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] x")),
         "no secure connection"),
        (aiohttp.ClientConnectorError(KEY, ConnectionRefusedError(111, "")),
         "cannot connect to news.example port 443: connection refused"),
        (aiohttp.ClientOSError(104, "reset"), "the connection failed: connection reset by peer"),
        (aiohttp.InvalidURL("x"), "not an address that can be fetched"),
    ],
)  # fmt: skip
def test_a_failure_is_told_in_an_operators_words(cause: Exception, words: str) -> None:
    assert words in str(failure(caused_by(cause)))
