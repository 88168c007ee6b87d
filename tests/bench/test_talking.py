"""People who talk to the bot without a pause, by way of the bench's own stand-in for Telegram."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.program import Program
from domain.clock import SystemClock
from storage.database import Database
from tests.bench import conversations, residents
from tests.bench.api_server import ApiServer
from tests.bench.contestant import FIRST_TELEGRAM_ID, Contestant
from tests.bench.person import Person, Turn
from tests.city import settings_for
from tests.empty_database import EmptyDatabase


@pytest.fixture
async def api() -> AsyncIterator[ApiServer]:
    api = ApiServer()
    async with api.serving():
        yield api


async def test_the_bot_answers_everything_that_the_measured_people_say(
    api: ApiServer, empty_database: EmptyDatabase, tmp_path: Path
) -> None:
    url = empty_database.copied(tmp_path)
    await residents.move_in(url, suppliers=2)
    database = Database(url)
    bot = Program(settings_for(url, api.address), database, SystemClock())
    running = asyncio.create_task(bot.run())
    people = [Person(api, FIRST_TELEGRAM_ID + number, conversations.MIXED) for number in range(2)]
    for person in people:
        person.take(len(conversations.MIXED))
    try:
        await Contestant("Steget", api, people).come_to_rest()
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        await database.close()
    assert [len(person.waits) for person in people] == [len(conversations.MIXED)] * 2


@pytest.mark.parametrize("is_multipart", [True, False])
async def test_a_request_is_read_in_either_form_however_it_arrives(api: ApiServer, is_multipart: bool) -> None:
    person = Person(api, 17, [Turn("Hej", answer="Hallå, här är jag")])
    person.take(1)
    said = {"chat_id": "17", "text": f"Hallå, här är jag {'x' * 300_000}"}
    body: aiohttp.FormData | dict[str, str] = said
    if is_multipart:
        body = aiohttp.FormData(default_to_multipart=True)
        for name, value in said.items():
            body.add_field(name, value)
    async with aiohttp.ClientSession() as session:
        for _ in range(2):
            async with session.post(f"{api.address}/bot4711:made-up/sendMessage", data=body) as answer:
                assert (await answer.json())["result"]["text"] == said["text"]
            body = said
    assert len(person.waits) == 1


async def test_updates_come_again_until_they_are_confirmed(api: ApiServer) -> None:
    async def fetched(offset: int, *, hold_for: float = 0) -> list[int]:
        asked = {"offset": offset, "timeout": hold_for}
        async with session.post(f"{api.address}/bot4711:made-up/getUpdates", data=asked) as answer:
            return [update["update_id"] for update in (await answer.json())["result"]]

    async with aiohttp.ClientSession() as session:
        waiting = asyncio.create_task(fetched(0, hold_for=10))
        while not api.calls:
            await asyncio.sleep(0.001)
        api.tells(message={})
        (first,) = await waiting
        api.tells(message={})
        assert await fetched(0) == [first, first + 1]
        assert await fetched(first + 1) == [first + 1]
        assert await fetched(first + 2) == []


async def test_whoever_comes_later_repeats_no_number(api: ApiServer) -> None:
    before = api.number()
    assert ApiServer().number() > before
