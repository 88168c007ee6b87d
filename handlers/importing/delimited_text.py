"""Read a sheet from text with semicolons, commas or tabs between its cells, as spreadsheet programs save it."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from domain.contract_sheet import MOST_ROWS, MOST_ROWS_ABOVE, Refusal
from domain.pattern import Pattern
from handlers.importing.sheet import MOST_COLUMNS, Row, UnreadableError, as_row, tidied

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
EIGHT_BITS = ("cp1252", "cp850", "mac_roman")
"""Windows, and what Excel offers besides: "CSV (MS-DOS)" and "CSV (Macintosh)". Of equals the first is believed."""

BYTE_ORDER_MARK = "\ufeff"
SWEDISH_LETTERS = "åäöÅÄÖéÉ"
DELIMITERS = ";\t,|"
"""A decimal comma may stand within cells, so of two equally frequent the comma is the last to be believed."""

TWICE_ENCODED = "Ã"
"""What becomes of a Swedish letter's first byte where one program has taken another's UTF-8 for Windows' letters."""

_SEPARATOR_TOLD = Pattern(r'"?sep=(?P<delimiter>[;,|\t])"?[;,|\t]*', re.IGNORECASE)
_KEPT_AS_TEXT = Pattern(r'="(?P<text>[^"]*)"|\'(?P<marked>[^\']+)')
"""As systems keep a spreadsheet program from making a number of a text: ="0701740635", '0701740635."""

Cells = list[str]


def rows_of_text(content: bytes) -> tuple[Row, ...]:
    """The rows that are not blank. Raises UnreadableError."""
    text = _decoded(content)
    delimiter, text = _delimiter(text)
    rows = tuple(islice(_rows(text, delimiter), MOST_ROWS + MOST_ROWS_ABOVE + 1))
    if not rows:
        raise UnreadableError(Refusal.EMPTY)
    if len(rows) > MOST_ROWS + MOST_ROWS_ABOVE:
        raise UnreadableError(Refusal.TOO_MANY_ROWS)
    return rows


def _decoded(content: bytes) -> str:
    """The text, in the encodings that Swedish offices use; none of them is named in the file.

    Two files that were put together may have two, so each line is looked at alone.
    """
    if b"\0" in content:
        return _utf_16(content)
    lines = content.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    others = b"".join(line for line in lines if not _is_utf_8(line))
    eight_bits = max(EIGHT_BITS, key=lambda each: _likelihood(others.decode(each, errors="replace")))
    texts = (line.decode("utf-8" if _is_utf_8(line) else eight_bits, errors="replace") for line in lines)
    return "".join(map(_encoded_once, texts)).lstrip(BYTE_ORDER_MARK)


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encoded_once(line: str) -> str:
    """The line as it was before some program took its bytes for letters."""
    if TWICE_ENCODED not in line:
        return line
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return line


def _utf_16(content: bytes) -> str:
    """Excel's "Unicode text" says by its first two bytes which way round it is; some programs leave them out."""
    is_marked = content.startswith(UTF_16_MARKS)
    if not is_marked and b"\0" not in content[:2]:
        raise UnreadableError(Refusal.WRONG_TYPE)
    unmarked = "utf-16-be" if content.startswith(b"\0") else "utf-16-le"
    try:
        text = content.decode("utf-16" if is_marked else unmarked)
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
    told = _SEPARATOR_TOLD.fullmatch(lines[0]) if lines else None
    if told is not None:
        return told["delimiter"], text.replace(lines[0], "", 1)
    return max(DELIMITERS, key=lambda delimiter: _fullest(lines, delimiter)), text


def _fullest(lines: Sequence[str], delimiter: str) -> int:
    return max((line.count(delimiter) for line in lines), default=0)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    for number, cells in enumerate(_records(text, delimiter), start=1):
        if any(cell.strip() for cell in cells[MOST_COLUMNS:]):
            raise UnreadableError(Refusal.TOO_MANY_COLUMNS)
        row = as_row(number, list(map(_cell, cells[:MOST_COLUMNS])))
        if row is not None:
            yield row


def _records(text: str, delimiter: str) -> Iterator[Cells]:
    """The rows as cells. A program that knows no other separator has made one quoted cell of each whole row."""
    rows = _read(list(io.StringIO(text, newline="")), delimiter)
    first = list(islice(rows, MOST_ROWS_ABOVE))
    if all(len(cells) <= 1 for cells in first) and any(delimiter in "".join(cells) for cells in first):
        return _read(["".join(cells) + "\n" for cells in (*first, *rows)], delimiter)
    return chain(first, rows)


def _read(lines: Sequence[str], delimiter: str) -> Iterator[Cells]:
    """The rows. A quotation mark that nobody closed would swallow the rows below; such a row is read by itself."""
    fullest = _fullest([line for line in lines if line.strip()][:MOST_ROWS_ABOVE], delimiter)
    at = 0
    while at < len(lines):
        reader = csv.reader(islice(lines, at, None), delimiter=delimiter, skipinitialspace=True)
        begins = 0
        for cells in _until_broken(reader):
            of_row = lines[at + begins : at + reader.line_num]
            if (
                len(of_row) > 1
                and _is_full(of_row[0], delimiter, fullest)
                and any(_is_full(line, delimiter, fullest) for line in of_row[1:])
            ):
                break
            yield cells
            begins = reader.line_num
        at += begins
        if at < len(lines):
            yield _alone(lines[at], delimiter)
            at += 1


def _until_broken(reader: Iterator[Cells]) -> Iterator[Cells]:
    """The rows before one that swallows more than a cell may hold."""
    try:
        yield from reader
    except csv.Error:
        return


def _is_full(line: str, delimiter: str, fullest: int) -> bool:
    return 0 < fullest <= line.count(delimiter)


def _alone(line: str, delimiter: str) -> Cells:
    """One line, in which the marks that nobody closed are signs as any other."""
    bare = line if line.count('"') % 2 == 0 else line.replace('"', "")
    cells = next(csv.reader([bare], delimiter=delimiter, skipinitialspace=True), [])
    return [cell.strip('" ') for cell in cells]


def _cell(written: str) -> str:
    kept = _KEPT_AS_TEXT.fullmatch(written.strip())
    return tidied((kept["text"] or kept["marked"] or "") if kept else written)
