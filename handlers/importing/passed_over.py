"""Rows between and below what a list tells of that are none of it: the headings again, sums, a lone text."""

import re
from typing import Any

from domain.contract_sheet import NoteKind
from domain.pattern import Pattern
from handlers.importing.headings import Headings, cell_at, plain
from handlers.importing.sheet import Cell, Formula, Row

_SAYS_SUM = Pattern(
    r"(?i)(?:(?:del|slut|total)?summa|sum|total(?:t|er)?|subtotal|s:a|summering|"
    r"(?:totalt )?antal (?:avtal|rader|poster)|medel(?:värde)?|snitt)(?:$|[\s:.(])"
)
_NUMBER = Pattern(r"[-+]?[\d\s.,]+(?:kr|sek|%|:-)?", re.IGNORECASE)

AT_LEAST_AGAIN = 2
"""So many headings, and half of the row, say again what stands above."""


def why_none(row: Row, headings: Headings[Any]) -> NoteKind | None:
    """Why the row tells of nothing; None where it may tell of something."""
    filled = {at: cell for at, cell in enumerate(row.cells) if cell != ""}
    if _is_headings_again(filled, headings):
        return NoteKind.HEADINGS_AGAIN
    if _is_sum(row, filled, headings):
        return NoteKind.SUMS
    if len(filled) == 1 and _is_lone_text(filled, headings):
        return NoteKind.LONE_TEXTS
    if not set(filled) & set(headings.places.values()):
        return NoteKind.NOTHING_USED
    return None


def _is_headings_again(filled: dict[int, Cell], headings: Headings[Any]) -> bool:
    again = [at for at, cell in filled.items() if isinstance(cell, str) and _is_same(cell, headings.texts.get(at, ""))]
    return len(again) >= AT_LEAST_AGAIN and len(again) * 2 >= len(filled)


def _is_same(cell: str, heading: str) -> bool:
    return bool(heading) and plain(cell) == plain(heading)


def _is_sum(row: Row, filled: dict[int, Cell], headings: Headings[Any]) -> bool:
    """A row that says so, or one of nothing but numbers; neither has a number in the registry or a start."""
    told = [cell_at(row, headings.places.get(column)) for column in headings.sort.known_by]
    number, name, begins = ("" if _says_sum(cell) else cell for cell in told)
    if number != "" or begins not in {"", Formula()}:
        return False
    return any(map(_says_sum, filled.values())) or (name == "" and all(map(_is_number, filled.values())))


def _says_sum(cell: Cell) -> bool:
    return isinstance(cell, str) and _SAYS_SUM.match(cell) is not None


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, float | Formula) or (isinstance(cell, str) and _NUMBER.fullmatch(cell) is not None)


def _is_lone_text(filled: dict[int, Cell], headings: Headings[Any]) -> bool:
    """A lone number in the registry is something that somebody has begun to write."""
    ((at, cell),) = filled.items()
    return isinstance(cell, str) and at != headings.places.get(headings.sort.known_by[0])
