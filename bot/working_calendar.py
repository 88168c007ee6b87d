"""The city's working hours, with the country's holidays."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Container
from datetime import date, time
from functools import cache
from zoneinfo import ZoneInfo

from bot.settings import Settings
from domain.working_hours import WorkingHours

log = logging.getLogger(__name__)

YEARS_AT_ONCE = 100
"""The library answers for many years as fast as for one."""

HOLIDAYS_ASKED_FOR = """
import sys, holidays
years = range(int(sys.argv[1]), int(sys.argv[2]))
print(*holidays.country_holidays("SE", categories=("public", "de_facto"), years=years))
"""


class DaysOff(Container[date]):
    """Public holidays, the eves on which Sweden stays at home anyway, and the city's own closing days."""

    def __init__(self, closed_days: tuple[date, ...]) -> None:
        self._closed = frozenset(closed_days)

    def __contains__(self, day: object) -> bool:
        """Whether nobody is expected at work that day."""
        return day in self._closed or (isinstance(day, date) and day in holidays(day.year // YEARS_AT_ONCE))


async def have_at_hand(today: date) -> None:
    """Ask for the holidays beside the loop, so that nobody waits for them.

    Whoever needs them before that is done asks for them too, and so does whoever needs them where it has failed.
    """
    try:
        await asyncio.to_thread(holidays, today.year // YEARS_AT_ONCE)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("the holidays are asked for again when they are needed: %s", error)


@cache
def holidays(period: int) -> frozenset[date]:
    """The holidays of these hundred years, once a process.

    The library loads the calendars of the whole world, 17 MB, and never lets go of them: so another process asks it,
    and is gone a tenth of a second later.
    """
    first = max(period * YEARS_AT_ONCE, 1)
    asked = (sys.executable, "-c", HOLIDAYS_ASKED_FOR, str(first), str((period + 1) * YEARS_AT_ONCE))
    told = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603  nothing in it is anybody's
    return frozenset(map(date.fromisoformat, told.stdout.split()))


def working_hours(settings: Settings) -> WorkingHours:
    """The working hours that the settings ask for."""
    opens, closes = map(time.fromisoformat, settings.working_hours.split("-"))
    return WorkingHours(
        opens=opens, closes=closes, zone=ZoneInfo(settings.timezone), days_off=DaysOff(settings.closed_days)
    )
