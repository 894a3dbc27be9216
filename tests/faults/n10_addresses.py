"""Fault 10: feeds, redirects and articles that lead to addresses which are not public.

A round of the program in a process whose every connection is noted as it is dialled (an audit hook
of Python's, which sees all sockets), and refused there unless it is to our own site; so nothing
leaves this machine.  Names are looked up by us: one that is called to be rebound gives a public
address first and a private one ever after, as an attacker's name server does.

Each trick stands in three places: as a feed's address, where the configuration takes it; behind a
redirect of a feed; and as an article's address.
"""

import ipaddress
import json
import re
import socket
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from faults.lives import begin
from faults.outcome import Outcome, Scale, count, every, none
from faults.site import Site, open_site
from faults.specimens import CORPUS
from faults.wire import WATCHLIST
from shared_forms import share_forms
from tocsin.clock import SystemClock
from tocsin.core.model import Entry

FAULT = "the SSRF list, redirects to private addresses, a name that resolves differently later"

OURS = """
http://127.0.0.1/ http://127.1/ http://0x7f000001/ http://2130706433/ http://0177.0.0.1/ http://0/
http://[::1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://10.0.0.1/
http://172.16.0.1/ http://192.168.0.1/ http://169.254.169.254/latest/meta-data/ http://224.0.0.1/
http://192.0.0.192/ http://100.100.100.200/ http://168.63.129.16/ http://[fd00:ec2::254]/
http://[fe80::1]/ http://[64:ff9b::a9fe:a9fe]/ http://[2002:7f00:1::]/ http://255.255.255.255/
http://127.0.0.1:22/ http://127.0.0.1:6379/ http://user@127.0.0.1/ http://1.1.1.1:22/
http://①②⑦.⓪.⓪.①/ file:///etc/passwd gopher://127.0.0.1:25/ ftp://127.0.0.1/
http://rebound-1.test/ http://rebound-2.test/ http://private.test/ http://mapped.test/
"""

SITE = "site.test"
PUBLIC, PRIVATE, METADATA = "93.184.216.34", "127.0.0.1", "169.254.169.254"
NAMES = {
    SITE: "127.0.0.1",
    "localhost": "127.0.0.1",
    "ip6-localhost": "::1",
    "private.test": "10.1.2.3",
    "mapped.test": "::ffff:127.0.0.1",
    "metadata.google.internal": METADATA,
    "169.254.169.254.nip.io": METADATA,
}
_DIGITS = re.compile(r"[0-9a-fx.:%]+", re.IGNORECASE)


async def run(scale: Scale) -> Outcome:
    tricks = list(dict.fromkeys((*OURS.split(), *_collected())))
    tricks = tricks if scale.full else tricks[: len(OURS.split()) + 20]
    noted = scale.folder / "dialled"
    async with open_site() as site:
        config, port = _configure(scale.folder, site, tricks), _port(site)
        first = partial(watch, noted, port)
        log = scale.folder / "log"
        codes = [
            await (await begin(log, "run", "--once", "--config", config, first=first)).ended(300)
            for _ in range(2)
        ]
        trapped = site.asked["/trap"]
        asked = sum(site.asked.values()) - trapped
    dialled = [json.loads(line) for line in noted.read_text().splitlines()]
    elsewhere = [address for address, at in dialled if at != port]
    public = sum(map(_is_public, elsewhere))
    return Outcome(
        figures=(
            count("tricks", len(tricks)),
            count("places each", 3),
            every("rounds that ended well", codes.count(0), len(codes)),
            count("requests to our own site", asked),
            count("tries to reach public addresses, stopped by us", public),
            none("connections to addresses that are not public", len(elsewhere) - public + trapped),
        )
    )


def _collected() -> list[str]:
    listed = CORPUS / "strings" / "ssrf_urls.json"
    items: list[str] = json.loads(listed.read_text())["items"] if listed.exists() else []
    return items


def _configure(folder: Path, site: Site, tricks: list[str]) -> Path:
    """Each trick as a feed, if that is taken; behind a redirect; and as an article's address."""
    share_forms(folder)
    (folder / "watchlist.yaml").write_text(WATCHLIST)
    own = f"http://{SITE}:{_port(site)}"
    tricks = [*tricks, f"http://127.0.0.1:{_port(site)}/trap"]
    for number, trick in enumerate(tricks):
        site.play(f"/to/{number}", partial(_redirect, trick))
    site.put_feed("/articles", [_entry(trick) for trick in tricks])
    redirects = [f"{own}/to/{number}" for number in range(len(tricks))]
    direct = [trick for trick in dict.fromkeys(tricks) if re.match("https?://[^?#]", trick)]
    urls = (f"{own}/articles", *redirects, *direct)
    config = {
        "feeds": [{"id": f"f{number}", "url": url} for number, url in enumerate(urls)],
        "watchlist": "watchlist.yaml",
        "fetch": {"allow": [SITE], "per_host": 16, "first_sight": "24h"},
    }
    path = folder / "tocsin.yaml"
    path.write_text(json.dumps(config))
    return path


async def _redirect(to: str, request: web.Request) -> web.Response:
    return web.Response(status=302, headers={"location": to})


def _entry(trick: str) -> Entry:
    now = SystemClock().now()
    title = f"The flood at {trick}"
    return Entry(guid=trick, url=trick, title=title, text=title, published=now, author="Nobody")


def _port(site: Site) -> int:
    return int(site.address.rpartition(":")[2])


def _is_public(address: str) -> bool:
    """By Python's own list, not by ours; what wraps another address is as public as that."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    wrapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return (wrapped or ip).is_global and not ip.is_multicast


# --- in the process --------------------------------------------------------------------------


def watch(noted: Path, port: int) -> None:
    """Note each address that is dialled from now on, and let none through but our own site's."""
    looked_up: Counter[str] = Counter()
    real = socket.getaddrinfo

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event != "socket.connect" or not isinstance(args[1], tuple):
            return
        address, at = args[1][:2]
        with noted.open("a") as lines:
            lines.write(json.dumps([address, at]) + "\n")
        if (address, at) != ("127.0.0.1", port):
            raise ConnectionRefusedError(f"{address} is not of this test")

    def look_up(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        looked_up[name] += 1
        return real(_address(name, looked_up[name]), *rest, **named)

    sys.addaudithook(hook)
    socket.getaddrinfo = look_up


def _address(name: str, times: int) -> str:
    """What *name* stands for when it is looked up for that time; numbers for themselves."""
    if name.startswith("rebound"):
        return PUBLIC if times == 1 else PRIVATE
    return name if _DIGITS.fullmatch(name) else NAMES.get(name, PUBLIC)
