"""Has routes, channels and recipients that are new reach the stories that are open already.

Rules and routes count as they are when a message is due.  So what nobody has heard of yet, since it
still waits, died, or no route took it, goes where they lead now.  What was told elsewhere is told
there with its next news: a new channel does not begin with a flood of what is known.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from tocsin.intake.placing import Addressed
from tocsin.store import matches, outbox, stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerouted:
    """How many open stories newly lead to somebody: told there *now*, or *later*, once there is
    news of them."""

    now: int = 0
    later: int = 0


def reroute(conn: Connection, addressed: Addressed, now: datetime) -> Rerouted:
    """Have everybody decide who is to hear of an open story of which nobody has heard."""
    told = Rerouted()
    for story_id, watched_at in list(stories.open_and_watched(conn, now)):
        heard = outbox.standing(conn, story_id)
        led_to = addressed(matches.of_story(conn, story_id))
        missing = [to for to in led_to if to not in heard]
        if missing and any(heard.values()):
            told = replace(told, later=told.later + 1)
        elif missing:
            told = replace(told, now=told.now + 1)
            for to in missing:
                outbox.make_due(conn, story_id, to, watched_at)
    return told
