"""Quarters of a year, and of which one its results are told."""

from datetime import date, timedelta

from domain.frozen import frozen

QUARTERS = 4
MONTHS_OF_QUARTER = 3


@frozen
class Quarter:
    """One quarter.

    Attributes:
        number: From 1 to 4.
    """

    year: int
    number: int

    @property
    def begins_on(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * MONTHS_OF_QUARTER + 1, 1)

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return self.next.begins_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The one after it."""
        return Quarter(self.year + 1, 1) if self.number == QUARTERS else Quarter(self.year, self.number + 1)

    @property
    def before(self) -> "Quarter":
        """The one before it."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, QUARTERS)

    def has(self, month: int) -> bool:
        """Whether that month of its year is in it."""
        return quarter_of(month) == self.number


def quarter_of(month: int) -> int:
    """Which quarter of the year, from 1, a month is in, from 1 too."""
    return (month - 1) // MONTHS_OF_QUARTER + 1


def quarter_with(day: date) -> Quarter:
    """The one that the day is in."""
    return Quarter(day.year, quarter_of(day.month))


def quarters_after(day: date, number: int) -> list[Quarter]:
    """So many that come after the one that the day is in."""
    found = [quarter_with(day).next]
    while len(found) < number:
        found.append(found[-1].next)
    return found


def told_on(today: date) -> Quarter:
    """The one whose results are told on that day: the one that it is in, and in its first month the one before."""
    now = quarter_with(today)
    return now if today.month != now.begins_on.month else now.before
