"""The file, its writing thread, and its lock."""

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from tocsin.core.errors import StoreBusy, StoreError
from tocsin.store import facts
from tocsin.store.schema import metadata
from tocsin.store.sqlite import Lock, SqliteStore, backup, open_sqlite
from waiting import LIMIT_SECONDS

pytestmark = pytest.mark.anyio


async def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / "t.db")
    await store.write(facts.put, "colour", "blue")
    await store.close()

    again = open_sqlite(tmp_path / "t.db")
    assert await again.read(facts.get, "colour") == "blue"
    await again.close()


async def test_work_that_fails_undoes_itself_alone(store: SqliteStore) -> None:
    def fail(conn: Connection) -> None:
        facts.put(conn, "half", 1)
        raise KeyError("half way")

    done = await asyncio.gather(
        store.write(facts.put, "one", 1),
        store.write(fail),
        store.write(facts.put, "two", 2),
        return_exceptions=True,
    )

    assert isinstance(done[1], KeyError)
    assert [await store.read(facts.get, name) for name in ("one", "half", "two")] == [1, None, 2]


async def test_work_that_breaks_a_constraint_undoes_itself_alone(store: SqliteStore) -> None:
    def break_it(conn: Connection) -> None:
        facts.put(conn, "half", 1)
        conn.execute(text("INSERT INTO facts (name) VALUES ('no value')"))

    all_wait = threading.Event()
    first = asyncio.ensure_future(store.write(lambda _: all_wait.wait(LIMIT_SECONDS)))
    together = asyncio.gather(
        store.write(facts.put, "one", 1),
        store.write(break_it),
        store.write(facts.put, "two", 2),
        return_exceptions=True,
    )
    await asyncio.sleep(0)
    all_wait.set()

    assert await first
    assert isinstance((await together)[1], StoreError)
    assert [await store.read(facts.get, name) for name in ("one", "half", "two")] == [1, None, 2]


async def test_a_database_error_names_the_file_and_keeps_nothing(store: SqliteStore) -> None:
    def break_it(conn: Connection) -> None:
        facts.put(conn, "one", 1)
        conn.execute(text("INSERT INTO no_such_table VALUES (1)"))

    with pytest.raises(StoreError, match=r"t\.db.*no_such_table"):
        await store.write(break_it)
    assert await store.read(facts.get, "one") is None


async def test_reading_can_change_nothing(store: SqliteStore) -> None:
    with pytest.raises(StoreError, match="readonly"):
        await store.read(facts.put, "colour", "blue")


async def test_a_commit_is_on_the_disk_before_it_is_believed(store: SqliteStore) -> None:
    def settings(conn: Connection) -> tuple[str, int]:
        mode = conn.execute(text("PRAGMA journal_mode")).scalar_one()
        return mode, conn.execute(text("PRAGMA synchronous")).scalar_one()

    assert await store.write(settings) == ("wal", 2)


async def test_a_second_daemon_on_one_store_is_refused_until_the_first_ends(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.db"
    with Lock(path), pytest.raises(StoreBusy, match="another tocsin is running"), Lock(path):
        pass
    with Lock(path):
        pass


async def test_the_migrations_make_the_tables_that_the_code_means(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    store = open_sqlite(tmp_path / "t.db")
    differences = await store.write(
        lambda conn: compare_metadata(MigrationContext.configure(conn), metadata)
    )
    await store.close()

    assert differences == []


async def test_a_store_of_a_newer_tocsin_is_left_alone(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / "t.db")
    await store.write(lambda conn: conn.execute(text("UPDATE alembic_version SET version_num=9")))
    await store.close()

    with pytest.raises(StoreError, match="newer tocsin"):
        open_sqlite(tmp_path / "t.db")


async def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_text("this is no database, though it is quite long enough" * 9)

    with pytest.raises(StoreError, match=r"t\.db.*not a database"):
        open_sqlite(tmp_path / "t.db")


async def test_a_backup_holds_what_was_committed(store: SqliteStore, tmp_path: Path) -> None:
    await store.write(facts.put, "colour", "blue")
    backup(store.path, tmp_path / "copy.db")

    copy = open_sqlite(tmp_path / "copy.db")
    assert await copy.read(facts.get, "colour") == "blue"
    await copy.close()


async def test_what_is_insisted_on_is_kept_once_the_store_takes_it(store: SqliteStore) -> None:
    full = [OperationalError("insert", {}, Exception("database or disk is full"))]

    def keep(conn: Connection) -> None:
        if full:
            raise full.pop()
        facts.put(conn, "word", "kept")

    await store.insist(timedelta(minutes=1), keep)

    assert await store.read(facts.get, "word") == "kept"


async def test_what_cannot_be_kept_in_time_is_said(store: SqliteStore) -> None:
    def keep(conn: Connection) -> None:
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    with pytest.raises(StoreError, match="disk is full"):
        await store.insist(timedelta(0), keep)


@pytest.mark.parametrize("use", [open_sqlite, lambda path: Lock(path).__enter__()])
def test_a_folder_that_cannot_be_made_is_named(
    use: Callable[[Path], object], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match=r"cannot make the folder .*file/new: "):
        use(tmp_path / "file" / "new" / "tocsin.db")
