"""Quarters of a year, and of which one its results are told."""

from datetime import date

from domain.council_page import MONTHS_OF_QUARTER, quarter_of
from domain.frozen import frozen

QUARTERS = 4


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
    def next(self) -> "Quarter":
        """The one after it."""
        return Quarter(self.year + 1, 1) if self.number == QUARTERS else Quarter(self.year, self.number + 1)

    def has(self, month: int) -> bool:
        """Whether that month of its year is in it."""
        return quarter_of(month) == self.number


def told_on(today: date) -> Quarter:
    """The one whose results are told on that day: the one that it is in, and in its first month the one before."""
    number = quarter_of(today.month)
    if today.month != Quarter(today.year, number).begins_on.month:
        return Quarter(today.year, number)
    return Quarter(today.year, number - 1) if number > 1 else Quarter(today.year - 1, QUARTERS)
