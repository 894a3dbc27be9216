"""Secure connections, to a server whose certificate an authority of the test's has signed."""

import pytest

from fetch.scripted import Server, asking
from tocsin.core.errors import FetchError
from tocsin.core.ports import Fetcher

pytestmark = pytest.mark.anyio


async def test_an_authority_that_the_machine_trusts_is_trusted(
    secure: Server, secure_fetcher: Fetcher
) -> None:
    secure.answer("/", "200 OK", b"news")
    assert (await secure_fetcher.fetch(asking(secure.url("/", "localhost")))).body == b"news"


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    secure: Server, fetcher: Fetcher
) -> None:
    with pytest.raises(FetchError, match="its certificate is not valid: unable to get"):
        await fetcher.fetch(asking(secure.url("/", "localhost")))
    assert secure.asked == []


async def test_a_certificate_of_another_host_is_refused(
    secure: Server, secure_fetcher: Fetcher
) -> None:
    with pytest.raises(FetchError, match=r"not valid for .127\.0\.0\.1"):
        await secure_fetcher.fetch(asking(secure.url("/", "127.0.0.1")))
    assert secure.asked == []


async def test_what_is_private_goes_to_the_secure_server_and_to_no_other(
    server: Server, secure: Server, secure_fetcher: Fetcher
) -> None:
    server.answer("/feed", "200 OK")
    to = server.url("/feed", "localhost")
    secure.answer("/feed", f"302 Found\r\nLocation: {to}\r\nContent-Length: 0")
    private = {"cookie": "session=s3cret", "authorization": "Basic s3cret"}

    await secure_fetcher.fetch(asking(secure.url("/feed", "localhost"), headers=private))

    assert secure.asked[0].count("s3cret") == 2
    assert "s3cret" not in server.asked[0]
