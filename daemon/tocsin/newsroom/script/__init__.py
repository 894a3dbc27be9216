"""The one day that the newsroom plays; every name, place and word in it is invented.

Dockers walk out at Harrowmouth.  Two outlets report it within a minute of each other, a third
follows hours later with a ruling, each in its own words; a fourth prints the first one's text.
Meanwhile stevedores stop work in another port, and on the next morning the two people who face
each other over the strike appear together on another matter.
"""

from datetime import timedelta

from tocsin.newsroom.day import Day, Outlet
from tocsin.newsroom.script.earlier import EARLIER
from tocsin.newsroom.script.meanwhile import MEANWHILE
from tocsin.newsroom.script.strike import STRIKE

WATCHLIST = """\
languages: [en]
entities:
  kestmar: {name: Kestmar Line, type: org, short: [Kestmar]}
rules:
  - id: kestmar-surcharge
    name: Kestmar Line raises its prices
    severity: high
    match: {all: [entity: kestmar, surcharge]}
"""

OUTLETS = (
    Outlet(id="courier", name="Harrowmouth Courier", kind="rss", layout="broadsheet"),
    Outlet(id="ledger", name="The Northern Ledger", kind="atom", layout="broadsheet"),
    Outlet(id="coastline", name="Coastline Radio", kind="json", layout="station"),
    Outlet(id="bulletin", name="Metro Bulletin", kind="rss", layout="tabloid"),
    Outlet(id="herald", name="Tolvik Herald", kind="atom", layout="tabloid"),
    Outlet(id="observer", name="Merrowby Observer", kind="json", layout="broadsheet"),
    Outlet(id="fieldnotes", name="Field Notes", kind="rss", layout="station"),
)

DAY = Day(
    length=timedelta(hours=30),
    outlets=OUTLETS,
    reports=(*EARLIER, *STRIKE, *MEANWHILE),
    watchlist=WATCHLIST,
)
