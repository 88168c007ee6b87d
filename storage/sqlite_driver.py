"""SQLite for asyncio without a thread of its own for each connection.

A statement here takes some microseconds, and to hand each to another thread and back takes ten times as long. So
statements run where they are asked for. What waits doesn't keep everyone else waiting: a commit, which waits for the
disk, is done on a thread, and where another process writes, the lock is asked for again and again.
"""

import asyncio
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import Connection as Connected
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util import await_only

from storage.uninterrupted import uninterrupted

NAME = "sqlite+beside"
"""What it is called in an engine's address."""

BUSY_FOR = 30.0
"""Seconds to wait for another process (a backup, the command line) that writes."""

LOOK_AGAIN_AFTER = 0.02
"""Seconds between looks whether it has ended."""

CONNECT_FOR = 1.0
"""Seconds that SQLite itself waits where it must: while the file is being made ready for the first time."""

committing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="commit")
"""One is enough, since there is one writer; none of those that draw letters, or a commit would wait for them."""


class Cursor(sqlite3.Cursor):
    """A cursor as SQLAlchemy's asyncio extension wants to close it."""

    server_side = False

    async def _async_soft_close(self) -> None:
        """Nothing to wait for: all rows are here."""


class Connection(sqlite3.Connection):
    """A connection whose cursors can be closed so, and that knows whether there is anything to commit."""

    changes_before = 0
    """Rows that it had changed in all when its transaction began."""

    @property
    def has_changes(self) -> bool:
        """Whether this transaction has changed a row."""
        return self.total_changes != self.changes_before

    def cursor(self, factory: Any = None) -> Any:  # noqa: ARG002  the signature is sqlite3's
        """A new cursor."""
        return super().cursor(Cursor)


class ExecutionContext(SQLiteExecutionContext):
    """How a long answer is read piece by piece: every cursor of SQLite's does so."""

    def create_server_side_cursor(self) -> Any:
        """A cursor like any other."""
        return self._dbapi_connection.cursor()


class Dialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's own SQLite, called by its asyncio extension."""

    driver = "beside"
    is_async = True
    supports_statement_cache = True
    supports_server_side_cursors = True
    execution_ctx_cls = ExecutionContext

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:  # noqa: ARG003  the signature is SQLAlchemy's
        """Who waits for a connection waits as asyncio does."""
        return AsyncAdaptedQueuePool

    def create_connect_args(self, url: URL) -> tuple[Any, dict[str, Any]]:
        """Connections that may be committed on another thread; one thread at a time uses each."""
        where, options = super().create_connect_args(url)
        return where, {**options, "factory": Connection, "check_same_thread": False, "timeout": CONNECT_FOR}

    def do_commit(self, dbapi_connection: Any) -> None:
        """Wait for the disk on a thread, and to the end also where the task is cancelled meanwhile.

        Where nothing was changed, there is nothing to wait for.
        """
        if dbapi_connection.has_changes:
            await_only(uninterrupted(_committed(dbapi_connection)))
        else:
            dbapi_connection.commit()


def begin(connection: Connected, statement: str) -> None:
    """Begin a transaction, once no other process writes. Raises what SQLAlchemy raises where that takes too long."""
    give_up_at = time.monotonic() + BUSY_FOR
    while time.monotonic() < give_up_at:
        if _has_begun(connection, statement):
            return
        await_only(asyncio.sleep(LOOK_AGAIN_AFTER))
    connection.exec_driver_sql(statement)


def _has_begun(connection: Connected, statement: str) -> bool:
    """Past SQLAlchemy, for which a refusal would be the transaction's end."""
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(statement)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return False
        connection.exec_driver_sql(statement)  # fails again, and SQLAlchemy says how
    driver.changes_before = driver.total_changes
    return True


async def _committed(connection: sqlite3.Connection) -> None:
    await asyncio.get_running_loop().run_in_executor(committing, connection.commit)


registry.register("sqlite.beside", __name__, "Dialect")
