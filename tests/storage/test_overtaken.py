"""Of what waits in a chat that is behind, only that goes which nothing newer makes pointless."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.repeated import REPEATED
from messages.template import all_names
from storage import recall
from storage.database import Database
from storage.outbox import Lane, Method, OutboxRow, OutboxState
from tests.storage.rows import queue

NOT_UNDERSTOOD: dict[str, Any] = {"content": {"template": "everyone_not_understood", "parameters": {"role": "matcher"}}}
RECEIPT: dict[str, Any] = {"content": {"template": "supplier_thanked", "parameters": {}}}


async def left(database: Database, *chats: int) -> list[str]:
    """What is still to be sent, by key, when these chats are behind."""
    async with database.write() as session:
        await recall.cancel_overtaken(session, chats or (7,), repeated=REPEATED)
    async with database.read() as session:
        is_queued = OutboxRow.state == OutboxState.QUEUED
        return list(await session.scalars(select(OutboxRow.dedup_key).where(is_queued).order_by(OutboxRow.id)))


async def test_only_the_newest_question_is_asked(database: Database) -> None:
    async with database.write() as session:
        for revision in range(5):
            await queue(session, f"question:update:{revision}:{revision}")
            await queue(session, f"update:{revision}:1", **RECEIPT)
    assert await left(database) == [
        "update:0:1",
        "update:1:1",
        "update:2:1",
        "update:3:1",
        "question:update:4:4",
        "update:4:1",
    ]


async def test_the_same_words_of_those_that_tell_of_nothing_are_said_once(database: Database) -> None:
    async with database.write() as session:
        for number in range(5):
            await queue(session, f"{number}", **NOT_UNDERSTOOD)
        await queue(session, "other words", content=NOT_UNDERSTOOD["content"] | {"parameters": {"role": "supplier"}})
    assert await left(database) == ["4", "other words"]


async def test_the_same_receipt_is_sent_as_often_as_there_is_something_to_receive(database: Database) -> None:
    async with database.write() as session:
        for number in range(5):
            await queue(session, f"{number}", **RECEIPT)
    assert await left(database) == ["0", "1", "2", "3", "4"]


async def test_of_several_edits_of_a_message_the_newest_is_made(database: Database) -> None:
    async with database.write() as session:
        first, second = [await queue(session, key, state=OutboxState.SENT) for key in ("first", "second")]
        for number in range(3):
            await queue(session, f"of first {number}", original_id=first, method=Method.EDIT_MESSAGE_TEXT)
        await queue(session, "of second", original_id=second, method=Method.EDIT_MESSAGE_TEXT)
        await queue(session, "buttons", original_id=first, method=Method.EDIT_MESSAGE_REPLY_MARKUP)
    assert await left(database) == ["of first 2", "of second", "buttons"]


async def test_other_chats_and_other_lanes_are_left_as_they_are(database: Database) -> None:
    async with database.write() as session:
        for number in range(2):
            await queue(session, f"chat 8, {number}", chat=8, **NOT_UNDERSTOOD)
            await queue(session, f"alert {number}", lane=Lane.ALERT, **NOT_UNDERSTOOD)
        await queue(session, "question:in chat 8", chat=8)
        await queue(session, "question:in chat 7")
    assert len(await left(database)) == 6


@pytest.mark.parametrize("state", sorted(set(OutboxState) - {OutboxState.QUEUED}))
async def test_only_what_waits_overtakes_and_only_what_waits_is_overtaken(
    database: Database, state: OutboxState
) -> None:
    async with database.write() as session:
        earlier = await queue(session, "question:earlier", state=state)
        await queue(session, "question:present")
        await queue(session, "question:later", state=state)
    assert await left(database) == ["question:present"]
    async with database.read() as session:
        assert (await session.get_one(OutboxRow, earlier)).state is state


async def test_a_secret_goes_with_what_is_not_said(database: Database) -> None:
    async with database.write() as session:
        overtaken = await queue(session, "question:1", secret="made up")
        await queue(session, "question:2")
    await left(database)
    async with database.read() as session:
        row = await session.get_one(OutboxRow, overtaken)
    assert (row.state, row.secret) == (OutboxState.CANCELLED, None)


def test_what_is_said_once_has_a_template() -> None:
    assert set(REPEATED) <= set(all_names())
