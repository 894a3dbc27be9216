"""What Tocsin needs from the world, as Protocols.  The adapters live beside the core."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from tocsin.core.model import Alert, Bulletin, Extraction, ParsedFeed, Receipt


class Clock(Protocol):
    """Where `now` comes from."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One address to fetch: the caps hold for the decoded body and for the whole exchange.

    *headers* (an authorization, a cookie) and a name and password in *url* are for that host alone.
    *proxy* is the URL of one to ask instead of the fetcher's own.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    accept: str = "*/*"
    max_bytes: int
    deadline: timedelta = timedelta(seconds=30)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    proxy: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What an address answered, decoded.

    *url* is where the redirects ended, *moved_to* the target where every redirect on the way was
    permanent (301, 308), or empty.  *headers* have lower-case names.  With *not_modified* the body
    is empty and the caller's copy still holds.
    """

    url: str
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    moved_to: str = ""

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def etag(self) -> str:
        return self.headers.get("etag", "")

    @property
    def last_modified(self) -> str:
        return self.headers.get("last-modified", "")

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")


class Fetcher(Protocol):
    """Reads an address on the open web, and never one that is not public."""

    async def fetch(self, request: Request) -> Response:
        """The answer, if its status is 2xx or 304.

        Raises:
            FetchError: Blocked, TimedOut, TooLarge, BadStatus, or anything else that went wrong.
        """


class FeedParser(Protocol):
    """Turns the bytes of a feed into its entries."""

    async def parse(self, response: Response, known: bytes = b"") -> ParsedFeed:
        """The feed's entries, in its order, without those whose fingerprints are *known*.

        Raises:
            ReadError: The bytes are no feed, or took too long to read.
        """


class Extractor(Protocol):
    """Turns the bytes of a page into the article that it holds."""

    async def extract(self, response: Response) -> Extraction:
        """The article's text; `problem` is set where it is not the whole of it.

        Raises:
            Overrun: The page took too long or too much memory to read.
        """


class Forms(Protocol):
    """Knows the forms of words: sanction, sanctions, sanctioned, sanctioning."""

    def forms(
        self, words: Collection[str], languages: tuple[str, ...]
    ) -> Mapping[str, frozenset[str]]:
        """Every dictionary form of each word's lemmas, casefolded, the word itself among them."""


class Notifier(Protocol):
    """A way to reach people: a Slack channel, a mailbox, a webhook.

    An adapter that derives from this class inherits what holds for the simplest channel: everybody
    is reached at once, a message once sent stays as it is, and nobody can be asked about it.
    """

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who is reached one by one (the addresses of a mail); ``""`` is everybody at once."""
        return ("",)

    @property
    def edits(self) -> bool:
        """Whether an update changes the message in place, so that a quiet one disturbs nobody."""
        return False

    @property
    def spacing(self) -> tuple[timedelta, ...]:
        """How far apart the messages on one story are at least, from the first to the second and so
        on, the last for all that follow; empty where the configuration alone decides."""
        return ()

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        """Hand *alert* over; return once the other side has accepted it.

        *before* is what the last message on this story left: a notifier that can edit or thread
        does so.  May be called again with the same alert after a crash.

        Raises:
            Unavailable: It may work later; we will try again.
            Refused: It will never work like this; we give up and say so.
        """

    async def announce(self, bulletin: Bulletin) -> Receipt:
        """Hand *bulletin* over, as `send` does, and with the same errors; it is never edited."""

    async def find(self, message: Alert | Bulletin, before: Receipt | None) -> Receipt | None:
        """What `send` or `announce` would have returned, if the other side already has *message*.

        For use where a crash or a timeout left it open; a channel that cannot be asked says None.

        Raises:
            Unavailable: It cannot be asked now; we will ask again before we send.
        """
        return None

    async def greet(self) -> tuple[str, ...]:
        """What the other side says to us, a sentence each, when asked without disturbing anybody.

        Raises:
            DeliveryError: It would not take our messages as things stand.
        """
        return ("cannot be greeted without sending something; see `tocsin notify test`",)

    async def aclose(self) -> None:
        """Let go of connections."""
        return
