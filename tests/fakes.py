"""Fakes at the ports: what the world answers is what a test says."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sample import NOON
from tocsin.core.errors import DeliveryError, FetchError, ReadError
from tocsin.core.model import Alert, Bulletin, Extraction, ParsedFeed, Receipt
from tocsin.core.ports import Notifier, Request, Response


@dataclass
class SetClock:
    """A clock that a test sets."""

    time: datetime = NOON

    def now(self) -> datetime:
        return self.time

    def tick(self, length: timedelta) -> None:
        self.time += length


@dataclass
class Web:
    """Answers each address with what stands under it; an error is raised."""

    answers: dict[str, Response | FetchError] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    async def fetch(self, request: Request) -> Response:
        self.asked.append(request)
        answer = self.answers.get(request.url) or Response(url=request.url, status=200)
        if isinstance(answer, FetchError):
            raise answer
        return answer


EMPTY = ParsedFeed(title="", entries=())


@dataclass
class Parser:
    """Whatever the bytes, the feed is this."""

    found: ParsedFeed | ReadError = EMPTY
    known: list[bytes] = field(default_factory=list)

    async def parse(self, response: Response, known: bytes = b"") -> ParsedFeed:
        self.known.append(known)
        if isinstance(self.found, ReadError):
            raise self.found
        return self.found


@dataclass
class Extractor:
    """A page's text is what stands under its address."""

    texts: dict[str, Extraction | ReadError] = field(default_factory=dict)

    async def extract(self, response: Response) -> Extraction:
        found = self.texts.get(response.url, Extraction(text=""))
        if isinstance(found, ReadError):
            raise found
        return found


@dataclass
class Desk(Notifier):
    """Keeps what it is sent; *troubles* are raised first, one a call."""

    sent: list[Alert] = field(default_factory=list)
    announced: list[Bulletin] = field(default_factory=list)
    troubles: list[DeliveryError] = field(default_factory=list)
    found: Receipt | None = None

    async def send(self, alert: Alert, before: Receipt | None) -> Receipt:
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(alert)
        return Receipt(reference=alert.key)

    async def announce(self, bulletin: Bulletin) -> Receipt:
        if self.troubles:
            raise self.troubles.pop(0)
        self.announced.append(bulletin)
        return Receipt(reference=bulletin.key)

    async def find(self, message: Alert | Bulletin, before: Receipt | None) -> Receipt | None:
        return self.found
