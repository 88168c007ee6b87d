"""Files looked at and taken in without a chat."""

from typing import Any

from bot.program import city_of
from handlers.handling.work import Work
from handlers.importing import applying, looking
from handlers.importing.looking import Forecast
from storage.database import Database
from tests.city import settings_for
from tests.importing.sheets import csv
from tests.storage.rows import NOW


async def looks(database: Database, *rows: str) -> Forecast:
    """What a file with these rows would do."""
    async with database.read() as session:
        found = await looking.look(work_of(database, session), csv(*rows))
    assert isinstance(found, Forecast)
    return found


async def takes_in(database: Database, *rows: str, begins_again: bool = False) -> Forecast:
    """Take it in; what it was to do."""
    async with database.write() as session:
        work = work_of(database, session)
        found = await looking.look(work, csv(*rows))
        assert isinstance(found, Forecast)
        await applying.take_in(work, found.comparison, found.known, begins_again=begins_again, actor=None)
    return found


def work_of(database: Database, session: Any) -> Work:
    return Work(session, NOW, city_of(settings_for(str(database.url), "http://x")), key="test")
