"""Sheets to hand out: the one to fill in with contracts, and the one that lists what is wrong in such a file.

Every text is written as a text, so that nothing in a sheet of ours is ever worked out as a formula.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import MOST_ROWS, REQUIRED, Column
from domain.language import Language
from domain.slot import SlotKind, Trade
from messages.importing.change import ChangedRow, NewRow, value
from messages.importing.importing import MistakeLine
from messages.label import wordings

DAYS = (Column.STARTS_ON, Column.ENDS_ON, Column.DUE_ON)
NUMBERS = (Column.VALUE, Column.PLACES)
CHOSEN = {
    Column.TRADE: ("trade", Trade),
    Column.CLAUSE: ("clause", Clause),
    Column.SLOT_KIND: ("kind", SlotKind),
    Column.CADENCE: ("cadence", Cadence),
    Column.COUNTING: ("counting", Counting),
    Column.COUNTS_FROM: ("counts_from", CountsFrom),
}
OF_CHANGES = ("heading_number", "heading_supplier", "heading_column", "heading_before", "heading_after")
NARROW, WIDE = 18, 90
LISTS_BEGIN_AT = 3
"""The column of the second sheet in which the lists to choose from stand, behind the explanations."""


def template(language: Language) -> bytes:
    """An XLSX workbook: the headings to write under, and a second sheet that explains them."""
    with _workbook() as (workbook, file):
        contracts = workbook.add_worksheet(_worded("template_sheet.contracts", language))
        how_to = workbook.add_worksheet(_worded("template_sheet.how_to", language))
        bold = workbook.add_format({"bold": True})
        _explain(how_to, bold, language)
        for at, column in enumerate(Column):
            contracts.write_string(0, at, _worded(f"column.{column}", language), bold)
            contracts.set_column(at, at, NARROW, workbook.add_format({"num_format": _format(column)}))
        contracts.freeze_panes(1, 0)
        _offer_lists(contracts, how_to, language)
    return file.getvalue()


def template_text(language: Language) -> bytes:
    """The headings as CSV, in the way in which a Swedish Excel opens it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(
        _worded(f"column.{column}", language) for column in Column
    )
    return text.getvalue().encode("utf-8-sig")


def mistakes(lines: Sequence[MistakeLine], language: Language) -> bytes:
    """An XLSX workbook with a row for each thing to correct."""
    with _workbook() as (workbook, file):
        sheet = workbook.add_worksheet(_worded("template_sheet.mistakes", language))
        bold = workbook.add_format({"bold": True})
        for at, heading in enumerate(("heading_row", "heading_column", "heading_mistake")):
            sheet.write_string(0, at, _worded(f"template_sheet.{heading}", language), bold)
        sheet.set_column(1, 1, NARROW)
        sheet.set_column(2, 2, WIDE)
        sheet.freeze_panes(1, 0)
        for row, line in enumerate(lines, start=1):
            sheet.write_number(row, 0, line.row)
            sheet.write_string(row, 1, _worded(f"column.{line.column}", language))
            slip = _worded(f"import_slip.{line.slip}", language)
            sheet.write_string(row, 2, f"{slip} ({line.about})" if line.about else slip)
    return file.getvalue()


def changes(new: Sequence[NewRow], changed: Sequence[ChangedRow], language: Language) -> bytes:
    """An XLSX workbook with a row for each new contract and for each thing that would be otherwise in another."""
    with _workbook() as (workbook, file):
        sheet = workbook.add_worksheet(_worded("template_sheet.changes", language))
        bold = workbook.add_format({"bold": True})
        sheet.write_row(0, 0, [_worded(f"template_sheet.{heading}", language) for heading in OF_CHANGES], bold)
        sheet.set_column(0, len(OF_CHANGES) - 1, NARROW)
        sheet.freeze_panes(1, 0)
        for row, cells in enumerate([*_new_rows(new, language), *_changed_rows(changed, language)], start=1):
            for at, cell in enumerate(cells):
                sheet.write_string(row, at, cell)
    return file.getvalue()


def _new_rows(new: Sequence[NewRow], language: Language) -> Iterator[Sequence[str]]:
    said = _worded("template_sheet.new_contract", language)
    return ((each.number, each.supplier, said, "", each.title) for each in new)


def _changed_rows(changed: Sequence[ChangedRow], language: Language) -> Iterator[Sequence[str]]:
    return (
        (
            contract.number,
            contract.supplier,
            _worded(f"column.{each.column}", language),
            value(each.before, each.column, language),
            value(each.after, each.column, language),
        )
        for contract in changed
        for each in contract.changes
    )


@contextmanager
def _workbook() -> Iterator[tuple[Workbook, io.BytesIO]]:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        yield workbook, file


def _explain(how_to: Worksheet, bold: object, language: Language) -> None:
    how_to.set_column(0, 0, NARROW)
    how_to.set_column(1, 1, WIDE)
    for at, heading in enumerate(("heading_column", "heading_hint")):
        how_to.write_string(0, at, _worded(f"template_sheet.{heading}", language), bold)
    for row, column in enumerate(Column, start=1):
        how_to.write_string(row, 0, _worded(f"column.{column}", language), bold if column in REQUIRED else None)
        how_to.write_string(row, 1, _worded(f"column_hint.{column}", language))


def _offer_lists(contracts: Worksheet, how_to: Worksheet, language: Language) -> None:
    """What can be chosen, where a column takes nothing else; the names stand in the second sheet."""
    for at, (column, (table, kinds)) in enumerate(CHOSEN.items(), start=LISTS_BEGIN_AT):
        names = [_worded(f"{table}.{kind}", language) for kind in kinds]
        how_to.set_column(at, at, NARROW)
        how_to.write_string(0, at, _worded(f"column.{column}", language))
        for row, name in enumerate(names, start=1):
            how_to.write_string(row, at, name)
        letter, place = chr(ord("A") + at), list(Column).index(column)
        source = f"='{how_to.get_name()}'!${letter}$2:${letter}${len(names) + 1}"
        contracts.data_validation(1, place, MOST_ROWS, place, {"validate": "list", "source": source})


def _format(column: Column) -> str:
    """Days as days and numbers as numbers; all else as text, so that no nought is dropped from a phone number."""
    if column in DAYS:
        return "yyyy-mm-dd"
    return "#,##0" if column in NUMBERS else "@"


def _worded(key: str, language: Language) -> str:
    return wordings(language)[key]
