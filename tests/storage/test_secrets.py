"""A row's secret lasts until the row has ended, however it ends, and no longer."""

import pytest
from sqlalchemy import select, update

from storage import delivery, in_chat, recall
from storage.database import Database
from storage.outbox import ENDED, Lane, Method, OutboxRow, OutboxState
from tests.storage import rows
from tests.storage.rows import NOW, add_people, delivers, queue

TURN = 5


async def queued(database: Database, key: str = "invitation", **more: object) -> int:
    async with database.write() as session:
        return await queue(session, key, secret="made up", **more)  # type: ignore[arg-type]


async def taken_up(database: Database, *, turn: int = TURN) -> None:
    async with database.write() as session:
        await delivers(session, turn)
        await rows.taken_up(session, turn=turn)


async def row_of(database: Database, row_id: int) -> OutboxRow:
    async with database.read() as session:
        return await session.get_one(OutboxRow, row_id)


@pytest.mark.parametrize("state", list(OutboxState))
async def test_the_secret_is_wiped_with_the_mark_that_ends_the_row(database: Database, state: OutboxState) -> None:
    row_id = await queued(database)
    await taken_up(database)
    async with database.write() as session:
        assert await delivery.mark(session, row_id, {"state": state}, fencing_token=TURN)
    may_be_tried_again = state in {OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNKNOWN}
    assert (await row_of(database, row_id)).secret == ("made up" if may_be_tried_again else None)
    assert (state in ENDED) != may_be_tried_again


@pytest.mark.parametrize(("lane", "secret"), [(Lane.ANSWER, "made up"), (Lane.BROADCAST, None)])
async def test_what_is_taken_back_keeps_its_secret_only_if_it_is_sent_again(
    database: Database, lane: Lane, secret: str | None
) -> None:
    row_id = await queued(database, lane=lane)
    await taken_up(database)
    async with database.write() as session:
        await delivers(session, TURN + 1)
        await delivery.take_back(session, fencing_token=TURN + 1)
    assert (await row_of(database, row_id)).secret == secret


@pytest.mark.parametrize(
    ("has_other_words", "left"), [(True, (Method.SEND_MESSAGE, None)), (False, (Method.SEND_PHOTO, "made up"))]
)
async def test_other_words_wipe_the_secret_and_fewer_buttons_leave_it(
    database: Database, has_other_words: bool, left: tuple[Method, str | None]
) -> None:
    row_id = await queued(database, method=Method.SEND_PHOTO)
    async with database.write() as session:
        assert await recall.replace_if_unsent(session, row_id, {}, has_other_words=has_other_words)
    row = await row_of(database, row_id)
    assert (row.method, row.secret) == left


async def test_what_waits_for_somebody_who_has_left_is_never_sent(database: Database) -> None:
    await add_people(database)
    waiting, maybe, under_way = [
        await queued(database, key, person_id=1, chat=number) for number, key in enumerate(("w", "m", "u"))
    ]
    other = await queued(database, "other", person_id=2, chat=9)
    async with database.write() as session:
        await session.execute(
            update(OutboxRow).where(OutboxRow.id == maybe).values(state=OutboxState.UNKNOWN, lease_until=1.0)
        )
        await session.execute(
            update(OutboxRow).where(OutboxRow.id == under_way).values(state=OutboxState.SENDING, fencing_token=1)
        )
        assert await recall.cancel_waiting(session, 1, now=NOW) == 2
    async with database.read() as session:
        left = {row.id: (row.state, row.secret) for row in await session.scalars(select(OutboxRow))}
    assert left == {
        waiting: (OutboxState.CANCELLED, None),
        maybe: (OutboxState.CANCELLED, None),
        under_way: (OutboxState.SENDING, "made up"),
        other: (OutboxState.QUEUED, "made up"),
    }
    async with database.write() as session:
        await delivers(session, TURN)
        assert await delivery.take_back(session, fencing_token=TURN) == 1
        await delivery.expire(session, now=NOW)
    row = await row_of(database, under_way)
    assert (row.state, row.secret) == (OutboxState.EXPIRED, None)


async def test_choices_are_looked_for_under_pictures_and_documents_too(database: Database) -> None:
    for number, method in enumerate(Method):
        row_id = await queued(database, f"row:{number}", method=method)
        shown = {"state": OutboxState.SENT, "telegram_message_id": row_id}
        async with database.write() as session:
            await session.execute(update(OutboxRow).where(OutboxRow.id == row_id).values(**shown))
    async with database.read() as session:
        found = [each.original.method for each in await in_chat.latest_to(session, 7, at_most=10)]
    assert found == [Method.SEND_DOCUMENT, Method.SEND_PHOTO, Method.SEND_MESSAGE]
