"""A sheet to fill in: headings to write under, lists to choose from, and a second sheet that explains them.

Every text is written as a text, so that nothing in a sheet of ours is ever worked out as a formula.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from domain.frozen import frozen
from domain.language import Language
from messages.label import wordings

NARROW, WIDE = 18, 90
LISTS_BEGIN_AT = 3
"""The column of the second sheet in which the lists to choose from stand, behind the explanations."""


@frozen
class Template:
    """What a sheet asks for.

    Attributes:
        tab: Its name, by its key in [template_sheet] of `labels.toml`.
        columns: In their order.
        words: The table in which they are named; behind "_hint" it says what is to stand there.
        needed: Those that have to be filled in.
        days: Columns of days.
        numbers: Columns of numbers.
        chosen: Columns that take nothing but the names of a list, and where those are worded.
        rows: So many can be filled in with help.
    """

    tab: str
    columns: Sequence[StrEnum]
    words: str
    needed: Sequence[StrEnum]
    days: Sequence[StrEnum]
    numbers: Sequence[StrEnum]
    chosen: Mapping[StrEnum, tuple[str, type[StrEnum]]]
    rows: int


def filled_in_by_hand(template: Template, language: Language) -> bytes:
    """An XLSX workbook to fill in."""
    with workbook() as (made, file):
        to_fill_in = made.add_worksheet(worded(f"template_sheet.{template.tab}", language))
        how_to = made.add_worksheet(worded("template_sheet.how_to", language))
        bold = made.add_format({"bold": True})
        _explain(template, how_to, bold, language)
        for at, column in enumerate(template.columns):
            to_fill_in.write_string(0, at, worded(f"{template.words}.{column}", language), bold)
            to_fill_in.set_column(at, at, NARROW, made.add_format({"num_format": _format(template, column)}))
        to_fill_in.freeze_panes(1, 0)
        _offer_lists(template, to_fill_in, how_to, language)
    return file.getvalue()


@contextmanager
def workbook() -> Iterator[tuple[Workbook, io.BytesIO]]:
    """A workbook, and the file in which it is once it is left."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as made:
        yield made, file


def worded(key: str, language: Language) -> str:
    """What is said under that key."""
    return wordings(language)[key]


def _explain(template: Template, how_to: Worksheet, bold: object, language: Language) -> None:
    how_to.set_column(0, 0, NARROW)
    how_to.set_column(1, 1, WIDE)
    for at, heading in enumerate(("heading_column", "heading_hint")):
        how_to.write_string(0, at, worded(f"template_sheet.{heading}", language), bold)
    for row, column in enumerate(template.columns, start=1):
        is_needed = column in template.needed
        how_to.write_string(row, 0, worded(f"{template.words}.{column}", language), bold if is_needed else None)
        how_to.write_string(row, 1, worded(f"{template.words}_hint.{column}", language))


def _offer_lists(template: Template, to_fill_in: Worksheet, how_to: Worksheet, language: Language) -> None:
    """What can be chosen, where a column takes nothing else; the names stand in the second sheet."""
    for at, (column, (table, kinds)) in enumerate(template.chosen.items(), start=LISTS_BEGIN_AT):
        names = [worded(f"{table}.{kind}", language) for kind in kinds]
        how_to.set_column(at, at, NARROW)
        how_to.write_string(0, at, worded(f"{template.words}.{column}", language))
        for row, name in enumerate(names, start=1):
            how_to.write_string(row, at, name)
        letter, place = chr(ord("A") + at), list(template.columns).index(column)
        source = f"='{how_to.get_name()}'!${letter}$2:${letter}${len(names) + 1}"
        to_fill_in.data_validation(1, place, template.rows, place, {"validate": "list", "source": source})


def _format(template: Template, column: StrEnum) -> str:
    """Days as days and numbers as numbers; all else as text, so that no nought is dropped from a phone number."""
    if column in template.days:
        return "yyyy-mm-dd"
    return "#,##0" if column in template.numbers else "@"
