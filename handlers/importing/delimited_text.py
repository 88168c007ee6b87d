"""Read a sheet from text with semicolons, commas or tabs between its cells, as spreadsheet programs save it."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from domain.contract_sheet import MOST_ROWS, MOST_ROWS_ABOVE, Refusal
from handlers.importing.sheet import MOST_COLUMNS, Row, UnreadableError, as_row, tidied

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
EIGHT_BITS = ("cp1252", "cp850", "mac_roman")
"""Windows, and what Excel offers besides: "CSV (MS-DOS)" and "CSV (Macintosh)". Of equals the first is believed."""

SWEDISH_LETTERS = "åäöÅÄÖéÉ"
DELIMITERS = ";\t,"
"""A decimal comma may stand within cells, so of two equally frequent the comma is the last to be believed."""


def rows_of_text(content: bytes) -> tuple[Row, ...]:
    """The rows that are not blank. Raises UnreadableError."""
    text = _decoded(content)
    delimiter, text = _delimiter(text)
    try:
        rows = tuple(islice(_rows(text, delimiter), MOST_ROWS + MOST_ROWS_ABOVE + 1))
    except csv.Error as error:
        raise UnreadableError(Refusal.BROKEN) from error
    if not rows:
        raise UnreadableError(Refusal.EMPTY)
    if len(rows) > MOST_ROWS + MOST_ROWS_ABOVE:
        raise UnreadableError(Refusal.TOO_MANY_ROWS)
    return rows


def _decoded(content: bytes) -> str:
    """The text, in the encodings that Swedish offices use; none of them is named in the file."""
    if b"\0" in content:
        return _utf_16(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return max((content.decode(each, errors="replace") for each in EIGHT_BITS), key=_likelihood)


def _utf_16(content: bytes) -> str:
    """Excel's "Unicode text" says by its first two bytes which way round it is; some programs leave them out."""
    is_marked = content.startswith(UTF_16_MARKS)
    if not is_marked and content[1:2] != b"\0":
        raise UnreadableError(Refusal.WRONG_TYPE)
    try:
        text = content.decode("utf-16" if is_marked else "utf-16-le")
    except UnicodeDecodeError as error:
        raise UnreadableError(Refusal.WRONG_TYPE) from error
    if "\0" in text:
        raise UnreadableError(Refusal.WRONG_TYPE)
    return text


def _likelihood(text: str) -> int:
    """The letters that Swedish has and English hasn't stand in other places in each encoding."""
    return sum(map(text.count, SWEDISH_LETTERS)) - text.count("\N{REPLACEMENT CHARACTER}")


def _delimiter(text: str) -> tuple[str, str]:
    """What stands between cells, by the first lines that say anything, and the text from there on.

    Excel may write it into a line of its own, "sep=;", which is no row; it stays as a blank one, for the numbering.
    """
    lines = list(islice((line for line in text.splitlines() if line.strip()), MOST_ROWS_ABOVE))
    if lines and lines[0].startswith("sep=") and len(lines[0]) == len("sep=;"):
        return lines[0][-1], text.replace(lines[0], "", 1)
    return max(DELIMITERS, key=lambda delimiter: max((line.count(delimiter) for line in lines), default=0)), text


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
        if any(cell.strip() for cell in cells[MOST_COLUMNS:]):
            raise UnreadableError(Refusal.TOO_MANY_COLUMNS)
        row = as_row(number, list(map(tidied, cells[:MOST_COLUMNS])))
        if row is not None:
            yield row
