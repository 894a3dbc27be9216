"""A configuration as understood, as YAML: every default printed, every secret hidden."""

from typing import Any

import yaml
from pydantic import BaseModel

from tocsin.config.routes import print_route, print_timing
from tocsin.config.settings import ChannelSettings, Settings
from tocsin.core.duration import print_duration
from tocsin.core.model import Access, Feed
from tocsin.core.rules import print_entity, print_rule
from tocsin.extract import Selectors


def as_yaml(settings: Settings) -> str:
    """*settings* in the form of the file, which reads back as the same but for its secrets."""
    shown = {
        "feeds": [_feed(feed) for feed in settings.feeds.values()],
        "channels": {channel.name: _channel(channel) for channel in settings.channels},
        "alerts": print_timing(settings.timing),
        "routes": [print_route(route) for route in settings.routes],
        **_operator(settings),
        "timezone": str(settings.zone),
        "store": f"sqlite:///{settings.store}",
        "fetch": {
            "user_agent": settings.fetch.user_agent,
            "allow": list(settings.fetch.allow),
            "proxy": "(hidden)" if "@" in settings.fetch.proxy else settings.fetch.proxy,
            "per_host": settings.fetch.per_host,
            "timeout": print_duration(settings.fetch.timeout),
            "every": _bounds(settings),
        },
        **({"extract": [_site(one) for one in settings.extract]} if settings.extract else {}),
        "log": {"level": settings.log_level, "format": settings.log_format},
    }
    return _dump(shown) + _watchlist(settings)


def _watchlist(settings: Settings) -> str:
    watchlist = settings.watchlist
    entities: dict[str, Any] = {}
    for entity in watchlist.entities.values():
        entities |= _read(print_entity(entity))
    rules = [_read(print_rule(rule)) for rule in watchlist.rules]
    shown = {"languages": list(watchlist.languages), "entities": entities, "rules": rules}
    return _dump({"watchlist": shown})


def _operator(settings: Settings) -> dict[str, Any]:
    url, daily = settings.heartbeat.url, settings.heartbeat.daily
    heartbeat = {
        **({"url": "https://(hidden)"} if url else {}),
        **({"daily": f"{daily:%H:%M}"} if daily else {}),
    }
    return {
        **({"operator": settings.operator} if settings.operator else {}),
        **({"heartbeat": heartbeat} if heartbeat else {}),
    }


def _bounds(settings: Settings) -> dict[str, str]:
    return {"least": print_duration(settings.least), "most": print_duration(settings.most)}


def _feed(feed: Feed) -> dict[str, Any]:
    return {
        "id": feed.id,
        "url": feed.url,
        "outlet": feed.outlet,
        "tags": sorted(feed.tags),
        "lang": feed.lang,
        **({"every": print_duration(feed.every)} if feed.every else {}),
        "first_sight": "baseline" if feed.first_sight is None else print_duration(feed.first_sight),
        **_access(feed.access),
    }


def _access(access: Access) -> dict[str, Any]:
    """What is shown to the feed's host, by name alone."""
    return {
        **({"headers": {name: "(hidden)" for name, _ in access.headers}} if access.headers else {}),
        **({"proxy": "http://(hidden)"} if access.proxy else {}),
    }


def _site(one: Selectors) -> dict[str, Any]:
    remove = {"remove": list(one.remove)} if one.remove else {}
    return {"site": one.site, **({"body": one.body} if one.body else {}), **remove}


def _channel(channel: ChannelSettings) -> dict[str, Any]:
    options: BaseModel = channel.options
    at_most = str(channel.at_most) if channel.at_most else "none"
    return {
        "type": channel.kind,
        "at_most": at_most,
        **options.model_dump(mode="json", exclude_none=True),
    }


def _read(printed: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(printed, yaml.BaseLoader)  # noqa: S506  (makes texts alone)
    return read


def _dump(shown: dict[str, Any]) -> str:
    return yaml.safe_dump(shown, sort_keys=False, allow_unicode=True, width=100)
