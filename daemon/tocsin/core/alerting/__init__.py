"""Is a story due on a channel, on which terms, and with what words.

`view` is what is known, `facts` what of it can be new, `routing` says what a channel hears of it,
`decision` whether it is told now and why, `rate` whether there is room, `composing` in which words.
"""

from tocsin.core.alerting.composing import LISTED, Cover, bulletin, compose, told_by, voice
from tocsin.core.alerting.decision import (
    HOLDS,
    SOFT,
    SUMMARY,
    Asked,
    Decision,
    Terms,
    Why,
    decide,
    missed_until,
)
from tocsin.core.alerting.facts import Fact, facts_of
from tocsin.core.alerting.rate import Rate, Room, parse_rate, room
from tocsin.core.alerting.routing import (
    Heard,
    Quiet,
    Reach,
    Route,
    Routing,
    Timing,
    hear,
    parse_quiet,
)
from tocsin.core.alerting.view import Address, Joined, StoryView, Told

__all__ = [
    "HOLDS",
    "LISTED",
    "SOFT",
    "SUMMARY",
    "Address",
    "Asked",
    "Cover",
    "Decision",
    "Fact",
    "Heard",
    "Joined",
    "Quiet",
    "Rate",
    "Reach",
    "Room",
    "Route",
    "Routing",
    "StoryView",
    "Terms",
    "Timing",
    "Told",
    "Why",
    "bulletin",
    "compose",
    "decide",
    "facts_of",
    "hear",
    "missed_until",
    "parse_quiet",
    "parse_rate",
    "room",
    "told_by",
    "voice",
]
