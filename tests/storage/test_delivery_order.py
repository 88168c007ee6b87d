"""Edits and their originals, and the rows that no order may hold up for ever."""

from itertools import product
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.language import Language
from storage import delivery, figures, outbox, outgoing, recall
from storage.database import Database
from storage.outbox import Lane, Method, OutboxRow, OutboxState
from tests.storage.rows import ANYTHING, NOW, add_people, delivers, queue, taken_up

TURN = 5


async def claim(database: Database, *, turn: int = TURN) -> dict[str, int]:
    """What a deliverer takes up now: id by key."""
    async with database.write() as session:
        await delivers(session, turn)
        rows = await taken_up(session, turn=turn)
        return {row.dedup_key: row.id for row in rows}


async def deliver_all(database: Database) -> list[str]:
    """Send what there is until nothing more can go; the order in which it went."""
    order: list[str] = []
    while taken := await claim(database):
        order += taken
        async with database.write() as session:
            for row_id in taken.values():
                assert await delivery.mark(session, row_id, {"state": OutboxState.SENT}, fencing_token=TURN)
    return order


def edit_of(original: int) -> dict[str, Any]:
    return {"original_id": original, "method": Method.EDIT_MESSAGE_TEXT}


async def states(database: Database) -> dict[str, OutboxState]:
    async with database.read() as session:
        rows = await session.scalars(select(OutboxRow))
        return {row.dedup_key: row.state for row in rows}


@pytest.mark.parametrize(("of_original", "of_edit"), list(product(Lane, Lane)))
async def test_an_edit_comes_after_its_original_whatever_their_lanes(
    database: Database, of_original: Lane, of_edit: Lane
) -> None:
    async with database.write() as session:
        original = await queue(session, "original", lane=of_original)
        await queue(session, "edit", lane=of_edit, **edit_of(original))
    assert await deliver_all(database) == ["original", "edit"]


async def test_an_edit_that_waits_holds_up_nobody_behind_it(database: Database) -> None:
    async with database.write() as session:
        original = await queue(session, "original", lane=Lane.BROADCAST)
        await queue(session, "edit", lane=Lane.ANSWER, **edit_of(original))
        await queue(session, "alert", lane=Lane.ALERT)
        await queue(session, "answer", lane=Lane.ANSWER)
    assert await deliver_all(database) == ["answer", "alert", "original", "edit"]


async def test_an_edit_of_what_was_sent_keeps_its_place_in_the_chat(database: Database) -> None:
    async with database.write() as session:
        original = await queue(session, "original")
    assert await deliver_all(database) == ["original"]
    async with database.write() as session:
        await queue(session, "alert", lane=Lane.ALERT)
        await queue(session, "edit", lane=Lane.ANSWER, **edit_of(original))
        await queue(session, "answer", lane=Lane.ANSWER)
    assert await deliver_all(database) == ["edit", "answer", "alert"]


@pytest.mark.parametrize("ending", sorted(set(OutboxState) - set(outbox.UNDER_WAY)))
async def test_an_edit_goes_whatever_became_of_its_original(database: Database, ending: OutboxState) -> None:
    async with database.write() as session:
        original = await queue(session, "original")
        await queue(session, "edit", **edit_of(original))
    await claim(database)
    assert await claim(database) == {}
    async with database.write() as session:
        assert await delivery.mark(session, original, {"state": ending}, fencing_token=TURN)
    assert list(await claim(database)) == ["edit"]


async def test_an_edit_of_a_row_in_another_chat_or_of_itself_blocks_no_chat(database: Database) -> None:
    async with database.write() as session:
        original = await queue(session, "original", chat=1)
        await queue(session, "edit elsewhere", chat=2, **edit_of(original))
        itself = await queue(session, "itself", chat=3)
        await session.execute(update(OutboxRow).where(OutboxRow.id == itself).values(original_id=itself))
        await queue(session, "behind it", chat=3)
    assert await deliver_all(database) == ["original", "behind it", "edit elsewhere"]


async def test_a_broadcast_that_may_have_arrived_is_never_sent_again(database: Database) -> None:
    async with database.write() as session:
        await queue(session, "broadcast", lane=Lane.BROADCAST)
    await claim(database, turn=1)
    for turn in (2, 3):
        async with database.write() as session:
            await delivers(session, turn)
            assert await delivery.take_back(session, fencing_token=turn) == 0
            await session.execute(update(OutboxRow).values(lease_until=1.0))
    assert await claim(database, turn=4) == {}
    assert await states(database) == {"broadcast": OutboxState.UNKNOWN}


