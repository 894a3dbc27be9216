"""An alert in writing, as text or as HTML, from the templates beside this module."""

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from tocsin.notify.wording import Wording, count, marked

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
_templates.filters["marked"] = marked
_templates.filters["more"] = lambda number, noun: count(number, f"more {noun}")


def as_text(told: Wording, most: int) -> str:
    """Plain text, naming at most *most* outlets; a paragraph is a line, however long."""
    return _templates.get_template("alert.txt").render(told=told, most=most)


def as_html(told: Wording, most: int, channel: str) -> str:
    """A page that stands for itself: 600 px wide or less, in light and in dark, without images."""
    colour = _COLOURS[told.severity]
    page = _templates.get_template("alert.html")
    return page.render(told=told, most=most, channel=channel, colour=colour)
