"""Read the first sheet of an XLSX workbook.

The library gives values and dates, but can't tell a formula from its result, and reserves room for every cell between
the first and the last. So the sheet's XML is walked through first, a chunk at a time, and what is too large or not what
it seems is refused before the library sees it. What gets past that is stopped by the limits of `sandbox`.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook

from domain.contract_sheet import MOST_ROWS, Refusal
from handlers.importing.sheet import MOST_COLUMNS, MOST_IN_CELL, Cell, Formula, Row, UnreadableError, without_blanks

MOST_UNPACKED = 60_000_000
"""Bytes of all parts together, as the file declares them and as they really are."""

CHUNK = 65_536
WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"

Attributes = dict[str, str]
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def rows_of_workbook(content: bytes) -> list[Row]:
    """The rows that are not blank. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            name, formulas = _checked(parts)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (zipfile.BadZipFile, expat.ExpatError, CalamineError, EOFError, NotImplementedError, ValueError) as error:
        raise UnreadableError(Refusal.BROKEN) from error
    except RuntimeError as error:  # zipfile's word for a part that needs a password
        raise UnreadableError(Refusal.ENCRYPTED) from error
    return without_blanks(
        [
            Row(number, tuple(_cell(value, is_formula=(number, at) in formulas) for at, value in enumerate(row)))
            for number, row in enumerate(values, start=1)
        ]
    )


def _checked(parts: zipfile.ZipFile) -> tuple[str, set[tuple[int, int]]]:
    """The first visible sheet's name and where formulas stand in it; all that is too large is refused."""
    if WORKBOOK not in parts.namelist():
        raise UnreadableError(Refusal.WRONG_TYPE)
    if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
        raise UnreadableError(Refusal.TOO_LARGE)
    name, link = _first_sheet(parts)
    target = next(
        (found["Target"] for _, found in _elements(parts, LINKS, {"Relationship"}) if found.get("Id") == link), ""
    )
    path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    if path not in parts.namelist():
        raise UnreadableError(Refusal.BROKEN)
    return name, _formulas(parts, path)


def _first_sheet(parts: zipfile.ZipFile) -> tuple[str, str]:
    for _, found in _elements(parts, WORKBOOK, {"sheet"}):
        link = found.get(f"{RELATION} id") or found.get(f"{STRICT_RELATION} id")
        if link and found.get("state", "visible") == "visible":
            return found["name"], link
    raise UnreadableError(Refusal.EMPTY)


def _formulas(parts: zipfile.ZipFile, path: str) -> set[tuple[int, int]]:
    """The row's number and the column's place of each formula. A cell that says no place stands right of the last."""
    formulas, row, at = set(), 0, -1
    for element, found in _elements(parts, path, {"row", "c", "f"}):
        if element == "row":
            row, at = int(found.get("r", row + 1)), -1
            if row > MOST_ROWS + 1:
                raise UnreadableError(Refusal.TOO_MANY_ROWS)
        elif element == "c":
            row, at = _place(found["r"]) if "r" in found else (row, at + 1)
            if row > MOST_ROWS + 1 or at >= MOST_COLUMNS:
                raise UnreadableError(Refusal.TOO_MANY_ROWS if row > MOST_ROWS + 1 else Refusal.BROKEN)
        else:
            formulas.add((row, at))
    return formulas


def _place(written: str) -> tuple[int, int]:
    """Where "B7" is: the row's number, and the column's place from 0. Raises ValueError."""
    match = _PLACE.fullmatch(written)
    if match is None:
        raise ValueError("no place in a sheet")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column - 1


def _elements(parts: zipfile.ZipFile, path: str, names: set[str]) -> Iterator[tuple[str, Attributes]]:
    """The elements of those names in a part, read a chunk at a time."""
    found: list[tuple[str, Attributes]] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _collecting(names, found)
    unpacked = 0
    with parts.open(path) as part:
        while chunk := part.read(CHUNK):
            unpacked += len(chunk)
            if unpacked > MOST_UNPACKED:
                raise UnreadableError(Refusal.TOO_LARGE)
            parser.Parse(chunk, False)  # noqa: FBT003  expat takes it by place alone
            yield from found
            found.clear()
    parser.Parse(b"", True)  # noqa: FBT003  expat takes it by place alone


def _collecting(names: set[str], found: list[tuple[str, Attributes]]) -> Callable[[str, Attributes], None]:
    def collect(name: str, attributes: Attributes) -> None:
        local = name.rpartition(" ")[2]
        if local in names:
            found.append((local, attributes))

    return collect


def _refuse(*_declaration: Any) -> None:
    """No spreadsheet program writes a document type; entities that expand without end begin with one."""
    raise UnreadableError(Refusal.BROKEN)


def _cell(value: Any, *, is_formula: bool) -> Cell:
    if is_formula:
        return Formula()
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | float):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return str(value).strip()[: MOST_IN_CELL + 1]
