"""What the routes do, for ``tocsin check``: where each leads."""

from collections.abc import Iterable

from tocsin.config import ChannelSettings, Settings
from tocsin.core.alerting import Route, Routing, Timing
from tocsin.core.model import Severity
from tocsin.core.wording import length


def describe_routes(settings: Settings) -> list[str]:
    """A line for each route and for each rule that goes its own way."""
    told = settings.routing
    if not told.routes:
        return ["  no routes: every rule goes to every channel", *_own_ways(told)]
    routes = [
        f"  route {number}: {_takes(route)} → {_leads(route, settings)}"
        for number, route in enumerate(told.routes, 1)
    ]
    return [*routes, *_own_ways(told)]


def describe_limit(channel: ChannelSettings) -> str:
    """How many messages a channel takes."""
    if channel.at_most is None:
        return "takes any number of messages"
    return f"at most {channel.at_most}, then the rest in one message; what is critical never waits"


def _takes(route: Route) -> str:
    asked = [
        *(["rules " + ", ".join(sorted(route.rules))] if route.rules else []),
        *(["tags " + ", ".join(sorted(route.tags))] if route.tags else []),
        *([f"from {route.severity} on"] if route.severity is not Severity.LOW else []),
    ]
    return "; ".join(asked) or "everything"


def _leads(route: Route, settings: Settings) -> str:
    names = route.channels or [channel.name for channel in settings.channels]
    said = [", ".join(names)]
    if route.digest:
        said.append("in a digest at " + ", ".join(f"{at:%H:%M}" for at in route.digest))
    elif route.timing != settings.timing:
        said.append(_timing(route.timing))
    if route.quiet:
        said.append(f"held {route.quiet} unless critical")
    if route.mention:
        said.append(f"calling {route.mention}")
    return "; ".join(said)


def _timing(timing: Timing) -> str:
    every = timing.reminder_every
    reminded = f", a reminder every {length(every)}" if every else ""
    first = f"after {length(timing.wait_before_first)}" if timing.wait_before_first else "at once"
    return f"first {first}, updates at most every {length(timing.update_at_most_every)}{reminded}"


def _own_ways(told: Routing) -> Iterable[str]:
    for rule in told.rules.values():
        if rule.notify:
            yield f"  rule {rule.id} goes to {', '.join(rule.notify)} alone"
        if rule.relevance:
            names = ", ".join(rule.relevance.notify)
            yield f"  rule {rule.id}: matches of a relevance below {rule.relevance.below} → {names}"
