"""What counts as told: the measure of "lost" in every fault."""

from dataclasses import replace
from datetime import UTC

import pytest

from faults.wire import tells, wire
from tocsin.core.model import Alert
from tocsin.notify.slack_blocks import roundup
from tocsin.notify.wording import round_up
from tocsin.notify.written import bulletin_as_text
from world.alerts import FIRST_REPORT, alert, bulletin

FIRST, SECOND, OTHER, _ = wire(3).published(3)


def story(*names: str) -> Alert:
    """A story that reports of those names make, each from an outlet of its own."""
    mark = names[0].partition("-")[0].title()
    reports = [
        replace(FIRST_REPORT, outlet=f"Paper {name}", url=f"http://x.example/{name}")
        for name in names
    ]
    return alert(
        title=f"{mark} flood tonight",
        coverage=tuple(replace(report, title=f"{mark} flood") for report in reports),
    )


@pytest.mark.parametrize("channel", ["mail", "slack"])
def test_a_bulletin_tells_a_second_report_only_where_it_counts_it(channel: str) -> None:
    def said(*alerts: Alert) -> str:
        told = round_up(bulletin(alerts=alerts), UTC)
        return bulletin_as_text(told, 10, 10) if channel == "mail" else repr(roundup(told))

    assert tells(said(story(OTHER), story(FIRST, SECOND)), SECOND)
    assert not tells(said(story(FIRST), story(OTHER, "another-2")), SECOND)
