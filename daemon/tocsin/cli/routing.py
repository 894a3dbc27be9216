"""What the routes do, for ``tocsin check``: where each leads, and what leads nowhere."""

from collections.abc import Iterable

from tocsin.app import routing
from tocsin.config import ChannelSettings, Settings
from tocsin.core.alerting import Reach, Route, Routing, Timing
from tocsin.core.model import Severity
from tocsin.core.rules import Rule
from tocsin.core.wording import length


def describe_routes(settings: Settings) -> list[str]:
    """A line for each route and for each rule that goes its own way."""
    told = routing(settings)
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


def warnings(settings: Settings) -> list[str]:
    """What a person would hardly have meant: rules and channels that the routes leave out, and
    what has no effect where it stands."""
    told = routing(settings)
    rules = [
        f"warning: rule {rule.id}: {reach.value}"
        for rule in told.rules.values()
        if (reach := told.reach(rule)) is not Reach.ALL
    ]
    idle = [f"warning: channel {name}: no rule leads to it" for name in told.unreached()]
    late = [
        f"warning: rule {rule.id} is critical, but waits for a digest: give it a route of its own"
        for rule in told.rules.values()
        if _only_in_digests(rule, told)
    ]
    vain = [
        f"warning: route {number}: {why}"
        for number, route in enumerate(told.routes, 1)
        for why in _in_vain(route, settings)
    ]
    return [*rules, *idle, *late, *vain]


def _only_in_digests(rule: Rule, told: Routing) -> bool:
    taking = [route for route in told.routes if route.asks_for(rule.id, rule.severity)]
    critical = rule.severity is Severity.CRITICAL and not rule.notify
    return critical and bool(taking) and all(route.digest for route in taking)


def _in_vain(route: Route, settings: Settings) -> Iterable[str]:
    """What the route asks for and nobody does."""
    if route.mention:
        for channel in settings.channels:
            leads = channel.name in (route.channels or [channel.name])
            if leads and (why := channel.options.ignores(route.mention)):
                yield f"`mention` does nothing on {channel.name}: {why}"
    if route.digest and route.timing != settings.timing:
        yield "its times do nothing: a digest is sent when it says, one entry a story"
    if route.quiet and route.severity is Severity.CRITICAL:
        yield "`quiet` does nothing: what is critical passes quiet hours"


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
