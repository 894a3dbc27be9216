"""Which channel hears of which match."""

from sample import TERMS, match
from tocsin.core.alerting import Routing
from tocsin.core.model import Match

ROUTING = TERMS.routing


def channels(routing: Routing, *found: Match) -> tuple[str, ...]:
    return routing.channels_for((one, frozenset()) for one in found)


def test_without_routes_a_rule_goes_to_every_channel() -> None:
    assert channels(ROUTING, match()) == ("desk", "mail", "pager")
