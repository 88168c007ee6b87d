"""What waits in a chat goes as soon as what it waits for is through: nobody's next regular look is needed for that."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import rounds
from bot.delivery import deliverer
from bot.delivery.pacing import ANSWERS_IN_A_BURST
from handlers.handling.work import Work
from messages.message import Message
from messages.people.joining import HowToGetIn
from storage import outbox
from storage.outbox import Lane, OutboxState
from tests.chat import Chat
from tests.city import City, a_city
from tests.delivery.outside import PATIENCE, arrivals, queue, until_state, with_long_leases
from tests.empty_database import EmptyDatabase

CALM = 0.1
"""Messages a second to a chat: who has used up their burst would wait for the rest of the test."""

LOOKED_BY_THEN = 0.2
"""Seconds after which the deliverer has surely seen what the test waits for; where it has not, the test shows less."""


@pytest.fixture
async def city(tmp_path: Path, empty_database: EmptyDatabase, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[City]:
    """A city in which nothing is looked for but what somebody says is there."""
    for each in (deliverer, rounds):
        monkeypatch.setattr(each, "LOOK_AGAIN_AFTER", 3600.0)
    async with a_city(tmp_path, empty_database, rate=30.0, rate_chat=CALM) as calm:
        yield calm


async def until_heard(chat: Chat, messages: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while len(chat.received) < messages:
            await asyncio.sleep(0.01)


async def until_queued(city: City, messages: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while sum((await city.asks(outbox.count_by_state)).values()) < messages:
            await asyncio.sleep(0.01)


async def test_an_answer_behind_the_last_of_a_broadcast(city: City) -> None:
    hang = city.telegram.faults.hangs(method="sendMessage")
    await queue(city, city.maleri, "to all", lane=Lane.BROADCAST)
    await hang.began.wait()
    city.maleri.phone.says("/hjalp")
    await until_queued(city, 2)
    await asyncio.sleep(LOOKED_BY_THEN)
    hang.release()
    await until_heard(city.maleri, 2)


async def test_ten_answers_go_in_a_row_though_each_has_waited_for_the_one_before(city: City) -> None:
    hang = city.telegram.faults.hangs(method="sendMessage")
    city.maleri.phone.says("/hjalp")
    await hang.began.wait()
    for already in range(1, ANSWERS_IN_A_BURST):
        city.maleri.phone.says("/hjalp")
        await until_queued(city, already + 1)
    hang.release()
    await until_heard(city.maleri, ANSWERS_IN_A_BURST)


async def test_the_new_words_of_what_nobody_knows_whether_it_arrived(city: City) -> None:
    await with_long_leases(city)
    city.telegram.faults.cuts_after_accepting(method="sendMessage")
    await queue(city, city.maleri, "perhaps")
    in_doubt = await until_state(city, "perhaps", OutboxState.UNKNOWN)
    async with city.program.deliverer.writing() as session:
        work = Work(session, city.clock.now(), city.program.city, key="test:edits")
        await work.edit(in_doubt.id, Message(HowToGetIn(city="new words", contact="—")))
    await until_state(city, "perhaps", OutboxState.SENT)
    assert arrivals(city.maleri, "new words") == 1


async def test_what_was_not_sent_though_nobody_but_a_silent_update_has_noted_that(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliverer, "GATHER_FOR", 3600.0)
    fault = city.telegram.faults.server_error(method="sendMessage")
    city.maleri.phone.says("/hjalp")
    async with asyncio.timeout(PATIENCE):
        while fault.times:
            await asyncio.sleep(0.01)
    await asyncio.sleep(LOOKED_BY_THEN)
    async with city.program.deliverer.writing():
        pass
    await until_heard(city.maleri, 1)
