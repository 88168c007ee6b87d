"""The monthly letter to those who only read, and whether it comes."""

from datetime import date

from domain.frozen import frozen
from messages.pictures.goal import GoalPicture
from messages.template import template


@template("reader_month_told")
@frozen
class MonthTold:
    """How far it is, what was new in a month, and what waits: under the picture of the goal.

    Attributes:
        month: The month's first day.
        offered: How many places were offered in it.
        confirmed: How many residents it brought nearer to the goal; None where that may not be told.
        is_few: It may not be told because it is a small number.
        is_over: The year is over: nothing waits that could still count.
    """

    picture: GoalPicture
    month: date
    offered: int
    confirmed: int | None
    is_few: bool
    is_over: bool


@template("reader_monthly_shown")
@frozen
class MonthlyShown:
    """Whether the reader gets the monthly letter."""

    is_on: bool
