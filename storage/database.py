"""The database: one way to write, one way to read, on SQLite and PostgreSQL alike."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from domain.folded import folded
from storage import sqlite_driver, wakeup
from storage.impatience import LONGEST_WAIT
from storage.private_file import keep_private
from storage.uninterrupted import uninterrupted
from storage.wakeup import Queued

WRITER_LIMITS = {
    # A process that was stopped, not killed, must not hold a chat or a slot for ever.
    "idle_in_transaction_session_timeout": "60s",
    "lock_timeout": "20s",
    "statement_timeout": "60s",
    # Nor must one whose machine has vanished: so each connection is asked whether anybody is still there.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
# Told once to the connection: each transaction would have to say it anew.
IMPATIENT_LIMITS = WRITER_LIMITS | {"lock_timeout": f"{LONGEST_WAIT * 1000:.0f}ms"}
READER_LIMITS = {
    "default_transaction_read_only": "on",
    # A reader holds nobody up, and walking the whole ledger may take its time.
    "idle_in_transaction_session_timeout": "600s",
}


class Database:
    """Where everything is kept.

    On SQLite there are two engines: a writer with a single connection, whose transactions begin with the write
    lock so that none has to be repeated, and a reader that can't write. On PostgreSQL there are three: the reader's
    transactions see one moment and can't write, and of two writers one waits hardly at all for what others hold.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._name = secrets.token_hex(8)
        self._wakes: dict[Queued, Callable[[], None]] = {}
        self._reached: set[AsyncEngine] = set()
        self._write_turn: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.is_sqlite else nullcontext()
        if self.is_sqlite:
            keep_private(self.url)
            # Who has begun to write waits for nobody there.
            self._writer = self._impatient = _sqlite_engine(self.url, begin="BEGIN IMMEDIATE", pool_size=1)
            self._reader = _sqlite_engine(self.url, begin="BEGIN", pool_size=4, is_query_only=True)
        else:
            # A bot on SQLite does without the driver.
            from storage.postgresql import postgresql_engine  # noqa: PLC0415

            # As many as can be wanted at once: four who dispatch, where they wait for a lock after all, the deliverer,
            # five roles, the clock, the intake, and who fetches files.
            self._writer = postgresql_engine(self.url, "READ COMMITTED", limits=WRITER_LIMITS, pool_size=14)
            # The four, the intake, and the deliverer.
            self._impatient = postgresql_engine(self.url, "READ COMMITTED", limits=IMPATIENT_LIMITS, pool_size=6)
            self._reader = postgresql_engine(self.url, "REPEATABLE READ", limits=READER_LIMITS, pool_size=4)

    @asynccontextmanager
    async def write(self, *, is_impatient: bool = False) -> AsyncIterator[AsyncSession]:
        """One transaction: committed as a whole at the end, or, if anything is raised, nothing of it.

        An impatient one gives up rather than wait for what others hold (`storage/impatience.py`).
        """
        writer = self._impatient if is_impatient else self._writer
        await self._reach(writer)
        async with self._write_turn, AsyncSession(writer, expire_on_commit=False) as session:
            async with session.begin():
                yield session
                await wakeup.announce(session, by=self._name)
            self.wake(wakeup.queued(session))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A consistent look that changes nothing."""
        await self._reach(self._reader)
        async with AsyncSession(self._reader, expire_on_commit=False) as session, session.begin():
            yield session

    async def _reach(self, engine: AsyncEngine) -> None:
        """Connect for the first time, whoever is stopped meanwhile.

        SQLAlchemy asks a server some things about itself then. Whoever were cut off in the midst of that would hear of
        a closed connection, and not of being stopped.
        """
        if engine not in self._reached:
            await uninterrupted(_connect_once(engine))
            self._reached.add(engine)

    def when_queued(self, what: Queued, wake: Callable[[], None]) -> None:
        """Let somebody in this process be woken after every commit that has queued something for them."""
        self._wakes[what] = wake

    def wake(self, queued: Iterable[Queued]) -> None:
        """Wake those who wait for it."""
        for what in queued:
            self._wakes.get(what, _nobody)()

    def wakeups(self) -> AsyncGenerator[set[Queued]]:
        """What another process has queued, each time, on PostgreSQL. Raises CutOffError when cut off."""
        # A bot on SQLite has nothing to hear, and does without the driver that listens.
        from storage import listening  # noqa: PLC0415

        return listening.wakeups(self.url, but_by=self._name)

    async def close(self) -> None:
        """Let go of all connections."""
        for engine in (self._writer, self._impatient, self._reader):
            await engine.dispose()


async def _connect_once(engine: AsyncEngine) -> None:
    async with engine.connect():
        pass


def _nobody() -> None:
    """Nobody in this process waits for it."""


def _sqlite_engine(url: URL, *, begin: str, pool_size: int, is_query_only: bool = False) -> AsyncEngine:
    engine = create_async_engine(
        url.set(drivername=sqlite_driver.NAME),
        pool_size=pool_size,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver must not begin transactions by itself: it would take the write lock too late.
        connection.isolation_level = None
        connection.create_function("folded", 1, folded, deterministic=True)
        for pragma in _pragmas(is_query_only=is_query_only):
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        sqlite_driver.begin(connection, begin)

    return engine


def _pragmas(*, is_query_only: bool) -> list[str]:
    shared = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"]
    # A writer doesn't wait in SQLite itself, or everyone would: see `storage/sqlite_driver.py`.
    return [*shared, "query_only=ON"] if is_query_only else [*shared, "busy_timeout=0"]
