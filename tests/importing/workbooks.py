"""Workbooks as they are in the world, made here: what a spreadsheet program writes, and what a library for it can't."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

HEADINGS = (
    *("Leverantör", "Organisationsnummer", "Bransch", "Område", "Diarienummer", "Avtal", "Värde (kr)", "Start", "Slut"),
    *("Krav", "Antal", "Typ av plats", "Senast", "Kontaktperson", "E-post", "Telefon"),
)
PAINTING = (
    *("Exempelmåleriet AB", "556016-0680", "Måleri", "Centrum", "KS 2026/17", "Måleritjänster", "1 000 000"),
    *(date(2026, 12, 1), date(2028, 11, 30), "dialogkrav", "", "", "", "Mira Holm", "mira@exempel.se", "042-10 50 00"),
)
FLOORS = (
    *("Golvbolaget i Exempel AB", "556036-0793", "Golv", "", "KS 2026/18", "Golvläggning", 500000),
    date(2026, 12, 1),
)
Cells = Sequence[Any]
Finish = Callable[[Workbook, Worksheet], None]


def nothing_more(_workbook: Workbook, _sheet: Worksheet) -> None:
    """As it is."""


def workbook(finish: Finish = nothing_more, **tabs: Sequence[Cells]) -> bytes:
    """A workbook with these tabs; the last is finished as told. What begins with = is a formula."""
    return workbook_of(tabs, finish)


def workbook_of(tabs: Mapping[str, Sequence[Cells]], finish: Finish = nothing_more, **options: Any) -> bytes:
    """The same, for names that are no words of Python."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd", **options}) as made:
        for name, rows in tabs.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                write(sheet, number, row)
        finish(made, sheet)
    return file.getvalue()


def write(sheet: Worksheet, number: int, row: Cells) -> None:
    """A row; a day as a day, and nothing at all for a blank cell."""
    for at, cell in enumerate(row):
        if isinstance(cell, date):
            sheet.write_datetime(number, at, cell)
        elif cell != "":
            sheet.write(number, at, cell)


def painting(**cells: Any) -> list[Any]:
    """The painters' row, with some cells otherwise, by their headings without spaces and signs."""
    places = {re.sub(r"\W|kr", "", heading): at for at, heading in enumerate(HEADINGS)}
    row = list(PAINTING)
    for heading, cell in cells.items():
        row[places[heading]] = cell
    return row


def with_xml(content: bytes, old: str, new: str, *, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with something else in a part's XML, which has to be there once at least."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as original, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in original.namelist():
            xml = original.read(name)
            if name == part:
                assert old.encode() in xml
                xml = xml.replace(old.encode(), new.encode())
            made.writestr(name, xml)
    return file.getvalue()


def ods(*rows: Cells, name: str = "Avtal") -> bytes:
    """A workbook of LibreOffice's."""

    def cell(value: Any) -> str:
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="{name}">{lines}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        made.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return file.getvalue()
