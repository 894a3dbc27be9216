"""What may stand in the configuration file: its keys, their types and their defaults.

The watchlist is read by :mod:`tocsin.core.rules` and a channel's own options by its kind; here they
are passed through.
"""

import re
from datetime import time, timedelta, tzinfo
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import HTMLTranslator, SelectorError
from httpx import InvalidURL
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    model_validator,
)

from tocsin import __version__
from tocsin.core.alerting import Quiet, parse_quiet
from tocsin.core.daytime import parse_daytime
from tocsin.core.duration import parse_duration
from tocsin.core.model import Severity
from tocsin.core.wording import did_you_mean
from tocsin.fetch import Allowed


def _duration(text: object) -> timedelta:
    return parse_duration(str(text))


def _deadline(text: object) -> timedelta:
    length = _duration(text)
    if not length:
        raise ValueError("after no time at all nothing has answered: write it like 30s")
    return length


def _daytime(text: object) -> time:
    return parse_daytime(str(text))


def _first_sight(text: object) -> timedelta | None:
    return None if str(text).strip() == "baseline" else parse_duration(str(text))


def _zone(text: object) -> tzinfo:
    try:
        return ZoneInfo(str(text))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("no such time zone: write it like Europe/Berlin or UTC") from None


def _allowed(text: object) -> str:
    try:
        Allowed.parse((str(text),))
    except (ValueError, InvalidURL):
        raise ValueError("write an address range like 10.0.0.0/8, or a host name") from None
    return str(text)


def _url(text: object) -> str:
    words = str(text).strip()
    if not re.match(r"https?://[^/\s]", words, re.IGNORECASE):
        raise ValueError("an address starts with http:// or https://")
    if len(words.split()) > 1:
        raise ValueError("an address has no blanks; within it they are written %20")
    try:
        _ = urlsplit(words).port
    except ValueError:
        raise ValueError("no host has such a name or port") from None
    return words


def _reminder(text: object) -> timedelta | None:
    return None if str(text).strip() == "never" else parse_duration(str(text))


def _quiet(text: object) -> Quiet:
    return parse_quiet(str(text))


