"""A made-up city of one phone, a browser in words, and the live line between them."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from bot.demo.city_description import CityDescription, Coming, Label, PhoneDescription, Result
from bot.demo.local_telegram import LocalTelegram
from messages.pictures.goal import GoalPicture

BOT = "1:local"
MALIN = 101
SUPPLIER = Label("Kontaktperson", "Supplier contact")
Event = tuple[str, dict[str, Any]]


class SmallCity:
    """A city of one phone, with a clock that a test moves."""

    def __init__(self) -> None:
        self.telegram = LocalTelegram(token=BOT, now=lambda: self.now)
        self.now = datetime(2026, 3, 2, 8, 4, tzinfo=UTC)
        self.goal = GoalPicture(2026, self.now.date(), 40, confirmed=13, begun=1, matched=2, offered=3)
        self.phones: tuple[PhoneDescription, ...] = ()
        self.is_moving = asyncio.Event()
        self.may_arrive = asyncio.Event()
        self.may_arrive.set()
        self._gives_phone("Malin Öberg", SUPPLIER, MALIN)

    def describe(self) -> CityDescription:
        result = Result(Label("Praktikplatser", "Internships"), 7)
        return CityDescription("Björkstad", self.now, "Europe/Stockholm", self.goal, (result,), self.phones)

    def language_of(self, _user_id: int) -> str:
        return "sv"

    async def look_around(self) -> None:
        """Nothing is new."""

    async def coming(self) -> list[Coming]:
        at = datetime(2026, 3, 3, 8, tzinfo=UTC)
        return (
            [Coming(at, Label("Startmöte", "Start-up meeting"), Label("Malin Öberg", "Malin Öberg"))]
            if at > self.now
            else []
        )

    async def advance(self, by: timedelta) -> None:
        self.is_moving.set()
        await self.may_arrive.wait()
        self.now += by

    async def advance_to_next(self) -> None:
        for due in await self.coming():
            self.now = due.at

    def add_phone(self) -> PhoneDescription:
        return self._gives_phone("Anders Holm", Label("Ny person", "Newcomer"), 102)

    def _gives_phone(self, name: str, role: Label, user_id: int) -> PhoneDescription:
        self.telegram.add_phone(name.partition(" ")[0], user_id=user_id)
        phone = PhoneDescription(user_id, name, role, "stranger")
        self.phones = (*self.phones, phone)
        return phone


class Browser:
    """What a browser does with the page, in a test's words."""

    def __init__(self, client: aiohttp.ClientSession) -> None:
        self._client = client

    async def gets(self, path: str) -> tuple[aiohttp.ClientResponse, bytes]:
        async with self._client.get(path) as answer:
            return answer, await answer.read()

    async def posts(self, path: str, body: object = None) -> tuple[int, dict[str, Any]]:
        async with self._client.post(path, json={} if body is None else body) as answer:
            return answer.status, await answer.json()

    async def posts_raw(self, path: str, data: bytes, content_type: str) -> tuple[int, dict[str, Any]]:
        async with self._client.post(path, data=data, headers={"Content-Type": content_type}) as answer:
            return answer.status, await answer.json()

    async def bot_sends(self, user_id: int, text: str) -> None:
        body = {"chat_id": user_id, "text": text, "parse_mode": "HTML"}
        async with self._client.post(f"/bot{BOT}/sendMessage", json=body) as answer:
            assert answer.status == 200, await answer.text()

    async def bot_sends_file(self, user_id: int, name: str, content: bytes) -> None:
        form = aiohttp.FormData({"chat_id": str(user_id)}, quote_fields=False)
        form.add_field("document", content, filename=name)
        async with self._client.post(f"/bot{BOT}/sendDocument", data=form) as answer:
            assert answer.status == 200, await answer.text()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[AsyncIterator[Event]]:
        async with self._client.get("/events") as answer:
            assert answer.content_type == "text/event-stream"
            yield _events(answer)


async def _events(answer: aiohttp.ClientResponse) -> AsyncIterator[Event]:
    name = ""
    async for line in answer.content:
        field, _, value = line.decode().rstrip("\r\n").partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


async def next_event(events: AsyncIterator[Event], name: str) -> dict[str, Any]:
    async with asyncio.timeout(5):
        async for event, data in events:
            if event == name:
                return data
    raise AssertionError(f"the line ended before a {name!r} came")