async def test_what_is_taken_back_is_counted_as_possibly_doubled_also_when_it_is_sent_at_last(
    database: Database,
) -> None:
    async with database.write() as session:
        await queue(session, "answer")
        await queue(session, "never tried", chat=8)
        await session.execute(update(OutboxRow).where(OutboxRow.chat_id == 8).values(due_at=NOW.replace(year=2027)))
    await claim(database, turn=1)
    async with database.write() as session:
        await delivers(session, TURN)
        assert await delivery.take_back(session, fencing_token=TURN) == 1
    assert await deliver_all(database) == ["answer"]
    async with database.read() as session:
        assert await figures.possibly_doubled(session) == 1


async def test_a_chat_that_is_refused_is_left_alone_and_the_others_go_on(database: Database) -> None:
    async with database.write() as session:
        for key, chat in (("first", 1), ("second", 1), ("elsewhere", 2)):
            await queue(session, key, chat=chat, secret="made up")
    await claim(database)
    async with database.write() as session:
        await delivery.set_chat_unreachable(session, 1)
    assert await states(database) == {
        "first": OutboxState.SENDING,
        "second": OutboxState.UNREACHABLE,
        "elsewhere": OutboxState.SENDING,
    }
    async with database.read() as session:
        secrets = {row.dedup_key: row.secret for row in await session.scalars(select(OutboxRow))}
    assert secrets["second"] is None
    assert await claim(database) == {}


async def test_what_is_claimed_has_its_attempt_and_its_lease_counted(database: Database) -> None:
    async with database.write() as session:
        row_id = await queue(session, "answer")
    await claim(database)
    async with database.write() as session:
        await delivery.mark(session, row_id, {"state": OutboxState.QUEUED}, fencing_token=TURN)
    await claim(database, turn=TURN + 1)
    async with database.read() as session:
        row = await session.get_one(OutboxRow, row_id)
    assert (row.attempts, row.fencing_token, row.state) == (2, TURN + 1, OutboxState.SENDING)
    assert row.lease_until is not None


async def test_a_waiting_row_is_changed_in_place_and_one_under_way_is_not(database: Database) -> None:
    async with database.write() as session:
        row_id = await queue(session, "answer")
        assert await recall.replace_if_unsent(session, row_id, {"template": "newer"})
    await claim(database)
    async with database.write() as session:
        assert not await recall.replace_if_unsent(session, row_id, {"template": "too late"})
        assert (await session.get_one(OutboxRow, row_id)).content == {"template": "newer"}


async def test_there_is_something_to_do_while_anything_is_due_or_under_way(database: Database) -> None:
    async with database.write() as session:
        assert not await delivery.is_due(session, now=NOW)
        row_id = await queue(session, "later", due_at=NOW.replace(year=2027))
        assert not await delivery.is_due(session, now=NOW)
        assert await delivery.is_due(session, now=NOW.replace(year=2027))
        await session.execute(update(OutboxRow).values(due_at=NOW))
    await claim(database)
    async with database.write() as session:
        assert await delivery.is_due(session, now=NOW.replace(year=2025))
        await delivery.mark(session, row_id, {"state": OutboxState.SENT}, fencing_token=TURN)
        assert not await delivery.is_due(session, now=NOW)


async def test_a_row_is_worded_in_the_language_that_its_person_has_now(database: Database) -> None:
    await add_people(database)
    async with database.write() as session:
        await queue(session, "to a person", person_id=1)
        await queue(session, "to nobody here", chat=9)
        found = await outgoing.next_up(session, ANYTHING, now=NOW)
    assert {up.row.chat_id: up.language for up in found} == {7: Language.SWEDISH, 9: None}


async def test_an_edit_waits_for_an_earlier_edit_of_the_same_message(database: Database) -> None:
    async with database.write() as session:
        original = await queue(session, "original", state=OutboxState.SENT)
        edit_of: dict[str, Any] = {"original_id": original, "method": Method.EDIT_MESSAGE_TEXT}
        await queue(session, "older", lane=Lane.DUTY, **edit_of)
        await queue(session, "newer", lane=Lane.ANSWER, **edit_of)
        await delivers(session, 1)
        rows = await taken_up(session, turn=1)
    assert [row.dedup_key for row in rows] == ["older"]


async def test_a_message_whose_fate_is_unknown_is_said_afresh_in_its_new_words(database: Database) -> None:
    async with database.write() as session:
        row_id = await queue(session, "perhaps", state=OutboxState.UNKNOWN, lease_until=9e9)
        broadcast = await queue(session, "broadcast", state=OutboxState.UNKNOWN, lane=Lane.BROADCAST)
        assert await recall.replace_if_unsent(session, row_id, {"template": "newer"})
        assert not await recall.replace_if_unsent(session, broadcast, {"template": "newer"})
    async with database.read() as session:
        row = await session.get_one(OutboxRow, row_id)
    assert (row.state, row.content, row.possible_copies) == (OutboxState.QUEUED, {"template": "newer"}, 1)
