"""The options and arguments that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

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
MOST = 2**63 - 1
"""The largest number that a store can be asked for."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
StoryId = Annotated[int, typer.Argument(min=1, max=MOST, metavar="STORY", help="A story's number.")]
FeedId = Annotated[str, typer.Argument(metavar="ID", help="The feed's id.")]
RuleId = Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")]
