from datetime import timedelta

from sqlalchemy import select

from storage import inbox, inbox_queue
from storage.database import Database
from storage.inbox import Arrival, InboxChat, InboxRow, InboxState
from tests.storage.rows import NOW
from tests.storage.turns import end_turn, key_of, next_turn, set_aside


def arrival(number: int, chat: int) -> Arrival:
    return Arrival(f"update:{number}", chat, {"update_id": number})


async def handle_all(database: Database) -> list[str]:
    """Handle what waits, one at a time, and tell in which order it came up."""
    order: list[str] = []
    while True:
        async with database.write() as session:
            row = await next_turn(session)
            if row is None:
                return order
            order.append(key_of(row))
            await end_turn(session, row)


async def test_a_repeated_update_is_kept_once(database: Database) -> None:
    for expected in (2, 0):
        async with database.write() as session:
            assert await inbox.keep(session, [arrival(1, 7), arrival(2, 7)], now=NOW) == expected
    assert await handle_all(database) == ["update:1", "update:2"]
    async with database.write() as session:
        assert await inbox.keep(session, [arrival(1, 7)], now=NOW) == 0
    assert await handle_all(database) == []


async def test_a_chats_updates_come_in_order_of_arrival_whatever_their_numbers(database: Database) -> None:
    async with database.write() as session:
        await inbox.keep(
            session, [arrival(900, 7), arrival(3, 8), arrival(5, 7), arrival(4, 8), arrival(6, 7)], now=NOW
        )
    order = await handle_all(database)
    assert [key for key in order if key in {"update:900", "update:5", "update:6"}] == [
        "update:900",
        "update:5",
        "update:6",
    ]
    assert [key for key in order if key in {"update:3", "update:4"}] == ["update:3", "update:4"]


async def test_where_something_waits_in_a_chat_what_comes_in_is_not_kept_as_handled(database: Database) -> None:
    async with database.write() as session:
        await inbox.keep(session, [arrival(1, 7)], now=NOW)
    async with database.write() as session:
        assert await inbox.keep_handled(session, [arrival(2, 8), arrival(3, 7)], now=NOW) is None
    assert await handle_all(database) == ["update:1"]


async def test_what_was_kept_as_handled_and_is_not_waits_as_if_it_had_come_so(database: Database) -> None:
    async with database.write() as session:
        came = [arrival(1, 7), arrival(2, 8), arrival(3, 7), arrival(3, 7), arrival(4, 7)]
        turns = await inbox.keep_handled(session, came, now=NOW)
        assert turns is not None
        assert list(turns) == ["update:1", "update:2", "update:3", "update:4"]
        await inbox.let_wait(session, list(turns.values())[2:])
        assert await inbox.keep_handled(session, [arrival(2, 8)], now=NOW) == {}
    assert await handle_all(database) == ["update:3", "update:4"]
    async with database.read() as session:
        assert (await session.get_one(InboxRow, 1)).payload is None


async def test_an_update_put_aside_lets_the_chats_next_come_forward(database: Database) -> None:
    async with database.write() as session:
        await inbox.keep(session, [arrival(1, 7), arrival(2, 7)], now=NOW)
    async with database.write() as session:
        row = await inbox_queue.count_attempt(session, 1)
        assert row is not None
        await set_aside(session, row.id)
    assert await handle_all(database) == ["update:2"]
    async with database.read() as session:
        aside = await session.get_one(InboxRow, 1)
        assert (aside.state, aside.payload, aside.attempts) == (InboxState.SET_ASIDE, {"update_id": 1}, 1)


async def test_old_updates_are_forgotten_and_waiting_ones_kept(database: Database) -> None:
    async with database.write() as session:
        await inbox.keep(session, [arrival(1, 7), arrival(2, 8)], now=NOW)
    async with database.write() as session:
        turn = await next_turn(session)
        assert turn is not None
        await end_turn(session, turn)
    async with database.write() as session:
        await inbox.forget_handled(session, before=NOW + timedelta(seconds=1), at_most=9)
    async with database.read() as session:
        assert (await session.scalars(select(InboxRow.dedup_key))).all() == ["update:2"]
        assert (await session.scalars(select(InboxChat.chat_id))).all() == [8]
