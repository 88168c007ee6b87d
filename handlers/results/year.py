"""Which years there are to be told of: from the first that an earlier result can be of, until this one."""

from handlers.handling.work import Work

FIRST_YEAR = 2000
"""No earlier result is of a year before it."""


def is_told(work: Work, year: int) -> bool:
    """Whether there is anything to be told of that year."""
    return FIRST_YEAR <= year <= work.city.today(work.now).year


def shown_year(work: Work, wanted: int) -> int:
    """The wanted year; this year where there is none such."""
    return wanted if is_told(work, wanted) else work.city.today(work.now).year


def years_beside(work: Work, year: int) -> list[int]:
    """The one before and the one after, as far as there are such."""
    return [each for each in (year - 1, year + 1) if is_told(work, each)]
