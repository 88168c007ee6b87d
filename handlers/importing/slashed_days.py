"""Days such as 03/04/2027, of which only the others in the list say whether the day or the month stands first."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from handlers.importing.day_in_cell import EITHER
from handlers.importing.sheet import Cell, Row

MONTHS = 12


def read_alike(rows: Sequence[Row], places: Collection[int]) -> list[Row]:
    """The rows with such days read, where one that can be read in one way only says how all are written."""
    pairs = [(int(found[1]), int(found[2])) for row in rows for at in places if (found := _found(row, at))]
    day_first = any(first > MONTHS for first, _ in pairs)
    month_first = any(second > MONTHS for _, second in pairs)
    if day_first == month_first:
        return list(rows)
    return [replace(row, cells=_cells(row, places, is_month_first=month_first)) for row in rows]


def _cells(row: Row, places: Collection[int], *, is_month_first: bool) -> tuple[Cell, ...]:
    return tuple(
        _day(row, at, is_month_first=is_month_first) if at in places else each for at, each in enumerate(row.cells)
    )


def _day(row: Row, at: int, *, is_month_first: bool) -> Cell:
    found = _found(row, at)
    if found is None:
        return row.cells[at]
    day, month = (found[2], found[1]) if is_month_first else (found[1], found[2])
    try:
        return date(int(found[3]), int(month), int(day))
    except ValueError:
        return row.cells[at]


def _found(row: Row, at: int) -> re.Match[str] | None:
    cell = row.cells[at] if at < len(row.cells) else ""
    return EITHER.match(cell) if isinstance(cell, str) else None
