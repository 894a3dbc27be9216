"""What the options of all kinds of channel have in common.

Error messages never repeat what was given: it may be a secret.
"""

import re
from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, SecretStr

_DURATION = re.compile(r"(\d{1,6})\s*([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class ChannelOptions(BaseModel):
    """Strict: a misspelt key is an error, and an error does not show what was typed."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def duration(value: object) -> object:
    """ "6h" as a timedelta; anything else is left for pydantic to judge.

    Raises:
        ValueError: It is text, but no duration.
    """
    if not isinstance(value, str):
        return value
    if (found := _DURATION.fullmatch(value.strip())) is None:
        raise ValueError("not a duration; write a number and a unit, such as 90s, 10m, 6h or 2d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


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


Duration = Annotated[timedelta, BeforeValidator(duration)]
Url = Annotated[str, AfterValidator(_web_address)]
SecretUrl = Annotated[SecretStr, AfterValidator(_secret_address)]
