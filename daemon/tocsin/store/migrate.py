"""Brings a store to the tables of this version, by Alembic, without any file of the user's."""

from pathlib import Path

from sqlalchemy import Engine

from tocsin.core.errors import StoreError


def upgrade(engine: Engine) -> None:
    """Make or change the tables in one transaction; nothing happens where they are right.

    Raises:
        StoreError: A newer Tocsin wrote this store.
    """
    from alembic import command  # here, since it takes half a second to import
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                f"this store was written by a newer tocsin ({error}): "
                "use that version, or a copy of the store from before"
            ) from error
