"""What a person would hardly have meant, though it can be used: rules and channels that the routes
leave out, and what has no effect where it stands."""

from collections.abc import Iterable
from collections.abc import Mapping as Map

from tocsin.config.problems import child
from tocsin.config.settings import Settings
from tocsin.core.alerting import Reach, Route, Routing
from tocsin.core.errors import Problem, Where
from tocsin.core.located import Node, Sequence
from tocsin.core.model import Severity
from tocsin.core.rules import Rule


def find_slips(settings: Settings, root: Node) -> tuple[Problem, ...]:
    """A warning for each, at its place in the file whose tree is *root*."""
    told = settings.routing
    return (
        *_of_rules(told, settings.watchlist.places, root.where),
        *_of_channels(told, root),
        *_of_routes(told, settings, root),
    )


def _of_rules(told: Routing, places: Map[str, Where], file: Where) -> Iterable[Problem]:
    for rule in told.rules.values():
        where = places.get(rule.id, file)
        if (reach := told.reach(rule)) is not Reach.ALL:
            yield _slip(where, f"rule {rule.id}: {reach.value}")
        if _only_in_digests(rule, told):
            why = "is critical, but waits for a digest: give it a route of its own"
            yield _slip(where, f"rule {rule.id} {why}")


def _of_channels(told: Routing, root: Node) -> Iterable[Problem]:
    named = child(root, "channels")
    for name in told.unreached():
        node = child(named, name) if named else None
        yield _slip((node or root).where, f"channel {name}: no rule leads to it")


def _of_routes(told: Routing, settings: Settings, root: Node) -> Iterable[Problem]:
    listed = child(root, "routes")
    nodes = listed.items if isinstance(listed, Sequence) else ()
    for number, (route, node) in enumerate(zip(told.routes, nodes, strict=True), 1):
        for why in _in_vain(route, settings):
            yield _slip(node.where, f"route {number}: {why}")


def _slip(where: Where, message: str) -> Problem:
    return Problem(where=where, message=message, warning=True)


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
