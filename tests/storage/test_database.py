import asyncio
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, select, text, update
from sqlalchemy.exc import DBAPIError, StatementError

from storage import inbox, migration, revision, sqlite_driver
from storage.database import Database
from storage.inbox import Arrival
from storage.people.supplier import Supplier
from storage.tables import Base
from tests.empty_database import EmptyDatabase, on_sqlite
from tests.storage.rows import NOW
from tests.storage.turns import end_turn, next_turn


async def test_a_write_that_raises_leaves_nothing_behind(database: Database) -> None:
    async def write_and_raise() -> None:
        async with database.write() as session:
            session.add(Supplier(name="Halvvägs AB", created_at=NOW))
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await write_and_raise()
    async with database.read() as session:
        assert (await session.scalars(select(Supplier))).all() == []


async def test_the_reader_cant_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        async with database.read() as session:
            session.add(Supplier(name="Fel väg AB", created_at=NOW))


async def test_instants_come_back_in_utc(database: Database) -> None:
    in_stockholm = datetime(2026, 6, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    async with database.write() as session:
        session.add(Supplier(name="Sommar AB", created_at=in_stockholm))
    async with database.read() as session:
        created_at = await session.scalar(select(Supplier.created_at))
    assert created_at == in_stockholm
    assert created_at is not None
    assert created_at.tzinfo is UTC


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 6, 1, 12)  # noqa: DTZ001  that is the point
    with pytest.raises(StatementError, match="needs a time zone"):
        async with database.write() as session:
            session.add(Supplier(name="Zonlös AB", created_at=naive))


@on_sqlite
@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)]
)
async def test_the_file_is_kept_safely(database: Database, pragma: str, value: object) -> None:
    for opened in (database.write, database.read):
        async with opened() as session:
            assert await session.scalar(text(f"PRAGMA {pragma}")) == value


@on_sqlite
async def test_a_handled_updates_words_are_gone_from_the_file(database: Database) -> None:
    words = "Ord som inte ska finnas kvar"
    async with database.write() as session:
        await inbox.keep(session, [Arrival("update:1", 7, {"message": {"text": words}})], now=NOW)
    async with database.write() as session:
        turn = await next_turn(session)
        assert turn is not None
        await end_turn(session, turn)
        assert await session.scalar(text("SELECT payload IS NULL FROM inbox")) == 1
    await database.close()
    file = Path(database.url.database or "")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engine.dispose()
    assert words.encode() not in b"".join(part.read_bytes() for part in file.parent.glob("city.sqlite*"))


def test_the_migrations_make_the_tables_that_the_program_expects(tmp_path: Path, empty_database: EmptyDatabase) -> None:
    engine = create_engine(empty_database.copied(tmp_path))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert of_some_rows(connection) == SAID_TO_BE_OF_SOME_ROWS
    engine.dispose()


SAID_TO_BE_OF_SOME_ROWS = {
    index.name
    for table in Base.metadata.sorted_tables
    for index in table.indexes
    if index.dialect_options["sqlite"]["where"] is not None
}


def of_some_rows(connection: Connection) -> set[str | None]:
    """The indexes that a migration has made of some rows alone: what is compared tells them from no others."""
    return {
        index["name"]
        for indexes in inspect(connection).get_multi_indexes().values()
        for index in indexes
        if f"{connection.dialect.name}_where" in index.get("dialect_options", {})
    }


def test_a_migration_that_is_stopped_midway_can_be_run_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'stopped.sqlite'}"
    with monkeypatch.context() as broken:
        broken.setattr(Operations, "bulk_insert", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            migration.upgrade(url)
        broken.setattr(Operations, "create_index", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            migration.upgrade(f"{url}2")
    for each in (url, f"{url}2"):
        migration.upgrade(each)
        assert revision.is_up_to_date(each)


@on_sqlite
async def test_what_changed_nothing_does_not_wait_while_another_commit_waits_for_the_disk(database: Database) -> None:
    goes_on = threading.Event()
    sqlite_driver.committing.submit(goes_on.wait)
    try:
        async with asyncio.timeout(5):
            async with database.read() as session:
                assert (await session.scalars(select(Supplier))).all() == []
            async with database.write() as session:
                await session.execute(update(Supplier).where(Supplier.id == 0).values(name="Ingen AB"))
        change = asyncio.create_task(change_something(database))
        await asyncio.sleep(0.05)
        assert not change.done()
    finally:
        goes_on.set()
    await change


async def change_something(database: Database) -> None:
    async with database.write() as session:
        session.add(Supplier(name="Väntar AB", created_at=NOW))
