"""The city's working hours, with the country's holidays."""

from collections.abc import Container
from datetime import date, time
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.settings import Settings
from domain.working_hours import WorkingHours


class DaysOff(Container[date]):
    """Public holidays, the eves on which Sweden stays at home anyway, and the city's own closing days."""

    def __init__(self, closed_days: tuple[date, ...]) -> None:
        self._closed = frozenset(closed_days)

    def __contains__(self, day: object) -> bool:
        """Whether nobody is expected at work that day."""
        return day in self._closed or (isinstance(day, date) and day in self._holidays)

    @cached_property
    def _holidays(self) -> Container[date]:
        # Loaded with the first day that is asked about: the library knows every calendar of the world, and weighs it.
        import holidays  # noqa: PLC0415

        return holidays.country_holidays("SE", categories=("public", "de_facto"))


def working_hours(settings: Settings) -> WorkingHours:
    """The working hours that the settings ask for."""
    opens, closes = map(time.fromisoformat, settings.working_hours.split("-"))
    return WorkingHours(
        opens=opens, closes=closes, zone=ZoneInfo(settings.timezone), days_off=DaysOff(settings.closed_days)
    )
