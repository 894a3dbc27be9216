"""The command line: what a user types, and what is said back.

Exit codes: 0 fine, 1 found something wrong, 2 misuse.  What is wrong goes to standard error.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from tocsin import __version__
from tocsin.config import Settings, find_config, read_config
from tocsin.core.errors import ConfigError, Problem, TocsinError

app = typer.Typer(
    help="Watches news feeds and rings once per story.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ConfigPath = Annotated[
    Path | None,
    typer.Option("--config", "-c", metavar="FILE", help="The configuration (or $TOCSIN_CONFIG)."),
]


def main() -> None:
    """The program: an error of ours is said in its own words, without a traceback."""
    try:
        app()
    except TocsinError as error:
        sys.exit(complain(error))


def complain(error: TocsinError) -> int:
    """Say on standard error what is wrong; the exit code for it."""
    typer.echo(str(error), err=True)
    if isinstance(error, ConfigError):
        typer.echo(f"{_count(error.problems)} found; nothing was started", err=True)
    return 1


def settings(config: Path | None) -> Settings:
    """The configuration that the user means.

    Raises:
        ConfigError: There is none, or it is wrong.
    """
    return read_config(find_config(config, os.environ), os.environ)


def warn(warnings: tuple[Problem, ...]) -> None:
    """Say on standard error what is doubtful."""
    for warning in warnings:
        typer.echo(str(warning), err=True)


def _count(problems: tuple[Problem, ...]) -> str:
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tocsin {__version__}")
        raise typer.Exit


@app.callback()
def tocsin(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Watches news feeds and rings once per story."""


from tocsin.cli import check, demo, health, run  # noqa: E402, F401  (each adds its command)
