"""The configuration that a command works with."""

import os
from pathlib import Path

from tocsin.config import Settings, find_config, read_config


def load(config: Path | None) -> Settings:
    """The configuration that the user means.

    Raises:
        ConfigError: There is none, or it is wrong.
    """
    return read_config(find_config(config, os.environ), os.environ)
