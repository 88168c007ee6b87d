"""The inbox's queues: each chat has one, and none is lost or left standing."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from storage import conversation, inbox, inbox_queue
from storage.database import Database
from storage.inbox import Arrival, InboxChat, InboxRow, InboxState
from storage.people.person import Person
from tests.storage.rows import NOW, add_people
from tests.storage.turns import end_turn, key_of, next_turn, set_aside


async def keep(database: Database, *arrivals: tuple[int, int]) -> None:
    """Keep updates, each given as its number and its chat."""
    async with database.write() as session:
        new = [Arrival(f"update:{number}", chat, {"update_id": number}) for number, chat in arrivals]
        await inbox.keep(session, new, now=NOW)


async def next_key(database: Database) -> str | None:
    """The update that comes up now, left waiting."""
    async with database.write() as session:
        row = await next_turn(session)
        return key_of(row) if row else None


async def handle_next(database: Database) -> None:
    async with database.write() as session:
        row = await next_turn(session)
        assert row is not None
        await end_turn(session, row)


async def test_who_has_had_a_turn_goes_to_the_back(database: Database) -> None:
    await keep(database, *((number, 7) for number in range(1, 5)), (5, 8), (6, 9))
    order = []
    while key := await next_key(database):
        order.append(key)
        await handle_next(database)
        if len(order) == 2:
            await keep(database, (7, 10))
    assert order == ["update:1", "update:5", "update:6", "update:2", "update:7", "update:3", "update:4"]


async def test_people_with_access_come_before_strangers_and_those_whose_access_ended_are_strangers(
    database: Database,
) -> None:
    await add_people(database)
    async with database.write() as session:
        mira, sam = (await session.scalars(select(Person).order_by(Person.id))).all()[:2]
        sam.ended_at = NOW
        chats = mira.telegram_id, sam.telegram_id
    await keep(database, (1, 7), (2, chats[1]), (3, chats[0]))
    async with database.write() as session:
        turns = await inbox_queue.next_turns(session, at_most=9)
        assert await inbox_queue.are_in(session, [7, *chats]) == {chats[0]}
    assert [key_of(turn) for turn in turns] == ["update:3", "update:1", "update:2"]


async def test_a_batch_of_one_chat_is_kept_in_its_order(database: Database) -> None:
    numbers = [3, 1, 2, *range(200, 100, -1)]
    await keep(database, *((number, 7) for number in numbers))
    async with database.read() as session:
        kept = (await session.scalars(select(InboxRow.dedup_key).order_by(InboxRow.id))).all()
    assert kept == [f"update:{number}" for number in numbers]


async def test_a_handling_that_fails_leaves_its_update_first_in_its_chat(database: Database) -> None:
    await keep(database, (1, 7), (2, 7))

    async def handle_and_raise() -> None:
        async with database.write() as session:
            row = await next_turn(session)
            assert row is not None
            await end_turn(session, row)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await handle_and_raise()
    assert await next_key(database) == "update:1"
    async with database.read() as session:
        assert (await session.get_one(InboxRow, 1)).payload == {"update_id": 1}


async def test_a_repeat_of_what_was_handled_or_set_aside_wakes_nothing(database: Database) -> None:
    await keep(database, (1, 7), (2, 8))
    await handle_next(database)
    async with database.write() as session:
        await set_aside(session, 2)
    await keep(database, (1, 7), (2, 8))
    async with database.read() as session:
        assert not await inbox.is_waiting(session)
        assert await inbox.count_by_state(session) == {InboxState.HANDLED: 1, InboxState.SET_ASIDE: 1}
    assert await next_key(database) is None


async def test_a_chat_comes_up_again_after_it_was_empty(database: Database) -> None:
    await keep(database, (1, 7))
    await handle_next(database)
    assert await next_key(database) is None
    await keep(database, (2, 7))
    assert await next_key(database) == "update:2"
    async with database.read() as session:
        assert await inbox.is_waiting(session)


async def test_forgetting_takes_the_old_that_are_done_and_leaves_every_queue_whole(database: Database) -> None:
    await keep(database, (1, 7), (2, 7), (3, 8), (4, 9))
    await handle_next(database)  # 1, while 2 in the same chat goes on waiting
    async with database.write() as session:
        await set_aside(session, 3)
    async with database.write() as session:
        await inbox.forget_handled(session, before=NOW, at_most=9)
        assert len((await session.scalars(select(InboxRow.id))).all()) == 4
        await inbox.forget_handled(session, before=NOW + timedelta(microseconds=1), at_most=9)
    async with database.read() as session:
        assert (await session.scalars(select(InboxRow.dedup_key).order_by(InboxRow.id))).all() == [
            "update:2",
            "update:4",
        ]
        assert set(await session.scalars(select(InboxChat.chat_id))) == {7, 9}
    assert await next_key(database) == "update:4"


async def test_a_chat_that_waits_is_never_forgotten_even_where_its_update_is_not_seen(database: Database) -> None:
    """As on PostgreSQL, where the forgetting can see a queue that just grew but not yet the update itself."""
    await keep(database, (1, 7), (2, 7))
    await handle_next(database)
    async with database.write() as session:
        await session.execute(text("DELETE FROM inbox WHERE id = 2"))
        assert await inbox.forget_handled(session, before=NOW + timedelta(microseconds=1), at_most=9) == 1
        assert (await session.scalars(select(InboxChat.chat_id))).all() == [7]


async def test_failures_are_counted_one_by_one(database: Database) -> None:
    await keep(database, (1, 7))
    for attempt in (1, 2, 3):
        async with database.write() as session:
            row = await inbox_queue.count_attempt(session, 1)
            assert row is not None
            assert row.attempts == attempt


async def test_no_failure_is_counted_of_what_another_process_has_handled_meanwhile(database: Database) -> None:
    await keep(database, (1, 7))
    await handle_next(database)
    async with database.write() as session:
        assert await inbox_queue.count_attempt(session, 1) is None
        assert await inbox_queue.count_attempt(session, 99) is None
    async with database.read() as session:
        assert (await session.get_one(InboxRow, 1)).attempts == 0


async def test_a_person_has_one_conversation_also_within_the_transaction_that_opens_it(database: Database) -> None:
    await add_people(database)
    async with database.write() as session:
        talk = await conversation.of_person(session, 1, now=NOW)
        talk.flow, talk.answers, talk.revision = "report", {"step": "kind"}, 3
        assert await conversation.of_person(session, 1, now=NOW) is talk
    async with database.write() as session:
        again = await conversation.of_person(session, 1, now=NOW + timedelta(days=1))
        assert (again.flow, again.answers, again.revision, again.touched_at) == ("report", {"step": "kind"}, 3, NOW)
