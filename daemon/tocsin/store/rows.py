"""Rows as they are read, and how a new one gets its id."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Table, insert

AnyRow = Row[*tuple[Any, ...]]


def add_row(conn: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Keep a new row; its id."""
    key = conn.execute(_inserting(table), values).inserted_primary_key
    assert key is not None  # noqa: S101  (one row was inserted)
    new_id: int = key[0]
    return new_id


@cache
def _inserting(table: Table) -> Insert:
    """Made once a table: SQLAlchemy takes longer to make it than SQLite to do it."""
    return insert(table)
