"""Files looked at and taken in without a chat."""

from bot.commands import importing
from bot.demo.movable_clock import MovableClock
from handlers.importing.looking import Forecast
from storage.database import Database
from tests.city import settings_for
from tests.importing.sheets import csv
from tests.storage.rows import NOW


async def looks(database: Database, *rows: str) -> Forecast:
    """What a file with these rows would do."""
    found = await importing.look(database, settings_for(str(database.url), "http://x"), csv(*rows), clock=clock())
    assert isinstance(found, Forecast)
    return found


async def takes_in(database: Database, *rows: str, begins_again: bool = False) -> Forecast:
    """Take it in; what it was to do."""
    found = await looks(database, *rows)
    settings = settings_for(str(database.url), "http://x")
    assert await importing.take_in(database, settings, found, begins_again=begins_again, clock=clock()) is not None
    return found


def clock() -> MovableClock:
    return MovableClock(NOW, stands_still=True)
