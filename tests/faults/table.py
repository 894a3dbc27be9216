"""The table of what was held and what was missed, as Markdown that reads well unrendered."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from faults.outcome import Figure, Outcome

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_HEAD = ("#", "fault", "figures", "target", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fault and what came of it; without an *outcome*, *failed* or *not_here* says why."""

    number: int
    what: str
    outcome: Outcome | None = None
    failed: str = ""
    not_here: str = ""

    @property
    def verdict(self) -> str:
        if self.not_here:
            return "not made"
        held = self.outcome is not None and not self.outcome.missed
        return "held" if held else "MISSED"

    def cells(self) -> tuple[str, ...]:
        figures = self.outcome.figures if self.outcome else ()
        said = "; ".join(map(str, figures)) or self.failed or self.not_here
        notes = self.outcome.notes if self.outcome else ()
        targets = (f"{figure.name} {figure.target}" for figure in figures if figure.target)
        said = " · ".join((said, *notes))
        return (str(self.number), self.what, said, "; ".join(targets), self.verdict)


def read(number: int, what: str, line: str) -> Row:
    """The row that a run's last line tells."""
    told: dict[str, Any] = json.loads(line)
    if "not_here" in told:
        return Row(number=number, what=what, not_here=told["not_here"])
    figures = tuple(Figure(**figure) for figure in told["figures"])
    return Row(
        number=number, what=what, outcome=Outcome(figures=figures, notes=tuple(told["notes"]))
    )


def render(rows: Sequence[Row]) -> str:
    """The table."""
    return "\n".join((*_LINES_ABOVE, *(_line(row.cells()) for row in rows)))


def put_into(document: str, rows: Sequence[Row]) -> str:
    """*document* with *rows* in the table between its markers; its rows on other faults stay."""
    before, _, rest = document.partition(BEGIN)
    kept, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"the document lacks {BEGIN} and {END}")
    lines = {int(found[1]): line for line in kept.splitlines() if (found := _NUMBERED.match(line))}
    lines |= {row.number: _line(row.cells()) for row in rows}
    table = "\n".join((*_LINES_ABOVE, *(lines[number] for number in sorted(lines))))
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


_NUMBERED = re.compile(r"\| (\d+) \|")
_LINES_ABOVE = (_line(_HEAD), _line(("-",) * len(_HEAD)))
