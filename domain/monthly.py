"""The monthly letter: when it goes, and of which month it tells."""

from datetime import date, datetime, timedelta

from domain.frozen import frozen
from domain.working_hours import WorkingHours


@frozen
class Monthly:
    """One month's letter.

    Attributes:
        goes_at: When the first working day of the month opens.
        over_at: When the month is over: whoever has not got it by then gets the next one.
        told: The first day of the month that it tells of, the one before.
        told_from: When that month began.
        told_until: When it was over.
    """

    goes_at: datetime
    over_at: datetime
    told: date
    told_from: datetime
    told_until: datetime


def monthly_of(today: date, hours: WorkingHours) -> Monthly:
    """The letter of the month in which the day is."""
    first = today.replace(day=1)
    told = (first - timedelta(days=1)).replace(day=1)
    told_from, told_until, over_at = (
        datetime(each.year, each.month, 1, tzinfo=hours.zone) for each in (told, first, first + timedelta(days=31))
    )
    goes_at = hours.opening_on(hours.working_day_from(first))
    return Monthly(goes_at, over_at, told, told_from, told_until)


def next_monthly(now: datetime, hours: WorkingHours) -> datetime:
    """When the next letter goes after that instant."""
    this = monthly_of(hours.local(now).date(), hours)
    return this.goes_at if this.goes_at > now else monthly_of(this.over_at.date(), hours).goes_at
