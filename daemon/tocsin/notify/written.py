"""An alert or a bulletin in writing, as text or as HTML, from the templates beside this module."""

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from tocsin.notify.wording import NAMED, Roundup, Wording, count, marked, order, others, untold

_COLOURS: Final = {
    "critical": "#c2123b",
    "high": "#d9480f",
    "medium": "#a17500",
    "low": "#66707c",
}


_templates = Environment(
    loader=PackageLoader("tocsin.notify"),
    autoescape=select_autoescape(["html"], default=False),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["colours"] = _COLOURS
_templates.filters["marked"] = marked
_templates.filters["order"] = lambda story: order(story, NAMED)
_templates.filters["others"] = others
_templates.filters["untold"] = untold
_templates.filters["more"] = lambda number, noun: count(number, f"more {noun}")


def as_text(told: Wording, most: int) -> str:
    """Plain text, naming at most *most* outlets; a paragraph is a line, however long."""
    return _templates.get_template("alert.txt").render(told=told, most=most)


def bulletin_as_text(told: Roundup, whole: int, named: int) -> str:
    """The same of a bulletin: its first *whole* stories, the next by name alone, *named* in all."""
    page = _templates.get_template("bulletin.txt")
    return page.render(told=told, whole=whole, named=named)


def as_html(told: Wording, most: int, channel: str) -> str:
    """A page that stands for itself: 600 px wide or less, in light and in dark, without images."""
    page = _templates.get_template("alert.html")
    return page.render(told=told, most=most, channel=channel, colour=_COLOURS[told.severity])


def bulletin_as_html(told: Roundup, whole: int, channel: str) -> str:
    """The same of a bulletin: its first *whole* stories, the others by name alone."""
    page = _templates.get_template("bulletin.html")
    return page.render(told=told, whole=whole, channel=channel, colour=_COLOURS["low"])
