"""A month on buttons: seven days in a row, with the days of the neighbouring months that fill its weeks."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.form.question import Move, Option

DAYS_IN_WEEK = 7
MONTHS_AHEAD = 24


def month_of(day: date) -> int:
    """The month of a day, counted from the year 0."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month that is counted so."""
    return date(month // 12, month % 12 + 1, 1)


def month_options(month: int, today: date) -> Sequence[Option]:
    """The calendar's buttons: the month, its weekdays, its days, and the ways to other months and back."""
    heading = Option(None, "calendar.month", day=first_day(month), move=Move.HEADING)
    weekdays = [Option(None, f"weekday.{number}", move=Move.WEEKDAY) for number in range(DAYS_IN_WEEK)]
    days = [Option(day.isoformat(), text=str(day.day)) for day in _days_shown(month)]
    return [heading, *weekdays, *days, *_ways_on(month, today)]


def day_in_month(month: int, number: int) -> date | None:
    """The day with that number in the month; None where it has none."""
    try:
        return first_day(month).replace(day=number)
    except ValueError:
        return None


def _days_shown(month: int) -> list[date]:
    first, after = first_day(month), first_day(month + 1)
    monday = first - timedelta(days=first.weekday())
    weeks = -(-(after - monday).days // DAYS_IN_WEEK)
    return [monday + timedelta(days=number) for number in range(weeks * DAYS_IN_WEEK)]


def _ways_on(month: int, today: date) -> list[Option]:
    earliest = month_of(today)
    ways = [
        Option(neighbour, label, day=first_day(neighbour), move=Move.MONTH)
        for neighbour, label in ((month - 1, "calendar.before"), (month + 1, "calendar.after"))
        if earliest <= neighbour <= earliest + MONTHS_AHEAD
    ]
    return [*ways, Option(None, "calendar.suggestions", move=Move.SUGGESTIONS)]
