"""What the options of all kinds of channel have in common.

Error messages never repeat what was given: it may be a secret.
"""

from datetime import timedelta
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, SecretStr

from tocsin.core.alerting import Rate
from tocsin.core.duration import parse_duration


class ChannelOptions(BaseModel):
    """Strict: a misspelt key is an error, and an error does not show what was typed.

    *usual_rate* is how many messages a channel of the kind takes where the user does not say, and
    *pace* how far apart they are at least: people read them, and most services refuse a flood.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    usual_rate: ClassVar[Rate | None] = Rate(messages=30, per=timedelta(hours=1))
    pace: ClassVar[timedelta] = timedelta(seconds=1)

    def ignores(self, mention: str) -> str:
        """Why a message on this channel would call nobody by *mention*, or ""."""
        return ""


def _duration(value: object) -> object:
    return parse_duration(value) if isinstance(value, str) else value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, or half an IPv6 address
        right = False
    if not right:
        raise ValueError("not a web address; it starts with https:// and names a host")
    return value


def _secret_address(value: SecretStr) -> SecretStr:
    _web_address(value.get_secret_value())
    return value


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Url = Annotated[str, AfterValidator(_web_address)]
SecretUrl = Annotated[SecretStr, AfterValidator(_secret_address)]
