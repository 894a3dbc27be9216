"""When an entry says it was published.

What feedparser reads is right, but for some habits of real feeds, which are read before it: seconds
or milliseconds since 1970, time zones by a name that it takes for UTC, an offset followed by a
name, and what begins with a year but is no date of ISO 8601 as it knows them.  What it cannot read
at all is read after it (`from_habit`).  Whether a date is plausible is judged by who knows what
time it is.
"""

import re
import time
from calendar import timegm
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from tocsin.parse.datehabits import as_mail

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SINCE_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?\Z")
_YEAR_FIRST = re.compile(r"\d{4}[^\d-]|\d{8}T\d|\d{4}-\d\d?-\d\d? .*[a-z]", re.IGNORECASE)
_ZONE_AT_END = re.compile(r"\s*([+-]\d\d:?\d\d)?\s\(?([A-Za-z]{2,5})\)?\Z")
_ZONES = {  # those that feedparser does not know, where one meaning is by far the most common
    "WET": "+0000", "WEST": "+0100", "BST": "+0100", "IST": "+0530", "CET": "+0100",
    "MEZ": "+0100", "CEST": "+0200", "MESZ": "+0200", "SAST": "+0200", "CAT": "+0200",
    "WAT": "+0100", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "MSD": "+0400",
    "TRT": "+0300", "EAT": "+0300", "GST": "+0400", "PKT": "+0500", "NPT": "+0545",
    "WIB": "+0700", "ICT": "+0700", "HKT": "+0800", "SGT": "+0800", "AWST": "+0800",
    "PHT": "+0800", "JST": "+0900", "KST": "+0900", "ACST": "+0930", "AEST": "+1000",
    "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300", "BRT": "-0300", "ART": "-0300",
    "NST": "-0330", "NDT": "-0230", "AKST": "-0900", "AKDT": "-0800", "HST": "-1000",
}  # fmt: skip


def mended(text: str) -> time.struct_time | None:
    """What feedparser would misread, as a time in UTC; None leaves *text* to feedparser."""
    text = text.strip()
    if _SINCE_EPOCH.match(text):
        moment = since_epoch(float(text))
    elif _YEAR_FIRST.match(text):
        moment = from_text(text)
    elif zone := _ZONE_AT_END.search(text):
        name = zone[2].upper()
        offset = zone[1] or _ZONES.get(name, "")
        moment = _from_mail(f"{text[: zone.start()]} {offset}") if offset else None
    else:
        return None
    return moment.utctimetuple() if moment else None


def from_parts(parts: time.struct_time | None) -> datetime | None:
    """A time in UTC as feedparser gives it."""
    if not parts:
        return None
    try:
        return _EPOCH + timedelta(seconds=timegm(parts))
    except (OverflowError, ValueError):
        return None


def from_text(text: str) -> datetime | None:
    """RFC 3339 as JSON Feed asks for, or what is found there instead: seconds since 1970, RFC 822,
    anybody's habit.  A time without a zone is taken for UTC."""
    text = text.strip()
    if _SINCE_EPOCH.match(text):
        return since_epoch(float(text))
    try:
        return _utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return _from_mail(text) or from_habit(text)


def from_habit(text: str) -> datetime | None:
    """A date that follows no standard."""
    mail = as_mail(text)
    if not mail:
        return None
    start, _, zone = mail.rpartition(" ")
    return _from_mail(f"{start} {_ZONES.get(zone.upper(), zone)}")


def _from_mail(text: str) -> datetime | None:
    """RFC 822, as mail and RSS write it."""
    try:
        return _utc(parsedate_to_datetime(text))
    except (ValueError, OverflowError):
        return None


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def since_epoch(number: float) -> datetime | None:
    """Seconds since 1970, or milliseconds where seconds would lie far ahead."""
    try:
        return _EPOCH + timedelta(seconds=number / 1000 if number > 1e11 else number)
    except (OverflowError, ValueError):
        return None
