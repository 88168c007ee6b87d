"""Somebody writes faster than one may answer: what newer answers overtake is not said, and nothing else is lost."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import exists, select

from bot.delivery.deliverer import Deliverer
from messages.form import FormCancelled
from messages.message import Message
from storage import inbox, outbox
from storage.outbox import Lane, OutboxRow, OutboxState
from tests.chat import Chat
from tests.city import City, a_city
from tests.delivery.outside import PATIENCE, tell
from tests.empty_database import EmptyDatabase
from tests.everything import on_both_in_soak

TEXTS = 200
RECEIPTS = 15
FEW = TEXTS / 2
"""Ten answers go in a row, then one a second for as long as the bot reads: on a busy machine that may be a minute."""

SLOW_RATE = 4.0
"""A second."""

AT_ONCE = 2
"""So many answers have room at once at that rate."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def city(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[City]:
    """A city that keeps Telegram's own pace."""
    async with a_city(tmp_path, empty_database, rate=30.0, rate_chat=1.0) as paced:
        yield paced


async def until_answered(city: City) -> None:
    """Wait until every update is handled and every answer is through; what only tidies up may still wait."""
    answers = exists().where(OutboxRow.lane == Lane.ANSWER, OutboxRow.state.in_(outbox.UNDER_WAY))

    async def is_busy() -> bool:
        async with city.database.read() as session:
            return await inbox.is_waiting(session) or bool(await session.scalar(select(answers)))

    async with asyncio.timeout(10 * PATIENCE):
        while city.telegram.updates_waiting or await is_busy():
            await asyncio.sleep(0.05)


def flood(chat: Chat, text: str) -> None:
    for _ in range(TEXTS):
        chat.phone.says(text)


async def test_200_texts_into_a_form_get_few_answers_and_the_last_is_the_present_question(city: City) -> None:
    await city.maleri.says("/rapportera")
    flood(city.maleri, "vad menar du?")
    for answer in ("1", "1"):
        city.maleri.phone.says(answer)
    await until_answered(city)
    assert len(city.maleri.received) < FEW
    assert city.maleri.last_text.startswith("Steg 3 av 6")
    assert city.maleri.buttons
    assert (await city.asks(outbox.count_by_state))[OutboxState.CANCELLED] > TEXTS - FEW


@on_both_in_soak
async def test_200_texts_that_answer_nothing_are_answered_a_few_times(city: City) -> None:
    flood(city.matcher_a, "hej")
    await until_answered(city)
    assert 0 < len(city.matcher_a.received) < FEW
    assert len({message.text for message in city.matcher_a.received}) == 1


@on_both_in_soak
async def test_what_tells_of_something_is_said_however_far_one_is_behind(city: City) -> None:
    receipt = Message(FormCancelled("report"))
    for number in range(RECEIPTS):
        city.maleri.phone.says("hej")
        await tell(city, city.maleri, receipt, key=f"receipt {number}")
    await until_answered(city)
    words = [message.text for message in city.maleri.received]
    assert sum(said.startswith("Avbrutet") for said in words) == RECEIPTS


async def test_whoever_comes_gives_way_to_those_who_wait_for_room(
    tmp_path: Path, empty_database: EmptyDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_look(*_: object) -> bool:
        return bool(await asyncio.Event().wait())

    monkeypatch.setattr(Deliverer, "_whole_round", no_look)
    async with a_city(tmp_path, empty_database, rate=SLOW_RATE, rate_chat=100.0) as city:
        earlier = (city.maleri, city.park, city.matcher_a)
        for chat in earlier:
            chat.phone.says("/hjalp")
        async with asyncio.timeout(PATIENCE):
            while sum(len(chat.received) for chat in earlier) < AT_ONCE:
                await asyncio.sleep(0.01)
            await asyncio.sleep(1.5 / SLOW_RATE)
            city.coordinator.phone.says("/hjalp")
            while not all(chat.received for chat in earlier):
                await asyncio.sleep(0.01)
        said_to = [int(asked.chat_id) for asked in city.telegram.requests if asked.method == "sendMessage"]
        assert city.coordinator.phone.chat_id not in said_to[: len(earlier)]
