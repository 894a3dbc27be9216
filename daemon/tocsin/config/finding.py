"""Where the configuration file is, and where its store."""

import os
from collections.abc import Mapping as Map
from pathlib import Path

from tocsin.config.document import read_document
from tocsin.config.problems import child
from tocsin.config.variables import fill_in
from tocsin.core.errors import ConfigError, Problem, Where
from tocsin.core.located import Scalar

PLACES = ("tocsin.yaml", "config/tocsin.yaml", "/config/tocsin.yaml")
"""Where the file is looked for when neither ``--config`` nor ``$TOCSIN_CONFIG`` names it."""


def find_config(given: Path | None, environ: Map[str, str]) -> Path:
    """The configuration file to use.

    Raises:
        ConfigError: None was named and none is in the usual places.
    """
    if given is not None:
        return given
    if named := environ.get("TOCSIN_CONFIG"):
        return Path(named)
    for place in PLACES:
        if os.path.exists(place):  # also where it may not be looked at: somebody else's /config
            return Path(place)
    message = (
        f"no configuration found at {', '.join(PLACES)}: name one with --config, "
        "or write one with `tocsin init`"
    )
    raise ConfigError(Problem(where=Where(file="tocsin"), message=message))


def find_store(path: Path, environ: Map[str, str]) -> Path:
    """The database file of the configuration *path*, whatever else may be wrong with that.

    Where the file cannot be read, it is the one that a file without `store` means, if there is one.

    Raises:
        ConfigError: Nothing tells where the store is.
    """
    try:
        return store_path(_configured(path, environ), path, environ)
    except ConfigError:
        usual = store_path(None, path, environ)
        if usual.exists():
            return usual
        raise


def store_path(configured: str | None, path: Path, environ: Map[str, str]) -> Path:
    """The database file: as configured, else ``$TOCSIN_STORE``, else beside the configuration.

    Raises:
        ConfigError: It is no address of a database file.
    """
    address = configured or environ.get("TOCSIN_STORE") or "sqlite:///tocsin.db"
    if not address.startswith("sqlite:///") or address == "sqlite:///":
        message = "`store` is written like sqlite:///tocsin.db or sqlite:////data/tocsin.db"
        raise ConfigError(Problem(where=Where(file=str(path)), message=message))
    return path.parent.absolute() / address.removeprefix("sqlite:///")


def _configured(path: Path, environ: Map[str, str]) -> str | None:
    node, unset = child(read_document(path), "store"), list[Problem]()
    filled = fill_in(node, environ, unset) if node else None
    if unset:
        raise ConfigError(*unset)
    return filled.text if isinstance(filled, Scalar) else None
