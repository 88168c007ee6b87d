"""Personal and coordination numbers, in whatever writing: known by a date that can be one and by their check digit.

The rules are the Tax Agency's: ten digits or twelve, and in a coordination number 60 is added to the day. The checksum
is python-stdnum's. Of a number that could be something else too, such as a phone number that happens to hold a date
and the check digit, the person is better asked to write it otherwise than kept here by mistake.
"""

from domain.pattern import Pattern
from handlers.secrecy.birth_date import is_birth_date
from handlers.secrecy.interim_number import interim_numbers_in
from handlers.secrecy.plain_form import plain_form
from handlers.secrecy.written_number import numbers_written_in

MASK = "\u2022"
"""Stands for each digit of a number that was masked."""

ASTRAL = 0xFFFF
DIGITS = (10, 12)
FEWEST_DIGITS = 9
"""Of a number with a letter in the place of its seventh."""

_MASKED = Pattern(rf"(?:{MASK}[^\w{MASK}]{{0,4}}){{6}}")


def is_in(text: str) -> bool:
    """Whether there is a personal number in the text, or one was masked in it."""
    return _MASKED.search(text) is not None or bool(_digits_of_numbers(text))


def may_hold_one(text: str) -> bool:
    """Whether the text has digits enough for a personal number."""
    return sum(map(str.isnumeric, text)) >= FEWEST_DIGITS


def masked(text: str) -> str:
    """The text with every digit of every personal number masked; as long as before in UTF-16, as Telegram counts."""
    signs = list(text)
    for place in _digits_of_numbers(text):
        signs[place] = MASK * (2 if ord(text[place]) > ASTRAL else 1)
    return "".join(signs)


def _digits_of_numbers(text: str) -> set[int]:
    """Where in the text the digits of personal numbers stand. Most texts have too few digits, and are not searched."""
    if not may_hold_one(text):
        return set()
    searched, places = plain_form(text)
    numbers = [span for span in numbers_written_in(searched) if _is_one(searched[slice(*span)])]
    found = (at for span in (*numbers, *interim_numbers_in(searched)) for at in range(*span))
    return {places[at] for at in found if searched[at].isdecimal()}


def _is_one(candidate: str) -> bool:
    digits = "".join(filter(str.isdecimal, candidate))
    return len(digits) in DIGITS and is_birth_date(digits[:-4]) and _has_check_digit(digits[-10:])


def _has_check_digit(digits: str) -> bool:
    # Loaded by the first text that could hold a number; the library brings a reader of documentation along.
    from stdnum import luhn  # noqa: PLC0415

    return luhn.is_valid(digits)
