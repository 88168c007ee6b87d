"""A file as it was read, before anybody has looked for a meaning in it: its tabs, their rows and cells."""

import unicodedata
from datetime import date

from domain.contract_sheet import Refusal
from domain.frozen import frozen

MOST_COLUMNS = 300
MOST_IN_CELL = 1_000
"""Characters; a cell is cut just above, so that it can still be told to be too long."""

MOST_IN_SHEET = 5_000_000
"""In all cells together."""

NO_SUCH_CELL = ""


@frozen
class Formula:
    """A cell that would work something out. It is never evaluated, and the result in the file is not believed."""


@frozen
class Broken:
    """A cell in which the spreadsheet program itself shows that something is wrong: #REF!, #N/A."""


Cell = str | float | date | Formula | Broken


@frozen
class Row:
    """One row, numbered as a spreadsheet program shows it."""

    number: int
    cells: tuple[Cell, ...]


@frozen
class Tab:
    """One tab of a workbook, or all of a text.

    Attributes:
        name: As it is written on it; a text has none.
        rows: Those in which something stands.
        is_hidden: Whether whoever opens the workbook doesn't see the tab.
        hidden_rows: The numbers of rows that are not seen.
        hidden_columns: The places, from 0, of columns that are not seen.
        counts_from_1904: Whether a day that is kept as a number counts from 1904 and not from 1900.
        shows_its_slips: Whether a formula and a broken cell can be told from a value in this sort of file.
        refusal: Why the tab can't be read; then it has no rows.
    """

    name: str
    rows: tuple[Row, ...] = ()
    is_hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    counts_from_1904: bool = False
    shows_its_slips: bool = True
    refusal: Refusal | None = None


class UnreadableError(Exception):
    """The file can't be read at all."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def tidied(text: str) -> str:
    """A cell's text with each letter in one sign, and without the signs that nobody sees."""
    if not (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        seen = (sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
        text = "".join(seen)
    return text.strip()[: MOST_IN_CELL + 1]


def as_row(number: int, cells: list[Cell]) -> Row | None:
    """The row without the blank cells behind its last value; None where nothing stands in it.

    Raises UnreadableError where something stands too far to the right.
    """
    last = next((at for at in range(len(cells) - 1, -1, -1) if cells[at] != NO_SUCH_CELL), None)
    if last is None:
        return None
    if last >= MOST_COLUMNS:
        raise UnreadableError(Refusal.TOO_MANY_COLUMNS)
    return Row(number, tuple(cells[: last + 1]))
