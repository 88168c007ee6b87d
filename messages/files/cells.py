"""What stands in a cell: a value that was read, in the reader's language and on the city's clock."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from domain.export import Export
from domain.frozen import frozen
from domain.language import Language
from messages.files.columns import COLUMNS, CellType, Column
from messages.files.withheld import is_withheld
from messages.label import wordings

Cell = str | int | float | date | datetime | None
"""A moment is on the city's clock and without its zone, as sheets know them."""

DECIMALS = 2


@frozen
class Reader:
    """For whom a file is: in which language, and by which clock."""

    language: Language
    zone: tzinfo


def cells(export: Export, row: Sequence[Any], reader: Reader) -> list[Cell]:
    """A row of the file, of the values that were read for it."""
    told = _of_message(row) if export is Export.MESSAGES else row
    return [_cell(column, value, reader) for column, value in zip(COLUMNS[export], told, strict=True)]


def _of_message(row: Sequence[Any]) -> Sequence[Any]:
    """For its template the whole of what is kept was read, which says whether its words may be told."""
    told, content = list(row), row[_place_of("template")]
    told[_place_of("template")] = content.get("template")
    if is_withheld(content):
        told[_place_of("words")] = None
    return told


def headings(export: Export, language: Language) -> list[str]:
    """The first row of the file."""
    return [wordings(language)[f"export_column.{column.name}"] for column in COLUMNS[export]]


def _cell(column: Column, value: Any, reader: Reader) -> Cell:
    return None if value is None else _SHOWN[column.type](column, value, reader)


def _in_words(column: Column, value: Any, reader: Reader) -> str:
    return wordings(reader.language)[f"{column.words}.{column.otherwise.get(value, value)}"]


def _yes_or_no(_column: Column, value: Any, reader: Reader) -> str:
    return wordings(reader.language)["export.yes" if value else "export.no"]


def _day(_column: Column, value: Any, reader: Reader) -> date:
    """The day itself, or that of a moment."""
    day: date = _local(value, reader).date() if isinstance(value, datetime) else value
    return day


def _local(at: datetime, reader: Reader) -> datetime:
    return at.astimezone(reader.zone).replace(tzinfo=None, microsecond=0)


def _place_of(name: str) -> int:
    return [column.name for column in COLUMNS[Export.MESSAGES]].index(name)


_SHOWN: Mapping[CellType, Callable[[Column, Any, Reader], Cell]] = {
    CellType.TEXT: lambda _column, value, _reader: str(value),
    CellType.CHOICE: _in_words,
    CellType.NUMBER: lambda _column, value, _reader: int(value),
    CellType.DECIMAL: lambda _column, value, _reader: round(float(value), DECIMALS),
    CellType.DAY: _day,
    CellType.MOMENT: lambda _column, value, reader: _local(value, reader),
    CellType.YES_NO: _yes_or_no,
}
