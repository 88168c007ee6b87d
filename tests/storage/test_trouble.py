"""What counts as the database's own trouble, shown by real troubles of real databases."""

import asyncio
import sqlite3

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.logs import without_contents
from storage.database import Database
from storage.people import supplier
from storage.people.supplier import Supplier
from storage.slots import slot
from storage.trouble import code_of, is_collision, is_trouble
from tests.empty_database import on_postgresql
from tests.storage.rows import NOW


async def failure_of(database: Database, *statements: str) -> DBAPIError:
    """What a transaction with these statements raises."""

    async def execute() -> None:
        async with database.write() as session:
            for statement in statements:
                await session.execute(text(statement))

    with pytest.raises(DBAPIError) as caught:
        await execute()
    return caught.value


@pytest.mark.parametrize(
    "mistaken",
    [
        "SELECT nothing FROM nowhere",
        "SELEKT 1",
        "INSERT INTO supplier (id) VALUES (1)",
        "INSERT INTO supplier (name, created_at) VALUES ('A', '2026-01-01'), ('A', '2026-01-01')",
    ],
)
async def test_a_mistake_is_no_trouble(database: Database, mistaken: str) -> None:
    assert not is_trouble(await failure_of(database, mistaken))


@pytest.mark.parametrize(("code", "is_so"), [(sqlite3.SQLITE_FULL, True), (sqlite3.SQLITE_ERROR, False)])
def test_a_full_disk_is_trouble_and_sqlites_general_error_is_none(code: int, *, is_so: bool) -> None:
    cause = sqlite3.OperationalError("as SQLite says it")
    cause.sqlite_errorcode = code
    assert is_trouble(OperationalError("INSERT", {}, cause)) is is_so


def test_what_is_not_of_the_database_is_no_trouble() -> None:
    assert not is_trouble(ValueError("x"))


async def end_other_connections(database: Database) -> None:
    """As when the server is restarted, or the network is cut."""
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> {}"
    async with database.read() as session:
        await session.execute(text(ending.format("pg_backend_pid()")))


@on_postgresql
async def test_a_connection_that_is_cut_in_the_middle_is_trouble_and_the_next_transaction_goes_well(
    database: Database,
) -> None:
    async def cut_in_the_middle() -> None:
        async with database.write() as session:
            await supplier.found_or_created(session, "Halvvägs AB", now=NOW)
            await end_other_connections(database)
            await supplier.found_or_created(session, "Aldrig AB", now=NOW)

    with pytest.raises(DBAPIError) as caught:
        await cut_in_the_middle()
    assert is_trouble(caught.value)
    async with database.write() as session:
        await supplier.found_or_created(session, "Efteråt AB", now=NOW)
    async with database.read() as session:
        assert (await session.scalars(select(Supplier.name))).all() == ["Efteråt AB"]


@on_postgresql
async def test_a_connection_that_is_cut_before_the_commit_is_trouble(database: Database) -> None:
    async def cut_at_the_end() -> None:
        async with database.write() as session:
            await supplier.found_or_created(session, "Halvvägs AB", now=NOW)
            await end_other_connections(database)

    with pytest.raises(DBAPIError) as caught:
        await cut_at_the_end()
    assert is_trouble(caught.value)


@on_postgresql
async def test_of_two_who_wait_for_each_other_one_hears_that_they_collided(database: Database) -> None:
    async with database.write() as session:
        for name in ("A", "B"):
            await supplier.found_or_created(session, name, now=NOW)
    both_hold_one = asyncio.Barrier(2)

    async def rename(session: AsyncSession, name: str) -> None:
        await session.execute(update(Supplier).where(Supplier.name == name).values(created_at=NOW))

    async def one(first: str, second: str) -> None:
        async with database.write() as session:
            await rename(session, first)
            await both_hold_one.wait()
            await rename(session, second)

    ended = await asyncio.gather(one("A", "B"), one("B", "A"), return_exceptions=True)
    failures = [error for error in ended if error is not None]
    assert [(is_collision(error), is_trouble(error)) for error in failures] == [(True, True)]


