"""How to fetch, as the user set it."""

import ipaddress
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

import httpx

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """What holds for every exchange.

    *allow* names what may be reached though it is not public, or on another port than 80 and 443:
    CIDRs and host names.  *proxy* is a URL, or empty; behind one, the addresses that are dialled
    are the proxy's duty, and only literal addresses are checked here.  *per_host* requests may run
    at one host at a time, with *gap* between the end of one and the start of the next.  *timeout*
    is the most that one exchange may take, whatever a request asks for.
    """

    user_agent: str
    allow: tuple[str, ...] = ()
    proxy: str = ""
    per_host: int = 1
    timeout: timedelta = timedelta(seconds=30)
    gap: timedelta = timedelta(seconds=1)
    in_flight: int = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the user allows beyond the public web."""

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, entries: tuple[str, ...]) -> Self:
        """Read ``fetch.allow``: an address or CIDR allows addresses, anything else is a host name.

        Raises:
            ValueError: An entry looks like a CIDR and is none; the message says why.
            httpx.InvalidURL: Nor can it be a host's name.
        """
        networks, hosts = [], set()
        for entry in entries:
            if (network := _network(entry)) is not None:
                networks.append(network)
            else:
                hosts.add(httpx.URL(scheme="http", host=entry.strip()).host)
        return cls(networks=tuple(networks), hosts=frozenset(hosts))


def _network(entry: str) -> Network | None:
    try:
        return ipaddress.ip_network(entry.strip().strip("[]"), strict=False)
    except ValueError:
        if "/" in entry:
            raise
        return None
