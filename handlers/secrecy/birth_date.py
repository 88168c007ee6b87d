"""The day with which a personal number begins; in a coordination number 60 is added to it."""

from datetime import date

COORDINATION = 60
CENTURIES = ("18", "19", "20")
SHORT, LONG = 6, 8
"""Of so many digits is a day, without and with its century."""


def is_birth_date(digits: str) -> bool:
    """Whether somebody may have been born then."""
    if len(digits) == LONG:
        return digits[:2] in CENTURIES and _is_day(digits)
    return any(_is_day(century + digits) for century in CENTURIES[1:])


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        date(year, month, day - COORDINATION if day > COORDINATION else day)
    except ValueError:
        return False
    return True
