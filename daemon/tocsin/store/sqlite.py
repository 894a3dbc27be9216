"""The store on SQLite: one writing thread, many readers, and a lock on the file.

All writes go through one thread that owns the one writing connection, so that nothing ever waits
for SQLite's own lock, and what arrives together commits together (a commit costs a disk flush).
Each piece of work is a savepoint in that commit: one that fails undoes itself alone.  WAL with
``synchronous=FULL``: what `write` returned survives a power cut.

``pysqlite3`` brings a SQLite in which the WAL bug of 3.7-3.51.2 is mended; where it has no wheel,
Python's own is used (one writing thread is not exposed to that bug).
"""

import asyncio
import fcntl
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, SQLAlchemyError

from tocsin.core.errors import StoreBusy, StoreError
from tocsin.store.migrate import upgrade

try:
    from pysqlite3 import dbapi2 as _sqlite
except ImportError:
    import sqlite3 as _sqlite

P = ParamSpec("P")
R = TypeVar("R")

GROUP = 64
"""At most so many pieces of work share a commit."""

INSIST_EVERY = timedelta(seconds=1)
"""So far apart are the tries of what is insisted on."""


@dataclass(slots=True)
class _Work:
    do: Callable[[Connection], Any]
    done: "Future[Any]" = field(default_factory=Future)


class SqliteStore:
    """A SQLite file and everything that may be asked of it.

    Work is a plain function ``fn(connection, ...)``: `write` for what changes, `read` for what does
    not.  Neither ever runs on the event loop's thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._writing = _engine(path, "BEGIN IMMEDIATE")
        self._reading = _engine(path, "BEGIN", "PRAGMA query_only=ON")
        self._writer: threading.Thread | None = None

    async def write(
        self, fn: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """What *fn* returns, once it is on the disk for good.

        Raises:
            StoreError: Nothing of it was kept.
        """
        if self._writer is None:  # who only reads needs none
            self._writer = threading.Thread(
                target=self._write_all, name="store-writer", daemon=True
            )
            self._writer.start()
        work = _Work(lambda conn: fn(conn, *args, **kwargs))
        self._work.put(work)
        result: R = await asyncio.wrap_future(work.done)
        return result

    turn = write
    """`write`, for placing articles: the lock and the unit of work in one.

    Two reports of one event that arrive together must not open two stories, so only one turn is
    taken at a time.  Here that is the writing thread itself.
    """

    async def insist(
        self,
        within: timedelta,
        fn: Callable[Concatenate[Connection, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """`write`, tried again for as long as *within*: a disk that is full may have room again.

        Raises:
            StoreError: It could not be kept all that time.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + within.total_seconds()
        while True:
            try:
                return await self.write(fn, *args, **kwargs)
            except StoreError:
                if loop.time() >= until:
                    raise
                await asyncio.sleep(INSIST_EVERY.total_seconds())

    async def read(
        self, fn: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """What *fn* returns; it sees one consistent state and can change nothing."""
        return await asyncio.to_thread(self._read, lambda conn: fn(conn, *args, **kwargs))

    async def close(self) -> None:
        """Finish what was asked for, then let go of the file."""
        if self._writer is not None:
            self._work.put(None)
            await asyncio.to_thread(self._writer.join)
        self._writing.dispose()
        self._reading.dispose()

    def _read(self, fn: Callable[[Connection], R]) -> R:
        try:
            with self._reading.begin() as conn:
                return fn(conn)
        except DatabaseError as error:
            raise StoreError(f"cannot read {self.path}: {error.orig}") from error

    def _write_all(self) -> None:
        with self._writing.connect() as conn:
            while (first := self._work.get()) is not None:
                group, more = self._group(first)
                self._commit(conn, [work for work in group if _wanted(work)])
                if not more:
                    return

    def _group(self, first: _Work) -> tuple[list[_Work], bool]:
        """*first* and what waits behind it, and whether there may be more after that."""
        group = [first]
        while len(group) < GROUP and not self._work.empty():
            work = self._work.get()
            if work is None:
                return group, False
            group.append(work)
        return group, True

    def _commit(self, conn: Connection, group: list[_Work]) -> None:
        """All of *group* on the disk, but for what fails by itself; then everybody is told."""
        results: list[tuple[_Work, Any]] = []
        try:
            with conn.begin():
                for work in group:
                    results += self._do(conn, work)
        except SQLAlchemyError as error:
            for work in group:
                if not work.done.done():
                    work.done.set_exception(self._unwritten(error))
        else:
            for work, result in results:
                work.done.set_result(result)

    def _do(self, conn: Connection, work: _Work) -> list[tuple[_Work, Any]]:
        """What came of *work*; nothing where it failed and was undone alone.

        Raises:
            DatabaseError: The database failed, and may have undone the whole transaction.
        """
        conn.exec_driver_sql("SAVEPOINT work")  # `begin_nested` takes three times as long
        done: list[tuple[_Work, Any]] = []
        try:
            done.append((work, work.do(conn)))
        except IntegrityError as error:
            _undo(conn, work, self._unwritten(error))
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001  (raised again by `write`, for its caller)
            _undo(conn, work, error)
        conn.exec_driver_sql("RELEASE work")
        return done

    def _unwritten(self, error: Exception) -> StoreError:
        return StoreError(f"cannot write {self.path}: {getattr(error, 'orig', None) or error}")


def _wanted(work: _Work) -> bool:
    return work.done.set_running_or_notify_cancel()


def _undo(conn: Connection, work: _Work, error: Exception) -> None:
    conn.exec_driver_sql("ROLLBACK TO work")
    work.done.set_exception(error)


def open_sqlite(path: Path) -> SqliteStore:
    """The store in *path*, made or brought up to this version's tables first.

    Raises:
        StoreError: The file cannot be opened, or was written by a newer Tocsin.
    """
    _make_folder(path.parent)
    engine = _engine(path, "BEGIN IMMEDIATE")
    try:
        upgrade(engine)
    except DatabaseError as error:
        raise StoreError(f"cannot open the store {path}: {error.orig}") from error
    finally:
        engine.dispose()
    return SqliteStore(path)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {path}: {error.strerror}") from error


def backup(source: Path, target: Path) -> None:
    """A consistent copy of the store *source* in the new file *target*, taken beside its daemon.

    Raises:
        StoreError: One of them cannot be used.
    """
    try:
        with (
            closing(_sqlite.connect(f"file:{source}?mode=ro", uri=True)) as reading,
            closing(_sqlite.connect(str(target))) as writing,
        ):
            reading.backup(writing)
    except _sqlite.Error as error:
        raise StoreError(f"cannot copy {source} to {target}: {error}") from error


class Lock:
    """Keeps a second daemon off a store, as long as this process lives; a crash lets go of it."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + "-lock")

    def __enter__(self) -> None:
        _make_folder(self._path.parent)
        try:
            self._file = self._path.open("a")
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise StoreBusy(
                f"another tocsin is running on this store ({self._path} is locked): "
                "stop it first, or give this one a store of its own"
            ) from None
        except OSError as error:
            raise StoreError(f"cannot lock {self._path}: {error.strerror}") from error

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _engine(path: Path, begin: str, *pragmas: str) -> Engine:
    """An engine whose transactions open with *begin*, which the driver alone would not do."""
    module: ModuleType = _sqlite
    engine = create_engine(
        f"sqlite:///{path}", module=module, connect_args={"check_same_thread": False}
    )

    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA foreign_keys=ON",
            "PRAGMA busy_timeout=10000",
            "PRAGMA mmap_size=0",
            *pragmas,
        ):
            connection.execute(pragma)

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    return engine
