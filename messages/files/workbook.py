"""A file as an Excel workbook: a tab for each table, its headings always in sight, with a filter in each.

Days, times and numbers are what they are, and every text is written as a text: nothing in it is ever worked out as a
formula. What is written lies on disk at once, and a row at a time in memory.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from domain.export import Export
from messages.files.cells import Cell, Reader, cells, headings
from messages.files.columns import COLUMNS, CellType
from messages.label import wordings

MOST_ROWS: Final = 1_048_576
"""On one sheet, by the format; a longer table goes on on another."""

FORMATS: Final = {
    CellType.DAY: "yyyy-mm-dd",
    CellType.MOMENT: "yyyy-mm-dd hh:mm",
    CellType.NUMBER: "0",
    CellType.DECIMAL: "0.0#",
}


class NotWrittenError(Exception):
    """A cell can't be held by a workbook, such as one with more than 32,767 characters."""


class WorkbookFile:
    """One workbook."""

    def __init__(self, path: Path, reader: Reader) -> None:
        self._book = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
        self._bold = self._book.add_format({"bold": True})
        self._formats = {each: self._book.add_format({"num_format": shown}) for each, shown in FORMATS.items()}
        self._reader = reader
        self._export = Export.CONTRACTS
        self._sheet: Worksheet | None = None
        self._row = self._part = 0

    def begin(self, export: Export) -> None:
        """A tab of its own."""
        self._export, self._part = export, 0
        self._turn_over()

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write these rows."""
        for row in rows:
            if self._row == MOST_ROWS:
                self._turn_over()
            for at, cell in enumerate(cells(self._export, row, self._reader)):
                self._write(at, cell)
            self._row += 1

    def close(self) -> None:
        """Write the rest."""
        self._end_sheet()
        self._book.close()

    def _turn_over(self) -> None:
        self._end_sheet()
        self._part += 1
        name = wordings(self._reader.language)[f"export_file.{self._export}"]
        self._sheet = self._book.add_worksheet(name if self._part == 1 else f"{name} {self._part}")
        self._sheet.freeze_panes(1, 0)
        for at, column in enumerate(COLUMNS[self._export]):
            self._sheet.set_column(at, at, column.width)
        for at, heading in enumerate(headings(self._export, self._reader.language)):
            self._sheet.write_string(0, at, heading, self._bold)
        self._row = 1

    def _end_sheet(self) -> None:
        """Only at its end is it known how far the filter reaches."""
        if self._sheet is not None:
            self._sheet.autofilter(0, 0, max(1, self._row - 1), len(COLUMNS[self._export]) - 1)

    def _write(self, at: int, cell: Cell) -> None:
        if cell is None or self._sheet is None:
            return
        if isinstance(cell, str):
            refused = self._sheet.write_string(self._row, at, cell)
        elif isinstance(cell, datetime | date):
            refused = self._sheet.write_datetime(self._row, at, cell, self._format_of(at))
        else:
            refused = self._sheet.write_number(self._row, at, cell, self._format_of(at))
        if refused:
            raise NotWrittenError

    def _format_of(self, at: int) -> Format:
        return self._formats[COLUMNS[self._export][at].type]
