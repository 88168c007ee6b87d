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

_DATE = r"\d\d[ ./-]{0,2}\d\d[ ./-]{0,2}\d\d"
_WRITTEN = rf"(?=(?<!\d)((?:\d\d[ ]?)?{_DATE}[ .,/+-]{{0,3}}\d\d ?\d\d)(?!\d))"
_SPREAD = r"(?=(?<!\d)(?<!\d )((?:\d ){9}\d|(?:\d ){11}\d)(?! ?\d))"
_MASKED = re.compile(rf"{MASK}(?:\W{{0,3}}{MASK}){{9}}")
_WRITINGS = tuple(map(re.compile, (_WRITTEN, _SPREAD)))


def spans(text: str) -> list[tuple[int, int]]:
    """Where in the text personal numbers stand, each from its first digit to behind its last."""
    searched, places = plain_form(text)
    candidates = [match.span(1) for writing in _WRITINGS for match in writing.finditer(searched)]
    return [(places[start], places[end - 1] + 1) for start, end in candidates if _is_one(searched[start:end])]


def is_in(text: str) -> bool:
    """Whether there is a personal number in the text, or one was masked in it."""
    return _MASKED.search(text) is not None or bool(spans(text))


def masked(text: str) -> str:
    """The text with every digit of every personal number masked; as long as before in UTF-16, as Telegram counts."""
    signs = list(text)
    for start, end in spans(text):
        for place in range(start, end):
            if text[place].isdecimal():
                signs[place] = MASK * (2 if ord(text[place]) > ASTRAL else 1)
    return "".join(signs)


def _is_one(candidate: str) -> bool:
    digits = "".join(filter(str.isdigit, candidate))
    if len(digits) not in DIGITS or not luhn.is_valid(digits[-10:]):
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
