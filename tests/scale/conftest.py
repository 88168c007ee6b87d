"""The two sizes that are compared, on each database."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from storage.database import Database
from tests.chat import Chat
from tests.city import MONDAY_MORNING, TOKEN, City, settings_for
from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate
from tests.scale.crowd import meet_new_telegram, move_in
from tests.scale.size import CITY, COUNTRY, FEW, TELEGRAM_IDS_FROM, Crowd


@dataclass(frozen=True)
class Filled:
    """A database with everyone in it.

    Attributes:
        url: Where it is.
        crowd: How many there are.
    """

    url: str
    crowd: Crowd


@dataclass(frozen=True)
class Sizes:
    """The same in small and in large."""

    few: Filled
    many: Filled


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def sizes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sizes]:
    """Filled once, since that takes longest: whatever lets something fall due stands in the last file."""
    is_sqlite = request.param == "sqlite"
    empty: EmptyDatabase
    if is_sqlite:
        empty = EmptyFile(request.getfixturevalue("empty_file"))
    else:
        empty = EmptyTemplate(request.getfixturevalue("cluster"))
    folder = tmp_path_factory.mktemp("scale")
    yield Sizes(_filled(empty, folder / "few", FEW), _filled(empty, folder / "many", CITY if is_sqlite else COUNTRY))
    empty.clear_away()


class CrowdedCity(City):
    """A city whose people are in the database already; a phone is made for whom a test is about."""

    def somebody(self, person_id: int) -> Chat:
        """The chat of the person with that id."""
        phone = self.telegram.add_phone(f"Person {person_id}", user_id=TELEGRAM_IDS_FROM + person_id)
        phone.has_started = True
        return Chat(self, phone)


@asynccontextmanager
async def a_stopped_city(filled: Filled) -> AsyncIterator[CrowdedCity]:
    """Everything, but the program is not running yet."""
    meet_new_telegram(filled.url)
    clock = MovableClock(MONDAY_MORNING, stands_still=True)
    telegram = LocalTelegram(token=TOKEN, now=clock.now)
    async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
        database = Database(filled.url)
        city = CrowdedCity(telegram, database, clock, settings_for(filled.url, api))
        try:
            yield city
        finally:
            await city.stop()
            await database.close()


def _filled(empty: EmptyDatabase, folder: Path, crowd: Crowd) -> Filled:
    folder.mkdir()
    url = empty.copied(folder)
    move_in(url, crowd)
    return Filled(url, crowd)
