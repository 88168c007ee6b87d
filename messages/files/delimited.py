"""A file as CSV, as a Swedish Excel opens it by a double click, and as programs read it (docs/export.md says why)."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from domain.export import Export
from messages.files.cells import DECIMALS, Cell, Reader, cells, headings

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a cell begins that a spreadsheet would work out, by OWASP's list; some take the wide ones for the same."""

MARK = "'"
"""Stands before a text that would be a formula. One that begins with it by itself gets another, so that whoever takes
away one from each text that begins with it has every text as it was."""


class DelimitedFile:
    """One table: semicolons, since a Swedish comma is the decimal's; a byte order mark, by which Excel knows UTF-8."""

    def __init__(self, path: Path, reader: Reader) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._lines = csv.writer(self._file, delimiter=";", lineterminator="\r\n")
        self._reader = reader
        self._export = Export.CONTRACTS

    def begin(self, export: Export) -> None:
        """Begin with the headings."""
        self._export = export
        self._lines.writerow(headings(export, self._reader.language))

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write these rows."""
        for row in rows:
            self._lines.writerow([_written(cell) for cell in cells(self._export, row, self._reader)])

    def close(self) -> None:
        """Write the rest."""
        self._file.close()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case float():
            return f"{cell:.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")
        case int():
            return str(cell)
        case _:
            return defused(cell)


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula, also behind spaces, which some of them pass over."""
    return MARK + text if text.lstrip(" \N{NO-BREAK SPACE}").startswith((*STARTS_FORMULA, MARK)) else text
