"""Several processes on one PostgreSQL: each transaction on a connection of its own."""

import asyncio
from contextlib import AsyncExitStack, aclosing

import pytest
from sqlalchemy import select, text

from domain.ledger_event import LedgerEvent
from storage import inbox, ledger, outbox
from storage.database import Database
from storage.inbox import Arrival, InboxChat, InboxRow
from storage.people import supplier
from storage.people.supplier import Supplier
from tests.empty_database import on_postgresql
from tests.storage.rows import NOW, queue
from tests.storage.turns import end_turn, key_of, next_turn

SOON = 0.3
"""Seconds after which what has not happened is believed to wait."""


def arrival(number: int, chat: int = 7) -> Arrival:
    return Arrival(f"update:{number}", chat, {"update_id": number})


async def handled_next(database: Database) -> str | None:
    async with database.write() as session:
        row = await next_turn(session)
        if row is None:
            return None
        await end_turn(session, row)
        return key_of(row)


@on_postgresql
async def test_a_look_sees_one_moment(database: Database) -> None:
    async with database.read() as session:
        assert (await session.scalars(select(Supplier))).all() == []
        async with database.write() as other:
            await supplier.found_or_created(other, "Ny AB", now=NOW)
        assert (await session.scalars(select(Supplier))).all() == []


@on_postgresql
async def test_a_chat_that_is_being_handled_is_passed_by(database: Database) -> None:
    async with database.write() as session:
        await inbox.keep(session, [arrival(1), arrival(2), arrival(3, chat=8)], now=NOW)
    async with database.write() as session:
        first = await next_turn(session)
        assert first is not None
        assert await handled_next(database) == "update:3"
        assert await handled_next(database) is None
        await end_turn(session, first)
    assert await handled_next(database) == "update:2"


@on_postgresql
async def test_two_who_keep_updates_of_one_chat_take_turns_so_that_none_is_seen_before_an_earlier_one(
    database: Database,
) -> None:
    async with AsyncExitStack() as first_ends:
        first = await first_ends.enter_async_context(database.write())
        await inbox.keep(first, [arrival(1)], now=NOW)
        second = asyncio.create_task(keep(database, arrival(2)))
        await asyncio.wait({second}, timeout=SOON)
        assert not second.done()
        assert await handled_next(database) is None
    await second
    assert [await handled_next(database), await handled_next(database)] == ["update:1", "update:2"]


async def keep(database: Database, *arrivals: Arrival) -> None:
    async with database.write() as session:
        await inbox.keep(session, arrivals, now=NOW)


@on_postgresql
async def test_many_who_keep_updates_of_the_same_chats_never_wait_for_one_another_in_a_ring(database: Database) -> None:
    chats = range(10)
    orders = [
        [arrival(100 * turn + chat, chat) for chat in (chats if turn % 2 else reversed(chats))] for turn in range(12)
    ]
    await asyncio.gather(*(keep(database, *order) for order in orders))
    async with database.read() as session:
        firsts = (await session.execute(text("SELECT chat_id, min(id) FROM inbox GROUP BY chat_id"))).all()
        places = (await session.execute(select(InboxChat.chat_id, InboxChat.oldest_waiting_id))).all()
    assert sorted(map(tuple, places)) == sorted(map(tuple, firsts))


@on_postgresql
async def test_an_update_that_arrives_while_its_chat_is_handled_comes_up_after_it(database: Database) -> None:
    await keep(database, arrival(1))
    async with database.write() as session:
        row = await next_turn(session)
        assert row is not None
        arriving = asyncio.create_task(keep(database, arrival(2)))
        await asyncio.wait({arriving}, timeout=SOON)
        await end_turn(session, row)
    await arriving
    assert await handled_next(database) == "update:2"


@on_postgresql
async def test_a_ledger_row_that_is_committed_after_a_later_one_is_sealed_all_the_same(database: Database) -> None:
    async with database.write() as slow:
        await ledger.record(slow, LedgerEvent.SLOT_REPORTED, at=NOW, content="first by number")
        async with database.write() as fast:
            await ledger.record(fast, LedgerEvent.SLOT_REPORTED, at=NOW, content="first to be committed")
        async with database.write() as session:
            assert await ledger.seal(session, at_most=10) == 1
    async with database.write() as session:
        assert await ledger.seal(session, at_most=10) == 1
    async with database.read() as session:
        assert await ledger.first_broken(session) is None
        assert await ledger.count_unaccounted(session) == 0


@on_postgresql
async def test_two_sealers_at_once_make_one_chain(database: Database) -> None:
    async with database.write() as session:
        for number in range(20):
            await ledger.record(session, LedgerEvent.SLOT_REPORTED, at=NOW, content=str(number))

    async def seal() -> int:
        async with database.write() as session:
            return await ledger.seal(session, at_most=100)

    assert sorted(await asyncio.gather(seal(), seal())) == [0, 20]
    async with database.read() as session:
        assert await ledger.first_broken(session) is None


@on_postgresql
async def test_who_queues_wakes_the_other_processes_once_a_transaction_and_not_itself(database: Database) -> None:
    other = Database(database.url.render_as_string(hide_password=False))
    heard: list[int] = []

    async def listen() -> None:
        async with aclosing(database.wakeups()) as wakeups:
            async for _ in wakeups:
                heard.append(1)  # noqa: PERF401  one by one, as they come

    listening = asyncio.create_task(listen())
    try:
        async with asyncio.timeout(10):
            while not heard:
                await asyncio.sleep(0.01)
        heard.clear()
        async with database.write() as session:
            await queue(session, "mine")
        async with other.write() as session:
            await supplier.found_or_created(session, "Ingenting köat AB", now=NOW)
        async with other.write() as session:
            for number in range(5):
                await queue(session, f"others {number}")
            await inbox.keep(session, [arrival(1)], now=NOW)
        async with asyncio.timeout(10):
            while not heard:
                await asyncio.sleep(0.01)
        await asyncio.sleep(SOON)
        assert heard == [1]
    finally:
        listening.cancel()
        await asyncio.wait({listening})
        await other.close()


@on_postgresql
async def test_what_is_rolled_back_wakes_nobody(database: Database) -> None:
    other = Database(database.url.render_as_string(hide_password=False))

    async def queue_and_raise() -> None:
        async with other.write() as session:
            await queue(session, "never")
            raise RuntimeError

    async with aclosing(database.wakeups()) as wakeups:
        await anext(wakeups)
        with pytest.raises(RuntimeError):
            await queue_and_raise()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(SOON):
                await anext(wakeups)
    await other.close()


async def test_two_who_name_the_same_new_supplier_get_the_same(database: Database) -> None:
    async def found() -> int:
        async with database.write() as session:
            return (await supplier.found_or_created(session, "Samma AB", now=NOW)).id

    assert len(set(await asyncio.gather(*(found() for _ in range(4))))) == 1


async def test_a_repeat_that_arrives_at_the_same_time_is_kept_once(database: Database) -> None:
    await asyncio.gather(*(keep(database, arrival(1), arrival(2)) for _ in range(4)))
    async with database.read() as session:
        assert sorted(await session.scalars(select(InboxRow.dedup_key))) == ["update:1", "update:2"]
        assert await outbox.count_by_state(session) == {}
