"""Headings over two rows: what stands above goes for all columns below it, up to the next that stands above."""

from typing import Any

from handlers.importing.headings import belongs_to_others, is_heading, plain
from handlers.importing.list_sort import ListSort
from handlers.importing.sheet import Cell, Row

NAMES = {"namn", "name"}
"""Below "Leverantör" or "Kontaktperson" such a column is that."""


def under_groups(sort: ListSort[Any], above: Row, below: Row) -> Row:
    """The two rows as one, numbered as the lower."""
    width = max(len(above.cells), len(below.cells))
    cells, group = [], ""
    for at in range(width):
        upper, lower = _text(above, at), _text(below, at)
        group = upper or group
        cells.append(_heading(sort, upper, lower, group))
    return Row(below.number, tuple(cells))


def _text(row: Row, at: int) -> str:
    cell: Cell = row.cells[at] if at < len(row.cells) else ""
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _heading(sort: ListSort[Any], upper: str, lower: str, group: str) -> str:
    """What a column is called: by its own heading, else with that of its group before it."""
    if not lower or lower == upper:
        return upper
    if belongs_to_others(sort, group):
        return f"{group} {lower}"
    if plain(lower) in NAMES and is_heading(sort, group):
        return group
    return f"{group} {lower}" if not is_heading(sort, lower) and is_heading(sort, f"{group} {lower}") else lower
