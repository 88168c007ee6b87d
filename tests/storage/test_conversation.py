"""A person's conversation is held by whoever has it, from its first row on."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from storage import conversation
from storage.conversation import Conversation
from storage.database import Database
from tests.storage.rows import NOW, add_people

MIRA = 1
AT_ONCE = 8


async def moved_on(session: AsyncSession) -> Conversation:
    """As when a question is asked: read, and written one further."""
    talk = await conversation.of_person(session, MIRA, now=NOW)
    talk.revision += 1
    return talk


async def test_of_many_who_want_a_conversation_at_once_each_gives_a_revision_of_its_own(database: Database) -> None:
    await add_people(database)
    given: list[int] = []

    async def move_on() -> None:
        async with database.write() as session:
            given.append((await moved_on(session)).revision)

    await asyncio.gather(*(move_on() for _ in range(AT_ONCE)))
    assert sorted(given) == list(range(1, AT_ONCE + 1))


class _TakenBackError(Exception):
    """What was done under a savepoint is not kept."""


async def test_what_a_savepoint_took_back_is_read_anew(database: Database) -> None:
    async def take_back(session: AsyncSession) -> None:
        async with session.begin_nested():
            await moved_on(session)
            await session.flush()
            raise _TakenBackError

    await add_people(database)
    async with database.write() as session:
        kept = await moved_on(session)
        with pytest.raises(_TakenBackError):
            await take_back(session)
        assert (await moved_on(session)).revision == 2
        assert kept is await conversation.of_person(session, MIRA, now=NOW)
