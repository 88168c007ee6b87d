"""The city's working hours, with the country's holidays."""

from collections.abc import Container
from datetime import date, time
from zoneinfo import ZoneInfo

import holidays

from bot.settings import Settings
from domain.working_hours import WorkingHours


class DaysOff(Container[date]):
    """Public holidays, the eves on which Sweden stays at home anyway, and the city's own closing days."""

    def __init__(self, closed_days: tuple[date, ...]) -> None:
        self._closed = frozenset(closed_days)
        self._holidays = holidays.country_holidays("SE", categories=("public", "de_facto"))

    def __contains__(self, day: object) -> bool:
        """Whether nobody is expected at work that day."""
        return day in self._closed or (isinstance(day, date) and day in self._holidays)


def working_hours(settings: Settings) -> WorkingHours:
    """The working hours that the settings ask for."""
    opens, closes = map(time.fromisoformat, settings.working_hours.split("-"))
    return WorkingHours(
        opens=opens, closes=closes, zone=ZoneInfo(settings.timezone), days_off=DaysOff(settings.closed_days)
    )
