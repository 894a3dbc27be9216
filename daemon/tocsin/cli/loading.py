"""The configuration that a command works with."""

import os
from pathlib import Path

import typer

from tocsin.config import Settings, find_config, read_config
from tocsin.core.errors import Problem


def load(config: Path | None) -> Settings:
    """The configuration that the user means; what is doubtful in it is said on standard error.

    Raises:
        ConfigError: There is none, or it is wrong.
    """
    settings = read_config(find_config(config, os.environ), os.environ)
    warn(settings.warnings)
    return settings


def warn(warnings: tuple[Problem, ...]) -> None:
    """Say on standard error what is doubtful."""
    for warning in warnings:
        typer.echo(str(warning), err=True)
