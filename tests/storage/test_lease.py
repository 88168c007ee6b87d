from sqlalchemy import update

from storage import lease
from storage.database import Database
from storage.lease import Lease, ProcessRole


async def take(database: Database, holder: str, *, is_alone: bool = False) -> int | None:
    async with database.write() as session:
        return await lease.take(session, ProcessRole.SEALER, holder=holder, hold_for=60, is_alone=is_alone)


async def keep(database: Database, token: int) -> bool:
    async with database.write() as session:
        return await lease.keep(session, ProcessRole.SEALER, token=token, hold_for=60)


async def test_one_process_at_a_time_plays_a_role(database: Database) -> None:
    token = await take(database, "first")
    assert token is not None
    assert await take(database, "second") is None
    assert await keep(database, token)


async def test_a_process_that_fell_silent_is_replaced_and_its_heartbeat_no_longer_counts(database: Database) -> None:
    token = await take(database, "first")
    assert token is not None
    async with database.write() as session:
        await session.execute(update(Lease).values(held_until=1.0))
    later = await take(database, "second")
    assert later is not None
    assert later > token
    assert not await keep(database, token)
    assert await keep(database, later)


async def test_a_role_that_was_given_up_is_free_at_once(database: Database) -> None:
    token = await take(database, "first")
    assert token is not None
    async with database.write() as session:
        await lease.give_up(session, ProcessRole.SEALER, token=token)
    assert await take(database, "second") is not None


async def test_whoever_is_alone_needs_not_wait(database: Database) -> None:
    await take(database, "killed")
    assert await take(database, "next", is_alone=True) is not None


async def test_giving_up_an_old_turn_takes_nothing_from_the_new(database: Database) -> None:
    old = await take(database, "first")
    new = await take(database, "second", is_alone=True)
    assert old is not None
    assert new is not None
    async with database.write() as session:
        await lease.give_up(session, ProcessRole.SEALER, token=old)
    assert await keep(database, new)
