"""Keeps feeds and pages from making us dial what is not on the public web.

Strategy: the address is judged in the connector's socket factory, that is on the address which is
then dialled, for every hop, for names and literals alike; so no other spelling of an address and
no name that resolves differently the second time gets past it.

The block list is our own (`ipaddress.is_global` changes between Python versions and lets some
metadata services and relays through).  Sources: the IANA special-purpose address registries of
IPv4 and IPv6, and the cloud providers' documents of their metadata addresses.
"""

import ipaddress
import socket
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum

from aiohappyeyeballs import AddrInfoType

from tocsin.fetch.options import Allowed

WEB_PORTS = frozenset({80, 443})

_NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' NAT; Alibaba's metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's host agent
        "169.254.0.0/16",  # link-local; most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments; Oracle's metadata
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved; broadcast
    )
)
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")  # all that has been given out
_NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments; Teredo wraps IPv4 addresses
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4 wraps IPv4 addresses
        "3fff::/20",  # documentation
    )
)
_SOME_PUBLIC_ADDRESS = "1.1.1.1"


class Verdict(StrEnum):
    """Whether an address may be dialled, in the words of an error."""

    PUBLIC = "is public"
    ALLOWED = "is allowed by fetch.allow"
    NOT_PUBLIC = "is not a public address"
    OTHER_PORT = "is not port 80 or 443"

    @property
    def passes(self) -> bool:
        return self in (Verdict.PUBLIC, Verdict.ALLOWED)


@dataclass(slots=True, kw_only=True)
class Dialling:
    """One hop: the *host* that it is for, and what was refused on the way.

    *trusted* where the user configured what is dialled: a proxy.
    """

    host: str
    trusted: bool = False
    refused: list[str] = field(default_factory=list)


dialling: ContextVar[Dialling | None] = ContextVar("dialling", default=None)


def judge(address: str, port: int, host: str, allowed: Allowed) -> Verdict:
    """Whether *address* may be dialled on behalf of *host*.  Pure."""
    if host in allowed.hosts:
        return Verdict.ALLOWED
    ip = ipaddress.ip_address(address.partition("%")[0])
    if any(ip in network for network in allowed.networks):
        return Verdict.ALLOWED
    if not _is_public(ip):
        return Verdict.NOT_PUBLIC
    return Verdict.PUBLIC if port in WEB_PORTS else Verdict.OTHER_PORT


def _is_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _NOT_PUBLIC_4)
    return ip in _PUBLIC_6 and not any(ip in network for network in _NOT_PUBLIC_6)


def judge_unresolved(host: str, port: int, allowed: Allowed) -> Verdict:
    """What can be said before *host* is looked up, where a proxy will do that.  Pure."""
    try:
        return judge(host, port, host, allowed)
    except ValueError:  # a name
        return judge(_SOME_PUBLIC_ADDRESS, port, host, allowed)


class Guard:
    """The connector's socket factory: makes a socket only for an address that may be dialled."""

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed

    def __call__(self, info: AddrInfoType) -> socket.socket:
        """A socket for *info*.

        Raises:
            PermissionError: The address may not be dialled; noted in the current `Dialling`, since
                the connector goes on to the host's next address and merges the errors.
        """
        family, kind, protocol, _, where = info
        address, port = str(where[0]), int(where[1])
        hop = dialling.get() or Dialling(host="")
        if not hop.trusted:
            verdict = judge(address, port, hop.host, self._allowed)
            if not verdict.passes:
                hop.refused.append(refusal(address, port, verdict))
                raise PermissionError(hop.refused[-1])
        return socket.socket(family, kind, protocol)


def refusal(address: str, port: int, verdict: Verdict) -> str:
    what = address if verdict is Verdict.NOT_PUBLIC else f"{address} port {port}"
    return f"refused: {what} {verdict}; add it to fetch.allow"
