"""The port `Fetcher` over httpx, with aiohttp's connections under it.

Strategy: one exchange is a chain of hops that we follow ourselves, so that every hop is guarded,
polite, and free of credentials that are another host's.  One deadline stands around all of it,
less the time spent waiting for a turn; one cap around the decoded body.

Invariants: no environment variable (a proxy, a netrc) changes what is dialled; nothing of one
exchange (cookies, credentials) is seen by another; every failure is a `FetchError` whose message
holds no credentials.
"""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from tocsin.core.errors import Blocked, FetchError, TimedOut
from tocsin.core.ports import Fetcher, Request, Response
from tocsin.fetch.body import open_decoder, too_large
from tocsin.fetch.guard import Dialling, Guard, Verdict, dialling, judge_unresolved, refusal
from tocsin.fetch.hops import Hop, first_hop, next_hop
from tocsin.fetch.options import Allowed, FetchOptions
from tocsin.fetch.politeness import Turns
from tocsin.fetch.wording import bad_status, failure

MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, ValueError)


@contextlib.asynccontextmanager
async def open_fetcher(options: FetchOptions) -> AsyncIterator[Fetcher]:
    """A fetcher that holds its connections until the end.

    Raises:
        ValueError: An entry of ``fetch.allow`` or the proxy's address cannot be read.
    """
    allowed = Allowed.parse(options.allow)
    tls = httpx.create_ssl_context(trust_env=False)
    tls.load_default_certs()  # an intranet's own authority, where the machine trusts it
    connector = aiohttp.TCPConnector(ssl=tls, limit=0, socket_factory=Guard(allowed))
    session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
    async with session:
        ways = Ways(session, tls)
        ways.through(options.proxy)
        yield HttpFetcher(ways, options, allowed)


class Ways:
    """httpx's transport for each proxy, and one for none, over the same connections.

    We ask the transport itself: a client above it would do again what `hops` does for each hop, at
    a third of the cost of a request.
    """

    def __init__(self, session: aiohttp.ClientSession, tls: ssl.SSLContext) -> None:
        self._session = session
        self._tls = tls
        self._transports: dict[str, httpx.AsyncBaseTransport] = {}

    def through(self, proxy: str) -> httpx.AsyncBaseTransport:
        """The transport that asks *proxy*, or asks directly where that is empty.

        Raises:
            ValueError: The proxy's address cannot be read.
        """
        if proxy not in self._transports:
            self._transports[proxy] = AiohttpTransport(
                verify=self._tls,
                trust_env=False,
                client=self._session,
                proxy=httpx.Proxy(proxy) if proxy else None,
            )
        return self._transports[proxy]


class HttpFetcher:
    """Implements `Fetcher`; made by `open_fetcher`."""

    def __init__(self, ways: Ways, options: FetchOptions, allowed: Allowed) -> None:
        self._ways = ways
        self._options = options
        self._headers = {"user-agent": options.user_agent, "accept-encoding": "gzip"}
        self._allowed = allowed
        self._turns = Turns(options.per_host)
        self._in_flight = asyncio.Semaphore(options.in_flight)

    async def fetch(self, request: Request) -> Response:
        seconds = min(request.deadline, self._options.timeout).total_seconds()
        try:
            async with asyncio.timeout(seconds) as clock:
                return await self._follow(request, clock)
        except TimeoutError:
            raise TimedOut(f"gave up after {seconds:g} s") from None
        except _FAILURES as error:
            raise failure(error) from None

    async def _follow(self, request: Request, clock: asyncio.Timeout) -> Response:
        """Hop after hop until an answer that is no redirect."""
        hop = first_hop(request)
        for _ in range(MOST_REDIRECTS + 1):
            async with self._turn(hop, clock):
                answer = await self._ask(hop, request)
            if isinstance(answer, Response):
                return answer
            hop = answer
        raise FetchError(f"redirected more than {MOST_REDIRECTS} times, last to {hop.url.host}")

    @contextlib.asynccontextmanager
    async def _turn(self, hop: Hop, clock: asyncio.Timeout) -> AsyncIterator[None]:
        """Our turn at the hop's host; the clock stands still until it comes."""
        loop = asyncio.get_running_loop()
        left = (clock.when() or loop.time()) - loop.time()
        clock.reschedule(None)
        async with self._turns.turn(hop.url.host, self._gap(hop)), self._in_flight:
            clock.reschedule(loop.time() + left)
            yield

    def _gap(self, hop: Hop) -> timedelta:
        """None at hosts that the user named as their own."""
        verdict = judge_unresolved(hop.url.host, hop.port, self._allowed)
        return timedelta() if verdict is Verdict.ALLOWED else self._options.gap

    async def _ask(self, hop: Hop, request: Request) -> Response | Hop:
        """One hop's answer, or the next hop."""
        proxy = request.proxy or self._options.proxy
        self._check(hop, proxy)
        response = await self._open(hop, proxy)
        try:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return next_hop(hop, response)
            if not response.is_success and not _is_unchanged(response, request):
                raise bad_status(response)
            body = b"" if response.status_code == 304 else await _read(response, request.max_bytes)
            return _response(hop, response, body)
        finally:
            await response.aclose()

    def _check(self, hop: Hop, proxy: str) -> None:
        """What can be refused before anything is dialled."""
        if hop.url.scheme not in ("http", "https"):
            raise Blocked(f"{hop.how}refused: {hop.url.scheme or 'no scheme'} is not http or https")
        if proxy:
            host, port = hop.url.host, hop.port
            verdict = judge_unresolved(host, port, self._allowed)
            if not verdict.passes:
                raise Blocked(hop.how + refusal(host, port, verdict))

    async def _open(self, hop: Hop, proxy: str) -> httpx.Response:
        """The head of the answer; every address dialled for it has passed the guard, or is the
        *proxy* that the user named."""
        way, dial = self._ways.through(proxy), Dialling(host=hop.url.host, trusted=bool(proxy))
        token = dialling.set(dial)
        try:
            headers = self._headers | {**hop.headers, **hop.private}
            asked = httpx.Request("GET", hop.url, headers=headers, cookies=hop.cookies)
            return await way.handle_async_request(asked)
        except _FAILURES:
            if dial.refused:
                raise Blocked(hop.how + dial.refused[0]) from None
            raise
        finally:
            dialling.reset(token)


def _is_unchanged(response: httpx.Response, request: Request) -> bool:
    """Whether it is a 304 that we asked for."""
    return response.status_code == 304 and bool(request.etag or request.last_modified)


async def _read(response: httpx.Response, max_bytes: int) -> bytes:
    """The decoded body.

    Raises:
        TooLarge: It is larger than *max_bytes*, or says that it will be.
    """
    decoder = open_decoder(response.headers.get("content-encoding", ""), max_bytes)
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > max_bytes:
        raise too_large(max_bytes)
    async for chunk in response.aiter_raw():
        decoder.feed(chunk)
    return decoder.finish()


def _response(hop: Hop, response: httpx.Response, body: bytes) -> Response:
    return Response(
        url=str(hop.url),
        status=response.status_code,
        body=body,
        headers=dict(response.headers),
        moved_to=hop.moved_to,
    )
