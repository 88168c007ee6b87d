"""Read a sheet from text with semicolons, commas or tabs between its cells, as spreadsheet programs save it."""

import csv
import io
from collections.abc import Iterator

from domain.contract_sheet import MOST_ROWS, Refusal
from handlers.importing.sheet import MOST_COLUMNS, MOST_IN_CELL, Row, UnreadableError, without_blanks

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ";\t,"
"""A decimal comma may stand within cells, so of two equally frequent the comma is the last to be believed."""


def rows_of_text(content: bytes) -> list[Row]:
    """The rows that are not blank. Raises UnreadableError."""
    text = _decoded(content)
    delimiter, text = _delimiter(text)
    try:
        return without_blanks(list(_rows(text, delimiter)))
    except csv.Error as error:
        raise UnreadableError(Refusal.BROKEN) from error


def _decoded(content: bytes) -> str:
    """The text, in the encodings that Swedish offices use; none of them is named in the file."""
    encodings = ("utf-16",) if content.startswith(UTF_16_MARKS) else ("utf-8-sig", "cp1252")
    if b"\0" in content and encodings != ("utf-16",):
        raise UnreadableError(Refusal.WRONG_TYPE)
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(Refusal.WRONG_TYPE)


def _delimiter(text: str) -> tuple[str, str]:
    """What stands between cells, by the first line that says anything, and the text from there on.

    Excel may write it into a line of its own, "sep=;", which is no row; it stays as a blank one, for the numbering.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.startswith("sep=") and len(first) == len("sep=;"):
        return first[-1], text.replace(first, "", 1)
    return max(DELIMITERS, key=first.count), text


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
        if number > MOST_ROWS + 1:
            raise UnreadableError(Refusal.TOO_MANY_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise UnreadableError(Refusal.BROKEN)
        yield Row(number, tuple(cell.strip()[: MOST_IN_CELL + 1] for cell in cells))
