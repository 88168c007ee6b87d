"""Sheets to hand out: the one to fill in with contracts, and the one that lists what is wrong in such a file.

Every text is written as a text, so that nothing in a sheet of ours is ever worked out as a formula.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import MOST_ROWS, REQUIRED, Column
from domain.language import Language
from domain.slot import SlotKind, Trade
from messages.importing.change import ChangedRow, NewRow, value
from messages.importing.importing import MistakeLine
from messages.importing.plan import PlanMistakeLine
from messages.importing.template_sheet import NARROW, WIDE, Template, filled_in_by_hand, worded, workbook

OF_CHANGES = ("heading_number", "heading_supplier", "heading_column", "heading_before", "heading_after")

TEMPLATE = Template(
    tab="contracts",
    columns=tuple(Column),
    words="column",
    needed=REQUIRED,
    days=(Column.STARTS_ON, Column.ENDS_ON, Column.DUE_ON),
    numbers=(Column.VALUE, Column.PLACES),
    chosen={
        Column.TRADE: ("trade", Trade),
        Column.CLAUSE: ("clause", Clause),
        Column.SLOT_KIND: ("kind", SlotKind),
        Column.CADENCE: ("cadence", Cadence),
        Column.COUNTING: ("counting", Counting),
        Column.COUNTS_FROM: ("counts_from", CountsFrom),
    },
    rows=MOST_ROWS,
)


def template(language: Language) -> bytes:
    """An XLSX workbook: the headings to write under, and a second sheet that explains them."""
    return filled_in_by_hand(TEMPLATE, language)


def template_text(language: Language) -> bytes:
    """The headings as CSV, in the way in which a Swedish Excel opens it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(
        worded(f"column.{column}", language) for column in Column
    )
    return text.getvalue().encode("utf-8-sig")


def mistakes(lines: Sequence[MistakeLine | PlanMistakeLine], language: Language) -> bytes:
    """An XLSX workbook with a row for each thing to correct."""
    with workbook() as (made, file):
        sheet = made.add_worksheet(worded("template_sheet.mistakes", language))
        bold = made.add_format({"bold": True})
        for at, heading in enumerate(("heading_row", "heading_column", "heading_mistake")):
            sheet.write_string(0, at, worded(f"template_sheet.{heading}", language), bold)
        sheet.set_column(1, 1, NARROW)
        sheet.set_column(2, 2, WIDE)
        sheet.freeze_panes(1, 0)
        for row, line in enumerate(lines, start=1):
            sheet.write_number(row, 0, line.row)
            sheet.write_string(row, 1, worded(line.heading, language))
            slip = worded(f"import_slip.{line.slip}", language)
            sheet.write_string(row, 2, f"{slip} ({line.about})" if line.about else slip)
    return file.getvalue()


def changes(new: Sequence[NewRow], changed: Sequence[ChangedRow], language: Language) -> bytes:
    """An XLSX workbook with a row for each new contract and for each thing that would be otherwise in another."""
    with workbook() as (made, file):
        sheet = made.add_worksheet(worded("template_sheet.changes", language))
        bold = made.add_format({"bold": True})
        sheet.write_row(0, 0, [worded(f"template_sheet.{heading}", language) for heading in OF_CHANGES], bold)
        sheet.set_column(0, len(OF_CHANGES) - 1, NARROW)
        sheet.freeze_panes(1, 0)
        for row, cells in enumerate([*_new_rows(new, language), *_changed_rows(changed, language)], start=1):
            for at, cell in enumerate(cells):
                sheet.write_string(row, at, cell)
    return file.getvalue()


def _new_rows(new: Sequence[NewRow], language: Language) -> Iterator[Sequence[str]]:
    said = worded("template_sheet.new_contract", language)
    return ((each.number, each.supplier, said, "", each.title) for each in new)


def _changed_rows(changed: Sequence[ChangedRow], language: Language) -> Iterator[Sequence[str]]:
    return (
        (
            contract.number,
            contract.supplier,
            worded(f"column.{each.column}", language),
            value(each.before, each.column, language),
            value(each.after, each.column, language),
        )
        for contract in changed
        for each in contract.changes
    )
