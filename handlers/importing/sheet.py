"""A sheet as it was read, before anybody has looked for a meaning in it."""

from dataclasses import dataclass
from datetime import date

from domain.contract_sheet import Refusal

MOST_COLUMNS = 100
MOST_IN_CELL = 1_000
"""Characters; a cell is cut just above, so that it can still be told to be too long."""

MOST_IN_SHEET = 5_000_000
"""In all cells together."""

NO_SUCH_CELL = ""


@dataclass(frozen=True)
class Formula:
    """A cell that would work something out. It is never evaluated, and the result in the file is not believed."""


Cell = str | float | date | Formula


@dataclass(frozen=True)
class Row:
    """One row, numbered as a spreadsheet program shows it."""

    number: int
    cells: tuple[Cell, ...]


class UnreadableError(Exception):
    """The file can't be read at all."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def without_blanks(rows: list[Row]) -> list[Row]:
    """The rows in which something stands. Raises UnreadableError where there are none."""
    filled = [row for row in rows if any(cell != NO_SUCH_CELL for cell in row.cells)]
    if not filled:
        raise UnreadableError(Refusal.EMPTY)
    return filled
