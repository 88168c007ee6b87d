"""A city whose database is to be kept: its people are known by their first names, and play by a script."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from domain.language import Language
from domain.role import Role
from domain.slot import Trade
from storage import inbox
from storage.database import Database
from tests.chat import Chat
from tests.city import MONDAY_MORNING, TOKEN, City, settings_for

MALERI, PARKER, ENMANS = "Exempelmåleriet AB", "Påhittade Parker AB", "Enmans AB"
GOLV, GOLVSLIP = "Exempelgolv AB", "Påhittade Golvslip AB"

PAUSE = 3600
"""Seconds for which Telegram wants to hear nothing, in the end: longer than the making of a database takes."""


class KeptCity(City):
    """Everyone, by first name; and a Telegram that may ask for a long pause."""

    def __init__(
        self, database_url: str, telegram: LocalTelegram, api: str, clock: MovableClock, database: Database
    ) -> None:
        super().__init__(telegram, database, clock, settings_for(database_url, api))
        self.who: dict[str, Chat] = {}
        self.is_paused = False

    async def person(
        self,
        name: str,
        role: Role,
        *,
        company: str | None = None,
        trade: Trade | None = None,
        language: Language = Language.SWEDISH,
    ) -> Chat:
        """Somebody who came in before, to be called by their first name."""
        chat = await super().person(name, role, company=company, trade=trade, language=language)
        self.who[name.split(maxsplit=1)[0]] = chat
        return chat

    async def plays(self, name: str, *turns: str) -> None:
        """Somebody's turns: ">" before what is pressed, "!" before what an older button carries, else a text."""
        for turn in turns:
            await _play(self.who[name], turn)

    async def pauses(self) -> None:
        """From now on Telegram wants to hear nothing: updates are handled, and all that is said stays queued."""
        self.is_paused = True
        self.telegram.faults.too_many_requests(PAUSE, method="sendMessage")

    async def is_busy(self) -> bool:
        """Whether anything is on its way; during the pause nothing goes out."""
        if not self.is_paused:
            return await super().is_busy()
        return bool(self.telegram.updates_waiting) or await self.asks(inbox.is_waiting)


async def _play(chat: Chat, turn: str) -> None:
    match turn[0]:
        case ">":
            await _turn_pages(chat, turn[1:])
            await chat.presses(turn[1:])
        case "!":
            await chat.presses_forged(turn[1:])
        case _:
            await chat.says(turn)


async def _turn_pages(chat: Chat, label: str) -> None:
    """Of a list, until it shows the label, or to its end."""
    while not any(label in button for button in chat.buttons):
        way_on = next((button for button in chat.buttons if button.endswith(("Nästa sida", "Next page"))), None)
        if way_on is None:
            return
        await chat.presses(way_on)


@asynccontextmanager
async def a_kept_city(database_url: str) -> AsyncIterator[KeptCity]:
    """A city on that database, which is empty."""
    clock = MovableClock(MONDAY_MORNING, stands_still=True)
    telegram = LocalTelegram(token=TOKEN, now=clock.now)
    database = Database(database_url)
    async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
        city = KeptCity(database_url, telegram, api, clock, database)
        try:
            yield city
        finally:
            await city.stop()
            await database.close()
