"""Read a file that somebody sent: which sort it is, by its content and never by its name, and the rows of its tabs."""

import zipfile
from io import BytesIO

from domain.contract_sheet import MOST_BYTES, Refusal
from handlers.importing.delimited_text import rows_of_text
from handlers.importing.sheet import MOST_IN_SHEET, Tab, UnreadableError
from handlers.importing.workbook import OLD_OFFICE, tabs_of_workbook

ZIP = b"PK\x03\x04"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
OTHER_SORTS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
LINKS = (b"http://", b"https://", b"[internetshortcut]", b'{"url"', b'{"doc_id"', b'{"":')
PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table")
"""What a link leads to, saved instead of the file; some systems call such a page "xls"."""


def tabs_of_file(content: bytes) -> list[Tab]:
    """The tabs. Raises UnreadableError. Only for `reading_apart`: a hostile file may do anything."""
    if len(content) > MOST_BYTES:
        raise UnreadableError(Refusal.TOO_LARGE)
    if not content.strip():
        raise UnreadableError(Refusal.EMPTY)
    _refuse_other_sorts(content)
    is_workbook = content.startswith((ZIP, OLD_OFFICE))
    tabs = tabs_of_workbook(content) if is_workbook else [Tab("", rows_of_text(content))]
    cells = (cell for tab in tabs for row in tab.rows for cell in row.cells)
    if sum(len(cell) for cell in cells if isinstance(cell, str)) > MOST_IN_SHEET:
        raise UnreadableError(Refusal.TOO_LARGE)
    return tabs


def _refuse_other_sorts(content: bytes) -> None:
    """What is known not to be a list, with what can be done about it."""
    if content.startswith(OLD_OFFICE) and ENCRYPTED_PART in content:
        raise UnreadableError(Refusal.ENCRYPTED)
    if content.startswith(b"%PDF"):
        raise UnreadableError(Refusal.PDF)
    if content.startswith(OTHER_SORTS):
        raise UnreadableError(Refusal.WRONG_TYPE)
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:20].lower().startswith((*LINKS, *PAGES)):
        raise UnreadableError(Refusal.LINK)
    if content.startswith(ZIP) and _is_from_numbers(content):
        raise UnreadableError(Refusal.NUMBERS)


def _is_from_numbers(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return any(name.endswith(".iwa") for name in parts.namelist())
    except zipfile.BadZipFile:
        return False
