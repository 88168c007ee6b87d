"""Somebody's name in a cell. Of two, or with a number beside it, it can't be known whom a message would reach."""

import re

from domain.contact import LONGEST_NAME
from domain.contract_sheet import Slip
from domain.pattern import Pattern
from handlers.importing.sheet import Cell
from handlers.secrecy import personal_number

_BETWEEN_PEOPLE = Pattern(r"\s*(?:[/;&+\n\r]+|,|\b(?:och|samt|eller|and|or)\b)\s*", re.IGNORECASE)
_FULL_NAME = Pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?(?: [^\W\d_]+(?:[-'’][^\W\d_]+)*\.?)+")
_IS_REACHED = Pattern(r"@|\d(?:[\s()/.–-]*\d){6}")


def person(cell: Cell, written: str) -> str | Slip:
    """The name of one person."""
    if len(written) > LONGEST_NAME:
        return Slip.TOO_LONG
    if _IS_REACHED.search(written) or personal_number.is_in(written):
        return Slip.PRIVATE
    lines = cell if isinstance(cell, str) else written
    people = [part for part in _BETWEEN_PEOPLE.split(lines) if _is_full_name(part)]
    return Slip.TWO_PEOPLE if len(people) > 1 else written


def _is_full_name(part: str) -> bool:
    """Whether it is a first and a last name; "Holm, Mira" and "Mira Holm, teknisk chef" are one person."""
    words = " ".join(part.split())
    return _FULL_NAME.fullmatch(words) is not None and words[0].isupper() and words.split(" ")[-1][0].isupper()
