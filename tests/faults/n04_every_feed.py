"""Fault 4: every feed of the corpus, then the same bytes, then its entries in another order."""

from collections.abc import Mapping
from datetime import timedelta

from fakes import SetClock
from faults.indoors import open_indoors
from faults.outcome import Outcome, Scale, count, every, none
from faults.site import Site, open_site
from faults.specimens import Specimen, collected, made
from tocsin.engine.local import poll_all
from tocsin.intake import Outcome as Polled
from tocsin.intake import Poll

FAULT = "every feed of the corpus; the same bytes again; the same entries in another order"

SHORT, MADE = 40, 30
BROKE = "could not be read"
"""How a poll says that a library failed, where it says more than that this is no feed."""


async def run(scale: Scale) -> Outcome:
    found = collected()
    found = [*(found if scale.full else found[:: max(1, len(found) // SHORT)]), *made(MADE)]
    specimens = {f"f{number}": one for number, one in enumerate(found)}
    async with open_site() as site:
        urls = [{"id": name, "url": site.url(f"/{name}")} for name in specimens]
        async with open_indoors(scale.folder, urls, SetClock()) as program:

            async def poll(order: str) -> dict[str, Poll]:
                _publish(site, specimens, backwards=order == "backwards")
                program.clock.tick(timedelta(days=2))
                scale.say(f"{len(specimens)} feeds, {order}")
                return {poll.feed_id: poll for poll in await poll_all(program.app.stages)}

            first, again = await poll("at first"), await poll("again")
            other = await poll("backwards")
    stated = {name: one.entries for name, one in specimens.items() if one.entries is not None}
    right = sum(_held(first[name]) == entries for name, entries in stated.items())
    polls = [*first.values(), *again.values(), *other.values()]
    return Outcome(
        figures=(
            count("feeds", len(specimens)),
            every("entry counts as stated", right, len(stated)),
            none("exceptions", sum(BROKE in poll.why for poll in polls)),
            none("new of the same bytes", sum(poll.entries.new for poll in again.values())),
            count("feeds in another order", sum(one.body != one.reordered() for one in found)),
            none("new of them", sum(poll.entries.new for poll in other.values())),
        ),
        notes=() if collected() else ("without a corpus: feeds of our own making alone",),
    )


def _publish(site: Site, specimens: Mapping[str, Specimen], *, backwards: bool) -> None:
    for name, one in specimens.items():
        body = one.reordered() if backwards else one.body
        site.put(f"/{name}", body, content_type=one.content_type)


def _held(poll: Poll) -> int:
    """How many entries the feed held."""
    if poll.outcome is Polled.FAILED:
        return 0
    return poll.entries.new + poll.entries.baseline + poll.entries.known
