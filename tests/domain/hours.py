"""Working hours in Stockholm, with the holidays of one winter."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from domain.working_hours import WorkingHours

STOCKHOLM = ZoneInfo("Europe/Stockholm")


DAYS_OFF = {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 5)}


HOURS = WorkingHours(opens=time(8), closes=time(17), zone=STOCKHOLM, days_off=DAYS_OFF)


def at(text: str) -> datetime:
    """The local time in Stockholm, as an instant in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM).astimezone(UTC)
