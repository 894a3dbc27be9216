"""The options and arguments that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

MOST = 2**63 - 1
"""The largest number that SQLite can be asked for."""


def number(text: str) -> int:
    """The number of a story, an article or a silence."""
    if not text.isdecimal() or int(text) > MOST:
        raise typer.BadParameter("a number as `list` shows it is expected")
    return int(text)


ConfigPath = Annotated[
    Path | None,
    typer.Option(
        "--config",
        "-c",
        metavar="FILE",
        readable=False,  # what is wrong with it is said by who reads it
        help="The configuration (or $TOCSIN_CONFIG).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
StoryId = Annotated[int, typer.Argument(parser=number, metavar="STORY", help="A story's number.")]
FeedId = Annotated[str, typer.Argument(metavar="ID", help="The feed's id.")]
RuleId = Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")]
