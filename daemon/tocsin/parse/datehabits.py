"""Dates that follow no standard, as feeds write them by habit: in the words of their language, with
the month first, with dots, without a blank.

Strategy: the day, the time and the zone are looked for wherever they stand, and written as mail
writes them.  What may be read in two ways (05/01/2026) is not read, nor is a day without a year.
"""

import re

_LONGEST = 100
_MONTHS = (  # how their names begin; a longer beginning counts before a shorter one
    ("Jan", "jan jän ene gen oca led sty янв січ"),
    ("Feb", "feb fév fev úno lut şub фев лют"),
    ("Mar", "mar maa mär mrt mrz bře мар бер"),
    ("Apr", "apr avr abr dub kwi nis апр кві"),
    ("May", "may mai maj mei mag kvě май мая тра"),
    ("Jun", "jun juin giu čvn červ cze haz июн чер"),
    ("Jul", "jul juil lug čvc červenc lip tem июл лип"),
    ("Aug", "aug aoû aou ago agu srp sie ağu авг сер"),
    ("Sep", "sep set zář wrz eyl сен вер"),
    ("Oct", "oct okt ott out říj paź eki окт жов"),
    ("Nov", "nov lis kas ноя лис"),
    ("Dec", "dec dez dic déc des pro gru ara дек гру"),
)
_BEGINNINGS = sorted(
    ((start, month) for month, starts in _MONTHS for start in starts.split()),
    key=lambda pair: -len(pair[0]),
)
_NUMBERS = tuple(month for month, _ in _MONTHS)

_NAME = r"(?P<name>[^\W\d_]{3,})"
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/.年년]\s?(?P<month>\d\d?)[-/.月월]\s?(?P<day>\d\d?)(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\W*(?:d[ei]\W+)?{_NAME}\W*(?:d[ei]l?\W+)?(?P<year>\d{{4}})",
        rf"{_NAME}\W+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\W+(?P<year>\d{{4}})",
    )
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:[.,]\d+)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"\s*(?:GMT|UTC)?\s*(?:(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?|(?P<zone>[a-z]+))?",
    re.IGNORECASE,
)


def as_mail(text: str) -> str:
    """*text* as a date of a mail (RFC 5322); empty where no day, month and year are found.  The
    zone's name, where it has one, is left to the reader."""
    text = text[:_LONGEST]
    time = _TIME.search(text)
    days = (pattern.search(text) for pattern in _DAYS)
    written = next((day for day in map(_day, filter(None, days)) if day), "")
    return f"{written} {_time(time) if time else '00:00:00'}" if written else ""


def _day(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = _named(parts["name"]) if "name" in parts else _numbered(int(parts["month"]))
    return f"{parts['day']} {month} {parts['year']}" if month else ""


def _named(name: str) -> str:
    name = name.casefold()
    return next((month for start, month in _BEGINNINGS if name.startswith(start)), "")


def _numbered(month: int) -> str:
    return _NUMBERS[month - 1] if 1 <= month <= len(_NUMBERS) else ""


def _time(found: re.Match[str]) -> str:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = found["zone"] or ""
    if found["sign"]:
        zone = f"{found['sign']}{found['hours']:0>2}{found['minutes'] or '00'}"
    return f"{hour:02}:{found['minute']}:{found['second'] or '00'} {zone}"
