"""Read a file that somebody sent: which sort it is, by its content and never by its name, and the rows of its sheet."""

from domain.contract_sheet import MOST_BYTES, Refusal
from handlers.importing.delimited_text import rows_of_text
from handlers.importing.sheet import MOST_IN_SHEET, Row, UnreadableError
from handlers.importing.workbook import rows_of_workbook

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Excel until 2003, and any later workbook behind a password."""

ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
OTHER_SORTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")


def rows_of_file(content: bytes) -> list[Row]:
    """The rows that are not blank. Raises UnreadableError. Only for `sandbox`: a hostile file may do anything."""
    if len(content) > MOST_BYTES:
        raise UnreadableError(Refusal.TOO_LARGE)
    if not content.strip():
        raise UnreadableError(Refusal.EMPTY)
    if content.startswith(OLD_OFFICE):
        raise UnreadableError(Refusal.ENCRYPTED if ENCRYPTED_PART in content else Refusal.OLD_EXCEL)
    if content.startswith(OTHER_SORTS):
        raise UnreadableError(Refusal.WRONG_TYPE)
    rows = rows_of_workbook(content) if content.startswith(ZIP) else rows_of_text(content)
    if sum(len(cell) for row in rows for cell in row.cells if isinstance(cell, str)) > MOST_IN_SHEET:
        raise UnreadableError(Refusal.TOO_LARGE)
    return rows
