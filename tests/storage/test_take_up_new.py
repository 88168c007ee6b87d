"""What a transaction has queued is taken up at once where the deliverer's own look would do so, and never otherwise."""

import random
from collections.abc import Sequence

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from domain.language import Language
from storage import outbox, outgoing, recall, wakeup
from storage.database import Database
from storage.outbox import TIDYING, Lane, Method, OutboxState, Ring
from storage.outgoing import NextUp
from storage.wakeup import Queued
from tests.storage.rows import ANYTHING, NOW, add_people, delivers, queue

TURN = 5
CHATS = (7, 8, 9)
CITIES = 40
"""Made up anew, from seeds, each with some rows in each state."""


async def taken_up(session: AsyncSession, row_ids: Sequence[int], *, turn: int = TURN) -> list[NextUp]:
    taken = await outgoing.take_up_new(session, row_ids, now=NOW, fencing_token=turn, lease_for=60)
    return sorted(taken, key=lambda up: up.row.id)


async def any_row(session: AsyncSession, by: random.Random, key: str, originals: Sequence[int], **more: object) -> int:
    method = by.choice([Method.SEND_MESSAGE, Method.EDIT_MESSAGE_TEXT, TIDYING]) if originals else Method.SEND_MESSAGE
    original = None if method is Method.SEND_MESSAGE else by.choice(originals)
    return await queue(
        session, key, chat=by.choice(CHATS), lane=by.choice(list(Lane)), method=method, original_id=original, **more
    )


@pytest.mark.parametrize("seed", range(2))
async def test_it_takes_only_what_would_be_taken_up_anyway_and_knows_the_same_of_it(
    database: Database, seed: int
) -> None:
    by, agreed = random.Random(seed), 0  # noqa: S311  made up, and the same each time
    await add_people(database)
    async with database.write() as session:
        await delivers(session, TURN)
        for city in range(CITIES):
            async with session.begin_nested() as made_up:
                told = {"person_id": 1, "telegram_message_id": 4}
                rows = [
                    await any_row(session, by, f"{city}:{n}", [], state=by.choice(list(OutboxState)), **told)
                    for n in range(by.randrange(4))
                ]
                for n in range(3):
                    rows.append(await any_row(session, by, f"{city}:new:{n}", rows))
                new = rows[-3:]
                looked = {up.row.id: up for up in await outgoing.next_up(session, ANYTHING, now=NOW)}
                taken = await taken_up(session, new)
                assert {up.row.id: up for up in taken}.items() <= looked.items()
                agreed += len(taken)
                await made_up.rollback()
    assert agreed > CITIES / 2


async def test_a_message_and_the_buttons_that_it_takes_away_go_together(database: Database) -> None:
    await add_people(database)
    async with database.write() as session:
        await delivers(session, TURN)
        shown = await queue(session, "shown", state=OutboxState.SENT, telegram_message_id=4)
        question = await queue(session, "question", person_id=1)
        tidying = await queue(session, "tidying", lane=Lane.DUTY, method=TIDYING, original_id=shown)
        said, tidied = await taken_up(session, [question, tidying])
    assert (said.row.id, said.language, said.original, said.row.attempts) == (question, Language.SWEDISH, None, 0)
    assert tidied.original == (Method.SEND_MESSAGE, OutboxState.SENT, 4)
    async with database.read() as session:
        row = await outbox.find(session, question)
    assert row is not None
    assert (row.state, row.attempts, row.fencing_token) == (OutboxState.SENDING, 1, TURN)


@pytest.mark.parametrize("before", [OutboxState.QUEUED, OutboxState.SENDING], ids=["waits", "is being sent"])
async def test_it_goes_before_nothing_in_its_chat(database: Database, before: OutboxState) -> None:
    async with database.write() as session:
        await delivers(session, TURN)
        await queue(session, "before", state=before)
        behind, elsewhere = await queue(session, "behind"), await queue(session, "elsewhere", chat=8)
        assert [up.row.id for up in await taken_up(session, [behind, elsewhere])] == [elsewhere]


async def test_what_came_to_nothing_meanwhile_and_who_delivers_no_more_send_nothing(database: Database) -> None:
    async with database.write() as session:
        await delivers(session, TURN)
        gone = await queue(session, "no longer true", state=OutboxState.CANCELLED)
        async with session.begin_nested() as nested:
            undone = await queue(session, "undone")
            await nested.rollback()
        kept = await queue(session, "kept", chat=8)
        # SQLite gives the number of what was undone anew.
        assert outbox.just_queued(session).rows.keys() == {gone, undone, kept}
        assert outbox.just_queued(session).rows[kept].chat_id == 8
        assert await taken_up(session, [kept], turn=TURN - 1) == []
        assert [up.row.id for up in await taken_up(session, [gone, 100, kept])] == [kept]


async def test_what_is_said_instead_of_what_may_have_been_sent_is_left_to_the_next_look(database: Database) -> None:
    async with database.write() as session:
        await delivers(session, TURN)
        unknown = await queue(session, "perhaps sent", state=OutboxState.UNKNOWN)
    async with database.write() as session:
        new = await queue(session, "elsewhere", chat=8)
        assert await recall.replace_if_unsent(session, new, {"template": "said otherwise at once"})
        assert outbox.just_queued(session).are_all
        assert await recall.replace_if_unsent(session, unknown, {"template": "said otherwise"})
        assert Queued.MESSAGE in wakeup.queued(session)
        assert not outbox.just_queued(session).are_all


async def test_what_is_queued_at_once_is_known_as_what_is_queued_one_by_one(database: Database) -> None:
    async with database.write() as session:
        said = await queue(session, "said before")
    async with database.write() as session:
        alone = await queue(session, "alone", chat=8, lane=Lane.ALERT)
        row = outbox.just_queued(session).rows[alone]
        told = {"method": row.method, "content": {"template": "made_up"}, "lane": Lane.ALERT, "ring": Ring.ALWAYS}
        each = [told | {"dedup_key": key, "chat_id": 8} for key in ("said before", "one", "another")]
        await outbox.queue_each(session, each, now=NOW)
        one, another = (found.id for found in await outbox.said_under(session, ["one", "another"]))
        assert Queued.MESSAGE in wakeup.queued(session)
        assert outbox.just_queued(session).are_all
        assert outbox.just_queued(session).rows == {id_: row._replace(id=id_) for id_ in (alone, one, another)}
        assert said not in outbox.just_queued(session).rows