def _in_header(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError("this cannot stand in a header: it is not ASCII, or has a line break")
    return text


def _header(value: SecretStr) -> SecretStr:
    _in_header(value.get_secret_value())
    return value


def _user_agent(text: str) -> str:
    if not re.match("[A-Za-z]", text):
        raise ValueError("a user agent begins with a name: Tocsin (+mailto:you@example.org)")
    return _in_header(text)


def _cookie(value: SecretStr) -> SecretStr:
    if ";" in value.get_secret_value():
        raise ValueError("this is more than one cookie: write each as `name: value`")
    return _header(value)


def _selector(text: str) -> str:
    try:
        HTMLTranslator().css_to_xpath(text)
    except SelectorError as error:
        raise ValueError(f"not a CSS selector: {error}") from None
    return text


def _site(text: str) -> str:
    if not re.fullmatch(r"[^\s/:@]+", text):
        raise ValueError("write a host name alone, like example.org")
    return text.lower().removeprefix("www.")


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _severity(text: object) -> Severity:
    try:
        return Severity(str(text))
    except ValueError:
        known = [one.value for one in Severity]
        hint = did_you_mean(str(text), known)
        raise ValueError(f"a severity is one of {', '.join(known)}{hint}") from None


def _feed(value: object) -> object:
    return {"url": value} if isinstance(value, str) else value


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Deadline = Annotated[timedelta, BeforeValidator(_deadline)]
Daytime = Annotated[time, BeforeValidator(_daytime)]
FirstSight = Annotated[timedelta | None, BeforeValidator(_first_sight)]
Zone = Annotated[Any, BeforeValidator(_zone)]
SecretUrl = Annotated[SecretStr, BeforeValidator(_url)]
AllowEntry = Annotated[str, BeforeValidator(_allowed)]
Url = Annotated[str, BeforeValidator(_url)]
Reminder = Annotated[timedelta | None, BeforeValidator(_reminder)]
QuietHours = Annotated[Any, BeforeValidator(_quiet)]
Daytimes = Annotated[tuple[Daytime, ...], BeforeValidator(_several)]
Names = Annotated[tuple[str, ...], BeforeValidator(_several)]
AtLeast = Annotated[Any, BeforeValidator(_severity)]
Proxy = Annotated[str, AfterValidator(lambda text: _url(text) if text else text)]
UserAgent = Annotated[str, AfterValidator(_user_agent)]
HeaderName = Annotated[str, StringConstraints(pattern=r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]
HeaderValue = Annotated[SecretStr, AfterValidator(_header)]
CookieValue = Annotated[SecretStr, AfterValidator(_cookie)]
Selector = Annotated[str, AfterValidator(_selector)]
Site = Annotated[str, AfterValidator(_site)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Section(BaseModel):
    """A part of the file; a key that it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AuthSection(Section):
    """A name and a password (HTTP Basic)."""

    user: str
    password: SecretStr


class FeedSection(Section):
    """One feed: an address alone, or with what sets it apart.

    *headers*, *auth* and *cookies* are for the feed's own host alone.
    """

    url: Url
    id: Slug | None = None
    outlet: str | None = None
    tags: tuple[str, ...] = ()
    lang: str = ""
    every: Duration | None = None
    first_sight: FirstSight = Field(default=None)
    headers: dict[HeaderName, HeaderValue] = Field(default_factory=dict)
    auth: AuthSection | None = None
    cookies: dict[HeaderName, CookieValue] = Field(default_factory=dict)
    proxy: SecretUrl | None = None


FeedEntry = Annotated[FeedSection, BeforeValidator(_feed)]


class EverySection(Section):
    """The bounds within which a feed's own habit decides how often it is asked."""

    least: Duration = timedelta(minutes=5)
    most: Duration = timedelta(hours=24)

    @model_validator(mode="after")
    def _ordered(self) -> "EverySection":
        if self.least > self.most:
            raise ValueError("`least` is longer than `most`")
        return self


class FetchSection(Section):
    """How the web is asked."""

    user_agent: UserAgent = f"Tocsin/{__version__} (a news feed watcher)"
    allow: tuple[AllowEntry, ...] = ()
    proxy: Proxy = ""
    per_host: Annotated[int, Field(ge=1, le=16)] = 1
    timeout: Deadline = timedelta(seconds=30)
    every: EverySection = EverySection()
    first_sight: FirstSight = None


class ExtractSection(Section):
    """Where a site has its articles, where that is not found by itself: CSS selectors."""

    site: Site
    body: Selector | None = None
    remove: tuple[Selector, ...] = ()


class AlertsSection(Section):
    """When a story is told, on every channel."""

    wait_before_first: Duration = timedelta(seconds=60)
    update_at_most_every: Duration = timedelta(minutes=10)
    reminder_every: Reminder = None


class RouteSection(AlertsSection):
    """Which matches go to which channels, and when; what is not said of `alerts` is as there."""

    rules: Names = ()
    tags: Names = ()
    severity: AtLeast = Severity.LOW
    channels: Names = ()
    quiet: QuietHours = None
    digest: Daytimes = ()
    mention: str = ""


class HeartbeatSection(Section):
    """How one can tell from outside that the service is well.  *url* may be a secret."""

    url: SecretUrl | None = None
    daily: Daytime | None = None

    @model_validator(mode="after")
    def _either(self) -> "HeartbeatSection":
        if self.url is None and self.daily is None:
            raise ValueError("give an address to ping as `url`, or a time for a line as `daily`")
        return self


class LogSection(Section):
    """What the daemon says of its own work."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class FileSection(Section):
    """The whole file."""

    feeds: tuple[FeedEntry, ...] = ()
    opml: Names = ()
    watchlist: Any
    channels: dict[Slug, dict[str, Any]] = Field(default_factory=dict)
    alerts: AlertsSection = AlertsSection()
    operator: str | None = None
    heartbeat: HeartbeatSection | None = None
    routes: tuple[RouteSection, ...] = ()
    timezone: Zone = None
    store: str | None = None
    fetch: FetchSection = FetchSection()
    extract: tuple[ExtractSection, ...] = ()
    log: LogSection = LogSection()
