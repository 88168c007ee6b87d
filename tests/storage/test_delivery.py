from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from storage import delivery, figures, outbox
from storage.database import Database
from storage.outbox import Lane, Method, OutboxRow, OutboxState
from storage.outgoing import Allowed
from tests.storage.rows import ANYTHING, NOW, delivers, queue, taken_up

TURN = 5


async def claimed(
    database: Database, *, allowed: Allowed = ANYTHING, lease_for: float = 60, turn: int = TURN
) -> list[str]:
    """What a deliverer takes up now, by key."""
    async with database.write() as session:
        await delivers(session, turn)
        return [row.dedup_key for row in await taken_up(session, turn=turn, allowed=allowed, lease_for=lease_for)]


async def marked(database: Database, row_id: int, state: OutboxState, *, turn: int = TURN, **more: Any) -> bool:
    """Note what became of a row."""
    async with database.write() as session:
        return await delivery.mark(session, row_id, {"state": state} | more, fencing_token=turn)


async def state_of(database: Database, row_id: int) -> OutboxRow:
    """The row as it stands."""
    async with database.read() as session:
        return await session.get_one(OutboxRow, row_id)


async def test_answers_overtake_alerts_alerts_duties_and_duties_broadcasts(database: Database) -> None:
    async with database.write() as session:
        for chat, lane in enumerate(reversed(Lane)):
            await queue(session, lane.name, chat=chat, lane=lane)
    assert await claimed(database) == ["ANSWER", "ALERT", "DUTY", "BROADCAST"]


async def test_a_chat_has_one_message_on_its_way_and_keeps_its_order(database: Database) -> None:
    async with database.write() as session:
        ids = [await queue(session, f"{number}") for number in range(3)]
        await queue(session, "urgent later", lane=Lane.ALERT)
    order = []
    for row_id in ids:
        order += await claimed(database)
        assert await claimed(database) == []
        await marked(database, row_id, OutboxState.SENT)
    assert order == ["0", "1", "2"]
    assert await claimed(database) == ["urgent later"]


async def test_busy_chats_slow_lanes_and_what_is_not_due_are_passed_by(database: Database) -> None:
    async with database.write() as session:
        await queue(session, "busy", chat=1)
        await queue(session, "slow", chat=2, lane=Lane.ALERT)
        await queue(session, "later", chat=3, due_at=NOW + timedelta(seconds=1))
        await queue(session, "now", chat=4)
    assert await claimed(database, allowed=Allowed(10, no_answers_to={1}, nothing_else_to={1, 2, 3})) == ["now"]
    assert await claimed(database, allowed=Allowed(1, no_answers_to=(), nothing_else_to=())) == ["busy"]


@pytest.mark.parametrize("lane", list(Lane))
async def test_an_edit_waits_for_its_original_and_they_never_wait_for_each_other(
    database: Database, lane: Lane
) -> None:
    async with database.write() as session:
        original = await queue(session, "original", lane=Lane.DUTY)
        edit_of: dict[str, Any] = {"original_id": original, "method": Method.EDIT_MESSAGE_TEXT}
        await queue(session, "edit", lane=max(lane, Lane.DUTY), **edit_of)
    assert await claimed(database) == ["original"]
    assert await claimed(database) == []
    await marked(database, original, OutboxState.SENT)
    assert await claimed(database) == ["edit"]


async def test_what_an_earlier_deliverer_was_sending_is_queued_again_and_counted(database: Database) -> None:
    async with database.write() as session:
        answer = await queue(session, "answer", chat=1)
        broadcast = await queue(session, "broadcast", chat=2, lane=Lane.BROADCAST)
    await claimed(database, turn=1)
    async with database.write() as session:
        await delivers(session, 2)
        assert await delivery.take_back(session, fencing_token=2) == 1
    assert (await state_of(database, answer)).state is OutboxState.QUEUED
    assert (await state_of(database, broadcast)).state is OutboxState.UNKNOWN
    async with database.read() as session:
        assert await figures.possibly_doubled(session) == 2
    assert await claimed(database, turn=2) == ["answer"]


async def test_what_is_being_sent_is_left_alone_until_its_lease_is_over(database: Database) -> None:
    async with database.write() as session:
        row_id = await queue(session, "answer")
    await claimed(database)
    async with database.write() as session:
        assert await delivery.take_back(session, fencing_token=TURN) == 0
    assert await marked(database, row_id, OutboxState.UNKNOWN)
    async with database.write() as session:
        assert await delivery.take_back(session, fencing_token=TURN) == 0
        await session.execute(update(OutboxRow).values(lease_until=1.0))
        assert await delivery.take_back(session, fencing_token=TURN) == 1


async def test_a_mark_from_an_earlier_turn_has_no_effect(database: Database) -> None:
    async with database.write() as session:
        row_id = await queue(session, "answer")
    await claimed(database, turn=1)
    async with database.write() as session:
        await delivers(session, 2)
        await delivery.take_back(session, fencing_token=2)
    await claimed(database, turn=2)
    assert not await marked(database, row_id, OutboxState.SENT, turn=1)
    assert await marked(database, row_id, OutboxState.SENT, turn=2)


async def test_what_comes_too_late_is_let_go_with_its_secret(database: Database) -> None:
    async with database.write() as session:
        late = await queue(session, "late", expires_at=NOW, secret="made up")
        await delivery.expire(session, now=NOW)
    row = await state_of(database, late)
    assert (row.state, row.secret) == (OutboxState.EXPIRED, None)
    assert await claimed(database) == []


async def test_a_key_is_queued_once(database: Database) -> None:
    async with database.write() as session:
        await queue(session, "once")
        values = {"dedup_key": "once", "chat_id": 1, "method": Method.SEND_MESSAGE, "content": {}, "lane": 0}
        assert await outbox.queue(session, values | {"ring": "always"}, now=NOW) is None
