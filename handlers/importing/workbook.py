"""Read the tabs of a workbook: XLSX, and as far as the library knows them XLSB, ODS and the XLS of before 2007.

The library gives values and dates, but can't tell a formula from its result or a broken cell from a blank one, and
reserves room for every cell between the first and the last. So an XLSX is walked through first (`workbook_parts`). What
gets past that is stopped by the limits of `reading_apart`.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from xml.parsers import expat

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from domain.contract_sheet import MOST_ROWS, MOST_ROWS_ABOVE, Refusal
from handlers.importing.sheet import NO_SUCH_CELL, Cell, Row, Tab, UnreadableError, as_row, tidied
from handlers.importing.workbook_parts import MOST_UNPACKED, WORKBOOK, Book, Marks, book_of, marks_of

MOST_AREA = 3_000_000
"""Cells for which the library reserves room, in all tabs together."""

MOST_TABS = 40
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Excel until 2003, and any later workbook behind a password."""

OTHER_WORKBOOKS = ("xl/workbook.bin", "content.xml")
BROKEN = (zipfile.BadZipFile, expat.ExpatError, CalamineError, EOFError, NotImplementedError, ValueError, KeyError)


def tabs_of_workbook(content: bytes) -> list[Tab]:
    """The tabs, as they stand in it. Raises UnreadableError."""
    try:
        if content.startswith(OLD_OFFICE):
            return _tabs_of_other(content, Refusal.OLD_EXCEL)
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _check_size(parts)
            if WORKBOOK not in parts.namelist():
                is_one = any(each in parts.namelist() for each in OTHER_WORKBOOKS)
                return _tabs_of_other(content, Refusal.BROKEN if is_one else Refusal.WRONG_TYPE)
            return list(_tabs(content, parts))
    except PasswordError as error:
        raise UnreadableError(Refusal.ENCRYPTED) from error
    except BROKEN as error:
        raise UnreadableError(Refusal.BROKEN) from error
    except RuntimeError as error:  # zipfile's word for a part that needs a password
        raise UnreadableError(Refusal.ENCRYPTED) from error


def _check_size(parts: zipfile.ZipFile) -> None:
    if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
        raise UnreadableError(Refusal.TOO_LARGE)


def _tabs(content: bytes, parts: zipfile.ZipFile) -> Iterator[Tab]:
    """The tabs of an XLSX; of one that is too large only the name and why."""
    book, room, all_marks = book_of(parts), MOST_AREA, dict[str, Marks]()
    for name, path in list(book.paths.items())[:MOST_TABS]:
        if not path.startswith("xl/chartsheets"):
            all_marks[name] = marks_of(parts, path)
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for about in _sheets(workbook):
            marks = all_marks.get(about.name)
            if marks is None or marks.area > room:
                yield Tab(about.name, is_hidden=_is_hidden(about), refusal=_too_large(marks))
            else:
                room -= marks.area
                yield _tab(workbook.get_sheet_by_name(about.name), about, book, marks)


def _too_large(marks: Marks | None) -> Refusal:
    if marks is None:
        return Refusal.TOO_LARGE
    return Refusal.TOO_MANY_ROWS if marks.last_row > MOST_ROWS else Refusal.TOO_MANY_COLUMNS


def _tabs_of_other(content: bytes, unless: Refusal) -> list[Tab]:
    """The tabs of another sort of workbook, of which nothing is known but what the library says."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return [_tab(workbook.get_sheet_by_name(about.name), about, None, Marks()) for about in _sheets(workbook)]
    except CalamineError as error:
        raise UnreadableError(Refusal.ENCRYPTED if isinstance(error, PasswordError) else unless) from error


def _sheets(workbook: CalamineWorkbook) -> list[SheetMetadata]:
    return [each for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet][:MOST_TABS]


def _is_hidden(about: SheetMetadata) -> bool:
    return about.visible is not SheetVisibleEnum.Visible


def _tab(sheet: CalamineSheet, about: SheetMetadata, book: Book | None, marks: Marks) -> Tab:
    try:
        rows = _rows(sheet, marks)
    except UnreadableError as error:
        return Tab(about.name, is_hidden=_is_hidden(about), refusal=error.refusal)
    return Tab(
        about.name,
        rows,
        is_hidden=_is_hidden(about),
        hidden_rows=tuple(row.number for row in rows if row.number in marks.hidden_rows),
        hidden_columns=tuple(sorted(marks.hidden_columns)),
        counts_from_1904=book is not None and book.counts_from_1904,
        shows_its_slips=book is not None,
    )


def _rows(sheet: CalamineSheet, marks: Marks) -> tuple[Row, ...]:
    found, marked = dict[int, list[Cell]](), {number for number, _ in marks.cells}
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        if not any(values) and number not in marked:
            continue
        cells = [marks.cells.get((number, at)) or _cell(value) for at, value in enumerate(values)]
        if any(cell != NO_SUCH_CELL for cell in cells):
            found[number] = cells
        if len(found) > MOST_ROWS + MOST_ROWS_ABOVE:
            raise UnreadableError(Refusal.TOO_MANY_ROWS)
    _spread_merged(sheet, found)
    rows = (as_row(number, cells) for number, cells in found.items())
    return tuple(row for row in rows if row is not None)


def _spread_merged(sheet: CalamineSheet, rows: Mapping[int, list[Cell]]) -> None:
    """What stands in cells that were merged downwards belongs to each of their rows; across, it is a title."""
    for (top, at), (bottom, _) in sheet.merged_cell_ranges or ():
        first = rows.get(top + 1)
        if bottom == top or first is None or at >= len(first):
            continue
        for number in range(top + 2, bottom + 2):
            if number in rows and at < len(rows[number]):
                rows[number][at] = first[at]


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | float):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return tidied(str(value))