@on_postgresql
async def test_who_cant_be_put_in_line_with_another_has_collided_with_it(database: Database) -> None:
    async def rename_what_another_renames(session: AsyncSession) -> None:
        await session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        await session.execute(select(Supplier))
        async with database.write() as other:
            await other.execute(update(Supplier).values(name="B"))
        await session.execute(update(Supplier).values(name="C"))

    async with database.write() as session:
        await supplier.found_or_created(session, "A", now=NOW)
    with pytest.raises(DBAPIError) as caught:
        async with database.write() as session:
            await rename_what_another_renames(session)
    assert is_collision(caught.value)


@on_postgresql
async def test_who_has_waited_too_long_for_a_lock_is_in_trouble_but_has_not_collided(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("LOCK TABLE supplier"))
        error = await failure_of(database, "SET LOCAL lock_timeout = 10", "LOCK TABLE supplier")
    assert (is_collision(error), is_trouble(error)) == (False, True)


@on_postgresql
@pytest.mark.parametrize(
    "trouble",
    [
        ("SET LOCAL transaction_read_only = on", "DELETE FROM lease"),
        ("SET LOCAL statement_timeout = 10", "SELECT pg_sleep(5)"),
    ],
)
async def test_a_server_that_stands_by_or_takes_too_long_is_trouble(
    database: Database, trouble: tuple[str, str]
) -> None:
    assert is_trouble(await failure_of(database, *trouble))


@on_postgresql
async def test_an_id_that_no_database_can_hold_is_no_trouble(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with database.read() as session:
            await slot.find(session, 2**70)
    assert not is_trouble(caught.value)


async def test_a_server_that_is_away_is_trouble() -> None:
    database = Database("postgresql+psycopg://steget@127.0.0.1:9/steget")
    with pytest.raises(DBAPIError) as caught:
        async with database.read() as session:
            await session.execute(text("SELECT 1"))
    assert is_trouble(caught.value)
    await database.close()


@on_postgresql
async def test_what_was_prepared_before_a_column_changed_its_type_goes_well_the_second_time(database: Database) -> None:
    async def first_place() -> None:
        async with database.write() as session:
            await session.execute(text("SELECT name FROM supplier"))

    await first_place()
    async with database.write() as session:
        await session.execute(text("ALTER TABLE supplier ALTER name TYPE text"))
    with pytest.raises(DBAPIError) as caught:
        await first_place()
    assert is_collision(caught.value)
    assert is_trouble(caught.value)
    await first_place()


@on_postgresql
async def test_what_the_server_cant_do_is_no_trouble(database: Database) -> None:
    """Its code is that of what is prepared no more."""
    error = await failure_of(database, "SELECT count(*) FROM supplier FOR UPDATE")
    assert code_of(error) == "0A000"
    assert not is_collision(error)
    assert not is_trouble(error)


@on_postgresql
async def test_connections_that_the_server_has_closed_are_not_lent(database: Database) -> None:
    async with database.write() as session:
        (number,) = (await session.execute(text("SELECT pg_backend_pid()"))).one()
    async with database.read() as session:
        await session.execute(text("SELECT pg_terminate_backend(:number)"), {"number": number})
    await asyncio.sleep(0.1)
    async with database.write() as session:
        assert (await session.execute(text("SELECT pg_backend_pid()"))).scalar_one() != number


@on_postgresql
async def test_what_an_address_tells_postgresqls_own_client_is_no_setting_of_the_server(database: Database) -> None:
    more = dict.fromkeys(("connect_timeout", "keepalives", "keepalives_idle", "channel_binding"), "1")
    same = Database(database.url.update_query_dict(more).render_as_string(hide_password=False))
    async with same.read() as session:
        assert (await session.execute(text("SELECT 1"))).scalar_one() == 1
    await same.close()


@on_postgresql
async def test_what_went_wrong_is_named_as_the_driver_names_it_and_nothing_is_quoted(database: Database) -> None:
    error = await failure_of(database, "SELECT 'hemligt'::integer")
    assert repr(without_contents(error)) == "RuntimeError('InvalidTextRepresentationError')"
