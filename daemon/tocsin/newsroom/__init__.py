"""A small world of outlets on 127.0.0.1, for ``tocsin demo`` and the end-to-end tests.

``DAY`` is the script of a day of thirty hours; :func:`open_newsroom` plays it in seconds over real
HTTP: feeds in three kinds, and for every entry a page like those of the real web.  The script, the
feeds and the pages are pure; only ``server`` knows HTTP.
"""

from tocsin.newsroom.day import Day
from tocsin.newsroom.script import DAY
from tocsin.newsroom.server import Newsroom, open_newsroom

__all__ = ["DAY", "Day", "Newsroom", "open_newsroom"]
