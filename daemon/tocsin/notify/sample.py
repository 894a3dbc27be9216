"""A sample story, so that people see how an alert and its update look on their channels."""

from dataclasses import replace
from datetime import datetime, timedelta

from tocsin.core.model import Alert, Coverage, Severity, Snippet

_SEEN = (
    ("Example News", "Dockers walk out as harbour talks fail", 40),
    ("Other Paper", "Cranes stand still as night-shift talks collapse", 9),
    ("Third Voice", "Shipping line adds a surcharge", 0),
)
_WHY = "…“not one more night shift”, Okafor told members, who could halt container traffic…"
_MARKED = ("Okafor", "container traffic")


def sample_alert(channel: str, recipient: str, now: datetime) -> Alert:
    """The first alert on the sample story; it calls nobody, and says that it is a test."""
    return Alert(
        id=0,
        revision=1,
        key=_key(channel, recipient, now, 1),
        channel=channel,
        recipient=recipient,
        severity=Severity.LOW,
        rules={"test-of-tocsin": "test-of-tocsin"},
        title="A test of Tocsin: dockers walk out as harbour talks fail",
        coverage=_coverage(2, now),
        why_matched=(_snippet(),),
        why_together="“not one more night shift” quoted by both; Okafor, 340",
        frozen_at=now,
    )


def sample_update(first: Alert, now: datetime) -> Alert:
    """What follows once a third outlet has it."""
    return replace(
        first,
        revision=2,
        key=_key(first.channel, first.recipient, now, 2),
        coverage=_coverage(3, now),
        news=("Third Voice: Shipping line adds a surcharge", "not told yet: 180 crowns"),
        frozen_at=now,
    )


def _key(channel: str, recipient: str, now: datetime, revision: int) -> str:
    return f"test/{channel}/{recipient}/{now.isoformat()}/{revision}"


def _snippet() -> Snippet:
    starts = [(_WHY.index(words), len(words)) for words in _MARKED]
    return Snippet(text=_WHY, marks=tuple((start, start + length) for start, length in starts))


def _coverage(outlets: int, now: datetime) -> tuple[Coverage, ...]:
    return tuple(
        Coverage(
            article_id=number,
            outlet=outlet,
            url=f"https://outlet{number}.example/harbour",
            title=title,
            first_seen=now - timedelta(minutes=ago),
            matched=True,
        )
        for number, (outlet, title, ago) in enumerate(_SEEN[:outlets], start=1)
    )
