"""Files as somebody opens them: a workbook by another library than the one that wrote it, CSV by Python's own."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from python_calamine import CalamineWorkbook

from domain.export import Export, FileFormat
from domain.language import Language
from handlers.files.making import make
from messages.files.cells import Reader
from storage.database import Database

KARIN = Reader(Language.ENGLISH, ZoneInfo("Europe/Stockholm"))

Table = list[dict[str, Any]]
"""Rows, each value by the heading that it stands under."""


async def made(
    database: Database, path: Path, exports: Sequence[Export], in_format: FileFormat, reader: Reader = KARIN
) -> bytes:
    """The file."""
    async with database.read() as session:
        await make(session, exports, in_format, reader, path)
    return path.read_bytes()


def tabs(content: bytes) -> dict[str, Table]:
    """A workbook's tabs."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: _table(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


def lines(content: bytes) -> Table:
    """A CSV file's rows, as they stand there."""
    assert content.startswith(b"\xef\xbb\xbf"), "without a byte order mark Excel takes it for another encoding"
    text = content.decode("utf-8-sig")
    return _table(list(csv.reader(StringIO(text, newline=""), delimiter=";")))


def as_it_was(written: str) -> str:
    """The way back that docs/export.md tells: one apostrophe is taken from each text that begins with it."""
    return written.removeprefix("'")


def _table(rows: Sequence[Sequence[Any]]) -> Table:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
