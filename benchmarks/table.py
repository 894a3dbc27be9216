"""Rows of what was measured, and where they are kept: between markers in docs/performance.md."""

from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = ("measured", "Tocsin", "peer", "times", "target", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure: ours, the peer's, by how many times ours is less, and what it should be.

    *held* is None where there is no target.
    """

    what: str
    ours: str
    peer: str = ""
    times: float | None = None
    target: str = ""
    held: bool | None = None

    def cells(self) -> tuple[str, ...]:
        times = "" if self.times is None else f"{self.times:,.1f}"
        verdict = {None: "", True: "held", False: "MISSED"}[self.held]
        return (self.what, self.ours, self.peer, times, self.target, verdict)


def against(what: str, ours: float, peer: float, unit: str, least: float | None = None) -> Row:
    """A row of two costs in one unit; *least* is by how many times ours should be less."""
    times = peer / ours if ours else float("inf")
    return Row(
        what=what,
        ours=f"{ours:,.3g} {unit}",
        peer=f"{peer:,.3g} {unit}",
        times=times,
        target=f"≥ {least:g}" if least else "",
        held=times >= least if least else None,
    )


def limit(what: str, ours: float, most: float, unit: str) -> Row:
    """A row of one figure that should be below *most*."""
    return Row(what=what, ours=f"{ours:,.3g} {unit}", target=f"< {most:g} {unit}", held=ours < most)


def render(rows: Sequence[Row]) -> str:
    """A table in Markdown."""
    cells = [_HEAD, ("-",) * len(_HEAD), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def put_into(document: str, name: str, text: str) -> str:
    """*document* with *text* between the markers called *name*."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"the document lacks {begin} and {end}")
    return f"{before}{begin}\n{text}\n{end}{after}"
