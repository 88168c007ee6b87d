"""Personal and coordination numbers, in whatever writing: known by a date that can be one and by their check digit.

The rules are the Tax Agency's: ten digits or twelve, and in a coordination number 60 is added to the day. The checksum
is python-stdnum's. Of a number that could be something else too, such as a phone number that happens to hold a date
and the check digit, the person is better asked to write it otherwise than kept here by mistake.
"""

import re
from datetime import date

from stdnum import luhn

from handlers.secrecy.plain_form import plain_form

MASK = "\u2022"
"""Stands for each digit of a number that was masked."""

ASTRAL = 0xFFFF
COORDINATION = 60
CENTURIES = ("18", "19", "20")
DIGITS = (10, 12)

# One sort of gap within the day, or "24/11-05/12 2026" and "06-14 14-22" would be taken for numbers.
_DAY = r"(?:(?:18|19|20) ?)?\d\d(?P<gap>[ ./_-]{0,3})\d\d(?P=gap)\d\d|(?:18|19|20)\d\d[ ./_-]\d{4}"
_LAST_FOUR_NAMED = r"\D{0,10}(?:sista|fyra|last|four)\D{1,25}"
_WRITTEN = rf"(?=(?<!\d)(?P<number>(?:{_DAY})(?:[\W_]{{0,8}}|{_LAST_FOUR_NAMED})\d\d ?\d\d)(?!\d))"
_SPREAD = r"(?=(?<!\d)(?<!\d )(?P<number>(?:\d[ ._-]{1,3}){9}\d|(?:\d[ ._-]{1,3}){11}\d)(?! ?\d))"
_WRITINGS = tuple(map(re.compile, (_WRITTEN, _SPREAD)))
_PLANNED_DAY = re.compile(r"20(?:2[5-9]|[3-9]\d)[./-]\d\d[./-]\d\d[^\w-]*[ ][^\w-]*\d{4}")
"""A day of the years in which places are offered, and behind it an hour or a sum: "2026-11-24 0800"."""

_MASKED = re.compile(rf"(?:{MASK}[^\w{MASK}]{{0,4}}){{6}}")


def is_in(text: str) -> bool:
    """Whether there is a personal number in the text, or one was masked in it."""
    return _MASKED.search(text) is not None or bool(_digits_of_numbers(text))


def masked(text: str) -> str:
    """The text with every digit of every personal number masked; as long as before in UTF-16, as Telegram counts."""
    signs = list(text)
    for place in _digits_of_numbers(text):
        signs[place] = MASK * (2 if ord(text[place]) > ASTRAL else 1)
    return "".join(signs)


def _digits_of_numbers(text: str) -> set[int]:
    """Where in the text the digits of personal numbers stand."""
    searched, places = plain_form(text)
    candidates = (match.span("number") for writing in _WRITINGS for match in writing.finditer(searched))
    numbers = (range(start, end) for start, end in candidates if _is_one(searched[start:end]))
    return {places[at] for number in numbers for at in number if searched[at].isdecimal()}


def _is_one(candidate: str) -> bool:
    digits = "".join(filter(str.isdecimal, candidate))
    if len(digits) not in DIGITS or not luhn.is_valid(digits[-10:]) or _PLANNED_DAY.fullmatch(candidate):
        return False
    centuries = (digits[:2],) if len(digits) == max(DIGITS) else CENTURIES[1:]
    return any(_is_day(century, digits[-10:-4]) for century in centuries if century in CENTURIES)


def _is_day(century: str, digits: str) -> bool:
    year, month, day = int(century + digits[:2]), int(digits[2:4]), int(digits[4:])
    try:
        date(year, month, day - COORDINATION if day > COORDINATION else day)
    except ValueError:
        return False
    return True
