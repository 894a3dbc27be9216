"""The routes: which matches go where, and what of that is named but not there."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from tocsin.config.problems import child
from tocsin.config.schema import AlertsSection, FileSection, RouteSection
from tocsin.core.alerting import Route, Timing
from tocsin.core.duration import print_duration
from tocsin.core.errors import Problem
from tocsin.core.located import Node, Scalar, Sequence
from tocsin.core.wording import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a route may name; None where that could not be read, so that nothing is said of it."""

    channels: Collection[str]
    tags: Collection[str]
    rules: Collection[str] | None


def read_routes(
    file: FileSection, root: Node, known: Known, problems: list[Problem]
) -> tuple[Route, ...]:
    """The routes of the file; each name that stands for nothing is a problem."""
    listed = child(root, "routes")
    for node in listed.items if isinstance(listed, Sequence) else ():
        for noun in ("rule", "tag", "channel"):
            names = getattr(known, f"{noun}s")
            if names is not None:
                problems += _unknown(child(node, f"{noun}s"), noun, names)
    return tuple(_route(section, file.alerts) for section in file.routes)


def timing(alerts: AlertsSection) -> Timing:
    """When alerts are told."""
    return Timing(
        wait_before_first=alerts.wait_before_first,
        update_at_most_every=alerts.update_at_most_every,
        reminder_every=alerts.reminder_every,
    )


def print_timing(told: Timing) -> dict[str, str]:
    """The keys of `alerts`, as the file has them."""
    every = told.reminder_every
    return {
        "wait_before_first": print_duration(told.wait_before_first),
        "update_at_most_every": print_duration(told.update_at_most_every),
        "reminder_every": print_duration(every) if every else "never",
    }


def print_route(route: Route) -> dict[str, Any]:
    """The route as the file has it; what it does not ask for is left out."""
    shown = {
        "rules": sorted(route.rules),
        "tags": sorted(route.tags),
        "severity": route.severity.value,
        "channels": list(route.channels),
        "quiet": str(route.quiet) if route.quiet else "",
        "digest": [f"{daytime:%H:%M}" for daytime in route.digest],
        "mention": route.mention,
    }
    return {key: value for key, value in shown.items() if value} | print_timing(route.timing)


def _route(section: RouteSection, alerts: AlertsSection) -> Route:
    own = {name: getattr(section, name) for name in section.model_fields_set}
    said = {name: own.get(name, getattr(alerts, name)) for name in AlertsSection.model_fields}
    return Route(
        rules=frozenset(section.rules),
        tags=frozenset(section.tags),
        severity=section.severity,
        channels=section.channels,
        timing=Timing(**said),
        quiet=section.quiet,
        digest=section.digest,
        mention=section.mention,
    )


def _unknown(named: Node | None, noun: str, known: Collection[str]) -> list[Problem]:
    nodes = named.items if isinstance(named, Sequence) else (named,)
    return [
        Problem(
            where=node.where,
            message=f"there is no {noun} {node.text}{did_you_mean(node.text, known)}",
        )
        for node in nodes
        if isinstance(node, Scalar) and node.text not in known
    ]
