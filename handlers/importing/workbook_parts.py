"""What the XML of an XLSX workbook tells and the library doesn't: formulas, broken cells, what is hidden, how large.

A part is walked through a chunk at a time, and what is not what it seems is refused before the library sees it.
"""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from domain.contract_sheet import Refusal
from domain.frozen import frozen
from domain.pattern import Pattern
from handlers.importing.sheet import MOST_COLUMNS, Broken, Formula, UnreadableError

MOST_UNPACKED = 60_000_000
"""Bytes of all parts together, as the file declares them and as they really are."""

CHUNK = 65_536
WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"

Attributes = dict[str, str]
Place = tuple[int, int]
"""The row's number, and the column's place from 0."""

_PLACE = Pattern(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass
class Marks:
    """What is marked in a tab's XML.

    Attributes:
        cells: The cells that are no values.
        last_row: The last row in which something stands; 0 where nothing does.
        columns: How many columns there are up to the last in which something stands.
    """

    cells: dict[Place, Formula | Broken] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    last_row: int = 0
    columns: int = 0

    @property
    def area(self) -> int:
        """The cells for which the library reserves room."""
        return self.last_row * self.columns


@frozen
class Book:
    """What the workbook says of itself.

    Attributes:
        paths: Where each tab's part is, by its name.
    """

    paths: dict[str, str]
    counts_from_1904: bool


def book_of(parts: zipfile.ZipFile) -> Book:
    """The tabs that there are."""
    targets = {found.get("Id"): found["Target"] for _, found in _elements(parts, LINKS, {"Relationship"})}
    paths, counts_from_1904 = {}, False
    for element, found in _elements(parts, WORKBOOK, {"sheet", "workbookPr"}):
        if element == "workbookPr":
            counts_from_1904 = found.get("date1904") in {"1", "true"}
            continue
        target = targets.get(found.get(f"{RELATION} id") or found.get(f"{STRICT_RELATION} id"), "")
        paths[found["name"]] = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return Book(paths, counts_from_1904)


def marks_of(parts: zipfile.ZipFile, path: str) -> Marks:
    """What is marked in a tab. A cell that says no place stands right of the last. Raises UnreadableError."""
    if path not in parts.namelist():
        raise UnreadableError(Refusal.BROKEN)
    marks, row, at, sort = Marks(), 0, -1, ""
    for element, found in _elements(parts, path, {"col", "row", "c", "f", "v", "is"}):
        match element:
            case "row":
                row, at = int(found.get("r", row + 1)), -1
                if _is_so(found, "hidden"):
                    marks.hidden_rows.add(row)
            case "c":
                row, at = _place(found["r"]) if "r" in found else (row, at + 1)
                sort = found.get("t", "")
            case "col":
                if _is_so(found, "hidden"):
                    marks.hidden_columns |= set(range(int(found["min"]) - 1, min(int(found["max"]), MOST_COLUMNS)))
            case _:
                _mark(marks, (row, at), element, sort)
    return marks


def _mark(marks: Marks, place: Place, element: str, sort: str) -> None:
    """Something stands in the cell: a cell that has no more than a colour never comes here."""
    row, at = place
    marks.last_row, marks.columns = max(marks.last_row, row), max(marks.columns, at + 1)
    if element == "f":
        marks.cells[place] = Formula()
    elif sort == "e":
        marks.cells.setdefault(place, Broken())


def _is_so(found: Attributes, name: str) -> bool:
    return found.get(name) in {"1", "true"}


def _place(written: str) -> Place:
    """Where "B7" is. Raises ValueError."""
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
